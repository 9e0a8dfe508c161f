"""The exact and the numerical answer agree as well as conditioning allows."""

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import exact, numeric
from tests.calls import CASES
from tests.strategies import INTEGERS, consistent_systems, equations, matrices

EPS = float(np.finfo(float).eps)


EXTREME = {"nearly singular", "huge integers", "badly scaled"}  # not within float64, or singular
cases = pytest.mark.parametrize(
    "case", [c for c in CASES if c.name not in EXTREME], ids=lambda case: case.name
)


def floats(answer):
    return np.array([float(entry) for entry in answer])


def array(matrix):
    return floats(matrix).reshape(matrix.shape)


def assert_close(found, expected):
    assert found.shape == expected.shape
    assert np.linalg.norm(found - expected) <= 4096 * EPS * np.linalg.norm(expected)


@given(equations(entries=INTEGERS))
def test_closest_point(equation):
    a, b = equation
    difference = numeric.closest_point(a, b) - floats(exact.closest_point(a, b).answer)
    expected = np.abs(floats(exact.closest_point(a, b).answer))
    assert np.all(np.abs(difference) <= (len(a) + 5) * EPS * expected)


@given(consistent_systems(entries=INTEGERS))
def test_least_norm(system):
    A, b = system
    expected = floats(exact.least_norm(A, b).answer)
    matrix = np.array(A, dtype=float)
    scaled = matrix / np.maximum(1, np.max(np.abs(matrix), axis=1, keepdims=True))
    sigma = np.linalg.svd(scaled, compute_uv=False)
    rank = np.linalg.matrix_rank(scaled)
    condition = sigma[0] / sigma[rank - 1] if rank else 1.0
    # Perturbation theory of least norm: the error is at most a multiple of eps times the condition.
    bound = 64 * max(matrix.shape) * EPS * condition * np.linalg.norm(expected)
    assert np.linalg.norm(numeric.least_norm(A, b) - expected) <= bound


@cases
def test_pseudoinverse(case):
    assert_close(numeric.pseudoinverse(array(case.A)), array(exact.pseudoinverse(case.A).answer))


def unreached(A):
    """Return a right-hand side that the columns reach by chance only."""
    return [(-1) ** i * (i + 2) for i in range(A.rows)]


@cases
def test_least_squares(case):
    b = unreached(case.A)
    expected = floats(exact.least_squares(case.A, b).answer)
    assert_close(numeric.least_squares(array(case.A), b), expected)


@given(matrices(entries=INTEGERS), st.integers(0, 3), st.sampled_from([0, 1, 2]), st.data())
def test_kernel_regression(points, degree, c, data):
    y = [data.draw(INTEGERS) for _ in points]
    penalty = data.draw(st.sampled_from([0, 1, 3]))
    values = exact.kernel_regression(points, y, points, degree=degree, c=c, penalty=penalty).values
    X = array(sympy.Matrix(points))
    K = numeric.polynomial_kernel(X, degree=degree, c=c)
    fit = numeric.kernel_regression(K, y, penalty)
    assert fit.rank == values["rank"]
    bound = 1e-7 * (1 + max(abs(x) for x in (*y, *values["left_out"])))
    np.testing.assert_allclose(fit.predict(K), floats(values["predictions"]), atol=float(bound))
    np.testing.assert_allclose(fit.residuals, floats(values["left_out"]), atol=float(bound))
    np.testing.assert_allclose(fit.leverages, floats(values["leverages"]), atol=1e-7)


@cases
def test_ridge(case):
    A, b = array(case.A), unreached(case.A)
    prices = (Fraction(0), Fraction(1, 4), Fraction(7))
    path = numeric.ridge_path(A, b, [float(price) for price in prices])
    for price, on_path in zip(prices, path, strict=True):
        expected = floats(exact.ridge(case.A, b, price).answer)
        assert_close(numeric.ridge(A, b, float(price)), expected)
        assert_close(on_path, expected)


@pytest.mark.parametrize("intercept", [False, True])
@cases
def test_leave_one_out(case, intercept):
    A, b = array(case.A), unreached(case.A)
    if len(A) < 1 + intercept:
        return
    prices = (Fraction(0), Fraction(1, 4), Fraction(7))
    found = numeric.leave_one_out(A, b, [float(price) for price in prices], intercept=intercept)
    for k, price in enumerate(prices):
        example = exact.leave_one_out(case.A, b, penalty=price, intercept=intercept)
        values = example.values
        assert_close(found.residuals[k], floats(example.answer))
        assert_close(found.leverages[k], floats(values["leverages"]))
        assert found.mean_square[k] == pytest.approx(float(values["mean_square"]), rel=1e-11)
        spent = float(values["degrees_of_freedom"])
        if not intercept:
            freedom = numeric.effective_degrees_of_freedom(A, float(price))
            assert freedom == pytest.approx(spent, rel=1e-12)
        assert float(np.sum(found.leverages[k])) == pytest.approx(spent, rel=1e-12)


@cases
def test_gradient_descent(case):
    A, b = array(case.A), unreached(case.A)
    start = [1 + j for j in range(case.A.cols)]
    squares = int(np.ceil(np.log2(np.sum(A**2)))) if np.any(A) else 0
    step = Fraction(1, 2**squares) if squares >= 0 else Fraction(2**-squares)  # also in floats
    example = exact.gradient_descent(case.A, b, step, steps=4, start=start)
    found = numeric.gradient_descent(A, b, float(step), 4, start=start)
    assert_close(found, array(example.values["iterates"]))


@cases
def test_truncated_least_squares(case):
    A, b = array(case.A), unreached(case.A)
    rank = case.A.rank()
    whole = floats(exact.least_squares(case.A, b).answer)
    for k in range(rank, min(A.shape) + 1):
        assert_close(numeric.truncated_least_squares(A, b, k), whole)
    nearest = exact.low_rank(case.A, 1)
    if rank and min(A.shape) and nearest.values["unique"]:
        # One term σ u vᵀ has the pseudoinverse v uᵀ/σ.
        expected = array(nearest.answer).T @ b / float(nearest.values["singular_values"][0]) ** 2
        found = numeric.truncated_least_squares(A, b, 1)
        size = np.linalg.norm(b) / float(nearest.values["singular_values"][0])
        assert np.linalg.norm(found - expected) <= 4096 * EPS * size


@cases
def test_weighted_qr(case):
    # Against NumPy's factors of the rows times the roots of their weights.
    weights = [Fraction(1 + i % 3, 1 + i % 2) for i in range(case.A.rows)]
    example = exact.qr(case.A, weights=weights)
    Q, R = map(array, example.answer)
    roots = np.sqrt([float(w) for w in weights])[:, np.newaxis]
    weighted, lengths = roots * array(case.A), np.sqrt(floats(example.values["lengths_squared"]))
    assert_close(roots * Q @ R, weighted)
    if case.A.rank() == case.A.cols > 0:
        T = np.linalg.qr(weighted).R
        assert_close(lengths[:, np.newaxis] * R, np.sign(np.diag(T))[:, np.newaxis] * T)


@cases
def test_singular_values_and_condition_number(case):
    A, approximation = array(case.A), exact.low_rank(case.A, 1)
    sigma = floats(approximation.values["singular_values"])
    assert_close(numeric.svd(A).singular_values, sigma)
    if approximation.values["unique"]:
        assert_close(numeric.low_rank(A, 1), array(approximation.answer))
    if case.A:
        condition = float(exact.condition_number(case.A).answer)
        assert numeric.condition_number(A) == pytest.approx(condition, rel=1e-11)
