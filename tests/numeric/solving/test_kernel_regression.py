"""Regression by kernels: least norm and ridge in the space of features, left-out points."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import (
    EmptySystemError,
    InvalidNumberError,
    NotSemidefiniteError,
    NotSymmetricError,
    ShapeError,
)
from linalg_book.numeric import (
    gaussian_kernel,
    kernel_regression,
    laplace_kernel,
    linear_kernel,
    polynomial_kernel,
)
from tests.numeric import refits
from tests.numeric.draws import PENALTIES, systems
from tests.numeric.kernels import features
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS

NAN = float("nan")
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "kernel_regression": [("K", [[NAN]], [1]), ("K", [], []), ("K", [[1, 2]], [1]),
                          ("K", [1], [1]), ("K", [[1, 2], [3, 1]], [1, 2]), ("K", [[-1]], [1]),
                          ("K", [[1, 2], [2, 1]], [1, 2]), ("y", [[1]], [1, 2]), ("y", [[1]], 1),
                          ("y", [[1]], [NAN]), ("y", [[1]], [[1, 2]]), ("penalty", [[1]], [1], -1),
                          ("penalty", [[1]], [1], NAN), ("penalty", [[1]], [1], [1, -1]),
                          ("penalty", [[1]], [1], "1"), ("rtol", [[1]], [1], {"rtol": 1}),
                          ("rtol", [[1]], [1], {"rtol": -1})],
}  # fmt: skip


def left_out_by_refits(K, y, penalty):
    """Leave each point out in fact."""
    errors = []
    for i in range(len(y)):
        others = [j for j in range(len(y)) if j != i]
        fit = kernel_regression(K[np.ix_(others, others)], y[others], penalty)
        errors.append(y[i] - fit.predict(K[[i]][:, others])[0])
    return errors


def test_by_hand():
    # A parabola through three points: x² − 2x + 1.
    X = [[0], [1], [2]]
    fit = kernel_regression(polynomial_kernel(X, degree=2), [1, 0, 1])
    Z = [[-1], [0.5], [3]]
    np.testing.assert_allclose(
        fit.predict(polynomial_kernel(Z, X, degree=2)), [4, 0.25, 4], rtol=1e-12
    )
    assert fit.rank == 3
    # K = [[1, 1], [1, 1]]: the mean 3, by the shortest α; with λ = 2: (K + 2I)α = y.
    fit = kernel_regression([[1, 1], [1, 1]], [2, 4], [0, 2])
    np.testing.assert_allclose(fit.alpha, [[1.5, 1.5], [0.25, 1.25]], rtol=8 * EPS)
    np.testing.assert_allclose(fit.predict([[1, 1]]), [[3], [1.5]], rtol=8 * EPS)
    # Without one the other predicts: 4, or 4·1/(1 + 2).
    np.testing.assert_allclose(fit.residuals, [[-2, 2], [2 - 4 / 3, 4 - 2 / 3]], rtol=8 * EPS)
    np.testing.assert_allclose(fit.leverages, [[0.5, 0.5], [0.25, 0.25]], rtol=8 * EPS)
    np.testing.assert_allclose(fit.mean_square, [4, (4 / 9 + 100 / 9) / 2], rtol=8 * EPS)
    one = kernel_regression([[4]], [8], 4)
    assert (one.alpha.tolist(), one.residuals.tolist(), one.mean_square) == ([1], [8], 64)


def test_repeated_points_are_averaged_only_by_a_strict_kernel():
    # A line through 0 has the slope Σxy/Σx² = 6/6; any line passes through the mean (1, 5/4).
    X, y = [[0], [1], [1], [2]], [0, 1, 3, 1]
    line = kernel_regression(linear_kernel(X), y)
    np.testing.assert_allclose(line.predict(linear_kernel([[1]], X)), [1], rtol=1e-13)
    affine = kernel_regression(polynomial_kernel(X, degree=1), y)
    between = polynomial_kernel([[1]], X, degree=1)
    np.testing.assert_allclose(affine.predict(between), [1.25], rtol=1e-13)
    strict = kernel_regression(gaussian_kernel(X), y)
    np.testing.assert_allclose(strict.predict(gaussian_kernel([[1], [2]], X)), [2, 1], rtol=1e-12)


@given(systems(entries=INTEGERS), PENALTIES)
def test_the_ridge_solution_of_the_features(system, penalty):
    # With the linear kernel all is ridge in the coordinates, fitted again in fractions.
    A, b = system
    K = linear_kernel(A)
    fit = kernel_regression(K, b, [float(penalty)])
    x = refits.ridge(A, b, penalty)
    predicted = [float(refits.dot(row, x)) for row in refits.rationals(A)]
    size = 1 + max(map(abs, b))
    np.testing.assert_allclose(fit.predict(K)[0], predicted, atol=1e-10 * size)
    expected = refits.left_out(A, b, penalty)
    bound = 1e-9 * float(size + max(map(abs, expected)))
    np.testing.assert_allclose(fit.residuals[0], [float(e) for e in expected], atol=bound)
    leverages = [float(h) for h in refits.leverages(A, penalty)]
    np.testing.assert_allclose(fit.leverages[0], leverages, atol=1e-10)
    mean = float(refits.mean_square(expected))
    assert fit.mean_square[0] == pytest.approx(mean, rel=1e-9, abs=bound**2)


@given(systems(entries=INTEGERS), st.integers(1, 3))
def test_least_norm_among_monomials(system, degree):
    X, y = system
    Phi = features(X, degree, 1)
    weights, *_ = np.linalg.lstsq(Phi, np.array(y, dtype=float))
    fit = kernel_regression(polynomial_kernel(X, degree=degree), y)
    assert fit.rank == np.linalg.matrix_rank(Phi)
    Z = [[value / 3 + 0.1 for value in row] for row in X]
    found = fit.predict(polynomial_kernel(Z, X, degree=degree))
    np.testing.assert_allclose(
        found, features(Z, degree, 1) @ weights, atol=1e-7 * (1 + max(map(abs, y)))
    )


def test_interpolation_left_out():
    # αᵢ/(K⁻¹)ᵢᵢ, and refits.
    rng = np.random.default_rng(1)
    X, y = rng.standard_normal((12, 2)), rng.standard_normal(12)
    K = laplace_kernel(X)
    fit = kernel_regression(K, y)
    inverse = np.linalg.inv(K)
    np.testing.assert_allclose(fit.residuals, (inverse @ y) / np.diagonal(inverse), rtol=1e-11)
    np.testing.assert_allclose(fit.residuals, left_out_by_refits(K, y, 0), rtol=1e-11)
    np.testing.assert_allclose(fit.leverages, np.ones(12), rtol=1e-14)
    np.testing.assert_allclose(fit.predict(K), y, rtol=1e-12)


@pytest.mark.parametrize("penalty", [0, 1e-300, 1e-25, 1e-3, 1e300])
def test_both_formulas_in_one_set(penalty):
    # Two equal points have leverage 1/2 each, the others 1; the penalties are below rounding.
    rng = np.random.default_rng(2)
    X, y = rng.standard_normal((9, 3)), rng.standard_normal(9)
    X[4] = X[7]
    K = laplace_kernel(X)
    fit = kernel_regression(K, y, penalty)
    np.testing.assert_allclose(fit.residuals, left_out_by_refits(K, y, penalty), rtol=1e-10)
    if penalty < 1e-20:
        expected = [0.5 if i in {4, 7} else 1 for i in range(9)]
        np.testing.assert_allclose(fit.leverages, expected, rtol=1e-13)
        between = laplace_kernel(X[[4]], X)
        np.testing.assert_allclose(fit.predict(between), [(y[4] + y[7]) / 2], rtol=1e-12)


def test_a_tiny_penalty_does_not_let_rounding_into_predictions():
    # α has entries of the size (y₁ − y₂)/λ, which cancel in exact arithmetic only.
    X, y = [[0], [1], [1], [2]], [0, 1, 3, 1]
    fit = kernel_regression(gaussian_kernel(X), y, 1e-30)
    assert np.max(np.abs(fit.alpha)) > 1e29
    np.testing.assert_allclose(fit.predict(gaussian_kernel([[1]], X)), [2], rtol=1e-13)


def test_many_penalties_are_as_one():
    rng = np.random.default_rng(3)
    X, y = rng.standard_normal((20, 3)), rng.standard_normal(20)
    K, penalties = gaussian_kernel(X), [0, 0.1, 30.0]
    many = kernel_regression(K, y, penalties)
    assert many.alpha.shape == many.residuals.shape == many.leverages.shape == (3, 20)
    assert many.predict(K[:4]).shape == (3, 4)
    for k, penalty in enumerate(penalties):
        one = kernel_regression(K, y, penalty)
        np.testing.assert_allclose(one.alpha, many.alpha[k], rtol=1e-12)
        np.testing.assert_allclose(one.residuals, many.residuals[k], rtol=1e-12)
        np.testing.assert_allclose(one.predict(K[:4]), many.predict(K[:4])[k], rtol=1e-12)
        assert one.mean_square == pytest.approx(many.mean_square[k], rel=1e-13)
        if penalty:
            alpha = np.linalg.solve(K + penalty * np.eye(20), y)
            np.testing.assert_allclose(one.alpha, alpha, rtol=1e-11)
            np.testing.assert_allclose(one.settled, alpha, rtol=1e-11)
    empty = kernel_regression(K, y, [])
    assert empty.alpha.shape == (0, 20)


def test_kernel_ridge_is_no_ridge_on_alpha():
    X, y = [[0], [1], [2]], [1, 0, 2]
    K = gaussian_kernel(X)
    on_alpha = np.linalg.solve(K @ K + np.eye(3), K @ y)
    assert np.max(np.abs(kernel_regression(K, y, 1).alpha - on_alpha)) > 0.05


def test_a_kernel_of_zeros():
    fit = kernel_regression(np.zeros((2, 2)), [1, 2], [0, 4])
    assert fit.rank == 0
    np.testing.assert_allclose(fit.alpha, [[0, 0], [0.25, 0.5]])
    np.testing.assert_allclose(fit.residuals, [[1, 2], [1, 2]])
    assert fit.leverages.tolist() == [[0, 0], [0, 0]]
    assert fit.predict([[0, 0]]).tolist() == [[0], [0]]


def test_what_counts_as_zero():
    K = np.diag([1.0, 1e-8])
    assert kernel_regression(K, [1, 1]).rank == 2
    fit = kernel_regression(K, [1, 1], rtol=1e-6)
    assert (fit.rank, fit.alpha.tolist()) == (1, [1, 0])
    assert kernel_regression(np.diag([1, 1e-17]), [1, 1]).rank == 1
    # Rounding may make an eigenvalue negative; a kernel in float32 needs a larger rtol.
    rounded = gaussian_kernel(np.linspace(0, 1, 20)[:, np.newaxis]).astype(np.float32)
    with pytest.raises(NotSemidefiniteError, match="larger rtol if this is rounding"):
        kernel_regression(rounded, np.ones(20))
    assert kernel_regression(rounded, np.ones(20), rtol=1e-6).rank < 8


def test_fractions_and_halves_that_differ_by_rounding():
    K = np.array([[1, 0.3], [0.3 + 2**-54, 1]])
    assert kernel_regression(K, [1, 1], 0.5).alpha.tolist() == pytest.approx([1 / 1.8] * 2)
    assert kernel_regression([[Fraction(1, 2)]], [Fraction(1, 3)]).alpha.tolist() == [2 / 3]


def test_what_is_refused():
    with pytest.raises(NotSymmetricError, match=r"has 2 in row 1, column 2, and 3 in row 2, col"):
        kernel_regression([[1, 2], [3, 1]], [1, 2])
    with pytest.raises(NotSemidefiniteError, match=r"smallest one is -1: no kernel"):
        kernel_regression([[1, 2], [2, 1]], [1, 2])
    with pytest.raises(EmptySystemError, match="at least one point"):
        kernel_regression([], [])
    with pytest.raises(ShapeError, match="as many columns as rows, but is 1×2"):
        kernel_regression([[1, 2]], [1])
    with pytest.raises(ShapeError, match="y is expected to be a list of 1 numbers"):
        kernel_regression([[1]], [1, 2])
    with pytest.raises(ShapeError, match=r"2 columns, .* but is 2×1: give the kernel of the new"):
        kernel_regression(np.eye(2), [1, 2]).predict([[1], [2]])
    with pytest.raises(InvalidNumberError, match="within the range"):
        kernel_regression([[1e-300]], [1e300])
