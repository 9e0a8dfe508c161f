"""What is said of a system without a solution."""

from fractions import Fraction

import pytest

from linalg_book.exact.reading.refusals import inconsistent


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
    error = inconsistent(combination, value)
    assert f"but {words}" in str(error)
    assert error.combination == combination


def test_long_numbers_are_not_written_out():
    error = inconsistent((1, -(10**5000)), Fraction(1, 10**70))
    assert "row 1 − (a number of more than 60 digits)·row 2 gives 0 = (a number" in str(error)
    assert error.combination == (1, -(10**5000))
