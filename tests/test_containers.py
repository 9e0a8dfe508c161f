"""Tables as other libraries hold them: taken where that is plain, else refused with the way out."""

from decimal import Decimal

import numpy as np
import pytest
import scipy.sparse
from sympy import Matrix

from linalg_book import exact, numeric
from linalg_book.errors import InexactNumberError, InvalidNumberError, NotSymmetricError, ShapeError

BOTH = pytest.mark.parametrize("part", [exact, numeric], ids=["exact", "numeric"])
A, B = [[1, 2], [3, 4]], [1, 2]  # A (0, 1/2) = B, by hand


class Frame:
    """What a data frame shows of itself: its columns when listed, its numbers when asked."""

    shape = (2, 2)

    def to_numpy(self):  # noqa: D102
        return np.array(A)

    def __array__(self, dtype=None, copy=None):  # noqa: D105
        return np.array(A, dtype=dtype, copy=copy)

    def __iter__(self):  # noqa: D105
        return iter(("height", "weight"))


@BOTH
def test_a_frame_is_taken(part):
    for made in (part.least_norm(Frame(), B), part.least_squares(Frame(), B)):
        assert np.allclose(np.array(getattr(made, "answer", made), dtype=float).ravel(), [0, 0.5])
    assert part.condition_number(Frame()) == part.condition_number(A)


@BOTH
@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        (scipy.sparse.csr_matrix(A), "toarray()"),
        (scipy.sparse.coo_array(A), "toarray()"),
        ({"height": [1, 2]}, ".values())"),
        ({1, 2}, "a set has no order"),
        ((row for row in A), "give list("),
    ],
    ids=["sparse matrix", "sparse array", "dict", "set", "generator"],
)
def test_what_has_a_way_out_names_it(part, given, remedy):
    for work in (
        lambda: part.condition_number(given),
        lambda: part.least_norm(given, B),
        lambda: part.least_norm(A, given),
        lambda: part.least_squares(A, given),
    ):
        with pytest.raises(ShapeError) as caught:
            work()
        assert remedy in str(caught.value).rpartition(": ")[2]
        assert caught.value.field in ("A", "b")


@BOTH
@pytest.mark.parametrize("right", [[[1], [2]], np.array([[1], [2]]), Matrix([1, 2])], ids=str)
def test_a_column_of_a_table_is_a_right_hand_side(part, right):
    right = right if part is exact or not isinstance(right, Matrix) else np.array(right, dtype=int)
    for name in ("least_norm", "least_squares", "closest_point"):
        function = getattr(part, name)
        column, flat = function(A, right), function(A, B)
        assert str(getattr(column, "answer", column)) == str(getattr(flat, "answer", flat))
    with pytest.raises(ShapeError):
        part.least_squares(A, [[1, 2], [3, 4]])


def test_decimals_are_rounded_once():
    rows = [[Decimal("0.1"), Decimal(2)], [3, Decimal("1e-5")]]
    floats = [[0.1, 2.0], [3.0, 1e-5]]
    assert numeric.condition_number(rows) == numeric.condition_number(floats)
    for bad in ("NaN", "sNaN", "Infinity", "1e999"):
        with pytest.raises(InvalidNumberError, match="finite float64 numbers"):
            numeric.condition_number([[Decimal(bad)]])


def test_whole_numbers_in_floats_name_the_integers():
    with pytest.raises(InexactNumberError, match=r"is exact as A\.astype\(int\)\.$"):
        exact.svd(np.array([[1.0, 2.0]]))
    with pytest.raises(InexactNumberError, match=r"rational_from_float\.$"):
        exact.svd([[0.5]])


def test_eigenvalues_of_other_matrices_name_numpy():
    with pytest.raises(NotSymmetricError, match=r"numpy\.linalg\.eig "):
        exact.eigen(A)


def test_every_gap_is_a_gap():
    nothing = type("NAType", (), {"__ne__": None})()  # as pandas', it cannot be compared
    expected = numeric.factorize_ratings([[1, 2], [2, float("nan")]], 1, np.random.default_rng(1))
    for gap in (None, np.nan, nothing):
        found = numeric.factorize_ratings([[1, 2], [2, gap]], 1, np.random.default_rng(1))
        assert found.history == expected.history
