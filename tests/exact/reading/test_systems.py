"""Shapes of exact input: what fits together and what is refused."""

import re
from fractions import Fraction

import numpy as np
import pytest
from sympy import ImmutableMatrix, Matrix

from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.exact import closest_point, least_norm
from linalg_book.exact.engine.null_space import primitive

X = Matrix([3, 1, 2])  # the solution of the two planes, see tests/expected.py
ROWS = [[1, 1, 1], [1, -1, 0]]


@pytest.mark.parametrize(
    ("A", "b"),
    [
        (ROWS, [6, 2]),
        (tuple(map(tuple, ROWS)), (6, 2)),
        (Matrix(ROWS), Matrix([6, 2])),
        (ImmutableMatrix(ROWS), [6, 2]),
        (np.array(ROWS), np.array([6, 2])),
        (np.array(ROWS, dtype=object), [6, 2]),
        ([np.array(row) for row in ROWS], (np.int64(6), "2")),
    ],
)
def test_accepted(A, b):
    assert least_norm(A, b).answer == X


def test_ranges_and_scalars():
    assert closest_point(range(3, 5), np.int64(12)).answer == closest_point([3, 4], 12).answer
    assert closest_point(np.array([3, 4]), np.array(12)).answer == closest_point([3, 4], 12).answer


@pytest.mark.parametrize(
    ("A", "b", "message"),
    [
        ([[1, 2], [3, 4]], [1, 2, 3],
         "b has 3 entries, but A has 2 rows (A is 2×2): give one entry for each row."),
        ([[1, 2]], [], "b has 0 entries, but A has 1 row (A is 1×2)"),
        ([3, 4], [12], "A is one row, so b is expected to be a number, but it has 1 entry"),
        ([[3, 4]], 12, "A is a list of rows, so b is expected to be a list, but it is 12"),
        (Matrix([[3, 4]]), 12, "give a list of 1 number, one for each row."),
        ([[1, 2], [3]], [1, 2], "row 2 of A has 1 entry, but row 1 has 2: give every row"),
        ([[1], [2, 3]], [1, 2], "row 2 of A has 2 entries, but row 1 has 1: give every row"),
        ([[1, 2], 3], [1, 2], "entry 2 of A is a single number: put each row into its own list"),
        ([1, [2, 3]], [1, 2], "entry 1 of A is a single number"),
        ([[[1, 2]]], [1], "is expected to be a number, but is the list [1, 2]"),
        ([[1, 2]], [[1, 2]], "entry 1 of b is expected to be a number, but is the list [1, 2]"),
        (5, 1, "A is expected to be a list of numbers or of rows, but is 5"),
        ("12", 1, "A is expected to be a list of numbers or of rows, but is '12'"),
        ({1: 2}, 1, "A is expected to be a list of numbers or of rows"),
        (b"12", 1, "A is expected to be a list of numbers or of rows"),
        ({1, 2}, 1, "A is expected to be a list of numbers or of rows"),
        ([1, 2], {3}, "b is expected to be a number or a list of numbers, but is {3}"),
        ([{1, 2}], [1], "entry 1 of A is expected to be a number or a list of numbers"),
        ([[{1}]], [1], "entry 1 of row 1 of A is expected to be a number, but is {1}"),
        (bytearray(b"12"), 1, "A is expected to be a list of numbers or of rows"),
        (np.array([1, 2], dtype="m8[ns]"), 1, "A is expected to be a list of numbers or of rows"),
        ([[1, 2]], Matrix([[1, 2]]), "b is expected to be one column, but is 1×2"),
    ],
)  # fmt: skip
def test_shapes_are_refused(A, b, message):
    for function in (closest_point, least_norm):
        with pytest.raises(ShapeError, match=re.escape(message)):
            function(A, b)


@pytest.mark.parametrize(("A", "b"), [([], []), ([], 0), ([[]], [1]), ([[], []], [0, 0]),
                                      (np.zeros((0, 3), dtype=int), [])])  # fmt: skip
def test_empty_systems_are_refused(A, b):
    for function in (closest_point, least_norm):
        with pytest.raises(EmptySystemError, match="expected at least one"):
            function(A, b)


def test_a_generator_is_refused_unread():
    rows = (row for row in ROWS)
    with pytest.raises(ShapeError, match=r"give list\(A\)"):
        least_norm(rows, [6, 2])
    assert next(rows) == ROWS[0]


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["2/3", "-4/3"], (1, -2)), ([-6, 4], (3, -2)), ([0, 0], (0, 0)), ([0, "-1/2"], (0, 1))],
)
def test_primitive_vectors(values, expected):
    assert primitive([Fraction(value) for value in values]) == expected


def test_a_number_too_long_to_write_is_still_refused_clearly():
    with pytest.raises(ShapeError, match="to be a list, but it is a very long int: give a list"):
        least_norm([[1]], 10**5000)
