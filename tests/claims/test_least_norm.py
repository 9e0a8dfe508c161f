"""The statements of the chapter on least norm, on random exact matrices."""

from hypothesis import given
from hypothesis import strategies as st
from sympy import Abs, Matrix, Rational, eye, sqrt, zeros

from linalg_book.exact import least_norm, ridge, solve
from tests.strategies import FRACTIONS, INTEGERS, column, consistent_systems, matrices, matrix
from tests.strategies import rational as exactly

POSITIVE = FRACTIONS.filter(lambda value: value > 0)


def draw_column(data, size, entries=FRACTIONS):
    return column(data.draw(st.lists(entries, min_size=size, max_size=size)))


def combination(columns, data):
    """Combine columns with random factors; none give the zero vector."""
    factors = draw_column(data, columns.cols) if columns.cols else zeros(0, 1)
    return columns * factors


def null_space(A):
    """Return a basis as columns, by SymPy; perhaps without any."""
    return Matrix.hstack(zeros(A.cols, 0), *A.nullspace())


def in_row_space(A, x):
    return A.col_join(x.T).rank() == A.rank()


@given(matrices(), st.data())
def test_the_decomposition(rows, data):
    A = matrix(rows)
    x = draw_column(data, A.cols)
    r = least_norm(rows, A * x).answer
    assert in_row_space(A, r)
    assert A * (x - r) == zeros(A.rows, 1)
    assert x.dot(x) == r.dot(r) + (x - r).dot(x - r)
    other = r + combination(A.T, data)  # of the row space; orthogonal to it only if it is r
    assert (A * (x - other) == zeros(A.rows, 1)) is (other == r)


@given(consistent_systems(), st.data())
def test_no_other_solution_lies_in_the_row_space(system, data):
    rows, b = system
    A, x = matrix(rows), least_norm(rows, b).answer
    assert in_row_space(A, x)
    other = solve(rows, b).answer + combination(null_space(A), data)
    assert A * other == column(b)
    assert in_row_space(A, other) is (other == x)
    assert other.dot(other) > x.dot(x) or other == x


@given(consistent_systems(), st.data())
def test_the_nearest_solution_to_a_point(system, data):
    rows, b = system
    A = matrix(rows)
    p = draw_column(data, A.cols)
    nearest = p + least_norm(rows, column(b) - A * p).answer
    assert A * nearest == column(b)
    assert in_row_space(A, nearest - p)
    step = combination(null_space(A), data)
    other = nearest + step
    assert (other - p).dot(other - p) == (nearest - p).dot(nearest - p) + step.dot(step)


@given(matrices(), st.data())
def test_the_gram_matrix(rows, data):
    A = matrix(rows)
    G, alpha = A * A.T, draw_column(data, A.rows)
    assert G == G.T
    assert alpha.dot(G * alpha) == (A.T * alpha).dot(A.T * alpha) >= 0
    null = null_space(G)
    assert A.T * combination(null, data) == zeros(A.cols, 1)
    assert (G.det() != 0) is (A.rank() == A.rows)


@given(matrices(), st.data())
def test_the_gram_system(rows, data):
    A, b = matrix(rows), draw_column(data, len(rows))
    if data.draw(st.booleans()):
        b = A * draw_column(data, A.cols)
    G = A * A.T
    is_solvable = A.row_join(b).rank() == A.rank()
    assert (G.row_join(b).rank() == G.rank()) is is_solvable
    if is_solvable:
        x = least_norm(rows, b).answer
        alpha = solve(G.tolist(), b).answer
        alpha += combination(null_space(G), data)
        assert A.T * alpha == x
        assert x.dot(x) == alpha.dot(b)
        assert (G.nullspace() == []) is (A.rank() == A.rows)


def losses(b):
    """Squares, sizes, and a jump."""
    yield lambda z: (z - b).dot(z - b)
    yield lambda z: sum(map(Abs, z - b))
    yield lambda z: int(z != b)


@given(matrices(), matrices(entries=INTEGERS), st.data())
def test_the_part_in_the_span_is_no_worse(rows, weights, data):
    # The inner product is ⟨x, y⟩ = xᵀW y with W = BᵀB + I; the vectors aᵢ are the rows.
    A, n = matrix(rows), len(rows[0])
    B = matrix([[*row, *[0] * n][:n] for row in weights])
    W = B.T * B + eye(n)
    G, x = A * W * A.T, draw_column(data, n)
    alpha = solve(G.tolist(), A * W * x).answer
    r = A.T * alpha
    values, squared = A * W * x, (x.T * W * x)[0]
    part = (r.T * W * r)[0]
    assert A * W * r == values == G * alpha
    assert part == alpha.dot(G * alpha)
    assert part < squared or r == x
    for loss in losses(draw_column(data, A.rows)):
        for penalty in (lambda t: t**2, lambda t: -1 / (1 + t)):  # strictly increasing
            here, there = (loss(values) + penalty(sqrt(size)) for size in (part, squared))
            assert here < there or r == x


@given(consistent_systems(), FRACTIONS)
def test_flat_penalties(system, radius):
    # A penalty that is 0 up to some length: if a solution is that short, so is the one in the span.
    rows, b = system
    x, r = solve(rows, b).answer, least_norm(rows, b).answer
    flat = [max(0, value.dot(value) - exactly(radius) ** 2) for value in (r, x)]
    assert flat[0] <= flat[1]


@given(matrices(), POSITIVE, st.data())
def test_ridge_by_multipliers(rows, penalty, data):
    A, b = matrix(rows), draw_column(data, len(rows))
    price = exactly(penalty)
    shifted = A * A.T + price * eye(A.rows)
    assert shifted.det() > 0
    x = A.T * shifted.inv() * b
    assert ridge(rows, list(b), penalty).answer == x

    def cost(y):
        return (A * y - b).dot(A * y - b) + price * y.dot(y)

    u = draw_column(data, A.cols)
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
