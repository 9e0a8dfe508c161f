"""The condition number, exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from sympy import Matrix, Rational, diag, eye, oo, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import EmptySystemError
from linalg_book.exact import condition_number
from tests.call import BY_HAND, MATRIX, Call, if_empty
from tests.strategies import SMALL

# What every suite that runs over all functions takes from here.
CALLS = {
    "condition_number": Call(
        ([[1, 2], [3, 4]],), ("1 2; 3 4",), MATRIX,
        lambda A, _: exact.condition_number(A), if_empty,
        further=[
            (BY_HAND,), ([[1, 2, 0], [0, 1, 3], [1, 0, 1]],),
            ([[1, 2], [3, 4]],), ([[1, 2], [2, 4]],), ([[0]],), ([[2, 0], [0, 2]],)],
    ),
}  # fmt: skip

RUNNING = [[-1, 2], [3, -2], [5, 7]]


@pytest.mark.parametrize(
    ("A", "expected", "effective"),
    [
        ([[3, 0], [4, 5]], 3, 3),  # 3√5 / √5
        (eye(3), 1, 1),
        ([["3/5", "-4/5"], ["4/5", "3/5"]], 1, 1),
        (diag(-8, 3), Rational(8, 3), Rational(8, 3)),
        ([[1, 2], [2, 4]], oo, 1),
        (diag(6, 2, 0), oo, 3),
        ([[3, 4]], 1, 1),
        ([[3], [4]], 1, 1),
        ([[0, 0]], oo, None),
        # AᵀA = [[1, 1], [1, 2]]: σ = (√5 ± 1)/2 and σ₁/σ₂ = σ₁² = (3 + √5)/2.
        ([[1, 1], [0, 1]], (3 + sqrt(5)) / 2, (3 + sqrt(5)) / 2),
        # λ = 46 ± 5√34 with λ₁λ₂ = 1266: σ₁/σ₂ = λ₁/√1266.
        (RUNNING, ((46 + 5 * sqrt(34)) / sqrt(1266)).expand(), None),
    ],
    ids=str,
)
def test_hand_worked(A, expected, effective):
    example = condition_number(A)
    assert (example.answer - expected).expand() == 0 if expected != oo else example.answer == oo
    if effective is not None or expected == oo:
        assert example.values["effective"] == effective
    assert example.steps


def test_by_products():
    values = condition_number(diag(6, 2, 0)).values
    assert (values["largest"], values["smallest"], values["rank"]) == (6, 0, 2)


def test_singular_values_from_two_fields():
    # σ² = 3 + √5 and 2 − √2 from two blocks; LLᵀ = [[3, √5]…] has no rational L, so use BᵀB.
    A = diag(Matrix([[1, 1], [0, 1]]), Matrix([[1, 1], [1, -2]]))
    expected = np.linalg.cond(np.array(A.tolist(), dtype=float))
    assert abs(float(condition_number(A).answer) - expected) < 1e-12 * expected


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0)], ids=str)
def test_empty(shape):
    with pytest.raises(EmptySystemError, match=rf"A is {shape[0]}×{shape[1]} and has no singular"):
        condition_number(zeros(*shape))


@settings(max_examples=25)
@given(SMALL)
def test_agrees_with_numpy(A):
    floats = np.array(A, dtype=float)
    sigma = np.linalg.svd(floats, compute_uv=False)
    rank = Matrix(A).rank()
    example = condition_number(A)
    assert (example.answer == oo) is (rank < min(floats.shape))
    if rank:
        expected = sigma[0] / sigma[rank - 1]
        found = float(example.values["effective"].evalf(30))
        # A relative error of size eps in σ₁ is one of size eps·(σ₁/σᵣ) in σᵣ.
        assert abs(found - expected) <= 1e-14 * expected * (1 + expected)
