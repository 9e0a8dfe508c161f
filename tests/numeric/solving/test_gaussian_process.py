"""Gaussian processes: conditioning by hand and in fractions, singular kernels, likelihoods."""

import numpy as np
import pytest
import scipy.stats
import sympy
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import (
    InconsistentSystemError,
    InvalidNumberError,
    NotSemidefiniteError,
    NotSymmetricError,
    RankError,
    ShapeError,
)
from linalg_book.numeric import (
    GaussianProcess,
    gaussian_kernel,
    gaussian_process,
    kernel_slope,
    laplace_kernel,
    linear_kernel,
    matern_kernel,
    polynomial_kernel,
)
from linalg_book.numeric.solving.conditioning import Cholesky, Spectral
from linalg_book.numeric.solving.semidefinite import decompose
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

NAN = float("nan")
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "gaussian_process": [("K", [[NAN]], [1]), ("K", [], []), ("K", [[1, 2]], [1]),
                         ("K", [[1, 2], [3, 1]], [1, 2]), ("K", [[1, 2], [2, 1]], [1, 2]),
                         ("K", [[1, 2], [2, 1]], [1, 2], 5), ("y", [[1]], [1, 2]),
                         ("y", [[1]], [NAN]), ("y", [[1, 1], [1, 1]], [1, 2]), ("y", [[0]], [1]),
                         ("noise_variance", [[1]], [1], -1), ("noise_variance", [[1]], [1], NAN),
                         ("noise_variance", [[1]], [1], [1]), ("rtol", [[1]], [1], {"rtol": 1})],
}  # fmt: skip


def test_by_hand():
    # Covariance 4/5 with one value known to be 10: mean 8, variance 1 − 16/25.
    process = gaussian_process([[1]], [10])
    np.testing.assert_allclose(process.mean([[0.8]]), [8], rtol=8 * EPS)
    np.testing.assert_allclose(process.variance([[0.8]], [1]), [0.36], rtol=8 * EPS)
    np.testing.assert_allclose(process.deviation([[0.8], [0]], [1, 9]), [0.6, 3], rtol=8 * EPS)
    np.testing.assert_allclose(
        process.covariance([[0.8], [0.6]], [[1, 0.5], [0.5, 1]]),
        [[0.36, 0.02], [0.02, 0.64]], rtol=1e-14,
    )  # fmt: skip
    # With noise of variance 1: half of it.
    noisy = gaussian_process([[1]], [10], 1)
    np.testing.assert_allclose(noisy.mean([[0.8]]), [4], rtol=8 * EPS)
    np.testing.assert_allclose(noisy.variance([[0.8]], [1]), [0.68], rtol=8 * EPS)


def test_a_line_through_zero_is_known_from_two_points():
    # Rank 1: the values 2, 4 at 1, 2 leave no freedom.
    X, Z = [[1], [2]], [[3], [-1]]
    process = gaussian_process(linear_kernel(X), [2, 4])
    np.testing.assert_allclose(process.mean(linear_kernel(Z, X)), [6, -2], rtol=1e-14)
    np.testing.assert_allclose(process.deviation(linear_kernel(Z, X), [9, 1]), [0, 0], atol=1e-7)
    draws = process.sample(linear_kernel(Z, X), linear_kernel(Z), np.random.default_rng(1), 5)
    np.testing.assert_allclose(draws, [[6, -2]] * 5, atol=1e-6)


@given(matrices(entries=INTEGERS), st.integers(1, 2), st.sampled_from([0, 0.25, 2]), st.data())
def test_in_fractions(X, degree, noise, data):
    # y is a draw of the process: K times a vector; repeated points and singular K among them.
    exact = [[(sum(a * b for a, b in zip(x, z, strict=True)) + 1) ** degree for z in X] for x in X]
    K = sympy.Matrix([[sympy.Rational(k.numerator, k.denominator) for k in row] for row in exact])
    y = K * sympy.Matrix([data.draw(INTEGERS) for _ in X])
    z = [data.draw(INTEGERS) for _ in X[0]]
    k = sympy.Matrix([[(sum(a * b for a, b in zip(x, z, strict=True)) + 1) ** degree for x in X]])
    prior = (sum(a * a for a in z) + 1) ** degree
    inverse = (K + sympy.Rational(noise) * sympy.eye(len(X))).pinv()
    mean, variance = (k * inverse * y)[0], prior - (k * inverse * k.T)[0]
    process = gaussian_process(np.array(exact, dtype=float), [float(v) for v in y], noise)
    between = polynomial_kernel([z], X, degree=degree)
    size = 1 + max(abs(float(v)) for v in y)
    assert process.mean(between)[0] == pytest.approx(float(mean), rel=1e-6, abs=1e-6 * size)
    found = process.variance(between, [float(prior)])[0]
    assert found >= 0
    assert found == pytest.approx(float(variance), abs=1e-6 * float(prior))


