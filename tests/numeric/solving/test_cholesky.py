"""The triangle of a Gram matrix: by hand, exactly, with LAPACK's own words, and at its limits."""

import numpy as np
import pytest
from hypothesis import given

from linalg_book import exact
from linalg_book.errors import NotPositiveError, NotSymmetricError, ShapeError
from linalg_book.numeric import cholesky
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices, matrix

REFUSED = {
    "cholesky": [("A", [[float("nan")]]), ("A", [[1, 2]]), ("A", [[0]]), ("A", [[1, 2], [0, 5]])],
}


def test_by_hand():
    # 4 = 2·2, 2 = 2·1, 5 = 1·1 + 2·2
    assert cholesky([[4, 2], [2, 5]]).tolist() == [[2, 0], [1, 2]]
    assert cholesky([[9]]).tolist() == [[3]]
    assert cholesky([]).shape == (0, 0)


@given(matrices(entries=INTEGERS))
def test_the_exact_factor(rows):
    X = matrix(rows)
    example = exact.cholesky(X.T * X)
    S = np.array((X.T * X).tolist(), dtype=float)
    if example.values["rank"] == X.cols:
        expected = np.array(example.values["factor"].tolist(), dtype=float)
        sizes = np.linalg.norm(expected, axis=1)[:, np.newaxis]
        found = cholesky(S)
        assert np.all(np.abs(found @ found.T - S) <= 8 * len(S) * EPS * sizes * sizes.T)
        smallest = np.linalg.svdvals(expected / sizes)[-1]
        assert np.all(np.abs(found - expected) <= 64 * EPS * sizes / smallest**2)


def test_units_of_the_columns_change_nothing():
    S = np.array([[4.0, 2, 1], [2, 5, 3], [1, 3, 7]])
    units = np.array([2.0**-400, 1, 2.0**300])
    assert (cholesky(S * np.outer(units, units)) == cholesky(S) * units[:, np.newaxis]).all()


def test_refused():
    # Läuchli's matrix: 1 + 10⁻¹⁶ is stored as 1.
    X = np.array([[1, 1], [1e-8, 0], [0, 1e-8]])
    with pytest.raises(NotPositiveError, match="its pivot 2 does not come out positive"):
        cholesky(X.T @ X)
    with pytest.raises(NotPositiveError, match="pivot 2"):
        cholesky([[1, 2], [2, 1]])
    with pytest.raises(NotSymmetricError, match="entry 2 of row 1 differs from entry 1 of row 2"):
        cholesky([[1, 2], [3, 9]])
    with pytest.raises(ShapeError, match="square, but is 1×2"):
        cholesky([[1, 2]])
    assert cholesky([[1, 1 / 3], [1 / 3 + EPS / 4, 1]]).shape == (2, 2)
