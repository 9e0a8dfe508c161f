"""The derivation of an echelon form: its sentences and its formats."""

from itertools import pairwise

import pytest
from sympy import Matrix

from linalg_book.exact import row_reduce
from tests.exact.hand_worked import HAND_WORKED


def sentences(example):
    return [(str(step.what), str(step.why)) for step in example.steps]


def test_the_sentences():
    told = sentences(row_reduce([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]], [8, -11, -3]))
    assert told[0][0] == "Write A x = b as one matrix, with b behind a bar."
    assert "that keeps the numbers small." in told[0][1]
    assert [what for what, _ in told[1:]] == [
        "Add 3/2 times row 1 to row 2 and row 1 to row 3, so that x leaves equations 2 and 3.",
        "Subtract 4 times row 2 from row 3, so that y leaves the third equation.",
        (
            "Subtract row 3 from row 1 and add 1/2 times row 3 to row 2, "
            "so that z leaves equations 1 and 2."
        ),
        "Subtract 2 times row 2 from row 1, so that y leaves the first equation.",
        "Divide row 1 by 2, multiply row 2 by 2 and multiply row 3 by −1.",
        "Read off the rank: 3.",
    ]
    assert [why for _, why in told[1:]] == [
        (
            "The pivot is 2 in row 1. "
            "The multiplier of a row is its entry for x divided by the pivot."
        ),
        (
            "The pivot is 1/2 in row 2. "
            "Left of it the row has only zeros, so the zeros made so far stay. "
            "The matrix is in echelon form now."
        ),
        "After this, only row 3 contains z.",
        "After this, only row 2 contains y.",
        "Every pivot becomes 1, so that each row gives its unknown.",
        (
            "Whatever pivots are chosen, the reduced echelon form R is the same. "
            "It has pivots in columns 1, 2 and 3; the rank is the number of pivots."
        ),
    ]


def test_the_sentences_of_a_matrix_speak_of_columns():
    told = sentences(row_reduce([[0, 0, 4], [3, 6, 0], [1, 2, 0]]))
    assert told[1] == (
        "Swap row 1 and row 3.",
        "Row 1 has a zero in column 1, so the pivot has to come from a row below: 1 in row 3.",
    )
    assert (
        told[2][0] == "Subtract 3 times row 1 from row 2, so that column 1 is zero below the pivot."
    )
    assert told[-1][1].endswith(
        "It has pivots in columns 1 and 3, and none in column 2; the rank is the number of pivots."
    )


def test_a_swap_for_smaller_numbers_says_so():
    assert sentences(row_reduce([[3, 1], [1, 1]]))[1] == (
        "Swap row 1 and row 2.",
        "For column 1 there is a choice of pivots; with 1 in place of 3 the numbers stay small.",
    )


def test_many_operations_are_noted_beside_the_matrix_only():
    told = sentences(row_reduce([[1, 1], [2, 3], [3, 1], [4, 1], [5, 1]], [1, 2, 3, 4, 5]))
    assert told[1][0] == (
        "Add multiples of row 1 to the rows 2, 3, 4 and 5, as noted beside the matrix, "
        "so that x leaves every equation below."
    )
    (table,) = row_reduce([[1], [2], [3]]).steps[1].formulas
    assert table.line() == "R = [1; 0; 0] (row 2: R₂ − 2R₁; row 3: R₃ − 3R₁)"


def test_numbers_in_place_of_long_lists_and_high_ordinals():
    told = sentences(row_reduce([[1], *[[0]] * 9, [1]], [0] * 11))
    assert told[1][0] == "Subtract row 1 from row 11, so that x leaves equation 11."
    told = sentences(row_reduce([[2 * (i == j) for j in range(4)] for i in range(4)]))
    assert told[1][0] == "Divide each row by its pivot."
    told = sentences(row_reduce([[2 * (i == j) for j in range(3)] for i in range(3)]))
    assert told[1][0] == "Divide row 1 by 2, divide row 2 by 2 and divide row 3 by 2."


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([[1, 0], [0, 1]], "The matrix is in reduced echelon form already."),
        ([[2, 0], [0, 1]], "The matrix is in echelon form already."),
        ([[1, 2], [0, 1]], "The matrix is in echelon form already."),
    ],
)
def test_what_is_there_already_is_not_done_again(rows, reason):
    assert sentences(row_reduce(rows))[0][1].endswith(reason)


def test_the_steps_arrive_at_the_answer():
    for name, (A, reduced, _) in HAND_WORKED.items():
        steps = row_reduce(A).steps
        assert steps[-1].after == Matrix(reduced), name
        for step, following in pairwise(steps[:-1]):
            assert step.after == following.before, name
