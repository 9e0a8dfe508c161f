"""The statements of the chapter on the four subspaces, on random exact matrices.

Ranks, null spaces and solutions to compare with are SymPy's.
"""

import pytest
from hypothesis import assume, example
from hypothesis import strategies as st
from sympy import Matrix, eye, zeros

from linalg_book.errors import InconsistentSystemError
from linalg_book.exact import four_subspaces, least_norm, row_reduce, solve
from linalg_book.examples import EIGHT_BY_EIGHT
from tests.algebra import operated, same_span
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

EIGHT = Matrix(EIGHT_BY_EIGHT.A)

OPERATIONS = st.tuples(
    st.sampled_from(["add", "scale", "exchange"]), st.integers(0, 3), st.integers(0, 3), FRACTIONS
)


@given(consistent_systems(), OPERATIONS)
@neighbor("zero", ([[1]], [1]), ("scale", 0, 0, 0), rare=True, invertible=False)
def test_row_operations_lose_nothing(system, operation, *, invertible=True):
    rows, right = system
    A, b = matrix(rows), column(right)
    E = operated(operation, A.rows)
    assume(E.det() != 0 or not invertible)
    before, after = solve(A, list(b)), solve(E * A, list(E * b))
    assert before.answer == after.answer
    assert same_span(before.values["null_space"], after.values["null_space"])
    assert same_span(A.T, (E * A).T)


def test_a_row_times_zero_is_lost():
    assert solve([[1, 1], [1, -1]], [2, 0]).values["kind"] == "unique"
    assert solve([[1, 1], [0, 0]], [2, 0]).values["kind"] == "infinite"


@given(matrices(), numbers(4))
@example([[0, 0]], [1, 1, 1, 1])
def test_traces_of_the_reduced_form(rows, coefficients):
    """A combination of the rows begins in a pivot column, whose entries are its coefficients."""
    found = row_reduce(rows)
    rank, pivots = found.values["rank"], found.values["pivots"]
    assert all(found.answer[i, p] == 1 for i, p in enumerate(pivots))
    assert all(found.answer[:, p].dot(found.answer[:, p]) == 1 for p in pivots)
    c = column(coefficients[:rank]) if rank else zeros(0, 1)
    v = (c.T * found.answer[:rank, :]) if rank else zeros(1, len(rows[0]))
    assert [v[p] for p in pivots] == list(c)
    begins = next((j for j, entry in enumerate(v) if entry), None)
    assert begins is None or begins in pivots
    _, sympys = matrix(rows).rref()
    assert pivots == sympys


def same_combinations(A, B):
    """Whether the rows have the same linear combinations."""
    return same_span(A.T, B.T)


@given(matrices(), st.lists(OPERATIONS, max_size=4), numbers(16, INTEGERS), st.booleans())
@neighbor("rank", [[1, 0]], [], [0, 1], False, alike=lambda A, B: A.rank() == B.rank())
def test_one_reduced_form_for_one_row_space(
    rows, operations, entries, is_product, *, alike=same_combinations
):
    A = matrix(rows)
    reduced = row_reduce(A).answer
    assert reduced == A.rref()[0]  # SymPy's
    moved = A
    for operation in operations:
        E = operated(operation, A.rows)
        moved = E * moved if E.det() != 0 else moved
    assert row_reduce(moved).answer == reduced
    other = block(entries, A.rows, A.rows) * A if is_product else block(entries, *A.shape)
    assert (row_reduce(other).answer == reduced) is alike(A, other)


@given(st.integers(0, 3), st.integers(1, 4), numbers(12), numbers(12))
@neighbor("as many", 1, 1, [1], [1, 0], more=0)
def test_one_vector_too_many(k, n, first, second, *, more=1):
    """K + 1 combinations of k vectors are dependent: their matrix has a null vector."""
    spanning = block(first, n, k)
    made = spanning * block(second, k, k + more)
    assume(made.cols)
    relation = solve(made, [0] * n).values["null_space"]
    assert relation.cols >= 1
    assert any(relation[:, 0])
    assert made * relation == zeros(n, relation.cols)


