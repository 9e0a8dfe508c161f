"""Our kernels in scikit-learn's estimators; ``make test-sklearn`` brings scikit-learn."""

import copy
import pickle

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric import (
    ScikitLearnKernel,
    gaussian_kernel,
    gaussian_process,
    kernel_regression,
    kernel_slope,
    laplace_kernel,
    matern_kernel,
    polynomial_kernel,
    random_fourier_features,
)

RNG = np.random.default_rng(0)
X, Z = RNG.standard_normal((15, 3)), RNG.standard_normal((6, 3))
Y = np.sin(X[:, 0]) + X[:, 1]
KERNEL = ScikitLearnKernel(gaussian_kernel, length_scale=2.0)


def needed(name):
    """Import a module of scikit-learn; without it the test is skipped."""
    return pytest.importorskip(name, reason="make test-sklearn brings scikit-learn")


def test_matrices_and_rows():
    K = gaussian_kernel(X, Z, length_scale=2.0)
    assert np.array_equal(KERNEL(X, Z), K)
    assert np.array_equal(KERNEL(X), gaussian_kernel(X, length_scale=2.0))
    one = KERNEL(X[3], Z[4], gamma=17)
    assert isinstance(one, float)
    assert one == pytest.approx(K[3, 4], rel=1e-15)
    assert repr(KERNEL) == "ScikitLearnKernel(gaussian_kernel, length_scale=2.0)"


def test_what_is_refused():
    with pytest.raises(InvalidNumberError, match="kernel is expected to be a function of two"):
        ScikitLearnKernel("rbf")
    with pytest.raises(InvalidNumberError, match="length_scale"):
        ScikitLearnKernel(gaussian_kernel, length_scale=0)(X)
    with pytest.raises(ShapeError):
        KERNEL(X, Z[0])


def test_copies():
    # clone() of scikit-learn copies it, and several processes pickle it.
    for other in (copy.deepcopy(KERNEL), pickle.loads(pickle.dumps(KERNEL))):  # noqa: S301
        assert np.array_equal(other(X), KERNEL(X))


def test_kernel_ridge_calls_with_rows():
    ridge = needed("sklearn.kernel_ridge")
    base = needed("sklearn.base")
    fit = base.clone(ridge.KernelRidge(alpha=0.3, kernel=KERNEL)).fit(X, Y)
    ours = kernel_regression(KERNEL(X), Y, 0.3)
    np.testing.assert_allclose(ours.alpha, fit.dual_coef_, rtol=1e-11)
    np.testing.assert_allclose(ours.predict(KERNEL(Z, X)), fit.predict(Z), rtol=1e-11)
    fast = ridge.KernelRidge(alpha=0.3, kernel="precomputed").fit(KERNEL(X), Y)
    np.testing.assert_allclose(fast.predict(KERNEL(Z, X)), fit.predict(Z), rtol=1e-11)


def test_support_vectors_call_with_matrices():
    svm = needed("sklearn.svm")
    ours = svm.SVR(kernel=KERNEL).fit(X, Y).predict(Z)
    theirs = svm.SVR(kernel="rbf", gamma=1 / 8).fit(X, Y).predict(Z)  # γ = 1/(2ℓ²)
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)


def test_gaussian_processes_take_no_function_by_themselves():
    process = needed("sklearn.gaussian_process")
    kernels = needed("sklearn.gaussian_process.kernels")
    regressor = process.GaussianProcessRegressor
    with pytest.raises(ValueError, match="'kernel' parameter"):
        regressor(KERNEL).fit(X, Y)
    theirs = regressor(kernels.RBF(2.0), alpha=0.01, optimizer=None).fit(X, Y)
    mean, deviation = theirs.predict(Z, return_std=True)
    wrapped = kernels.PairwiseKernel(metric=KERNEL)
    ours = regressor(wrapped, alpha=0.01, optimizer=None).fit(X, Y)
    for found, expected in zip(ours.predict(Z, return_std=True), (mean, deviation), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-9)
    # The same by our own function, with the likelihood.
    known = gaussian_process(KERNEL(X), Y, 0.01)
    np.testing.assert_allclose(known.mean(KERNEL(Z, X)), mean, rtol=1e-9)
    np.testing.assert_allclose(known.deviation(KERNEL(Z, X), np.ones(6)), deviation, rtol=1e-9)
    likelihood = theirs.log_marginal_likelihood_value_
    assert known.log_likelihood == pytest.approx(likelihood, rel=1e-11)
    # scikit-learn sets an entry of the derivative by ln ℓ beside it.
    _, gradient = theirs.log_marginal_likelihood(theirs.kernel_.theta, eval_gradient=True)
    slope = kernel_slope(gaussian_kernel, X, length_scale=2.0)
    np.testing.assert_allclose(known.gradient(slope), gradient, rtol=1e-10)


def test_the_same_kernels_by_other_names():
    pairwise = needed("sklearn.metrics.pairwise")
    kernels = needed("sklearn.gaussian_process.kernels")
    np.testing.assert_allclose(
        gaussian_kernel(X, Z, length_scale=2.0), pairwise.rbf_kernel(X, Z, gamma=1 / 8), rtol=1e-13
    )
    np.testing.assert_allclose(
        polynomial_kernel(X, Z, degree=3, c=2), pairwise.polynomial_kernel(X, Z, 3, 1, 2),
        rtol=1e-11,
    )  # fmt: skip
    for nu in (0.5, 1.5, 2.5):
        np.testing.assert_allclose(
            matern_kernel(X, Z, nu=nu, length_scale=2.0), kernels.Matern(2.0, nu=nu)(X, Z),
            rtol=1e-12,
        )  # fmt: skip
    line = X[:, :1]
    np.testing.assert_allclose(
        laplace_kernel(line, length_scale=2.0), pairwise.laplacian_kernel(line, gamma=0.5),
        rtol=1e-13,
    )  # fmt: skip
    assert np.max(np.abs(laplace_kernel(X) - pairwise.laplacian_kernel(X, gamma=1))) > 0.1


def test_its_random_features_are_those_with_phases():
    approximation = needed("sklearn.kernel_approximation")
    theirs = approximation.RBFSampler(gamma=1 / 8, n_components=40, random_state=1).fit(X)
    ours = random_fourier_features(3, 40, RNG, length_scale=2.0, phases=True)
    same = type(ours)(theirs.random_weights_, theirs.random_offset_)
    np.testing.assert_allclose(same(Z), theirs.transform(Z), rtol=1e-12)
    assert ours(Z).shape == (6, 40)
