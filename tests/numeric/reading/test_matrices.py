"""What the functions of a matrix take, and what they refuse."""

import re
from fractions import Fraction

import numpy as np
import pytest
import sympy

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError

MATRIX = [[1, 2], [2, 4]]
FUNCTIONS = {
    "pseudoinverse": numeric.pseudoinverse,
    "least_squares": lambda A: numeric.least_squares(A, [3, 1]),
    "svd": numeric.svd,
    "low_rank": lambda A: numeric.low_rank(A, 1),
    "low_rank that keeps all": lambda A: numeric.low_rank(A, 2),
    "condition_number": numeric.condition_number,
    "pca": lambda A: tuple(vars(numeric.pca(A, 1)).values()),
    "the transform of pca": lambda A: numeric.pca(MATRIX, 1).transform(A),
}
each = pytest.mark.parametrize("name", FUNCTIONS)


def parts(result):
    """Flatten what a function returns: an array, several, or a number."""
    found = result if isinstance(result, tuple) else (result,)
    return [np.asarray(part).tolist() for part in found]


@each
@pytest.mark.parametrize(
    "A",
    [
        ((1.0, 2.0), (2.0, 4.0)),
        np.array(MATRIX, dtype=np.int8),
        np.array(MATRIX, dtype=np.uint64),
        np.array(MATRIX, dtype=np.float16),
        np.array(MATRIX, dtype=np.float32),
        np.array(MATRIX, dtype=np.longdouble),
        np.array(MATRIX, dtype=object),
        np.asfortranarray(MATRIX),
        np.array([[2, 4], [1, 2]])[::-1],
        np.array([[2, 0, 1], [4, 0, 2]])[:, ::-2],
        np.kron(MATRIX, np.ones((2, 3)))[::2, ::3],
        np.array([MATRIX, MATRIX])[1],
        [[Fraction(3, 3), 2], [Fraction(4, 2), 4]],
        sympy.Matrix(MATRIX),
        [range(1, 3), range(2, 5, 2)],
    ],
    ids=lambda A: type(A).__name__,
)
def test_the_same_matrix_in_other_clothes(name, A):
    assert parts(FUNCTIONS[name](A)) == parts(FUNCTIONS[name](MATRIX))


@each
def test_input_is_unchanged_and_nothing_is_shared(name):
    A = np.array(MATRIX, dtype=float)
    A.setflags(write=False)
    found = FUNCTIONS[name](A)
    for part in found if isinstance(found, tuple) else (found,):
        assert not np.shares_memory(part, A)
    assert A.tolist() == MATRIX


@each
@pytest.mark.parametrize(
    ("A", "message"),
    [
        (7, "is expected to be a matrix, a list of rows, but has 0 dimensions"),
        ([1, 2], "but has 1 dimension: write a row as [[1, 2]] and a column as [[1], [2]]"),
        (np.ones((2, 3, 4, 5)), "has 4 dimensions: write a row"),
        ([[1, 2], [3]], "is expected to have rows of the same length"),
    ],
)
def test_shapes_are_refused(name, A, message):
    with pytest.raises(ShapeError, match=re.escape(message)):
        FUNCTIONS[name](A)


@each
@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (float("nan"), "NaN, infinity or a number beyond"),
        (float("-inf"), "NaN, infinity or a number beyond"),
        (1j, "entries of type complex128"),
        (True, "an entry of type bool"),
        ("2", "is expected to hold real numbers"),
        (None, "an entry of type NoneType"),
        (10**400, "a number beyond about 1.8e308"),
        (Fraction(1, 10**400), "would become 0"),
    ],
)
def test_entries_are_refused(name, entry, message):
    with pytest.raises(InvalidNumberError, match=re.escape(message)):
        FUNCTIONS[name]([[1, 2], [entry, 4]])


@each
def test_truth_values_are_refused(name):
    with pytest.raises(InvalidNumberError, match="entries of type bool"):
        FUNCTIONS[name](np.array([[True, False], [True, True]]))


@pytest.mark.parametrize("rtol", [-1e-3, 1.0, float("nan"), "1e-3", 1j, True])
def test_a_cut_off_out_of_range(rtol):
    for function in (
        numeric.pseudoinverse,
        lambda A, rtol: numeric.least_squares(A, [1], rtol=rtol),
    ):
        with pytest.raises(InvalidNumberError, match="rtol is expected to be at least 0"):
            function([[1.0]], rtol=rtol)


@pytest.mark.parametrize(
    ("A", "b", "message"),
    [
        (MATRIX, [1, 2, 3], "b has 3 entries, but A has 2 rows (A is 2×2)"),
        (
            MATRIX,
            [[1, 2], [3, 4]],
            "b is expected to be a list of numbers, one for each row of A, but",
        ),
        (MATRIX, 1, "has shape (): give one right-hand side at a time"),
        ([[], []], [], "b has 0 entries, but A has 2 rows (A is 2×0)"),
    ],
)
def test_right_hand_sides_that_do_not_fit(A, b, message):
    with pytest.raises(ShapeError, match=re.escape(message)):
        numeric.least_squares(A, b)


def test_the_callers_error_state_does_not_matter():
    A = [[2.0**900, 2.0**-900], [0, 2.0**-900], [0, 0]]
    with np.errstate(all="raise"):
        x = numeric.least_squares(A, [3, 1, 0])
        assert numeric.pseudoinverse([[2.0**900, 0], [0, 2.0**-900]])[0, 0] == 2.0**-900
    np.testing.assert_allclose(x, [2.0**-899, 2.0**900], rtol=1e-15)
