"""Least squares with the largest singular values only."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import low_rank, pseudoinverse, truncated_least_squares
from tests.numeric.draws import systems
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "truncated_least_squares": [("A", [[float("nan")]], [1], 1), ("b", [[1]], [1, 2], 1),
                                ("rank", [[1]], [1], 2), ("rank", [[1]], [1], -1),
                                ("rank", [[1]], [1], 1.0), ("rank", [[1]], [1], True)],
}  # fmt: skip


def test_by_hand():
    A, b = [[3, 0], [4, 5]], [6, 8]
    # σ₁ = 3√5, u = (1, 3)/√10, v = (1, 1)/√2: (30/√10)/(3√5)/√2 = 1 in both.
    np.testing.assert_allclose(truncated_least_squares(A, b, 1), [1, 1], rtol=16 * EPS)
    np.testing.assert_allclose(truncated_least_squares(A, b, 2), [2, 0], atol=16 * EPS)
    assert truncated_least_squares(A, b, 0).tolist() == [0, 0]
    assert truncated_least_squares([], [], 0).tolist() == []
    # Beyond the rank nothing is added.
    found = truncated_least_squares([[1, 1], [1, 1]], [2, 2], 2)
    np.testing.assert_allclose(found, [1, 1], rtol=16 * EPS)


@given(systems(entries=INTEGERS), st.integers(0, 4))
def test_the_pseudoinverse_of_the_nearest_matrix(system, k):
    A, b = (np.array(part, dtype=float) for part in system)
    sigma = np.append(np.linalg.svd(A, compute_uv=False), 0)
    k = min(k, *A.shape)
    if k == 0 or sigma[k - 1] - sigma[k] > 1e-2:  # else there is a choice
        expected = pseudoinverse(low_rank(A, k), rtol=1e-10) @ b
        found = truncated_least_squares(A, b, k)
        assert np.linalg.norm(found - expected) <= 1e-9 * (1 + np.linalg.norm(expected))


def test_a_rank_that_is_refused():
    with pytest.raises(InvalidNumberError, match="rank is expected to be a whole number from 0 to"):
        truncated_least_squares([[1, 2], [3, 4]], [1, 2], 3)
    with pytest.raises(InvalidNumberError, match="from 0 to 1, but is 2"):
        truncated_least_squares([[1, 2]], [1], 2)