def of_the_matrix(A, _reduced):
    return A


@given(matrices())
@example(EIGHT_BY_EIGHT.A)
@neighbor("columns of the form", [[1], [1]], pivot_columns_of=lambda _, reduced: reduced)
@neighbor("rows less rank", [[1, 0]], nullity=lambda A: A.rows - A.rank())
def test_bases_are_read_off(
    rows, *, pivot_columns_of=of_the_matrix, nullity=lambda A: A.cols - A.rank()
):
    A = matrix(rows)
    found = row_reduce(rows)
    rank, pivots = found.values["rank"], found.values["pivots"]
    nonzero = found.answer[:rank, :]
    chosen = pivot_columns_of(A, found.answer)
    columns = chosen.extract(list(range(A.rows)), list(pivots))
    assert columns.rank() == rank == nonzero.rank()
    assert columns * nonzero == A  # every column is C times a column of R
    assert same_span(columns, A)
    assert same_span(nonzero.T, A.T)
    free = [j for j in range(A.cols) if j not in pivots]
    for j in free:
        v = zeros(A.cols, 1)
        v[j] = 1
        for i, p in enumerate(pivots):
            v[p] = -found.answer[i, j]
        assert A * v == zeros(A.rows, 1)
    assert len(free) == nullity(A)
    assert len(A.T.nullspace()) == A.rows - rank


@given(matrices())
@example(EIGHT_BY_EIGHT.A)
def test_what_has_become_zero_rows(rows):
    A = matrix(rows)
    rank = A.rank()
    behind = row_reduce(Matrix.hstack(A, eye(A.rows))).answer  # reduces the left part on its way
    ends = [i for i in range(A.rows) if not any(behind[i, : A.cols])]
    assert len(ends) == A.rows - rank
    if ends:
        tests = behind[ends, A.cols :]
        assert tests.rank() == len(ends)
        assert tests * A == zeros(len(ends), A.cols)


def test_the_numbers_of_the_chapter():
    # by hand: x₃ = 2 − 2x₄ and x₁ = 2 − 2x₂ − x₄
    small = [[1, 2, 1, 3], [2, 4, 3, 8], [1, 2, 2, 5]]
    found = solve(small, [4, 10, 6])
    assert list(found.answer) == [2, 0, 2, 0]
    assert found.values["null_space"].T.tolist() == [[2, -1, 0, 0], [1, 0, 2, -1]]
    spaces = four_subspaces(small).answer
    assert spaces.row_space.T.tolist() == [[1, 2, 0, 1], [0, 0, 1, 2]]
    assert spaces.column_space.T.tolist() == [[1, 2, 1], [1, 3, 2]]
    assert list(spaces.left_null_space) == [1, -1, 1]
    failed = solve(small, [4, 10, 7])
    assert failed.values["kind"] == "none"


def test_the_eight_by_eight_matrix():
    """Four rows are sums and differences of four others, and so are four columns."""
    rows = [EIGHT.row(i) for i in range(8)]
    assert rows[3] == rows[0] + rows[2]
    assert rows[5] == rows[0] - rows[2]
    assert rows[6] == rows[1] + rows[4]
    assert rows[7] == rows[1] - rows[4]
    columns = [EIGHT.col(j) for j in range(8)]
    assert columns[2] == columns[0] + columns[1]
    assert columns[5] == columns[0] - columns[1]
    assert columns[6] == columns[3] + columns[4]
    assert columns[7] == columns[3] - columns[4]
    assert row_reduce(EIGHT).values["pivots"] == (0, 1, 3, 4)
    b = list(EIGHT_BY_EIGHT.b)
    assert list(solve(EIGHT, b).answer) == [3, 3, 0, 3, 0, 0, 0, 0]
    assert list(least_norm(EIGHT, b).answer) == list(rows[0])
    with pytest.raises(InconsistentSystemError):
        least_norm(EIGHT, [*b[:6], 8, b[7]])
