"""Reading a matrix: any size, and what is refused."""

import re

import numpy as np
import pytest
import sympy
from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import InexactNumberError, InvalidNumberError, ShapeError
from linalg_book.exact.reading.matrices import read_column, read_matrix, read_pair
from tests.names import plain

HALF = sympy.Rational(1, 2)


@pytest.mark.parametrize(
    ("A", "shape"),
    [
        ([], (0, 0)),
        ([[]], (1, 0)),
        ([[], []], (2, 0)),
        (sympy.Matrix(0, 3, []), (0, 3)),
        (sympy.Matrix(2, 0, []), (2, 0)),
        (np.zeros((0, 3), dtype=int), (0, 3)),
        (np.zeros((2, 0), dtype=int), (2, 0)),
        (DomainMatrix([], (0, 4), QQ), (0, 4)),
    ],
    ids=plain,
)
def test_no_rows_or_no_columns(A, shape):
    matrix = read_matrix(A)
    assert matrix.shape == shape
    assert matrix.domain == QQ


@pytest.mark.parametrize(
    "A",
    [
        [[1, "1/2"], [-3, 4]],
        [(1, HALF), (-3, 4)],
        sympy.Matrix([[1, HALF], [-3, 4]]),
        sympy.ImmutableMatrix([[1, HALF], [-3, 4]]),
        np.array([[1, HALF], [-3, 4]], dtype=object),
        [np.array([1, HALF]), ["−3", 4]],
        DomainMatrix([[QQ(1), QQ(1, 2)], [QQ(-3), QQ(4)]], (2, 2), QQ).to_sparse(),
        DomainMatrix.from_Matrix(sympy.Matrix([[1, HALF], [-3, 4]])).convert_to(sympy.EX),
    ],
    ids=lambda A: type(A).__name__,
)
def test_every_way_to_write_a_matrix(A):
    assert read_matrix(A).to_Matrix() == sympy.Matrix([[1, HALF], [-3, 4]])


def test_a_domain_matrix_of_integers():
    assert read_matrix(DomainMatrix([[ZZ(2)]], (1, 1), ZZ)).domain == QQ


def test_huge_integers_keep_every_digit():
    huge = 10**200 + 1
    assert read_matrix([[huge, -huge]]).to_Matrix() == sympy.Matrix([[huge, -huge]])


@pytest.mark.parametrize(
    ("A", "message"),
    [
        ([1, 2], "M is expected to be a list of rows, but entry 1 of M is a single number: put"),
        ([[1, 2], 3], "entry 2 of M is a single number"),
        ([[1, 2], [3]], "row 2 of M has 1 entry, but row 1 has 2: give every row the same length."),
        ([[], [3, 4]], "row 2 of M has 2 entries, but row 1 has 0"),
        (5, "M is expected to be a matrix, a list of rows, but is 5: write for example [[1, 2],"),
        ("12", "M is expected to be a matrix, a list of rows, but is '12'"),
        (None, "M is expected to be a matrix, a list of rows, but is None"),
        ([["12"], "34"], "entry 2 of M is a single number"),
        ([{1, 2}], "entry 1 of M is expected to be a row, a list of numbers, but is {1, 2}"),
        ([[[1]]], "entry 1 of row 1 of M is expected to be a number, but is the list [1]"),
        (np.array([1, 2]), "entry 1 of M is a single number"),
        (np.zeros((1, 1, 1), int), "entry 1 of row 1 of M is expected to be a number, but is the"),
    ],
    ids=plain,
)
def test_shapes_are_refused(A, message):
    with pytest.raises(ShapeError, match=re.escape(message)):
        read_matrix(A, "M")


@pytest.mark.parametrize(
    ("entry", "error", "reason"),
    [
        (0.5, InexactNumberError, "a floating-point number"),
        (np.float64(1), InexactNumberError, "a floating-point number"),
        (sympy.Float(1), InexactNumberError, "a floating-point number"),
        (float("nan"), InvalidNumberError, "not finite"),
        (sympy.oo, InvalidNumberError, "not finite"),
        (1j, InvalidNumberError, "complex"),
        (sympy.I, InvalidNumberError, "complex"),
        (sympy.sqrt(2), InvalidNumberError, "not a rational number"),
        (True, InvalidNumberError, "a truth value"),
        ("two", InvalidNumberError, "not readable"),
        (None, InvalidNumberError, "NoneType"),
    ],
    ids=plain,
)
def test_entries_are_refused(entry, error, reason):
    with pytest.raises(error, match=f"entry 2 of row 1 of A is .*{reason}"):
        read_matrix([[1, entry]])
    with pytest.raises(error, match=f"entry 2 of b is .*{reason}"):
        read_column([1, entry], 2)


@pytest.mark.parametrize(
    "b", [[1, "1/2"], (1, HALF), sympy.Matrix([1, HALF]), np.array([1, HALF], dtype=object)],
    ids=lambda b: type(b).__name__,
)  # fmt: skip
def test_columns(b):
    assert read_column(b, 2).to_Matrix() == sympy.Matrix([1, HALF])


@pytest.mark.parametrize("b", [[], (), sympy.Matrix([]), sympy.Matrix(0, 1, [])], ids=plain)
def test_a_column_without_entries(b):
    assert read_column(b, 0).shape == (0, 1)


@pytest.mark.parametrize(
    ("b", "rows", "message"),
    [
        ([1], 2, "c has 1 entry, but M has 2 rows: give one entry for each row."),
        ([1, 2], 1, "c has 2 entries, but M has 1 row"),
        (3, 2, "c is expected to be a list of 2 numbers, one for each row of M, but is 3: give"),
        (None, 1, "c is expected to be a list of 1 number, one for each row of M, but is None"),
        (sympy.Matrix([[1, 2]]), 2, "c is expected to be one column, but is 1×2"),
        ([[1, 2], [3, 4]], 2, "entry 1 of c is expected to be a number, but is the list [1, 2]"),
        ({1, 2}, 2, "c is expected to be a number or a list of numbers, but is {1, 2}"),
    ],
    ids=plain,
)
def test_columns_are_refused(b, rows, message):
    with pytest.raises(ShapeError, match=re.escape(message)):
        read_column(b, rows, "c", "M")


@pytest.mark.parametrize(
    ("A", "b"),
    [([3, 4], 12), ([[3, 4]], [12]), ("3x + 4y = 12", None), (sympy.Matrix([[3, 4]]), [12])],
    ids=plain,
)
def test_one_equation(A, b):
    matrix, right = read_pair(A, b)
    assert matrix.to_Matrix() == sympy.Matrix([[3, 4]])
    assert right.to_Matrix() == sympy.Matrix([12])


def test_a_pair_that_does_not_fit_names_the_shape():
    with pytest.raises(ShapeError, match=re.escape("but A has 2 rows (A is 2×3): give one entry")):
        read_pair([[1, 2, 3], [4, 5, 6]], [1])


def test_a_pair_without_equations_or_unknowns():
    assert [part.shape for part in read_pair([], [])] == [(0, 0), (0, 1)]
    assert [part.shape for part in read_pair([[], []], [1, 2])] == [(2, 0), (2, 1)]
