"""Rows that come and go: exactly the answer of the whole, with fractions."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import exact, numeric
from linalg_book.errors import InexactNumberError, InvalidNumberError, ShapeError
from linalg_book.scale import RecursiveLeastSquares

WHOLE = st.integers(-3, 3)
ROWS = st.lists(st.tuples(st.tuples(WHOLE, WHOLE, WHOLE), WHOLE), min_size=1, max_size=7)


def whole_answer(rows):
    """Return the coefficients and the rank that ``exact`` finds for all rows at once."""
    if not rows:
        return [0, 0, 0], 0
    A, b = [list(a) for a, _ in rows], [b for _, b in rows]
    return list(exact.least_squares(A, b).answer), sympy.Matrix(A).rank()


def agrees(fit, rows):
    right, rank = whole_answer(rows)
    return fit.coefficients.tolist() == right and (fit.rank, fit.rows) == (rank, len(rows))


@given(ROWS, st.randoms(use_true_random=False))
def test_adding_and_forgetting_is_exact(rows, random):
    fit = RecursiveLeastSquares(3, exact=True)
    for number, (a, b) in enumerate(rows, start=1):
        fit.add(a, b)
        assert agrees(fit, rows[:number])
    left = list(rows)
    random.shuffle(left)
    while left:
        fit.forget(*left.pop())
        assert agrees(fit, left)


def test_a_window_that_moves_over_a_table():
    rng = np.random.default_rng(3)
    X = rng.standard_normal((300, 4))
    y = X @ [1, -2, 0, 5] + rng.standard_normal(300)
    fit = RecursiveLeastSquares(4)
    fit.add(X[:50], y[:50])
    for i in range(50, 300):
        fit.add(X[i], y[i])
        fit.forget(X[i - 50], y[i - 50])
    right = numeric.least_squares(X[-50:], y[-50:])
    assert np.max(np.abs(fit.coefficients - right)) < 1e-11
    assert (fit.rank, fit.rows) == (4, 50)


def test_dependent_columns_in_floats():
    X, y = np.array([[1, 1, 0], [1, 0, 1], [1, 1, 0], [1, 0, 1]]), [1, 2, 3, 4.5]
    fit = RecursiveLeastSquares(3)
    fit.add(X, y)
    assert fit.rank == 2
    assert np.allclose(fit.coefficients, numeric.least_squares(X, y), atol=1e-14)
    fit.forget(X[[1, 3]], [2, 4.5])
    assert fit.rank == 1
    assert np.allclose(fit.coefficients, numeric.least_squares(X[[0, 2]], [1, 3]), atol=1e-14)
    fit.forget(X[[0, 2]], [1, 3])
    assert (fit.rank, fit.rows) == (0, 0)
    assert np.allclose(fit.coefficients, 0, atol=1e-14)


def test_numbers_that_exact_takes():
    fit = RecursiveLeastSquares(1, exact=True)
    fit.add([sympy.Rational(1, 2)], "1/3")
    assert fit.coefficients.tolist() == [Fraction(2, 3)]
    for wrong in (0.5, True, None, "x", "1/0"):
        with pytest.raises(InexactNumberError, match="whole numbers and fractions"):
            fit.add([wrong], 1)
    assert fit.rows == 1


@pytest.mark.parametrize("exactly", [False, True])
def test_what_is_refused(exactly):
    with pytest.raises(InvalidNumberError, match="d is expected"):
        RecursiveLeastSquares(0, exact=exactly)
    fit = RecursiveLeastSquares(2, exact=exactly)
    with pytest.raises(InvalidNumberError, match=r"rows that are there \(0\)"):
        fit.forget([1, 0], 1)
    fit.add([1, 0], 1)
    for row in ([0, 1], [2, 0]):  # no row like these, and one that is longer
        with pytest.raises(InvalidNumberError, match=r"forget only what was added"):
            fit.forget(row, 1)
    for row, target in (([1, 2, 3], 1), ([[1, 2]], [1, 2]), (1, 1), ([[[1, 2]]], 1)):
        with pytest.raises(ShapeError, match="row is expected to have 2 entries"):
            fit.add(row, target)
    assert fit.coefficients.tolist() == [1, 0]


def test_gaps_are_refused():
    fit = RecursiveLeastSquares(2)
    with pytest.raises(InvalidNumberError, match="finite"):
        fit.add([1, np.nan], 1)
