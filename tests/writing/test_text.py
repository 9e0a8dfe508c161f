"""Expressions with symbols in one line."""

import pytest
import sympy
from sympy import Abs, Rational, sqrt, symbols

from linalg_book.writing.formula import factor, formula, quotient, row, times

c, d, b1 = symbols("c d b_1")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (3 * c / 25, "3c/25"),
        (-c, "−c"),
        (-c / 5, "−c/5"),
        (c * d, "cd"),
        (2 * b1 * c, "2b₁c"),
        (3 * c / 25 + 4 * d / 25 + 1, "3c/25 + 4d/25 + 1"),
        (c - 2 * d, "c − 2d"),
        (c**2 * d - 1, "c²d − 1"),
        (c**12, "c¹²"),
        (Abs(c + 1) / 5, "|c + 1|/5"),
        (2 * Abs(c), "2|c|"),
        (Abs(c) * Abs(d), "|c|·|d|"),
        (sqrt(5) * Abs(c) / 5, "√5·|c|/5"),
        (sqrt(5) * c, "√5·c"),
        (sqrt(c**2 + d**2) / 5, "√(c² + d²)/5"),
        ((c - 3) * (c - 1), "(c − 3)(c − 1)"),
        (c * (c - 1), "c(c − 1)"),
        (c / (c + 1), "c/(c + 1)"),
        (c / (2 * d), "c/(2d)"),
        (1 / c, "1/c"),
        (sympy.sin(c), "sin(c)"),
    ],
    ids=str,
)
def test_one_line(content, text):
    assert formula(content).line() == text


def test_pictures_of_matrices_stay_low():
    drawn = formula(sympy.Matrix([3 * c / 25, c**2 - 1])).text()
    assert drawn == "⎡3c/25 ⎤\n⎢      ⎥\n⎣c² − 1⎦"
    assert formula(c / (c + 1)).text().count("\n") == 2


@pytest.mark.parametrize("content", [c - d, -c / 5, Rational(-1, 2), sympy.Matrix([c - 1])])
def test_markup_has_minus_signs(content):
    # Browsers draw a hyphen as it is, too short for a minus sign.
    assert "<mo>−</mo>" in formula(content).elements()
    assert ">-" not in formula(content).elements()


def test_sums_and_signs_get_parentheses():
    assert row(factor(c + 1), d).line() == "(c + 1) d"
    assert row(factor(c / 5), d).line() == "c/5 d"
    assert times(3, c + 1).line() == "3·(c + 1)"
    assert times(3, -c / 5).line() == "3·(−c/5)"
    assert times(3, c).line() == "3·c"


def test_quotients_are_written_once_or_twice():
    assert row(*quotient(c, 25, c / 25)).line() == "c/25"
    assert row(*quotient(12, 25, Rational(12, 25))).line() == "12/25"
    assert row(*quotient(10, 25, Rational(2, 5))).line() == "10/25 = 2/5"
    assert row(*quotient(2 * c, 4, c / 2)).line() == "2c/4 = c/2"
    assert row(*quotient(c + 1, 2, c / 2 + Rational(1, 2))).line() == "(c + 1)/2 = c/2 + 1/2"
