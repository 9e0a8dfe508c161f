"""The statements of the chapter on least norm, on random exact matrices."""

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from sympy import Abs, Matrix, Max, Min, Rational, eye, ones, sqrt, zeros

from linalg_book.exact import least_norm, pseudoinverse, ridge, solve
from tests.algebra import squared
from tests.neighbors import given, neighbor
from tests.strategies import (
    FRACTIONS,
    INTEGERS,
    block,
    column,
    consistent_systems,
    matrices,
    matrix,
    numbers,
)
from tests.strategies import rational as exactly


def combination(columns, factors):
    """Combine columns with the first of these numbers; none give the zero vector."""
    return columns * block(factors, columns.cols, 1)


def null_space(A):
    """Return a basis as columns, by SymPy; perhaps without any."""
    return Matrix.hstack(zeros(A.cols, 0), *A.nullspace())


def in_row_space(A, x):
    return A.col_join(x.T).rank() == A.rank()


def all_rows(A):
    return A


@given(matrices(), numbers(4), numbers(4))
@neighbor("first", [[1, 0], [0, 1]], [0, 0], [0, 1], orthogonal_to=lambda A: A[:1, :])
def test_the_decomposition(rows, entries, factors, *, orthogonal_to=all_rows):
    A = matrix(rows)
    x = block(entries, A.cols, 1)
    r = least_norm(rows, A * x).answer
    assert in_row_space(A, r)
    assert A * (x - r) == zeros(A.rows, 1)
    assert x.dot(x) == r.dot(r) + (x - r).dot(x - r)
    other = r + combination(A.T, factors)  # of the row space; orthogonal to it only if it is r
    assert any(orthogonal_to(A) * (x - other)) is not (other == r)


@given(consistent_systems(), numbers(4))
@neighbor("sizes", ([[1, 2]], [5]), [Rational(5, 2)], size=lambda x: sum(map(Abs, x)))
def test_no_other_solution_lies_in_the_row_space(system, factors, *, size=squared):
    rows, b = system
    A, x = matrix(rows), least_norm(rows, b).answer
    assert in_row_space(A, x)
    other = solve(rows, b).answer + combination(null_space(A), factors)
    assert A * other == column(b)
    assert in_row_space(A, other) is (other == x)
    assert size(other) > size(x) or other == x


@pytest.mark.parametrize("n", [1, 3])
def test_without_any_equation_the_solution_is_zero(n):
    A = zeros(0, n)
    assert pseudoinverse(A).answer * zeros(0, 1) == zeros(n, 1)
    assert null_space(A) == eye(n)
    assert [in_row_space(A, x) for x in (zeros(n, 1), ones(n, 1))] == [True, False]


def lacking(A, b, p):
    """Return what the equations miss at p."""
    return b - A * p


@given(consistent_systems(), numbers(4), numbers(4))
@neighbor("same side", ([[1]], [0]), [1], [0], missing=lambda _A, b, _p: b)
def test_the_nearest_solution_to_a_point(system, point, factors, *, missing=lacking):
    rows, b = system
    A = matrix(rows)
    p = block(point, A.cols, 1)
    nearest = p + least_norm(rows, missing(A, column(b), p)).answer
    assert A * nearest == column(b)
    assert in_row_space(A, nearest - p)
    step = combination(null_space(A), factors)
    other = nearest + step
    assert squared(other - p) == squared(nearest - p) + squared(step)


def row_count(A):
    return A.rows


@given(matrices(), numbers(4), numbers(4))
@neighbor("columns", [[1], [0]], [0, 0], [0, 0], full=lambda A: A.cols)
def test_the_gram_matrix(rows, multipliers, factors, *, full=row_count):
    A = matrix(rows)
    G, alpha = A * A.T, block(multipliers, A.rows, 1)
    assert G == G.T
    assert alpha.dot(G * alpha) == squared(A.T * alpha) >= 0
    null = null_space(G)
    assert A.T * combination(null, factors) == zeros(A.cols, 1)
    assert (G.det() != 0) is (A.rank() == full(A))


@given(matrices(), numbers(4), st.booleans(), numbers(4))
@neighbor("always one", [[0]], [0], False, [0], always=True)
def test_the_gram_system(rows, entries, is_met, factors, *, always=False):
    A = matrix(rows)
    b = A * block(entries, A.cols, 1) if is_met else block(entries, A.rows, 1)
    G = A * A.T
    is_solvable = A.row_join(b).rank() == A.rank()
    assert (G.row_join(b).rank() == G.rank()) is is_solvable
    if is_solvable:
        x = least_norm(rows, b).answer
        alpha = solve(G.tolist(), b).answer
        alpha += combination(null_space(G), factors)
        assert A.T * alpha == x
        assert squared(x) == alpha.dot(b)
        assert (G.nullspace() == []) is (A.rank() == A.rows or always)


