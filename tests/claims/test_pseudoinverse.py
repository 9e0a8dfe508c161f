"""What the chapter on the pseudoinverse states, on random exact matrices of any rank."""

from fractions import Fraction

from hypothesis import assume, example, settings
from hypothesis import strategies as st
from sympy import Matrix, N, eye, zeros

from linalg_book.exact import pseudoinverse, svd
from tests.algebra import mirror
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

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 2))


def penrose(A, X):
    """Return the four conditions."""
    return (A * X * A == A, X * A * X == X, (A * X).T == A * X, (X * A).T == X * A)


@given(matrices(), numbers(4), numbers(4))
@neighbor("everywhere", [[1, 0]], [0], [0, 1], inside=False)
def test_the_way_back(rows, out, into, *, inside=True):
    A, X = matrix(rows), pseudoinverse(rows).answer
    w, z = block(out, A.rows, 1), block(into, A.cols, 1)
    x, b = A.T * w if inside else z, A * z
    assert X * A * x == x
    assert A * X * b == b
    assert all(not any(X * y) for y in A.T.nullspace())
    assert A.T.row_join(X).rank() == A.rank() == X.rank()


@given(SIZES, SIZES, numbers(16, INTEGERS), numbers(16, INTEGERS), st.booleans(), INTEGERS)
@neighbor("oblique", 1, 1, [0], [1], False, 1, conditions=["equal to its square"])
@neighbor("symmetric", 1, 1, [0], [0], True, 2, conditions=["symmetric"])
def test_projectors_are_symmetric_and_equal_to_their_squares(
    k, m, first, second, is_same, factor, *, conditions=("equal to its square", "symmetric")
):
    assume(factor)
    C = eye(k).col_join(block(first, m, k))
    D = C if is_same else eye(k).col_join(block(second, m, k))
    assume((D.T * C).det() != 0)
    P = C * (D.T * C).inv() * D.T
    assert P * C == C
    P *= factor
    met = {"equal to its square": P * P == P, "symmetric": P.T == P}
    onto = C * (C.T * C).inv() * C.T  # the only projector onto the same space
    assert all(met[condition] for condition in conditions) is (onto == P)
    assert (onto == P) is (C == D and factor == 1)


@given(matrices())
def test_the_four_conditions(rows):
    assert all(penrose(matrix(rows), pseudoinverse(rows).answer))


def breaks_one(A, X, Z, condition):
    """Return a change of X = A⁺ after which only one of the four conditions may fail."""
    I, K = eye(A.cols) - X * A, eye(A.rows) - A * X  # noqa: E741
    return (-X, I * Z * K, X * A * Z * K, I * Z * A * X)[condition]


@given(matrices(entries=INTEGERS), numbers(16, INTEGERS), st.integers(0, 4))
@neighbor("2, 3, 4", [[1]], [0], 0, conditions=[1, 2, 3])
@neighbor("1, 3, 4", [[0]], [1], 1, conditions=[0, 2, 3])
@neighbor("1, 2, 4", [[1], [0]], [0, 1], 2, conditions=[0, 1, 3])
@neighbor("1, 2, 3", [[1, 0]], [0, 1], 3, conditions=[0, 1, 2])
def test_no_other_matrix_meets_them(rows, entries, broken, *, conditions=range(4)):
    A, X = matrix(rows), pseudoinverse(rows).answer
    change = block(entries, A.cols, A.rows)
    if broken < 4:
        change = breaks_one(A, X, change, broken)
        kept = [met for i, met in enumerate(penrose(A, X + change)) if i != broken]
        assert all(kept)
    met = penrose(A, X + change)
    assert all(met[i] for i in conditions) is not any(change)


@given(matrices(), numbers(4), numbers(4), st.booleans())
@neighbor("only", [[1, 0]], [0], [0, 1], False, only=True)
def test_shortest_of_all_that_come_nearest(rows, right, entries, is_free, *, only=False):
    A = matrix(rows)
    b, other = block(right, A.rows, 1), block(entries, A.cols, 1)
    x = pseudoinverse(rows).answer * b
    if is_free:
        other = sum((other[i] * v for i, v in enumerate(A.nullspace())), zeros(A.cols, 1))
    residual, worse = b - A * x, b - A * (x + other)
    assert not any(A.T * residual)
    assert worse.dot(worse) == residual.dot(residual) + (A * other).dot(A * other)
    is_least = worse.dot(worse) == residual.dot(residual)
    assert is_least is (not any(other) if only else not any(A * other))
    if is_least:
        assert (x + other).dot(x + other) == x.dot(x) + other.dot(other)


@given(matrices())
def test_the_projectors(rows):
    A = matrix(rows)
    X = pseudoinverse(rows).answer
    for P, spans in ((A * X, A), (X * A, A.T)):
        assert P * P == P == P.T
        assert P.rank() == A.rank()
        assert P * spans == spans


def left_by(P):
    """Return the projector onto what P leaves."""
    return eye(P.rows) - P


@given(matrices(), numbers(4), numbers(4))
@neighbor("kept", [[1]], [0], [1], free=lambda P: P)
def test_what_the_projectors_leave(rows, right, entries, *, free=left_by):
    A, X = matrix(rows), pseudoinverse(rows).answer
    b, z = block(right, A.rows, 1), block(entries, A.cols, 1)
    assert not any(A.T * left_by(A * X) * b)
    assert all(left_by(X * A) * v == v for v in A.nullspace())
    assert all(left_by(A * X) * y == y for y in A.T.nullspace())
    assert not any(A.T * (A * (X * b + free(X * A) * z) - b))


