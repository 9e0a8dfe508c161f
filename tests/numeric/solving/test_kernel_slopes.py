"""Slopes by the length scale, against differences of kernels in high precision."""

import mpmath
import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import (
    gaussian_kernel,
    kernel_slope,
    laplace_kernel,
    linear_kernel,
    matern_kernel,
)
from tests.numeric.kernels import KERNELS, distance

NAN = float("nan")
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "kernel_slope": [("kernel", linear_kernel, [[1]]), ("kernel", "gaussian", [[1]]),
                     ("X", gaussian_kernel, [[NAN]]), ("X", gaussian_kernel, [1, 2]),
                     ("length_scale", laplace_kernel, [[1]], {"length_scale": 0}),
                     ("nu", matern_kernel, [[1]], {"nu": 1})],
}  # fmt: skip


@pytest.mark.parametrize("name", KERNELS)
@pytest.mark.parametrize("columns", [2, 12])
def test_derivatives(name, columns):
    kernel, options, f = KERNELS[name]
    X = np.random.default_rng(1).standard_normal((6, columns))
    X[5] = X[0]
    found = kernel_slope(kernel, X, length_scale=1.5, **options)
    assert np.array_equal(found, found.T)
    for i in range(6):
        for j in range(6):
            d = distance(X[i], X[j])
            with mpmath.workdps(40):
                expected = mpmath.diff(lambda t: f(d / (1.5 * mpmath.exp(t))), 0)  # noqa: B023
            assert found[i, j] == pytest.approx(float(expected), rel=1e-13, abs=1e-15)


def test_beyond_all_reach():
    for kernel in (gaussian_kernel, laplace_kernel, matern_kernel):
        found = kernel_slope(kernel, [[0], [1e300]], length_scale=1e-10)
        assert found.tolist() == [[0, 0], [0, 0]]


def test_a_kernel_without_a_length():
    with pytest.raises(InvalidNumberError, match="matern_kernel, but is linear_kernel: choose"):
        kernel_slope(linear_kernel, [[1]])
