"""Left-out rows where formulas lose digits: leverages near 1, huge rows, huge penalties."""

import numpy as np
import pytest

from linalg_book.numeric import leave_one_out
from tests.numeric import refits
from tests.numeric.reference import floats


def errors(A, b, penalty, *, intercept=False):
    """Leave each row out in fractions."""
    return floats(refits.left_out(A, b, penalty, intercept=intercept))


def test_a_penalty_beyond_all_numbers_lets_nothing_be_learned():
    # λ in units of the squared entries is about 1e700, which no float holds.
    found = leave_one_out([[1e-200], [2e-200]], [1, 2], [1e300, 0])
    np.testing.assert_allclose(found.residuals, [[1, 2], [0, 0]], atol=1e-15)
    np.testing.assert_allclose(found.leverages, [[0, 0], [1 / 5, 4 / 5]], atol=1e-15)


@pytest.mark.parametrize("small", [2.0**-20, 2.0**-45])
def test_a_row_that_the_others_hardly_know(small):
    # Their slope is known, but multiplied by 1/small; the row itself is not long.
    A, b = [[1, small], [1, -small], [1, 1]], [1, 2, 7]
    found = leave_one_out(A, b)
    assert found.residuals[2] == pytest.approx(5.5 + 0.5 / small, rel=0.01)
    # Below the cut-off the others are two equal rows, and the shortest solution has the slope 0.
    near = leave_one_out([[1, 2.0**-60], [1, -(2.0**-60)], [1, 1]], b)
    assert near.residuals[2] == pytest.approx(7 - 1.5, rel=1e-9)


@pytest.mark.parametrize("penalty", [0, 3, 1e10])
@pytest.mark.parametrize("far", [1e5, 1e8, 1e12])
def test_a_long_row_among_long_ones(far, penalty):
    # 1 − h of the third row is 5/(5 + far²), and another column has rows as long as it is.
    A, b = [[1, 0], [2, 0], [far, 0], [0, far], [0, far]], [1, 3, 7, 2, 5]
    found = leave_one_out(A, b, penalty)
    np.testing.assert_allclose(found.residuals, errors(A, b, penalty), rtol=1e-11)


@pytest.mark.parametrize("intercept", [False, True])
def test_far_rows_under_a_penalty(intercept):
    A, b = [[1], [2], [4], [1e7]], [1, 3, 4, 7]
    for penalty in (3, 1e6):
        found = leave_one_out(A, b, penalty, intercept=intercept)
        expected = errors(A, b, penalty, intercept=intercept)
        np.testing.assert_allclose(found.residuals, expected, rtol=1e-9)


def test_a_row_beside_which_the_others_have_a_cut_off_of_their_own():
    # The least singular value is nothing beside the first row, but not beside the others.
    A, b = [[1, 1, 1], [2.0**-13, 0, 0], [0, 2.0**-60, 0]], [1, 1, 1]
    found = leave_one_out(A, b)
    assert found.residuals[0] == pytest.approx(1 - 2**13 - 2**60, rel=1e-12)


def test_no_leverage_is_above_1():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        A = rng.integers(-3, 4, (5, 7))
        found = leave_one_out(A, rng.integers(-3, 4, 5), [0, 1e-9])
        assert np.max(found.leverages) <= 1
