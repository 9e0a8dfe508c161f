"""The exceptions: one base, one meaning each."""

import ast
import inspect
import pickle
import re
from fractions import Fraction
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


@pytest.mark.parametrize(
    ("combination", "value", "words"),
    [
        ((1, -2), 3, "row 1 − 2·row 2 gives 0 = 3:"),
        ((0, 1, 5), -7, "row 2 + 5·row 3 gives 0 = −7:"),
        ((-3,), 1, "the equation says 0 = −1/3:"),
        ((0, 2), 6, "row 2 says 0 = 3:"),
    ],
)
def test_combination_in_words(combination, value, words):
    error = InconsistentSystemError.from_combination(combination, value)
    assert f"but {words}" in str(error)
    assert error.combination == combination


def test_long_numbers_are_not_written_out():
    error = InconsistentSystemError.from_combination((1, -(10**5000)), Fraction(1, 10**70))
    assert "row 1 − (a number of more than 60 digits)·row 2 gives 0 = (a number" in str(error)
    assert error.combination == (1, -(10**5000))


def test_pickled_with_its_combination():
    error = InconsistentSystemError.from_combination((1, -2), 3)
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
