"""The derivation for several equations says what is special about its input."""

import pytest

from linalg_book import examples as ex
from linalg_book.exact import least_norm

ONE_SOLUTION = "Here the null space contains only zero, so there is just one solution."


def steps_of(A, b):
    return least_norm(A, b).steps


def lines(step):
    return [item.line() for item in step.formulas]


def test_the_derivation_of_two_planes():
    # By hand: A Aᵀ = diag(3, 2), α = (2, 1), x = 2·(1, 1, 1) + 1·(1, −1, 0); 9 + 1 + 4 = 14.
    write, search, substitute, solve, finish = steps_of(ex.TWO_PLANES.A, ex.TWO_PLANES.b)
    assert lines(write) == ["[1, 1, 1; 1, −1, 0] (x, y, z) = (6, 2)"]
    assert ONE_SOLUTION not in str(search.why)
    assert lines(substitute) == ["[3, 0; 0, 2] α = (6, 2)"]
    assert "There are 2 multipliers in place of 3 unknowns." in str(substitute.why)
    assert lines(solve) == ["α = (2, 1)"]
    assert "The rows of A are independent" in str(solve.why)
    assert lines(finish) == ["x = [1, 1; 1, −1; 1, 0] (2, 1) = (3, 1, 2)", "‖x‖ = √14"]


def test_dependent_rows_are_written_as_combinations():
    A = [[1, 0], [0, 1], [2, -3], [0, 0], ["-1/2", 1]]
    redundant = steps_of(A, [1, 1, -1, 0, "1/2"])[1]
    assert str(redundant.what) == (
        "Find the rows that the others already contain: row 3 = 2·row 1 − 3·row 2; "
        "row 4 says 0 = 0; row 5 = −1/2·row 1 + row 2."
    )
    assert "so α is not unique" in str(steps_of(A, [1, 1, -1, 0, "1/2"])[4].why)


@pytest.mark.parametrize(
    ("rows", "end"), [(5, "row 5 = row 1."), (6, "row 5 = row 1; and 1 more.")]
)
def test_many_dependent_rows_are_counted(rows, end):
    assert str(steps_of([[1]] * rows, [1] * rows)[1].what).endswith(end)


def test_only_one_solution_is_said():
    assert ONE_SOLUTION in str(steps_of(ex.UNIQUE.A, ex.UNIQUE.b)[1].why)
    assert ONE_SOLUTION not in str(steps_of(ex.DEPENDENT_ROWS.A, ex.DEPENDENT_ROWS.b)[2].why)


def test_zero_right_hand_side_needs_no_derivation():
    _, origin = steps_of(ex.HOMOGENEOUS.A, ex.HOMOGENEOUS.b)
    assert str(origin.what) == "Take x = 0."
    assert lines(origin) == ["x = (0, 0, 0)"]


def test_a_length_that_is_a_root_is_written_once():
    assert lines(steps_of([[3, 4]], [25])[-1])[1] == "‖x‖ = √25 = 5"
    assert lines(steps_of([[1, 2]], [5])[-1])[1] == "‖x‖ = √5"
