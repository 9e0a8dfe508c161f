"""How many solutions a system has, and which of them lies in the row space, on random matrices."""

from hypothesis import assume, example
from sympy import Matrix, eye, zeros

from linalg_book.exact import four_subspaces, solve
from linalg_book.examples import EIGHT_BY_EIGHT
from tests.neighbors import given, neighbor
from tests.strategies import (
    column,
    consistent_systems,
    matrices,
    matrix,
    numbers,
)


def in_the_sum(x, first, second):
    """Whether x is in the span of both bases together."""
    both = Matrix.hstack(first, second)
    return both.row_join(x).rank() == both.rank()


def in_one_of_both(x, first, second):
    return any(basis.row_join(x).rank() == basis.rank() for basis in (first, second))


@given(matrices(), numbers(4), numbers(4))
@example([[0]], [1, 0, 0, 0], [2, 0, 0, 0])
@example(EIGHT_BY_EIGHT.A, [3, 3, 0, 3], [9, 6, 3, 12])
@neighbor("one of both", [[1, 0]], [1] * 4, [0] * 4, found=in_one_of_both)
def test_every_vector_splits_in_one_way(rows, into, out, *, found=in_the_sum):
    spaces = four_subspaces(rows).answer
    pairs = (
        (spaces.row_space, spaces.null_space, into),
        (spaces.column_space, spaces.left_null_space, out),
    )
    for first, second, entries in pairs:
        n = first.rows
        x = column([entries[i % 4] for i in range(n)])
        basis = Matrix.hstack(first, second)
        assert found(x, first, second)
        assert basis.shape == (n, n)
        parts = basis.LUsolve(x)  # one solution only: the basis is one of the whole space
        p, q = first * parts[: first.cols, :], second * parts[first.cols :, :]
        assert p + q == x
        assert p.dot(q) == 0
        assert x.dot(x) == p.dot(p) + q.dot(q)
        # orthogonal to all of the second space exactly when the second part is 0
        assert (second.T * x == zeros(second.cols, 1)) == (q == zeros(n, 1))
        assert (first.T * x == zeros(first.cols, 1)) == (p == zeros(n, 1))


@given(consistent_systems(), numbers(4))
@neighbor("anywhere", ([[1, 0]], [0]), [0, 1, 0, 0], inside=False)
def test_one_solution_in_the_row_space(system, coordinates, *, inside=True):
    rows, right = system
    A, b = matrix(rows), column(right)
    row_space = four_subspaces(rows).answer.row_space
    x = A.pinv() * b  # SymPy's
    assert A * x == b
    assert Matrix.hstack(row_space, x).rank() == row_space.cols
    assume(row_space.cols)
    directions = row_space if inside else eye(A.cols)
    other = x + directions * column(coordinates[: directions.cols])
    assert (A * other == b) == (other == x)


@given(consistent_systems())
@example(([[0]], [0]))
@example(([[2]], [0]))
@neighbor("rows", ([[1, 0]], [0]), enough=lambda A: A.rows)
def test_how_many_solutions(system, *, enough=lambda A: A.cols):
    rows, right = system
    kind = solve(rows, right).values["kind"]
    full = matrix(rows).rank() == enough(matrix(rows))
    assert kind == ("unique" if full else "infinite")
    assert solve(rows, [0] * len(rows)).values["kind"] == kind


@given(matrices())
@neighbor("columns", [[1], [0]], enough=lambda A: A.cols)
def test_solvable_for_every_right_hand_side(rows, *, enough=lambda A: A.rows):
    m = len(rows)
    units = [[int(i == k) for i in range(m)] for k in range(m)]
    kinds = [solve(rows, unit).values["kind"] for unit in units]
    assert ("none" not in kinds) == (matrix(rows).rank() == enough(matrix(rows)))
