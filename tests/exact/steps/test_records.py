"""Derivations are told from frozen records, whose fields are the values of the example."""

import ast
from pathlib import Path

import pytest

from linalg_book.exact import low_rank, solve, steps
from linalg_book.exact.steps.records import Dimensions

STEPS = sorted(Path(steps.__file__).parent.glob("*.py"))


def bags(source):
    """List the parameters whose annotation names a mapping: nobody knows what is in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.arg) and node.annotation is not None:
            names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}
            if names & {"Mapping", "MutableMapping", "dict"}:
                yield node.arg


@pytest.mark.parametrize("path", STEPS, ids=lambda path: path.stem)
def test_no_step_is_told_from_a_bag(path):
    assert list(bags(path.read_text(encoding="utf-8"))) == []


def test_a_bag_is_found():
    assert list(bags("def f(a: int, values: Mapping[str, Any]) -> None: ...")) == ["values"]


def test_a_record_is_frozen_and_names_its_fields():
    record = Dimensions((1, 1, 2, 1), 1, (0,))
    assert list(record._asdict()) == ["dimensions", "rank", "pivots"]
    with pytest.raises(AttributeError):
        record.rank = 2


def test_the_values_of_an_example_are_the_fields():
    assert list(solve([[1, 2]], [3]).values) == [
        "kind", "null_space", "rank", "pivots", "free", "certificate", "contradiction",
    ]  # fmt: skip
    assert list(low_rank([[3, 0], [4, 5]], 1).values)[-4:] == [
        "characteristic_polynomial", "error", "frobenius_error", "unique",
    ]  # fmt: skip
