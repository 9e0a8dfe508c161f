"""The exact and the numerical answer agree as well as conditioning allows."""

import numpy as np
from hypothesis import given

from linalg_book import exact, numeric
from tests.strategies import INTEGERS, consistent_systems, equations

EPS = float(np.finfo(float).eps)


def floats(answer):
    return np.array([float(entry) for entry in answer])


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
