"""Elimination: recorded operations lead from the matrix to its forms."""

from fractions import Fraction

from hypothesis import given
from sympy import Matrix, zeros

from linalg_book.exact.engine.elimination import Purpose, RowOperation, Stage, eliminate
from linalg_book.exact.reading.matrices import read_matrix
from tests.strategies import matrices, matrix

# Worked by hand.  Column 1: heights 2, 3, 2, so the first 2 is the pivot; add 3/2 and 1 times
# row 1.  Column 2: 1/2 and 2 have the same height, so row 2 stays; subtract 4 times row 2.
# Upwards: column 3, then column 2; the pivots are 2, 1/2, -1.
ROWS = [[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]
STAGES = (
    Stage(Purpose.BELOW, 0, 0, (RowOperation(1, 0, Fraction(3, 2)), RowOperation(2, 0))),
    Stage(Purpose.BELOW, 1, 1, (RowOperation(2, 1, Fraction(-4)),)),
    Stage(Purpose.ABOVE, 2, 2, (RowOperation(0, 2, Fraction(-1)),
                                RowOperation(1, 2, Fraction(1, 2)))),
    Stage(Purpose.ABOVE, 1, 1, (RowOperation(0, 1, Fraction(-2)),)),
    Stage(Purpose.SCALE, 0, 0, (RowOperation(0, 0, Fraction(1, 2)),
                                RowOperation(1, 1, Fraction(2)),
                                RowOperation(2, 2, Fraction(-1)))),
)  # fmt: skip


def test_hand_worked():
    found = eliminate(read_matrix(ROWS), 3)
    assert found.stages == STAGES
    assert found.echelon.to_Matrix() == Matrix(
        [[2, 1, -1, 8], [0, Fraction(1, 2), Fraction(1, 2), 1], [0, 0, -1, 1]]
    )
    assert found.reduced.to_Matrix() == Matrix([[1, 0, 0, 2], [0, 1, 0, 3], [0, 0, 1, -1]])
    assert (found.pivots, found.rank) == ((0, 1, 2), 3)


def swaps(rows):
    return [
        (operation.target, operation.source)
        for stage in eliminate(read_matrix(rows)).stages
        if stage.purpose is Purpose.SWAP
        for operation in stage.operations
    ]


def test_the_pivot_is_the_first_entry_of_smallest_height():
    assert swaps([[2], [1]]) == [(0, 1)]
    assert swaps([[2], [-1]]) == [(0, 1)]
    assert swaps([[1], [-1]]) == []
    assert swaps([[-2], ["1/2"]]) == []  # both have height 2
    assert swaps([["1/3"], [2]]) == [(0, 1)]
    assert swaps([[5], [3], [4], [3]]) == [(0, 1)]
    assert swaps([[0], [0], [7]]) == [(0, 2)]


def test_columns_behind_the_bar_have_no_pivot():
    found = eliminate(read_matrix([[1, 2, 3], [2, 4, 7]]), 2)
    assert found.pivots == (0,)
    assert found.reduced.to_Matrix() == Matrix([[1, 2, 3], [0, 0, 1]])


def test_nothing_to_do():
    for rows in ([], [[], []], [[0, 0]], [[1, 0], [0, 1]], [[0, 1, 2], [0, 0, 0]]):
        found = eliminate(read_matrix(rows))
        assert found.stages == ()
        assert found.echelon == found.reduced == found.start


@given(matrices())
def test_the_reduced_form_is_sympys(rows):
    found = eliminate(read_matrix(rows))
    reduced, pivots = matrix(rows).rref()
    assert found.reduced.to_Matrix() == reduced
    assert found.pivots == pivots


@given(matrices())
def test_the_echelon_form_has_zeros_below_and_left_of_its_pivots(rows):
    found = eliminate(read_matrix(rows))
    echelon = found.echelon.to_Matrix()
    for i, column in enumerate(found.pivots):
        assert echelon[i, column] != 0
        assert echelon[i, :column] == zeros(1, column)
        assert echelon[i + 1 :, column] == zeros(echelon.rows - i - 1, 1)
    assert echelon[found.rank :, :] == zeros(echelon.rows - found.rank, echelon.cols)
    assert echelon.rank() == matrix(rows).rank()


@given(matrices())
def test_the_operations_alone_lead_from_start_to_end(rows):
    """Multiply by elementary matrices, made here, in place of the package's row operations."""
    found = eliminate(read_matrix(rows))
    current = matrix(rows)
    for stage, before, after in found.replay():
        assert before.to_Matrix() == current
        for operation in stage.operations:
            current = elementary(stage.purpose, operation, len(rows)) * current
        assert after.to_Matrix() == current
    assert current == found.reduced.to_Matrix()


def elementary(purpose, operation, size):
    i, j = operation.target, operation.source
    made = Matrix.eye(size)
    if purpose is Purpose.SWAP:
        made[i, i] = made[j, j] = 0
        made[i, j] = made[j, i] = 1
    elif purpose is Purpose.SCALE:
        made[i, i] = operation.factor
    else:
        made[i, j] = operation.factor
    return made


@given(matrices())
def test_each_stage_does_something(rows):
    for stage, before, after in eliminate(read_matrix(rows)).replay():
        assert stage.operations
        assert before != after
