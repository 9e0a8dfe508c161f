"""What the chapter on the pseudoinverse will state, on random exact matrices of any rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, eye, limit, symbols

from linalg_book.exact import pseudoinverse
from tests.strategies import FRACTIONS, INTEGERS, column, matrices, matrix


def penrose(A, X):
    """Return the four conditions."""
    return (A * X * A == A, X * A * X == X, (A * X).T == A * X, (X * A).T == X * A)


@given(matrices())
def test_the_four_conditions(rows):
    assert all(penrose(matrix(rows), pseudoinverse(rows).answer))


@given(matrices(entries=INTEGERS), st.data())
def test_no_other_matrix_meets_them(rows, data):
    A, X = matrix(rows), pseudoinverse(rows).answer
    change = Matrix(A.cols, A.rows, [data.draw(INTEGERS) for _ in range(A.rows * A.cols)])
    assert all(penrose(A, X + change)) is not any(change)


@given(matrices(), st.data())
def test_shortest_of_all_that_come_nearest(rows, data):
    A = matrix(rows)
    b = column([data.draw(FRACTIONS) for _ in rows])
    x = pseudoinverse(rows).answer * b
    other = column([data.draw(FRACTIONS) for _ in rows[0]])
    residual, worse = b - A * x, b - A * (x + other)
    assert not any(A.T * residual)
    assert worse.dot(worse) == residual.dot(residual) + (A * other).dot(A * other)
    if not any(A * other):
        assert (x + other).dot(x + other) == x.dot(x) + other.dot(other)


@given(matrices())
def test_the_projectors(rows):
    A = matrix(rows)
    X = pseudoinverse(rows).answer
    for P, spans in ((A * X, A), (X * A, A.T)):
        assert P * P == P == P.T
        assert P.rank() == A.rank()
        assert P * spans == spans


@given(matrices())
def test_transpose_and_double(rows):
    A = matrix(rows)
    X = pseudoinverse(rows).answer
    assert pseudoinverse(X).answer == A
    assert pseudoinverse(A.T).answer == X.T
    assert pseudoinverse(A.T * A).answer * A.T == X


@given(matrices(), FRACTIONS.filter(bool))
def test_a_factor(rows, factor):
    scaled = [[factor * entry for entry in row] for row in rows]
    assert pseudoinverse(scaled).answer * factor.numerator == (
        pseudoinverse(rows).answer * factor.denominator
    )


@given(matrices())
def test_the_formulas_for_full_rank(rows):
    A, X = matrix(rows), pseudoinverse(rows).answer
    if A.rank() == A.cols:
        assert (A.T * A).inv() * A.T == X
        assert eye(A.cols) == X * A
    if A.rank() == A.rows:
        assert A.T * (A * A.T).inv() == X
        assert eye(A.rows) == A * X


@pytest.mark.parametrize("rows", [[[1, 2], [2, 4]], [[0, 0, 0]], [[1, 0], [1, 1], [1, 2]], [[3]]])
def test_the_limit(rows):
    A, delta = Matrix(rows), symbols("delta", positive=True)
    regularized = (A.T * A + delta * eye(A.cols)).inv() * A.T
    expected = regularized.applyfunc(lambda entry: limit(entry, delta, 0, "+"))
    assert pseudoinverse(rows).answer == pseudoinverse(rows, method="limit").answer == expected


def test_the_order_of_a_product_does_not_turn_round():
    # A = (1 0), B = (1 1)ᵀ: A B = 1, but B⁺A⁺ = (1/2 1/2)(1 0)ᵀ = 1/2.
    A, B = Matrix([[1, 0]]), Matrix([1, 1])
    assert pseudoinverse(A * B).answer == Matrix([[1]])
    assert 2 * pseudoinverse(B).answer * pseudoinverse(A).answer == Matrix([[1]])


def test_a_jump_where_the_rank_drops():
    # diag(1, ε)⁺ = diag(1, 1/ε) grows without bound, but diag(1, 0)⁺ = diag(1, 0).
    for k in (1, 10, 100):
        assert pseudoinverse([[1, 0], [0, f"1/{10**k}"]]).answer == Matrix([[1, 0], [0, 10**k]])
    assert pseudoinverse([[1, 0], [0, 0]]).answer == Matrix([[1, 0], [0, 0]])