def losses(b):
    """Squares, sizes, and a jump."""
    yield lambda z: (z - b).dot(z - b)
    yield lambda z: sum(map(Abs, z - b))
    yield lambda z: int(z != b)


STRICT = (lambda t: t**2, lambda t: -1 / (1 + t))  # strictly increasing
FLAT = (lambda t: Max(0, t - 2), lambda t: int(bool(t > 1)))  # nondecreasing


@given(matrices(), matrices(entries=INTEGERS), numbers(4), numbers(4))
@neighbor("flat", [[0]], [[0]], [1], [0], strict=FLAT)
@neighbor("falling", [[0]], [[0]], [1], [0], monotone=(lambda t: -Min(t, 1),))
def test_the_part_in_the_span_is_no_worse(
    rows, weights, entries, right, *, strict=STRICT, monotone=FLAT
):
    # The inner product is ⟨x, y⟩ = xᵀW y with W = BᵀB + I; the vectors aᵢ are the rows.
    A, n = matrix(rows), len(rows[0])
    B = matrix([[*row, *[0] * n][:n] for row in weights])
    W = B.T * B + eye(n)
    G, x = A * W * A.T, block(entries, n, 1)
    alpha = solve(G.tolist(), A * W * x).answer
    r = A.T * alpha
    values, size = A * W * x, (x.T * W * x)[0]
    part = (r.T * W * r)[0]
    assert A * W * r == values == G * alpha
    assert part == alpha.dot(G * alpha)
    assert part < size or r == x
    for loss in losses(block(right, A.rows, 1)):
        for penalty in strict:
            here, there = (loss(values) + penalty(sqrt(length)) for length in (part, size))
            assert here < there or r == x
        for penalty in monotone:
            here, there = (loss(values) + penalty(sqrt(length)) for length in (part, size))
            assert here <= there


@given(consistent_systems(), FRACTIONS)
def test_flat_penalties(system, radius):
    # A penalty that is 0 up to some length: if a solution is that short, so is the one in the span.
    rows, b = system
    x, r = solve(rows, b).answer, least_norm(rows, b).answer
    flat = [max(0, value.dot(value) - exactly(radius) ** 2) for value in (r, x)]
    assert flat[0] <= flat[1]


@given(matrices(), FRACTIONS.map(abs), numbers(4), numbers(4))
@neighbor("zero", [[0]], 0, [0], [0], positive=False)
def test_ridge_by_multipliers(rows, penalty, right, step, *, positive=True):
    assume(penalty or not positive)
    A, price = matrix(rows), exactly(penalty)
    b, u = block(right, A.rows, 1), block(step, A.cols, 1)
    shifted = A * A.T + price * eye(A.rows)
    assert shifted.det() > 0
    x = A.T * shifted.inv() * b
    assert ridge(rows, list(b), penalty).answer == x

    def cost(y):
        return (A * y - b).dot(A * y - b) + price * y.dot(y)

    assert cost(x + u) == cost(x) + (A * u).dot(A * u) + price * u.dot(u)


def test_the_numbers_of_the_chapter():
    # by hand: 4α₁ + 6α₂ = 10 and 6α₁ + 14α₂ = 10 give α = (4, −1)
    motors = [[1, 1, 1, 1], [0, 1, 2, 3]]
    example = least_norm(motors, [10, 10])
    assert list(example.values["multipliers"]) == [4, -1]
    assert list(example.answer) == [4, 3, 2, 1]
    assert list(least_norm(motors, [10, 30]).answer) == [-2, 1, 4, 7]
    # a third demand that contradicts the two by −1 moves the limit of ridge by 1/30
    limit = ridge([*motors, [1, 2, 3, 4]], [10, 10, 21], 0).values["limit"]
    assert list(limit) == [Rational(31 * k, 30) for k in (4, 3, 2, 1)]


def test_certificates_of_other_norms():
    # by hand: (0, 1, 2, 3)/3 and (−1, 0, 1, 2) bound the sum of sizes by 10 and the peak by 5
    motors = Matrix([[1, 1, 1, 1], [0, 1, 2, 3]])
    b = Matrix([10, 30])
    for x, weights, factor in (
        ((0, 0, 0, 10), Matrix([0, Rational(1, 3)]), max),
        ((-5, 5, 5, 5), Matrix([-1, 1]), sum),
    ):
        assert motors * Matrix(x) == b
        bound = weights.dot(b) / factor(map(Abs, motors.T * weights))
        assert bound == (sum if factor is max else max)(map(Abs, x))
