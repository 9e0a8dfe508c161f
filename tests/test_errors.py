"""The exceptions: one base, one meaning each."""

import inspect
import pickle
from fractions import Fraction

import pytest

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
        ((1, -2), 3, "1·row 1 − 2·row 2 gives 0 = 3:"),
        ((0, 1, 5), -7, "1·row 2 + 5·row 3 gives 0 = −7:"),
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
    assert "1·row 1 − (a number of more than 60 digits)·row 2 gives 0 = (a number" in str(error)
    assert error.combination == (1, -(10**5000))


def test_pickled_with_its_combination():
    error = InconsistentSystemError.from_combination((1, -2), 3)
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert type(copy) is InconsistentSystemError
    assert str(copy) == str(error)
    assert copy.combination == (1, -2)
