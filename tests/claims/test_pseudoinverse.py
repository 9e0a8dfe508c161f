"""What the chapter on the pseudoinverse states, on random exact matrices of any rank."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy import Matrix, eye, limit, symbols, zeros

from linalg_book.exact import pseudoinverse, svd
from tests.strategies import FRACTIONS, INTEGERS, SIZES, column, matrices, matrix, rational

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 2))
POSITIVE = FRACTIONS.filter(lambda value: value > 0)


def penrose(A, X):
    """Return the four conditions."""
    return (A * X * A == A, X * A * X == X, (A * X).T == A * X, (X * A).T == X * A)


def vectors(data, size, entries=FRACTIONS):
    """Draw a column."""
    return column([data.draw(entries) for _ in range(size)])


@given(matrices(), st.data())
def test_the_way_back(rows, data):
    A, X = matrix(rows), pseudoinverse(rows).answer
    x, b = A.T * vectors(data, A.rows), A * vectors(data, A.cols)
    assert X * A * x == x
    assert A * X * b == b
    assert all(not any(X * y) for y in A.T.nullspace())
    assert A.T.row_join(X).rank() == A.rank() == X.rank()


@given(SIZES, SIZES, st.data())
def test_projectors_are_symmetric_and_equal_to_their_squares(k, m, data):
    more = [Matrix(m, k, [data.draw(INTEGERS) for _ in range(m * k)]) for _ in range(2)]
    C, D = (eye(k).col_join(part) for part in (more[0], data.draw(st.sampled_from(more))))
    assume((D.T * C).det() != 0)
    P = C * (D.T * C).inv() * D.T
    assert P * P == P
    assert P * C == C
    orthogonal = not any(C.T * (eye(k + m) - P))
    assert (P.T == P) is orthogonal is (C == D)


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


@given(matrices(), st.data())
def test_what_the_projectors_leave(rows, data):
    A, X = matrix(rows), pseudoinverse(rows).answer
    b, z = vectors(data, A.rows), vectors(data, A.cols)
    free = (eye(A.cols) - X * A) * z
    assert not any(A * free)
    assert not any(A.T * (b - A * X * b))
    assert not any(A.T * (A * (X * b + free) - b))
    assert all((eye(A.cols) - X * A) * v == v for v in A.nullspace())
    assert all((eye(A.rows) - A * X) * y == y for y in A.T.nullspace())


@settings(max_examples=20)
@given(SMALL)
def test_reciprocal_singular_values(rows):
    found, X = svd(rows, full=True), pseudoinverse(rows).answer
    U, S, V = found.answer
    r = found.values["rank"]
    back = zeros(X.rows, X.cols)
    for i in range(r):
        back[i, i] = 1 / S[i, i]
    assert all(entry.equals(0) for entry in V * back * U.T - X)
    if r:
        longest = X * U[:, r - 1]
        assert (longest.dot(longest) - 1 / S[r - 1, r - 1] ** 2).equals(0)


@given(matrices())
def test_transpose_and_double(rows):
    A = matrix(rows)
    X = pseudoinverse(rows).answer
    assert pseudoinverse(X).answer == A
    assert pseudoinverse(A.T).answer == X.T
    assert pseudoinverse(A.T * A).answer * A.T == X


def reflection(direction):
    """Return an orthogonal matrix of fractions."""
    return eye(direction.rows) - 2 * direction * direction.T / direction.dot(direction)


@given(matrices(), st.data())
def test_gram_matrices_orthogonal_factors_and_rank(rows, data):
    A, X = matrix(rows), pseudoinverse(rows).answer
    assert pseudoinverse(A.T * A).answer == X * X.T
    assert A.T * pseudoinverse(A * A.T).answer == X
    Q = reflection(column([data.draw(INTEGERS) for _ in rows[1:]] + [1]))
    P = reflection(column([data.draw(INTEGERS) for _ in rows[0][1:]] + [1]))
    assert pseudoinverse(Q * A * P).answer == P.T * X * Q.T
    longer = Q.col_join(zeros(1, A.rows)), P.row_join(zeros(A.cols, 1))
    assert pseudoinverse(longer[0] * A * longer[1]).answer == longer[1].T * X * longer[0].T


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


@given(matrices(), POSITIVE, st.data())
def test_how_fast_the_limit_is_reached(rows, delta, data):
    A, X, b = matrix(rows), pseudoinverse(rows).answer, vectors(data, len(rows))
    small = rational(delta)
    regularized = (A.T * A + small * eye(A.cols)).inv() * A.T
    assert regularized == A.T * (A * A.T + small * eye(A.rows)).inv()
    w = pseudoinverse(A.T * A).answer * X * b
    assert A.T * A * w == X * b
    error = regularized * b - X * b
    assert error.dot(error) <= small**2 * w.dot(w)


@given(matrices(entries=INTEGERS), st.data())
def test_when_products_turn_round(rows, data):
    # Greville's condition
    A = matrix(rows)
    B = matrix(data.draw(matrices(entries=INTEGERS, rows=st.just(A.cols))))
    turns = pseudoinverse(A * B).answer == pseudoinverse(B).answer * pseudoinverse(A).answer
    inside = B.row_join(A.T * A * B).rank() == B.rank()
    outside = A.T.row_join(B * B.T * A.T).rank() == A.rank()
    assert turns is (inside and outside)
    if A.rank() == A.cols and B.rank() == B.rows:
        assert turns


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


@given(matrices(), POSITIVE, st.sampled_from([1, -1]), st.data())
def test_one_more_direction(rows, size, sign, data):
    A, X, epsilon = matrix(rows), pseudoinverse(rows).answer, sign * rational(size)
    lost, free = A.T.nullspace(), A.nullspace()
    assume(lost and free)
    u = sum((y * rational(data.draw(FRACTIONS)) for y in lost), zeros(A.rows, 1))
    v = sum((z * rational(data.draw(FRACTIONS)) for z in free), zeros(A.cols, 1))
    assume(any(u) and any(v))
    # for vectors of length 1 the last factor is 1
    more = v * u.T / (epsilon * u.dot(u) * v.dot(v))
    assert pseudoinverse(A + epsilon * u * v.T).answer == X + more


@given(SIZES, SIZES, st.data())
def test_no_jump_while_the_rank_stays(m, n, data):
    r = data.draw(st.integers(0, min(m, n)))

    def draw(height, width):
        return Matrix(height, width, [data.draw(INTEGERS) for _ in range(height * width)])

    C, R, moved = draw(m, r), draw(r, n), draw(m, r)
    t = rational(Fraction(1, 10**20))
    near, here = (C + t * moved) * R, C * R
    assume(here.rank() == near.rank())
    change = pseudoinverse(near).answer - pseudoinverse(here).answer
    assert all(abs(entry) < Fraction(1, 10**9) for entry in change)