def test_conditioning_is_what_draws_near_y_show():
    # Of many joint draws those are kept that come near y at one point.
    X, Z = [[0]], [[0.7]]
    K = gaussian_kernel([[0], [0.7]])
    draws = np.random.default_rng(2).multivariate_normal([0, 0], K, 400_000)
    kept = draws[np.abs(draws[:, 0] - 1.2) < 0.02, 1]
    process = gaussian_process(gaussian_kernel(X), [1.2])
    between = gaussian_kernel(Z, X)
    assert process.mean(between)[0] == pytest.approx(kept.mean(), abs=0.03)
    assert process.deviation(between, [1])[0] == pytest.approx(kept.std(), abs=0.03)


def test_samples_have_the_posterior_moments():
    X, Z, rng = [[0], [1]], [[0.5], [2], [0]], np.random.default_rng(3)
    process = gaussian_process(gaussian_kernel(X), [1, -1], 0.01)
    between, prior = gaussian_kernel(Z, X), gaussian_kernel(Z)
    draws = process.sample(between, prior, rng, 100_000)
    np.testing.assert_allclose(draws.mean(axis=0), process.mean(between), atol=0.02)
    np.testing.assert_allclose(np.cov(draws.T), process.covariance(between, prior), atol=0.02)
    assert process.sample(between, prior, rng).shape == (3,)
    # Without noise every draw passes through the values.
    known = gaussian_process(gaussian_kernel(X), [1, -1])
    through = known.sample(between, prior, rng, 100)
    np.testing.assert_allclose(through[:, 2], np.ones(100), atol=1e-6)


@pytest.mark.parametrize("kernel", [gaussian_kernel, matern_kernel, laplace_kernel])
def test_a_singular_kernel(kernel):
    # Each point twice: the answers are those of the different points alone.
    rng = np.random.default_rng(4)
    X, Z = rng.uniform(size=(30, 2)) * 6, rng.uniform(size=(50, 2)) * 6
    y = np.sin(X[:, 0]) * X[:, 1]
    twice, values = np.vstack([X, X]), np.concatenate([y, y])
    process = gaussian_process(kernel(twice), values)
    once = gaussian_process(kernel(X), y)
    assert isinstance(process.root, Spectral)
    assert isinstance(once.root, Cholesky)
    assert process.root.K.rank == 30
    np.testing.assert_allclose(
        process.mean(kernel(Z, twice)), once.mean(kernel(Z, X)), rtol=1e-9, atol=1e-9
    )
    ones = np.ones(50)
    np.testing.assert_allclose(
        process.variance(kernel(Z, twice), ones), once.variance(kernel(Z, X), ones), atol=1e-11
    )
    at_points = process.variance(kernel(twice), np.ones(60))
    assert np.all((at_points >= 0) & (at_points <= 1e-11))


def test_no_variance_below_0_where_eigenvalues_have_no_gap():
    X = np.linspace(0, 1, 60)[:, np.newaxis]
    Z = np.linspace(-0.2, 1.2, 301)[:, np.newaxis]
    K, between = gaussian_kernel(X, length_scale=0.5), gaussian_kernel(Z, X, length_scale=0.5)
    for noise in (0, 1e-25, 1e-15, 1e-12, 1e-6):
        process = gaussian_process(K, np.sin(6 * X[:, 0]), noise)
        variance = process.variance(between, np.ones(301))
        assert np.all(variance >= 0)
        inside = (Z[:, 0] >= 0) & (Z[:, 0] <= 1)
        assert np.max(variance[inside]) < 1e-5
        found = process.mean(between)
        error = np.abs(found[inside] - np.sin(6 * Z[inside, 0]))
        assert np.max(error) < (2e-4 if noise < 1e-9 else 2e-3)
        process.sample(between, gaussian_kernel(Z, length_scale=0.5), np.random.default_rng(5), 3)


def test_noise_below_rounding_averages_equal_points():
    X, y = [[0], [1], [1]], [0, 1, 3]
    process = gaussian_process(gaussian_kernel(X), y, 1e-30)
    np.testing.assert_allclose(process.mean(gaussian_kernel([[1]], X)), [2], rtol=1e-13)
    with pytest.raises(InconsistentSystemError, match=r"y is expected to lie in the column space.*"
                       r"44\.7 % of its length lies outside, most of it in entry"):  # fmt: skip
        gaussian_process(gaussian_kernel(X), y)


