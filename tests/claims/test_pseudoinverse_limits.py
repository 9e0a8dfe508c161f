"""How the pseudoinverse is a limit, and when it jumps, on random exact matrices of any rank."""

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye, limit, sqrt, symbols, zeros

from linalg_book.exact import pseudoinverse
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, INTEGERS, block, matrices, matrix, numbers, rational


@pytest.mark.parametrize("rows", [[[1, 2], [2, 4]], [[0, 0, 0]], [[1, 0], [1, 1], [1, 2]], [[3]]])
def test_the_limit(rows):
    A, delta = Matrix(rows), symbols("delta", positive=True)
    regularized = (A.T * A + delta * eye(A.cols)).inv() * A.T
    expected = regularized.applyfunc(lambda entry: limit(entry, delta, 0, "+"))
    assert pseudoinverse(rows).answer == pseudoinverse(rows, method="limit").answer == expected


@given(matrices(), FRACTIONS.filter(bool), numbers(4))
@neighbor("negative", [[1]], -1, [1], positive=False)
def test_how_fast_the_limit_is_reached(rows, delta, right, *, positive=True):
    A, X = matrix(rows), pseudoinverse(rows).answer
    b, small = block(right, A.rows, 1), rational(abs(delta) if positive else delta)
    shifted = A.T * A + small * eye(A.cols), A * A.T + small * eye(A.rows)
    assert all(square.det() != 0 for square in shifted)
    regularized = shifted[0].inv() * A.T
    assert regularized == A.T * shifted[1].inv()
    w = pseudoinverse(A.T * A).answer * X * b
    assert A.T * A * w == X * b
    error = regularized * b - X * b
    assert error.dot(error) <= small**2 * w.dot(w)


def test_a_jump_where_the_rank_drops():
    # diag(1, ε)⁺ = diag(1, 1/ε) grows without bound, but diag(1, 0)⁺ = diag(1, 0).
    for k in (1, 10, 100):
        assert pseudoinverse([[1, 0], [0, f"1/{10**k}"]]).answer == Matrix([[1, 0], [0, 10**k]])
    assert pseudoinverse([[1, 0], [0, 0]]).answer == Matrix([[1, 0], [0, 0]])


def combination(vectors, entries, n):
    """Combine vectors of length n with the first of these numbers."""
    return sum((v * c for v, c in zip(vectors, block(entries, n, 1), strict=False)), zeros(n, 1))


@given(matrices(), FRACTIONS.filter(bool), numbers(4), numbers(4))
@neighbor("anywhere", [[1]], 1, [1], [1], lost=False)
def test_one_more_direction(rows, size, out, into, *, lost=True):
    A, X, epsilon = matrix(rows), pseudoinverse(rows).answer, rational(size)
    u, v = block(out, A.rows, 1), block(into, A.cols, 1)
    if lost:
        u = combination(A.T.nullspace(), out, A.rows)
        v = combination(A.nullspace(), into, A.cols)
    assume(any(u) and any(v))
    # for vectors of length 1 the last factor is 1
    more = v * u.T / (epsilon * u.dot(u) * v.dot(v))
    assert pseudoinverse(A + epsilon * u * v.T).answer == X + more


def jump_or_not(A, t, entries, is_free, same_rank):
    """Compare A⁺ with the pseudoinverse of a matrix at a distance of the size of t."""
    left, right = (block(entries[i:], n, n) for i, n in ((0, A.rows), (16, A.cols)))
    near = (eye(A.rows) + t * left) * A * (eye(A.cols) + t * right)  # moves all four subspaces
    if is_free:
        near += t * block(entries[32:], *A.shape)
    if A.rank() in A.shape:
        assert near.rank() == A.rank()
    assume(near.rank() == A.rank() or not same_rank)
    change = pseudoinverse(near).answer - pseudoinverse(A).answer
    assert all(abs(entry) < sqrt(t) for entry in change)


@given(matrices(entries=INTEGERS), numbers(48, INTEGERS), st.booleans())
@neighbor("any rank", [[0]], [0] * 32 + [1], True, same_rank=False)
def test_no_jump_while_the_rank_stays(rows, entries, is_free, *, same_rank=True):
    for t in (Rational(1, 10**20), Rational(1, 10**40)):
        jump_or_not(matrix(rows), t, entries, is_free, same_rank)