def last_positive(r):
    """Return the place of the least positive singular value."""
    return r - 1


@settings(max_examples=20)
@given(SMALL, numbers(3, INTEGERS))
@neighbor("largest", [[2, 0], [0, 1]], [0, 1], place=lambda _: 0)
def test_reciprocal_singular_values(rows, right, *, place=last_positive):
    found, X = svd(rows, full=True), pseudoinverse(rows).answer
    U, S, V = found.answer
    r = found.values["rank"]
    back = zeros(X.rows, X.cols)
    for i in range(r):
        back[i, i] = 1 / S[i, i]
    assert all(entry.equals(0) for entry in V * back * U.T - X)
    if r:
        i, b = place(r), block(right, X.cols, 1)
        longest = X * U[:, i]
        assert (longest.dot(longest) - 1 / S[i, i] ** 2).equals(0)
        assert N((X * b).dot(X * b) - b.dot(b) / S[i, i] ** 2, 40) <= Fraction(1, 10**30)


@given(matrices())
def test_transpose_and_double(rows):
    A = matrix(rows)
    X = pseudoinverse(rows).answer
    assert pseudoinverse(X).answer == A
    assert pseudoinverse(A.T).answer == X.T
    assert pseudoinverse(A.T * A).answer * A.T == X


@given(matrices(), numbers(4, INTEGERS), numbers(4, INTEGERS))
def test_gram_matrices_orthogonal_factors_and_rank(rows, first, second):
    A, X = matrix(rows), pseudoinverse(rows).answer
    assert pseudoinverse(A.T * A).answer == X * X.T
    assert A.T * pseudoinverse(A * A.T).answer == X
    assert X.rank() == A.rank()
    Q = mirror(column([*first[: A.rows - 1], 1]))
    P = mirror(column([*second[: A.cols - 1], 1]))
    assert pseudoinverse(Q * A * P).answer == P.T * X * Q.T
    longer = Q.col_join(zeros(1, A.rows)), P.row_join(zeros(A.cols, 1))
    assert pseudoinverse(longer[0] * A * longer[1]).answer == longer[1].T * X * longer[0].T


@given(matrices(), numbers(16, INTEGERS), st.booleans())
@neighbor("invertible", [[0], [1]], [1, 1, 0, 1], False, orthogonal=False)
def test_an_orthogonal_factor(rows, entries, is_mirror, *, orthogonal=True):
    """Q may be any matrix with QᵀQ = I, but not any invertible one."""
    A, X = matrix(rows), pseudoinverse(rows).answer
    Q = block(entries, A.rows, A.rows)
    if is_mirror:
        Q = mirror(column([*entries[: A.rows - 1], 1]))
    assume(eye(A.rows) == Q.T * Q if orthogonal else Q.det() != 0)
    assert pseudoinverse(Q * A).answer == X * Q.inv()


def reciprocal(c):
    """Return c⁺, for a number."""
    return 1 / c if c else c


@given(matrices(), FRACTIONS)
@example([[1, 2]], 0)
@neighbor("same factor", [[1]], 2, factor=lambda c: c)
def test_a_factor(rows, c, *, factor=reciprocal):
    c = rational(c)
    assert pseudoinverse(c * matrix(rows)).answer == factor(c) * pseudoinverse(rows).answer


def has_independent_rows(A):
    return A.rank() == A.rows


@given(matrices())
@neighbor("both sides", [[1], [0]], right_inverse_if=lambda A: A.rank() == min(A.shape))
def test_the_formulas_for_full_rank(rows, *, right_inverse_if=has_independent_rows):
    A, X = matrix(rows), pseudoinverse(rows).answer
    if A.rank() == A.cols:
        assert (A.T * A).inv() * A.T == X
        assert eye(A.cols) == X * A
    if right_inverse_if(A):
        assert eye(A.rows) == A * X
        assert A.T * (A * A.T).inv() == X


FULL = ("independent columns", "independent rows")


@given(matrices(entries=INTEGERS), SIZES, numbers(16, INTEGERS))
@neighbor("columns", [[1, 1], [0, 1]], 1, [1, 0], needed=["independent columns"])
@neighbor("rows", [[1, 0]], 2, [1, 0, 1, 1], needed=["independent rows"])
def test_when_products_turn_round(rows, n, entries, *, needed=FULL):
    # Greville's condition
    A = matrix(rows)
    B = block(entries, A.cols, n)
    turns = pseudoinverse(A * B).answer == pseudoinverse(B).answer * pseudoinverse(A).answer
    inside = B.row_join(A.T * A * B).rank() == B.rank()
    outside = A.T.row_join(B * B.T * A.T).rank() == A.rank()
    assert turns is (inside and outside)
    met = dict(zip(FULL, (A.rank() == A.cols, B.rank() == B.rows), strict=True))
    if all(met[condition] for condition in needed):
        assert turns


def test_the_order_of_a_product_does_not_turn_round():
    # A = (1 0), B = (1 1)ᵀ: A B = 1, but B⁺A⁺ = (1/2 1/2)(1 0)ᵀ = 1/2.
    A, B = Matrix([[1, 0]]), Matrix([1, 1])
    assert pseudoinverse(A * B).answer == Matrix([[1]])
    assert 2 * pseudoinverse(B).answer * pseudoinverse(A).answer == Matrix([[1]])