@pytest.mark.parametrize("noise", [0, 0.3, 1e-14])
def test_the_density(noise):
    rng = np.random.default_rng(6)
    X, y = rng.uniform(size=(8, 2)) * 4, rng.standard_normal(8)
    K = matern_kernel(X)
    expected = scipy.stats.multivariate_normal(np.zeros(8), K + noise * np.eye(8)).logpdf(y)
    process = gaussian_process(K, y, noise)
    assert process.log_likelihood == pytest.approx(expected, rel=1e-10)


def test_the_density_with_noise_on_a_singular_kernel():
    # Independent: half the difference of the equal points has the variance τ²/2, apart.
    tau2 = 1e-18
    process = gaussian_process(np.ones((2, 2)), [1 + 1e-9, 1 - 1e-9], tau2)
    assert isinstance(process.root, Spectral)
    # Along (1, 1)/√2: √2 with variance 2; along (1, −1)/√2: √2·1e-9 with variance τ².
    expected = (scipy.stats.norm(0, 2**0.5).logpdf(2**0.5)
                + scipy.stats.norm(0, 1e-9).logpdf(2**0.5 * 1e-9))  # fmt: skip
    assert process.log_likelihood == pytest.approx(expected, rel=1e-7)
    with pytest.raises(RankError, match="the rank of K is 1 of 2: y has no density"):
        gaussian_process(np.ones((2, 2)), [1, 1]).log_likelihood  # noqa: B018
    with pytest.raises(RankError):
        gaussian_process(np.ones((2, 2)), [1, 1]).gradient(np.eye(2))


@pytest.mark.parametrize(("noise", "rtol"), [(0.1, None), (1e-10, 1e-9)])
def test_the_gradient(noise, rtol):
    # For the second noise the kernel is singular, because each point is there twice.
    X = np.random.default_rng(7).uniform(size=(10, 1)) * 9
    X[5:] = X[:5]
    y, length = np.sin(X[:, 0]), 0.8

    def likelihood(ln_length, ln_noise, ln_size):
        K = np.exp(ln_size) * gaussian_kernel(X, length_scale=length * np.exp(ln_length))
        return gaussian_process(K, y, noise * np.exp(ln_noise), rtol=rtol).log_likelihood

    K = gaussian_kernel(X, length_scale=length)
    process = gaussian_process(K, y, noise, rtol=rtol)
    slope = kernel_slope(gaussian_kernel, X, length_scale=length)
    found = process.gradient(slope, noise * np.eye(10), K)
    assert isinstance(process.root, Cholesky if noise == 0.1 else Spectral)
    h = 1e-4
    for i in range(3):
        step = h * np.eye(3)[i]
        expected = (likelihood(*step) - likelihood(*-step)) / (2 * h)
        assert found[i] == pytest.approx(expected, rel=1e-5, abs=1e-5)


def test_both_roots_agree_where_both_work():
    rng = np.random.default_rng(8)
    X, y = rng.standard_normal((12, 3)), rng.standard_normal(12)
    K, Z = gaussian_kernel(X), rng.standard_normal((5, 3))
    between, prior = gaussian_kernel(Z, X), gaussian_kernel(Z)
    usual = gaussian_process(K, y, 0.01)
    other = GaussianProcess(y, 0.01, None, Spectral(decompose(K, None), 0.01))
    np.testing.assert_allclose(other.mean(between), usual.mean(between), rtol=1e-11)
    np.testing.assert_allclose(
        other.covariance(between, prior), usual.covariance(between, prior), atol=1e-13
    )
    assert other.log_likelihood == pytest.approx(usual.log_likelihood, rel=1e-12)
    np.testing.assert_allclose(other.gradient(K), usual.gradient(K), rtol=1e-10)


def test_what_is_refused():
    with pytest.raises(NotSemidefiniteError, match="its smallest one is -1"):
        gaussian_process([[1, 2], [2, 1]], [1, 1], 5)  # K + 5I would be a covariance
    process = gaussian_process(np.eye(2), [1, 2])
    with pytest.raises(ShapeError, match=r"between is expected .* 2 columns"):
        process.mean([[1]])
    with pytest.raises(ShapeError, match="diagonal is expected to be a list of 1 numbers"):
        process.variance([[1, 0]], [1, 1])
    with pytest.raises(ShapeError, match="prior is expected"):
        process.covariance([[1, 0]], np.eye(2))
    with pytest.raises(NotSymmetricError, match="prior is expected to be symmetric"):
        process.covariance([[1, 0], [0, 1]], [[1, 2], [0, 1]])
    with pytest.raises(InvalidNumberError, match="rng is expected to be a numpy"):
        process.sample([[1, 0]], [[1]], 5)
    with pytest.raises(ShapeError, match="slopes is expected to be a list of 2 numbers"):
        process.gradient([[1]])
    with pytest.raises(NotSemidefiniteError, match="covariance"):
        process.sample([[0, 0], [0, 0]], [[1, 2], [2, 1]], np.random.default_rng(0))
