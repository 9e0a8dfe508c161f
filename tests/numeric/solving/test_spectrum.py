"""What left-out rows and paths are made of: means taken away, parts outside a column space."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book.numeric import leave_one_out, ridge_path
from linalg_book.numeric.solving.spectrum import centered, spectrum
from tests.numeric.reference import EPS


def test_means_are_taken_away_to_the_last_digit():
    columns = 1e8 + np.random.default_rng(2).standard_normal((50, 20))
    less, means = centered(columns)
    assert np.max(np.abs(less.mean(axis=0))) <= EPS
    for column, mean in zip(columns.T, means, strict=True):
        exact = sum(map(Fraction, column.tolist())) / len(column)
        assert abs(Fraction(float(mean)) - exact) <= Fraction(float(np.spacing(mean))) * 51 / 100


@pytest.mark.parametrize("shift", [2.0**30, 2.0**46])
def test_a_large_mean_of_the_right_hand_side_costs_no_digit(shift):
    # What is left of b by its mean is exact here: powers of two, and a mean without rounding.
    A, b = [[0], [1], [3], [4]], np.array([1.0, 2, 4, 9])
    for penalty in (0, 1):
        near = leave_one_out(A, b, penalty, intercept=True)
        far = leave_one_out(A, b + shift, penalty, intercept=True)
        np.testing.assert_allclose(far.residuals, near.residuals, rtol=1e-12)
        found = ridge_path(A, b + shift, [penalty], intercept=True)
        np.testing.assert_allclose(found[0, 1:], ridge_path(A, b, [penalty], intercept=True)[0, 1:])


@pytest.mark.parametrize("m", [3, 10, 1001])
def test_nothing_is_left_of_a_constant_column(m):
    less, means = centered(np.tile([0.1, 1 / 3, 1e-200], (m, 1)))
    assert not np.any(less)
    np.testing.assert_allclose(means, [0.1, 1 / 3, 1e-200], rtol=m * EPS)


def test_a_variation_in_the_last_digits_is_one():
    # The slope through (1, 1), (1 + t, 2), (1 + 2t, 3) is 1/t.
    t = 2.0**-40
    A, b = [[1], [1 + t], [1 + 2 * t]], [1, 2, 3]
    found = ridge_path(A, b, [0], intercept=True)
    np.testing.assert_allclose(found, [[1 - 1 / t, 1 / t]], rtol=1e-12)
    np.testing.assert_allclose(leave_one_out(A, b, intercept=True).residuals, 0, atol=1e-3)


@pytest.mark.parametrize("intercept", [False, True])
def test_what_is_outside_the_column_space_is_perpendicular_to_it(intercept):
    # Also where next to nothing is outside, up to rounding of that little.
    rng = np.random.default_rng(4)
    A = rng.standard_normal((30, 4))
    found = spectrum(A, intercept=intercept)
    column = A @ [1, 2, 3, 4] + 1e-9 * rng.standard_normal(30)
    left = found.complement(column)
    size = np.linalg.norm(left)
    assert 1e-10 < size < 1e-7
    assert np.linalg.norm(found.U.T @ left) <= 64 * EPS * size
    if intercept:
        assert abs(np.sum(left)) <= 64 * EPS * size
