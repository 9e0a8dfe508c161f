"""The other functions of ``scale``, against dense and exact answers."""

import dask.array as da
import numpy as np
import pytest

from linalg_book import exact, numeric, scale
from tests.scale.tables import cut, drawn, one_hot, turned


@pytest.mark.parametrize("penalty", [0, 1e-9, 0.5, 100.0])
@pytest.mark.parametrize("intercept", [False, True])
@pytest.mark.parametrize("table", [drawn, one_hot])
def test_ridge(table, penalty, intercept):
    X, y = table()
    found = scale.ridge(cut(X + 0.5, 300), y, penalty, intercept=intercept)
    right = numeric.ridge(X + 0.5, y, penalty, intercept=intercept)
    assert np.max(np.abs(found - right)) < 1e-11


def test_ridge_by_hand():
    A, b = [[1, 0], [1, 1], [1, 2]], [6, 0, 0]
    right = exact.ridge(A, b, 2).answer
    assert np.allclose(scale.ridge(cut(A, 2), b, 2), [float(x) for x in right], atol=1e-14)


@pytest.mark.parametrize("rows", [1, 4, 7])
def test_pseudoinverse(rows):
    A = np.array([[1, 1, 0], [1, 0, 1], [1, 1, 0], [1, 0, 1], [2, 1, 1], [0, 1, -1], [3, 2, 1]])
    right = np.array(exact.pseudoinverse(A.tolist()).answer, dtype=float)
    found = scale.pseudoinverse_apply(cut(A, rows), np.eye(7))
    assert np.max(np.abs(found - right)) < 1e-14
    one = scale.pseudoinverse_apply(cut(A, rows), list(range(7)))
    assert np.max(np.abs(one - right @ range(7))) < 1e-13


def test_products_and_the_triangle():
    X, _ = drawn(1000, 4)
    assert np.allclose(scale.gram(cut(X, 130)), X.T @ X, rtol=0, atol=1e-10)
    R = scale.triangular_factor(cut(X, 130))
    assert np.all(np.diag(R) > 0)
    assert np.array_equal(R, np.triu(R))
    assert np.allclose(R.T @ R, X.T @ X, rtol=0, atol=1e-10)
    dense = np.linalg.qr(X, mode="r")
    assert np.allclose(R, dense * np.sign(np.diag(dense))[:, None], atol=1e-11)
    assert scale.gram(np.array([[1, -2]])).tolist() == [[1, -2], [-2, 4]]


def test_svd():
    X, _ = turned(1000, [3, 2, 1, 1e-6])
    found, right = scale.svd(cut(X, 170)), numeric.svd(X)
    assert isinstance(found.U, da.Array)
    assert np.allclose(found.singular_values, right.singular_values, rtol=1e-9)
    U = found.U.compute()
    assert np.allclose(found.V, right.V, atol=1e-9)
    assert np.allclose(U, right.U, atol=1e-8)
    assert np.allclose((U * found.singular_values) @ found.V.T, X, atol=1e-13)


def test_svd_of_dependent_columns():
    X, _ = one_hot()
    found = scale.svd(cut(X, 7000))
    assert found.rank == 4
    U = found.U.compute()
    assert np.allclose(U.T @ U, np.eye(4), atol=1e-12)


def test_randomized_svd():
    sigma = np.concatenate([[9, 8, 7], np.full(57, 0.1)])
    X, V = turned(400, sigma)
    found = scale.randomized_svd(cut(X, 90), 3, np.random.default_rng(1))
    assert np.allclose(found.singular_values, sigma[:3], rtol=1e-12)
    assert np.allclose(np.abs(found.V.T @ V[:, :3]), np.eye(3), atol=1e-6)
    assert np.allclose(found.U.compute().T @ found.U.compute(), np.eye(3), atol=1e-12)
    again = scale.randomized_svd(cut(X, 90), 3, np.random.default_rng(1))
    assert np.array_equal(again.singular_values, found.singular_values)


def test_more_passes_come_nearer_from_below():
    X, _ = turned(400, np.linspace(1, 0.5, 80))
    tops = [
        scale.randomized_svd(X, 1, np.random.default_rng(2), extra=2, passes=n).singular_values[0]
        for n in (2, 4, 16)
    ]
    assert tops[0] < tops[1] < tops[2] <= 1 + 1e-12
    all_of_it = scale.randomized_svd(X, 80, np.random.default_rng(2), passes=2)
    assert np.allclose(all_of_it.singular_values, np.linspace(1, 0.5, 80), atol=1e-12)


POINTS = np.linspace(-3, 3, 400)[:, None]
TARGETS = np.sin(2 * POINTS[:, 0])
GRID = np.linspace(-2.9, 2.9, 31)[:, None]


def test_nystrom_of_all_points_is_kernel_ridge():
    points, y = POINTS[::10], TARGETS[::10]
    fit = numeric.kernel_regression(numeric.gaussian_kernel(points), y, 0.3)
    right = numeric.gaussian_kernel(GRID, points) @ fit.alpha
    features = scale.nystrom_features(numeric.gaussian_kernel, points)
    found = scale.kernel_ridge(cut(points, 7), y, 0.3, features)
    assert np.allclose(found.predict(GRID), right, atol=1e-7)


def test_nystrom_of_few_points():
    features = scale.nystrom_features(numeric.gaussian_kernel, POINTS[::25])
    assert features.count <= 16
    K = features(POINTS) @ features(POINTS[::25]).T
    assert np.allclose(K, numeric.gaussian_kernel(POINTS, POINTS[::25]), atol=1e-6)
    fit = scale.kernel_ridge(cut(POINTS, 90), TARGETS, 1e-6, features)
    assert np.max(np.abs(fit.predict(GRID) - np.sin(2 * GRID[:, 0]))) < 0.01
    lazily = fit.predict(cut(GRID, 10))
    assert isinstance(lazily, da.Array)
    assert np.allclose(lazily.compute(), fit.predict(GRID), atol=1e-12)


def test_random_features():
    features = numeric.random_fourier_features(1, 100, np.random.default_rng(0))
    fit = scale.kernel_ridge(cut(POINTS, 90), TARGETS, 0.01, features)
    right = numeric.ridge(features(POINTS), TARGETS, 0.01)
    assert np.allclose(fit.predict(GRID), features(GRID) @ right, atol=1e-9)
    assert np.max(np.abs(fit.predict(GRID) - np.sin(2 * GRID[:, 0]))) < 0.05
