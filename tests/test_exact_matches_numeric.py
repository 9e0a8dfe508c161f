"""The exact and the numerical answer agree as well as conditioning allows."""

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


@cases
def test_least_squares(case):
    b = [(-1) ** i * (i + 2) for i in range(case.A.rows)]
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
def test_singular_values_and_condition_number(case):
    A, approximation = array(case.A), exact.low_rank(case.A, 1)
    sigma = floats(approximation.values["singular_values"])
    assert_close(numeric.svd(A).singular_values, sigma)
    if approximation.values["unique"]:
        assert_close(numeric.low_rank(A, 1), array(approximation.answer))
    if case.A:
        condition = float(exact.condition_number(case.A).answer)
        assert numeric.condition_number(A) == pytest.approx(condition, rel=1e-11)
