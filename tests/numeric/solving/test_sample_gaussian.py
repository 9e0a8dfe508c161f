"""Draws of Gaussian vectors: their moments, the equations that a singular covariance imposes."""

import numpy as np
import pytest
from scipy.stats import kstest

from linalg_book.errors import NotSemidefiniteError
from linalg_book.numeric import sample_gaussian

NAN = float("nan")
RNG = np.random.default_rng(0)
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "sample_gaussian": [("mean", [1], np.eye(2), RNG), ("mean", [NAN], [[1]], RNG),
                        ("mean", 1, [[1]], RNG), ("covariance", [1], [[NAN]], RNG),
                        ("covariance", [1, 2], [[1, 2], [3, 1]], RNG), ("covariance", [], [], RNG),
                        ("covariance", [1, 2], [[1, 2], [2, 1]], RNG), ("rng", [1], [[1]], 1),
                        ("covariance", [1], [[1, 2]], RNG), ("rng", [1], [[1]], np.random),
                        ("count", [1], [[1]], RNG, -1), ("count", [1], [[1]], RNG, 1.5),
                        ("rtol", [1], [[1]], RNG, {"rtol": 2})],
}  # fmt: skip
SINGULAR = [[9, 12, 0], [12, 16, 0], [0, 0, 4]]  # 4x − 3y is settled


def test_moments():
    covariance = np.array([[2, -1, 0.5], [-1, 3, 0], [0.5, 0, 1]])
    draws = sample_gaussian([1, 2, 3], covariance, np.random.default_rng(1), 200_000)
    assert draws.shape == (200_000, 3)
    np.testing.assert_allclose(draws.mean(axis=0), [1, 2, 3], atol=0.02)
    np.testing.assert_allclose(np.cov(draws.T), covariance, atol=0.04)
    standard = np.linalg.solve(np.linalg.cholesky(covariance), (draws - [1, 2, 3]).T)
    assert all(kstest(row[:5000], "norm").pvalue > 1e-3 for row in standard)


def test_a_singular_covariance_keeps_its_equations():
    draws = sample_gaussian([1, 2, 0], SINGULAR, np.random.default_rng(2), 100_000)
    assert np.max(np.abs(4 * draws[:, 0] - 3 * draws[:, 1] + 2)) < 1e-12
    np.testing.assert_allclose(np.cov(draws.T), SINGULAR, atol=0.3)
    still = sample_gaussian([1, 2], np.zeros((2, 2)), np.random.default_rng(3), 4)
    assert still.tolist() == [[1, 2]] * 4


def test_the_same_seed_repeats_the_draws():
    one, two = (sample_gaussian([0, 0, 0], SINGULAR, np.random.default_rng(4)) for _ in range(2))
    assert one.shape == (3,)
    assert np.array_equal(one, two)
    rng = np.random.default_rng(4)
    first, second = (sample_gaussian([0, 0, 0], SINGULAR, rng) for _ in range(2))
    assert np.array_equal(first, one)
    assert not np.array_equal(first, second)
    assert sample_gaussian([0], [[1]], rng, 0).shape == (0, 1)


def test_the_smallest_eigenvalue_is_named():
    with pytest.raises(NotSemidefiniteError, match=r"covariance .* its smallest one is -1: no ker"):
        sample_gaussian([0, 0], [[1, 2], [2, 1]], np.random.default_rng(5))
