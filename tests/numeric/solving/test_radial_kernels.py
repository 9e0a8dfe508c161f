"""Kernels of distances: against exact arithmetic, for points near, far and on top of each other."""

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import gaussian_kernel, laplace_kernel, matern_kernel
from linalg_book.numeric.solving.distances import SquaredDistances
from tests.numeric.kernels import KERNELS, ROWS, distance
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

NAN = float("nan")
LENGTHS = [0, -1, NAN, float("inf"), "1", True, None, [1]]
lengths = [("length_scale", ROWS, {"length_scale": value}) for value in LENGTHS]
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "gaussian_kernel": [("X", [[NAN]]), ("X", []), ("X", [1, 2]), ("Z", ROWS, [[1]]), *lengths],
    "laplace_kernel": [("X", [[NAN]]), ("X", [[]]), ("Z", ROWS, [[1]]), *lengths],
    "matern_kernel": [("X", [[NAN]]), ("X", []), ("Z", ROWS, [1, 2]), *lengths,
                      *(("nu", ROWS, {"nu": nu}) for nu in (1, 2, NAN, "1/2", None, [0.5]))],
}  # fmt: skip

every = pytest.mark.parametrize("name", KERNELS)


def assert_right(name, X, Z=None, length=1.0, bound=1e-14):
    """Compare a kernel with its value at the exact distance, relative to the value.

    An error ε of r is one of r ε in a kernel that falls like e⁻ʳ, one of r²ε in the Gaussian.
    """
    kernel, options, f = KERNELS[name]
    found = kernel(X, Z, length_scale=length, **options)
    for i, x in enumerate(X):
        for j, z in enumerate(X if Z is None else Z):
            with mpmath.workdps(40):
                r = distance(x, z) / mpmath.mpf(length)
                expected = f(r)
                grows = max(1, r * r if name == "gaussian" else 3 * r)
                error = abs(mpmath.mpf(float(found[i, j])) - expected)
                assert error <= bound * grows * expected + mpmath.mpf(2) ** -1074, (i, j, r)


@every
def test_by_hand(name):
    kernel, options, f = KERNELS[name]
    # Distance 5, length 5: r = 1.
    expected = float(f(mpmath.mpf(1)))
    found = kernel([[0, 0], [3, 4], [0, 0]], length_scale=5, **options)
    square = [[1, expected, 1], [expected, 1, expected], [1, expected, 1]]
    np.testing.assert_allclose(found, square, rtol=4 * EPS)
    one = kernel([0, 0], [3, 4], length_scale=5, **options)
    assert isinstance(one, float)
    assert one == found[0, 1]
    assert kernel([1, 1], [1, 1], **options) == 1.0


@every
@pytest.mark.parametrize("columns", [1, 3, 9, 30])
@pytest.mark.parametrize("shift", [0, 1e3, 1e8])
def test_clusters_against_exact_arithmetic(name, columns, shift):
    # Three clusters of points that are near relative to their norms, and a repeated point.
    rng = np.random.default_rng(columns)
    spread = rng.choice([1, 1e-2, 1e-5], size=(14, 1))
    X = rng.standard_normal((14, columns)) * spread + shift * rng.standard_normal(columns)
    X[7:] += rng.standard_normal(columns)
    X[3] = X[9]
    assert_right(name, X)
    assert_right(name, X[:3], X[2:] + 1e-7, length=0.5)


@pytest.mark.parametrize("share", [1.1, 1.01, 1, 0.99, 0.5, 1e-8])
def test_around_the_threshold(share):
    # Pairs at an angle such that their squared distance is near 2⁻⁶ of the sum of squares.
    rng = np.random.default_rng(1)
    x = rng.standard_normal((40, 12))
    x -= x.mean(axis=0)
    step = rng.standard_normal((40, 12))
    size = np.linalg.norm(x, axis=1) / np.linalg.norm(step, axis=1)
    X = np.vstack([x, x + step * size[:, np.newaxis] * (share * 2**-5) ** 0.5])
    assert_right("laplace", X[:4], X[40:44])
    found = laplace_kernel(X, length_scale=1)
    for i in range(40):
        exact = mpmath.exp(-distance(X[i], X[40 + i]))
        assert abs(found[i, 40 + i] - exact) <= 1e-14 * exact


