"""Rational numbers and matrices are printed as by SymPy's own printers."""

import re

import pytest
import sympy
from hypothesis import given
from sympy import ImmutableMatrix, Rational, Symbol, sqrt
from sympy.printing.mathml import mathml

from linalg_book.writing.leaves import _Printer, unicode_drawing
from linalg_book.writing.rational_leaves import (
    is_rational,
    rational_latex,
    rational_mathml,
    rational_picture,
)
from tests.strategies import FRACTIONS, matrices, matrix, rational


def as_by_sympy(content):
    assert is_rational(content)
    assert rational_latex(content) == sympy.latex(content, mat_str="bmatrix", mat_delim="")
    markup = mathml(content, printer="presentation").replace("<mn>-", "<mn>−")
    assert rational_mathml(content) == markup
    with unicode_drawing():
        drawn = _Printer({"use_unicode": True}).drawing(content)
        ours = rational_picture(content)
    assert str(ours) == str(drawn).replace("-", "−")
    assert ours.baseline == drawn.baseline
    assert (ours.width(), ours.height()) == (drawn.width(), drawn.height())


@given(matrices())
def test_matrices(rows):
    as_by_sympy(ImmutableMatrix(matrix(rows)))


@given(FRACTIONS)
def test_numbers(x):
    as_by_sympy(rational(x))


@pytest.mark.parametrize("content", [10**60, -(10**60), Rational(-1, 10**40), Rational(1, 2), 0])
def test_long_and_short_numbers(content):
    as_by_sympy(sympy.sympify(content))
    as_by_sympy(ImmutableMatrix([[content, 1], [-7, content]]))


@pytest.mark.parametrize(
    "content", [sqrt(2), Symbol("x"), ImmutableMatrix([[1, sqrt(2)]]), ImmutableMatrix(0, 2, [])]
)
def test_all_else_is_left_to_sympy(content):
    assert not is_rational(content)


def test_no_hyphen_stands_for_a_minus_in_a_drawing():
    assert not re.search("-", str(rational_picture(ImmutableMatrix([[-1, Rational(-1, 2)]]))))
