"""Projection onto a column space: the theorems, and hand-worked cases."""

from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import FailedCheckError
from linalg_book.exact import project
from tests.call import LINE_FIT, NINE, RIGHT_SIDES, WIDE_AND_DEPENDENT, C, Call, D
from tests.strategies import FRACTIONS, column, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "project": Call(
        ([6, 0, 0], LINE_FIT), ("6 0 0", "1 0; 1 1; 1 2"), "b:column onto:matrix",
        lambda A, b: exact.project(b, A), takes_b=True, matrix="onto",
        further=[
            *zip(RIGHT_SIDES, WIDE_AND_DEPENDENT, strict=True),
            ([6, 0, 0], [[1, 0], [1, 1], [1, 2]]), ([1, 1], [[1], [2]]), ([1, 2], [[0], [0]]),
            ([1, 2], [[1, 0], [0, 1]]), ([1, 0, 0], NINE), ([1, 2], [[], []]),
            ([C, D**2], [[1], [2]]), ([2, 4], [1, 2]), ([1, 3], [[1, 2], [2, 4]])],
    ),
}  # fmt: skip

_project = import_module("linalg_book.exact.functions.project")

HALF = Rational(1, 2)
# onto, b, projection, worked by hand
WORKED = {
    # Line y = 5 − 3t through (0, 6), (1, 0), (2, 0): AᵀA = [[3, 3], [3, 5]], Aᵀb = (6, 0).
    "plane": ([[1, 0], [1, 1], [1, 2]], [6, 0, 0], [5, 2, -1]),
    # a·b = 5, ‖a‖² = 2.
    "line": ([1, 1], [2, 3], [5 * HALF, 5 * HALF]),
    # The second column is twice the first, the third is e₃: span of (1, 2, 0) and (0, 0, 1);
    # (1, 2, 0)·(3, 1, 7)/5 = 1.
    "dependent": ([[1, 2, 0], [2, 4, 0], [0, 0, 1]], [3, 1, 7], [1, 2, 7]),
    "inside": ([1, 2], [3, 6], [3, 6]),
    "perpendicular": ([[1], [2]], [2, -1], [0, 0]),
    "zero b": ([[1, 2], [3, 4]], [0, 0], [0, 0]),
    "everything": ([[1, 2], [3, 4]], [5, 7], [5, 7]),
    "zero matrix": ([[0, 0], [0, 0]], [1, 2], [0, 0]),
    "one by one": ([[3]], [5], [5]),
    "fractions": ([["1/2"], ["-1/2"]], [1, 0], [HALF, -HALF]),
}


@pytest.mark.parametrize(("A", "b", "p"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, b, p):
    example = project(b, onto=A)
    assert example.answer == Matrix(p)
    assert example.values["residual"] == column([Fraction(x) for x in b]) - Matrix(p)
    assert all(check.holds for check in example.checks)
    assert example.steps


def test_by_products():
    # b − p = (1, −2, 1); P = I − vvᵀ/6 with v = (1, −2, 1) perpendicular to the columns.
    values = project([6, 0, 0], onto=[[1, 0], [1, 1], [1, 2]]).values
    v = Matrix([1, -2, 1])
    assert values["residual"] == v
    assert (values["distance"], values["distance_squared"]) == (sqrt(6), 6)
    assert values["matrix"] == eye(3) - v * v.T / 6
    assert values["coefficients"] == Matrix([5, -3])
    assert (values["rank"], values["independent_columns"]) == (2, (0, 1))


@pytest.mark.parametrize(
    ("A", "b"), [([[], []], [1, 2]), ([], []), (zeros(0, 3), []), (zeros(2, 0), ["1/2", 0])]
)
def test_without_rows_or_columns(A, b):
    example = project(b, onto=A)
    assert example.answer == zeros(len(b), 1)
    assert example.values["matrix"] == zeros(len(b), len(b))
    assert len(example.steps) == 1
    assert example.text()
    assert example.latex()


def test_huge_integers():
    factor = 7**240
    assert project([2 * factor, 3 * factor], [factor, factor]).answer == (
        Matrix([5, 5]) * factor / 2
    )


@given(matrices(), st.data())
def test_the_matrix_is_the_only_symmetric_idempotent_one_with_that_column_space(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    P = project(b, onto=A).values["matrix"]
    assert P * P == P == P.T
    assert P * matrix(A) == matrix(A)
    assert P.rank() == matrix(A).rank()


@given(matrices(), st.data())
def test_agrees_with_sympys_pseudoinverse(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    example = project(b, onto=A)
    assert example.answer == matrix(A) * matrix(A).pinv() * column(b)
    assert example.values["coefficients"] == matrix(A).pinv() * column(b)


@given(matrices(), st.data())
def test_no_other_point_of_the_column_space_is_nearer(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    other = matrix(A) * column([data.draw(FRACTIONS) for _ in A[0]])
    example = project(b, onto=A)
    away, residual = column(b) - other, example.values["residual"]
    # Pythagoras: the way to any other point is the residual plus a way inside the space.
    between = example.answer - other
    assert away.dot(away) == residual.dot(residual) + between.dot(between)
    assert example.values["distance_squared"] == residual.dot(residual)


@given(matrices(), st.data())
def test_projecting_twice_changes_nothing(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    once = project(b, onto=A).answer
    again = project(once, onto=A)
    assert again.answer == once
    assert again.values["distance"] == 0


def test_the_steps_of_a_line_and_of_dependent_columns():
    text = project([2, 3], onto=[1, 1]).text()
    assert "p = c a" in text
    assert "c = (a·b)/‖a‖²" in text
    assert "P = (a aᵀ)/‖a‖²" in text
    text = project([3, 1, 7], onto=[[1, 2, 0], [2, 4, 0], [0, 0, 1]]).text()
    assert "column 2 = 2·column 1" in text
    assert "P = C (Cᵀ C)⁻¹ Cᵀ" in text
    wide = project([1], onto=[[1, 2, 3, 4, 5, 6, 0]]).text()
    assert "column 5 = 5·column 1; and 2" in wide
    assert "column 2 is zero" in project([1], onto=[[1, 0]]).text()


def test_a_wrong_computation_raises(monkeypatch):
    right = _project.solve
    monkeypatch.setattr(_project, "solve", lambda *given: 2 * right(*given))
    with pytest.raises(FailedCheckError, match="the matrix P gives p"):
        project([6, 0, 0], onto=[[1, 0], [1, 1], [1, 2]])
