"""The exceptions: one base, one meaning each."""

import ast
import inspect
import pickle
import re
from importlib import import_module
from pathlib import Path

import pytest

import linalg_book
from linalg_book import errors
from linalg_book.errors import InconsistentSystemError, LinalgBookError


@pytest.mark.parametrize("name", errors.__all__)
def test_one_base_and_one_line_of_meaning(name):
    error = getattr(errors, name)
    assert issubclass(error, LinalgBookError)
    assert issubclass(error, ValueError)
    assert inspect.cleandoc(error.__doc__).splitlines()[0].endswith(".")


def test_every_exception_is_public():
    defined = {
        n for n, e in vars(errors).items() if inspect.isclass(e) and e.__module__ == errors.__name__
    }
    assert defined == set(errors.__all__)


def test_pickled_with_its_combination():
    error = InconsistentSystemError("row 1 − 2·row 2 gives 0 = 3", (1, -2))
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is InconsistentSystemError
    assert str(copy) == str(error)
    assert copy.combination == (1, -2)


def strings_of(path):
    """List the texts in a source file, an f-string with its holes left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_functions_that_messages_name_exist():
    named = {
        (path.name, *found)
        for path in Path(linalg_book.__file__).parent.rglob("*.py")
        for text in strings_of(path)
        for found in re.findall(r"\b(exact|numeric|numpy\.linalg)\.([a-z]\w*)\b", text)
        if found[1] not in {"md", "py"}
    }
    assert {("errors.py", "numeric", "svd"), ("errors.py", "numpy.linalg", "eigh")} <= named
    for path, part, name in named:
        module = import_module(part if "." in part else f"linalg_book.{part}")
        assert hasattr(module, name), f"{path} names {part}.{name}, which does not exist"


def test_too_high_a_degree_names_what_works():
    assert str(errors.AlgebraicDegreeError.from_degree(5, 4)) == (
        "expected a characteristic polynomial with factors of degree at most 4 over the rational "
        "numbers, but one has degree 5: its roots have no short exact form; take numeric.svd "
        "or numpy.linalg.eigh for decimals, or choose a matrix with simpler eigenvalues."
    )
