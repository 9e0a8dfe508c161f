"""What the chapter on least squares states of gradient descent, on random exact matrices."""

from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag

from linalg_book.exact import gradient_descent, pseudoinverse
from tests.algebra import regression
from tests.neighbors import given, neighbor
from tests.strategies import (
    FRACTIONS,
    INTEGERS,
    SIZES,
    block,
    column,
    matrices,
    matrix,
    numbers,
    rational,
)

TURNS = st.sampled_from([(1, 0, 1), (0, 1, 1), (3, 4, 5), (5, 12, 13)])


def cosine_and_sine(turn):
    """Read a triangle with whole sides."""
    first, second, longest = turn
    return Rational(first, longest), Rational(second, longest)


@given(TURNS, SIZES, st.integers(0, 4), numbers(4, INTEGERS), FRACTIONS, st.integers(0, 4))
@neighbor("not squared", (1, 0, 1), 2, 0, [0, 0, 1, 0], Fraction(1, 2), 1, power=1)
def test_factors_of_the_error(turn, large, small, entries, eta, k, *, power=2):
    assume(large >= small)
    c, s = cosine_and_sine(turn)
    V, sigma = Matrix([[c, -s], [s, c]]), (large, small)
    X, eta = diag(*sigma) * V.T, rational(eta)
    y, w = column(entries[:2]), column(entries[2:])
    end = regression(X, y, w)
    errors = V.T * (w - end)
    for _ in range(k):
        w += eta * X.T * (y - X * w)
    expected = [(1 - eta * value**power) ** k * e for value, e in zip(sigma, errors, strict=True)]
    assert V.T * (w - end) == Matrix(expected)


def below(eta, sigma):
    """Say whether a step is allowed."""
    return 0 < eta < 2 / sigma**2


def up_to(eta, sigma):
    """Allow the bound itself."""
    return 0 < eta <= 2 / sigma**2


def not_squared(eta, sigma):
    """Forget the square."""
    return 0 < eta < 2 / sigma


@given(TURNS, SIZES, st.integers(0, 4), numbers(2, INTEGERS), FRACTIONS)
@neighbor("the bound itself", (1, 0, 1), 1, 0, [0, 0], Fraction(2), allowed=up_to)
@neighbor("not squared", (1, 0, 1), 2, 0, [0, 0], Fraction(3, 4), allowed=not_squared)
@neighbor("small", (1, 0, 1), 1, 0, [0, 0], Fraction(-1), allowed=lambda eta, s: eta < 2 / s**2)
def test_which_steps_converge(turn, large, small, right, eta, *, allowed=below):
    assume(large >= small)
    c, s = cosine_and_sine(turn)
    X, eta, sigma = diag(large, small) * Matrix([[c, s], [-s, c]]), rational(eta), Rational(large)
    y = column(right)
    end = pseudoinverse(X).answer * y
    w = start = end + Matrix([c, s])  # the start from which it is hardest
    for _ in range(3):
        w += eta * X.T * (y - X * w)
    shrinks = (w - end).dot(w - end) < (start - end).dot(start - end)
    assert bool(shrinks) is bool(allowed(eta, sigma))


@given(matrices(entries=INTEGERS), numbers(4, INTEGERS), numbers(4, INTEGERS))
@neighbor("any start", [[3, 4]], [12], [1, 1], end=lambda X, y, _: pseudoinverse(X).answer * y)
def test_where_descent_ends(rows, right, entries, *, end=regression):
    X, y, start = matrix(rows), block(right, len(rows), 1), block(entries, len(rows[0]), 1)
    assume(any(X))
    last = end(X, y, start)
    assert not any(X.T * (y - X * last))
    away = start - last
    assert all(away.dot(v) == 0 for v in X.nullspace())  # so it is the nearest minimizer
    eta = 1 / sum(entry**2 for entry in X)  # at most 1/σ₁²
    found = gradient_descent(rows, list(y), eta, steps=1, start=list(start))
    assert found.values["limit"] == last
    step = found.answer - last
    assert step == away - eta * X.T * X * away
    assert step.dot(step) < away.dot(away) or not any(away)
    in_row_space = X.rank() == X.col_join(start.T).rank()
    assert (last == pseudoinverse(X).answer * y) is in_row_space
