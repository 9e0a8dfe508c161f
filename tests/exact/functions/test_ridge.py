"""Least squares with a penalty, and its limit."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, Symbol, eye, zeros

from linalg_book import exact
from linalg_book.errors import FailedCheckError, InexactNumberError, InvalidNumberError
from linalg_book.exact import ridge
from linalg_book.exact.engine.ridge_path import ridge_path
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.reading.symbols import LAMBDA
from tests.call import FIVE, HALF, RIGHT_SIDES, WIDE_AND_DEPENDENT, C, Call, D
from tests.strategies import FRACTIONS, column, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "ridge": Call(
        ([[1, 0], [0, 2]], [1, 1], "1/2"), ("1 0; 0 2", "1 1", "--penalty", "1/2"),
        "A:matrix b:column penalty:number", lambda A, b: exact.ridge(A, b, "1/2"), takes_b=True,
        further=[
            *((A, b, 2) for A, b in zip(WIDE_AND_DEPENDENT, RIGHT_SIDES, strict=True)),
            *((A, b, 0) for A, b in zip(WIDE_AND_DEPENDENT, RIGHT_SIDES, strict=True)),
            ([[1, 0], [0, 2]], [1, 1], HALF), ([[1, 2], [2, 4]], [1, 3], 0), ([[1]], [1], 1),
            ([[1, 2, 2], [0, 1, 1]], [3, 1], 2), ([[1, 2, 2]], [3], 1), ([[1], [2]], [3, 1], 0),
            ([[0, 0]], [1], 1), ([[]], [1], 2), (FIVE, [1, 2, 3, 4, 5], 1),
            ([[1, 0], [0, 2]], [C, D], 1)],
    ),
}  # fmt: skip

_ridge = import_module("linalg_book.exact.functions.ridge")

F = Rational
PENALTIES = FRACTIONS.filter(lambda value: value > 0)
# A, b, λ, x, limit, worked by hand
WORKED = {
    # (2·2 + 1) x = 4 for x = y, by symmetry.
    "dependent": ([[1, 1], [1, 1]], [2, 2], 1, [F(4, 5), F(4, 5)], [1, 1]),
    # [[4, 3], [3, 6]] x = (6, 0), determinant 15.
    "line": ([[1, 0], [1, 1], [1, 2]], [6, 0, 0], 1, [F(36, 15), F(-18, 15)], [5, -3]),
    # One equation: α = 9/(9 + λ).
    "wide": ([[1, 2, 2]], [9], 9, [F(1, 2), 1, 1], [1, 2, 2]),
    "one by one": ([[2]], [3], "1/2", [F(4, 3)], [F(3, 2)]),
    "zero matrix": ([[0, 0], [0, 0]], [1, 2], 1, [0, 0], [0, 0]),
    "zero b": ([[1, 2], [3, 4]], [0, 0], 2, [0, 0], [0, 0]),
}


@pytest.mark.parametrize(("A", "b", "penalty", "x", "limit"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, b, penalty, x, limit):
    example = ridge(A, b, penalty)
    assert example.answer == Matrix(x)
    assert example.values["limit"] == Matrix(limit)
    assert ridge(A, b, 0).answer == Matrix(limit)
    for made in (example, ridge(A, b, 0)):
        assert made.steps


def test_by_products():
    # x = (4/5, 4/5): both residuals 2 − 8/5 = 2/5.
    values = ridge([[1, 1], [1, 1]], [2, 2], 1).values
    assert values["residual"] == Matrix([F(2, 5), F(2, 5)])
    assert values["residual_squared"] == F(8, 25)
    assert values["norm_squared"] == F(32, 25)
    assert values["objective"] == F(40, 25)
    assert (values["penalty"], values["rank"]) == (1, 1)


@pytest.mark.parametrize("penalty", [0, 1])
@pytest.mark.parametrize(
    ("A", "b", "n"), [([], [], 0), ([[], []], [1, 2], 0), (zeros(0, 3), [], 3)]
)
def test_without_rows_or_columns(A, b, n, penalty):
    example = ridge(A, b, penalty)
    assert example.answer == zeros(n, 1)
    assert example.text()


@given(matrices(), PENALTIES, st.data())
def test_solves_the_equations_with_the_penalty(A, penalty, data):
    b = [data.draw(FRACTIONS) for _ in A]
    M, weight = matrix(A), Rational(penalty.numerator, penalty.denominator)
    system = M.T * M + weight * eye(M.cols)
    assert ridge(A, b, penalty).answer == system.LUsolve(M.T * column(b))


@given(matrices(), st.data())
def test_zero_gives_the_pseudoinverse_solution(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    assert ridge(A, b, 0).answer == matrix(A).pinv() * column(b)


@given(matrices(), PENALTIES, st.data())
def test_the_path_passes_through_every_answer_and_ends_in_the_limit(A, penalty, data):
    b = [data.draw(FRACTIONS) for _ in A]
    path = ridge_path(read_matrix(A), read_column(b, len(A)))
    example = ridge(A, b, penalty)
    assert path.subs(LAMBDA, Rational(penalty.numerator, penalty.denominator)) == example.answer
    assert path.subs(LAMBDA, 0) == example.values["limit"] == matrix(A).pinv() * column(b)


@given(matrices(), PENALTIES, st.data())
def test_no_x_costs_less(A, penalty, data):
    b = [data.draw(FRACTIONS) for _ in A]
    x = column([data.draw(FRACTIONS) for _ in A[0]])
    residual = column(b) - matrix(A) * x
    weight = Rational(penalty.numerator, penalty.denominator)
    cost = residual.dot(residual) + weight * x.dot(x)
    example = ridge(A, b, penalty)
    # (AᵀA + λI) is positive definite: the excess is its quadratic form of the difference.
    step = x - example.answer
    image = matrix(A) * step
    excess = image.dot(image) + weight * step.dot(step)
    assert cost == example.values["objective"] + excess


@given(matrices(), PENALTIES, PENALTIES, st.data())
def test_a_larger_penalty_gives_a_shorter_answer_and_a_worse_fit(A, one, more, data):
    b = [data.draw(FRACTIONS) for _ in A]
    near, far = ridge(A, b, one).values, ridge(A, b, one + more).values
    assert far["norm_squared"] <= near["norm_squared"]
    assert far["residual_squared"] >= near["residual_squared"]


def test_huge_integers():
    big = 10**200
    assert ridge([[big, big], [big, big]], [2 * big, 2 * big], big**2).answer == Matrix(
        [F(4, 5), F(4, 5)]
    )


def test_the_steps():
    text = " ".join(ridge([[1, 2, 2]], [9], 9).text().split())
    assert "one multiplier takes the place of 3 unknowns" in text
    assert "No denominator is zero" in text
    text = " ".join(ridge([[1, 1], [1, 1]], [2, 2], 0).text().split())
    assert "infinitely many solutions" in text
    assert "a power of λ cancels" in text
    assert "have one solution" in ridge([[1]], [1], 0).text()
    assert "whatever the rank of A" in " ".join(ridge([[1]], [1], 1).text().split())
    assert len(ridge(eye(5), [1] * 5, 1).steps) == len(ridge(eye(4), [1] * 4, 1).steps) - 1
    assert "Put in λ = 0." in ridge([[1]], [1], 0).text()
    assert "See where x goes" in ridge(eye(5), [1] * 5, 0).text()
    assert "only its length counts" in " ".join(ridge([[0]], [1], 1).text().split())


def test_penalties_that_are_refused():
    with pytest.raises(InvalidNumberError, match=r"penalty is -1, which is negative.*0 for the"):
        ridge([[1]], [1], -1)
    with pytest.raises(InexactNumberError, match=r"penalty is 0\.1"):
        ridge([[1]], [1], 0.1)
    with pytest.raises(InvalidNumberError, match="symbolic"):
        ridge([[1]], [1], Symbol("s"))


def test_a_wrong_computation_raises(monkeypatch):
    right = _ridge.penalized
    monkeypatch.setattr(_ridge, "penalized", lambda *given: right(*given) * 2)
    with pytest.raises(FailedCheckError, match="equations with the penalty"):
        ridge([[1, 1], [1, 1]], [2, 2], 1)
