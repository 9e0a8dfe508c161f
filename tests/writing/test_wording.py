"""Pieces of sentences."""

from fractions import Fraction

import pytest
from sympy import Rational

from linalg_book.writing.wording import combination, counted, listed, short


@pytest.mark.parametrize(
    ("multipliers", "words"),
    [
        ((2, 0, -1), "2·row 1 − row 3"),
        ((-1, 1), "−row 1 + row 2"),
        ((Fraction(-1, 2), Fraction(3, 2)), "−1/2·row 1 + 3/2·row 2"),
        ((0, Rational(-2, 3)), "−2/3·row 2"),
        ((0, 0), ""),
        ((), ""),
    ],
)
def test_combinations(multipliers, words):
    assert combination(multipliers, "row") == words


def test_a_combination_with_numbers_too_long_to_write():
    assert combination((1, -(10**60)), "row", short) == (
        "row 1 − (a number of more than 60 digits)·row 2"
    )
    assert short(Fraction(-1, 3)) == "−1/3"


def test_lists_and_counts():
    assert [listed(range(1, n + 1)) for n in (1, 2, 3)] == ["1", "1 and 2", "1, 2 and 3"]
    assert counted(1, "row") == "1 row"
    assert counted(0, "entry", "entries") == "0 entries"
