"""Numbers, points and equations as labels."""

from math import pi, sqrt

import pytest

from linalg_book.figures.kit import notation


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (3, "3"),
        (-1.44, "-36/25"),
        (1 / 3, "1/3"),
        (12_345, "12345"),
        (pi, "3.14"),
        (1e8, "10^{8}"),
        (-1e-8, "-10^{-8}"),
        (2.5e-7, r"2.5\times 10^{-7}"),
        (1e300, "10^{300}"),
        (1e-300, "10^{-300}"),
    ],
)
def test_number(value, text):
    assert notation.number(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0.5"), (-2.0, "-2"), (1000, "1000"), (0.001, "0.001"), (99_999, "99999"), (0, "0")],
)
def test_decimal(value, text):
    assert notation.decimal(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.4, "12/5"),
        (sqrt(13), r"\sqrt{13}"),
        (sqrt(8), r"2\sqrt{2}"),
        (6 / sqrt(13), r"6/\sqrt{13}"),
        (9 / (4 * sqrt(5)), r"9/(4\sqrt{5})"),
        (sqrt(3) / 2, r"\sqrt{3}/2"),
        (0, "0"),
        (pi, "3.14"),
        (1e200, "10^{200}"),
    ],
)
def test_length(value, text):
    assert notation.length(value) == text


@pytest.mark.parametrize(
    ("a", "c", "text"),
    [
        ((3, 4), 12, "3x + 4y = 12"),
        ((1, -1), 0, "x - y = 0"),
        ((-1, 0), 2, "-x = 2"),
        ((0, 5), -10, "5y = -10"),
        ((1 / 3, 2 / 3), 0.5, "x/3 + 2y/3 = 1/2"),
        ((1, 1e-8), 1, r"x + 10^{-8}\,y = 1"),
        ((2, 0, -1), 9, "2x - z = 9"),
    ],
)
def test_equation(a, c, text):
    assert notation.equation(a, c) == text


def test_pair():
    assert notation.pair((1.44, -2)) == r"(36/25,\, {-2})"