@every
def test_symmetric_to_the_bit_with_ones_on_the_diagonal(name):
    kernel, options, _ = KERNELS[name]
    rng = np.random.default_rng(2)
    for columns in (2, 20):  # by differences, by products; more than one tile
        X = rng.standard_normal((700, columns)) + 1e4
        X[5] = X[600]
        K = kernel(X, **options)
        assert np.array_equal(K, K.T)
        assert np.all(np.diagonal(K) == 1)
        assert K[5, 600] == 1
        assert np.all((K >= 0) & (K <= 1))
        Z = X.copy()
        both = kernel(X, Z, **options)
        assert np.all(np.diagonal(both) == 1)
        np.testing.assert_allclose(both, K, rtol=1e-12, atol=1e-300)


def test_tiles_join_without_a_seam():
    # 600 rows are three tiles; each entry by itself is the reference.
    rng = np.random.default_rng(3)
    X, Z = rng.standard_normal((600, 11)), rng.standard_normal((300, 11))
    places = [(0, 0), (255, 256), (256, 255), (511, 299), (599, 260), (300, 10)]
    K, L = gaussian_kernel(X, length_scale=3), gaussian_kernel(X, Z, length_scale=3)
    for i, j in places:
        assert K[i, j] == pytest.approx(gaussian_kernel(X[i], X[j], length_scale=3), rel=1e-14)
        assert L[i, j] == pytest.approx(gaussian_kernel(X[i], Z[j], length_scale=3), rel=1e-14)


def test_one_cluster():
    # All 62,500 pairs of a tile are near relative to their norms: more than one portion.
    rng = np.random.default_rng(6)
    X = np.vstack([1e-4 * rng.standard_normal((250, 9)), np.full((1, 9), 100.0)])
    K = laplace_kernel(X, length_scale=1e-4)
    for i, j in [(0, 1), (3, 200), (32, 193), (131, 66), (249, 248)]:
        exact = mpmath.exp(-distance(X[i], X[j]) / mpmath.mpf(1e-4))
        assert abs(K[i, j] - exact) <= 1e-13 * exact


@pytest.mark.parametrize("shift", [0, 1e8])
def test_few_pairs_of_spread_points_are_subtracted(monkeypatch, shift):
    # Wherever the origin is: it is moved to the mean.
    counted, differences = [], SquaredDistances._differences
    monkeypatch.setattr(
        SquaredDistances,
        "_differences",
        lambda self, X, Z: counted.append(len(X)) or differences(self, X, Z),
    )
    gaussian_kernel(np.random.default_rng(7).standard_normal((500, 30)) + shift)
    assert sum(counted) == 500  # each with itself


@given(matrices(entries=INTEGERS), st.sampled_from([0.25, 1, 7]))
def test_no_negative_eigenvalues(X, length):
    for kernel, options, _ in KERNELS.values():
        K = kernel(X, length_scale=length, **options)
        assert np.linalg.eigvalsh(K)[0] >= -len(X) * EPS * len(X)


@every
@pytest.mark.parametrize("columns", [2, 12])
def test_any_scale(name, columns):
    kernel, options, _ = KERNELS[name]
    X = np.random.default_rng(4).standard_normal((5, columns))
    K = kernel(X, length_scale=2.0, **options)
    for power in (-1000, -300, 300, 1000):
        scaled = kernel(np.ldexp(X, power), length_scale=np.ldexp(2.0, power), **options)
        np.testing.assert_allclose(scaled, K, rtol=1e-14)
    # Beyond all reach, and no distance at all.
    assert np.array_equal(kernel(1e300 * X, length_scale=1e-300, **options), np.eye(5))
    assert np.array_equal(kernel(X, length_scale=5e-324, **options), np.eye(5))
    assert np.all(kernel(1e-300 * X, length_scale=1e300, **options) == 1)
    far = np.vstack([np.full(columns, 1.7e308), np.full(columns, -1.7e308)])
    assert np.array_equal(kernel(far, length_scale=1.0, **options), np.eye(2))
    assert 0 < kernel(far, length_scale=1.7e308, **options)[0, 1] < 0.14


def test_what_is_refused():
    with pytest.raises(InvalidNumberError, match=r"length_scale is expected .* above 0, but is 0"):
        gaussian_kernel(ROWS, length_scale=0)
    with pytest.raises(InvalidNumberError, match=r"nu is expected to be 0\.5, 1\.5 or 2\.5, but"):
        matern_kernel(ROWS, nu=1)


def test_rows_are_no_matrix_of_one_row():
    assert gaussian_kernel([[0.0, 1.0]], [[0.0, 1.0]]).shape == (1, 1)
    x = np.array([0.5, 2.0])
    assert gaussian_kernel(x, x) == 1.0  # the same object twice: still two rows
