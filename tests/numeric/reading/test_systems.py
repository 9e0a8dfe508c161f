"""What the numerical functions take, and what they refuse."""

import re
from fractions import Fraction

import numpy as np
import pytest
import sympy

from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError
from linalg_book.numeric import closest_point, least_norm

LINE = [1.44, 1.92]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ([3, 4], 12),
        ((3.0, 4.0), 12.0),
        (np.array([3, 4], dtype=np.int8), np.uint8(12)),
        (np.array([3, 4], dtype=np.float16), 12),
        (np.array([3, 4], dtype=np.longdouble), 12),
        (np.array([3, 0, 4, 0])[::2], 12),
        (np.array([4, 3])[::-1], np.array(12)),
        ([Fraction(3, 7), Fraction(4, 7)], Fraction(12, 7)),
        ([Fraction(3 * 10**400, 10**400), 4], 12),
        ([sympy.Integer(3), sympy.Integer(4)], sympy.Integer(12)),
        (range(3, 5), 12),
    ],
)
def test_accepted(a, b):
    np.testing.assert_allclose(closest_point(a, b), LINE, rtol=1e-15)


def test_input_is_unchanged():
    A, b = np.array([[3.0, 4.0], [1.0, 1.0]]), np.array([12.0, 3.0])
    least_norm(A, b)
    closest_point(A, b)
    assert A.tolist() == [[3.0, 4.0], [1.0, 1.0]]
    assert b.tolist() == [12.0, 3.0]


@pytest.mark.parametrize(
    ("A", "b", "message"),
    [
        ([[1, 2], [3, 4]], [1, 2, 3],
         "b has 3 entries, but A has 2 rows (A is 2×2): give one entry for each row."),
        ([[1, 2]], [1, 2], "b has 2 entries, but A has 1 row (A is 1×2)"),
        ([[1, 2], [3]], [1, 2], "A is expected to have rows of the same length"),
        ([3, 4], [12], "A is one row, so b is expected to be a number, but b has shape (1,)"),
        ([[3, 4]], 12, "A is a list of rows, so b is expected to be a list of numbers, but b has"),
        ([[3, 4]], [[12, 1]], "but b has shape (1, 2)"),
        ([3, 4], [[12]], "but b has shape (1, 1)"),
        (3, 12, "A is expected to be a row or a list of rows, but has 0 dimensions"),
        (np.ones((1, 1, 2)), [1], "but has 3 dimensions"),
    ],
)  # fmt: skip
def test_shapes_are_refused(A, b, message):
    for function in (closest_point, least_norm):
        with pytest.raises(ShapeError, match=re.escape(message)):
            function(A, b)


@pytest.mark.parametrize(("A", "b"), [([], 0), ([], []), ([[]], [1]), (np.zeros((0, 3)), [])])
def test_empty_systems_are_refused(A, b):
    for function in (closest_point, least_norm):
        with pytest.raises(EmptySystemError, match="expected at least one equation"):
            function(A, b)


@pytest.mark.parametrize(
    ("A", "message"),
    [
        ([1, float("nan")], "NaN, infinity or a number beyond"),
        ([1, float("-inf")], "NaN, infinity or a number beyond"),
        ([1, 10**400], "a number beyond about 1.8e308"),
        ([1, 1j], "entries of type complex128"),
        ([True, False], "entries of type bool"),
        (["1", "2"], "entries of type <U1"),
        (np.array(["2026-01-01"], dtype="datetime64[D]"), "entries of type datetime64"),
        ([1, None], "an entry of type NoneType"),
        ([True, 10**30], "an entry of type bool"),
        ([True, 2], "an entry of type bool"),
        ([np.True_, 2.5], "an entry of type bool"),
        ([Fraction(1, 10**400), 1], "would become 0"),
        (np.array([np.finfo(np.longdouble).tiny, 1]), "would become 0"),
        ([Fraction(1, 2), 1j], "an entry of type complex"),
        (np.ma.masked_array([1.0, 2.0], mask=[True, False]), "masked entries"),
    ],
)
def test_numbers_are_refused(A, message):
    for function in (closest_point, least_norm):
        with pytest.raises(InvalidNumberError, match=re.escape(message)):
            function(A, 1)
