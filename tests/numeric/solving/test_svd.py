"""Singular values and what is made of them: backward errors, signs, exact answers."""

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import exact
from linalg_book.errors import EmptySystemError, InvalidNumberError
from linalg_book.numeric import condition_number, low_rank, svd
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

NAN = float("nan")
# The argument that is at fault, then a call that is refused.
REFUSED = {
    "condition_number": [("A", [[NAN]]), ("A", [1, 2]), ("A", []), ("rtol", [[1]], 2)],
    "low_rank": [("A", [[None]], 1), ("k", [[1]], -1), ("k", [[1]], 1.5)],
    "svd": [("A", 5), ("A", [[NAN]])],
}  # fmt: skip

BY_HAND = np.array([[-1.0, 2], [3, -2], [5, 7]])
# measured.md: σ² = 46 ± 5√34.
SIGMA = [8.66918447572934, 4.10429537506421]


def first_signs(columns):
    """List the signs of the first entries that are not noise."""
    return [next(np.sign(x) for x in column if abs(x) > 2.0**-40) for column in columns.T]


def test_by_hand():
    # [[3, 0], [4, 5]]: A(1, 1) = (3, 9) and A(1, −1) = (3, −1), of the lengths √90 and √10.
    U, S, V = svd([[3, 0], [4, 5]])
    np.testing.assert_allclose(U * 10**0.5, [[1, 3], [3, -1]], rtol=16 * EPS)
    np.testing.assert_allclose(np.diag(S), [45**0.5, 5**0.5], rtol=16 * EPS)
    np.testing.assert_allclose(V * 2**0.5, [[1, 1], [1, -1]], rtol=16 * EPS)


def test_reduced_and_full():
    reduced, full = svd(BY_HAND), svd(BY_HAND, full=True)
    assert [part.shape for part in reduced] == [(3, 2), (2, 2), (2, 2)]
    assert [part.shape for part in full] == [(3, 3), (3, 2), (2, 2)]
    for found in (reduced, full):
        np.testing.assert_allclose(found.singular_values, SIGMA, rtol=1e-14)
        assert np.count_nonzero(found.S) == 2
    np.testing.assert_allclose(full.U[:, 2] * 1266**0.5, [31, 17, -4], rtol=64 * EPS)
    v = np.array([27, 11 + 5 * 34**0.5])
    np.testing.assert_allclose(reduced.V[:, 0], v / np.linalg.norm(v), rtol=16 * EPS)


def test_matrices_without_rows_or_columns():
    assert [part.shape for part in svd([])] == [(0, 0)] * 3
    assert [part.shape for part in svd(np.zeros((0, 2)))] == [(0, 0), (0, 0), (2, 0)]
    U, S, V = svd([[], []], full=True)
    assert (U.tolist(), S.shape, V.shape) == ([[1, 0], [0, 1]], (2, 0), (0, 0))
    assert low_rank(np.zeros((0, 2)), 1).shape == (0, 2)


@pytest.mark.parametrize("power", [-1060, -700, 0, 900])
def test_any_scale(power):
    U, S, V = svd(np.ldexp([[3.0, 0], [4, 5]], power))
    assert U.tolist() == svd([[3, 0], [4, 5]]).U.tolist()
    assert V.tolist() == svd([[3, 0], [4, 5]]).V.tolist()
    assert condition_number(np.ldexp([[3.0, 0], [4, 5]], power)) == pytest.approx(3)
    bound = max(16 * EPS, 2.0 ** (-1074 - power))
    np.testing.assert_allclose(S[0, 0], np.ldexp(45**0.5, power), rtol=bound)


def test_singular_values_that_overflow():
    with pytest.raises(InvalidNumberError, match="expected singular values within the range"):
        svd([[1.7e308, 1.7e308]])


@given(matrices(entries=INTEGERS), st.booleans())
def test_decomposition(rows, full):
    A = np.array(rows, dtype=float)
    U, S, V = svd(A, full=full)
    unit = 16 * max(A.shape) * EPS
    assert np.linalg.norm(U @ S @ V.T - A) <= unit * np.linalg.norm(A)
    assert np.linalg.norm(U.T @ U - np.eye(U.shape[1])) <= unit
    assert np.linalg.norm(V.T @ V - np.eye(V.shape[1])) <= unit
    sigma = np.diagonal(S)
    assert np.all(np.diff(sigma) <= 0)
    assert np.max(np.abs(sigma - scipy.linalg.svdvals(A))) <= unit * sigma[0]


@given(matrices(entries=INTEGERS), st.booleans())
def test_signs(rows, full):
    A = np.array(rows, dtype=float)
    U, _, V = svd(A, full=full)
    assert all(sign == 1 for sign in first_signs(V))
    rank = np.linalg.matrix_rank(A)
    assert all(sign == 1 for sign in first_signs(U[:, rank:]))


@given(matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 2)))
def test_the_vectors_of_the_exact_decomposition(rows):
    example = exact.svd(rows)
    U, S, V = (np.array(part.tolist(), dtype=float) for part in example.answer)
    found = svd(rows)
    sigma = np.diagonal(S)
    np.testing.assert_allclose(found.singular_values, sigma, atol=16 * EPS * max(sigma[0], 1))
    if example.values["rank"] == len(sigma) and np.all(sigma[:-1] - sigma[1:] > 0.01):
        assert np.max(np.abs(found.V - V)) <= 1e-11
        assert np.max(np.abs(found.U - U)) <= 1e-11


def test_noise_has_no_say_in_a_sign():
    # A row (−1e-14, 1) is its own singular vector, and (1, 1e-14) spans the null space: the
    # first entry of the former is below the limit, so the second decides.
    V = svd([[-1e-14, 1.0]], full=True).V
    np.testing.assert_allclose(V, [[-1e-14, 1], [1, 1e-14]], atol=1e-15)


@given(matrices(entries=INTEGERS), st.integers(0, 5))
def test_low_rank(rows, k):
    A = np.array(rows, dtype=float)
    B = low_rank(A, k)
    sigma = np.append(np.linalg.svd(A, compute_uv=False), np.zeros(6))
    unit = 16 * max(A.shape) * EPS * sigma[0]
    assert abs(np.linalg.norm(A - B, 2) - sigma[k]) <= unit
    assert abs(np.linalg.norm(A - B) - np.linalg.norm(sigma[k:])) <= unit
    assert np.all(np.linalg.svd(B, compute_uv=False)[k:] <= unit)


def test_low_rank_by_hand():
    # 3√5 (1, 3)/√10 times (1, 1)/√2 = 3/2 (1, 3)ᵀ(1, 1).
    np.testing.assert_allclose(low_rank([[3, 0], [4, 5]], 1), [[1.5, 1.5], [4.5, 4.5]],
                               rtol=16 * EPS)  # fmt: skip
    A = np.array([[1.0, 2], [3, 4]])
    B = low_rank(A, 2)
    assert B.tolist() == A.tolist()
    assert not np.shares_memory(A, B)
    assert low_rank(A, 0).tolist() == [[0, 0], [0, 0]]


@pytest.mark.parametrize("k", [-1, 1.0, True, np.True_, "1", None])
def test_the_rank_that_is_allowed_is_a_whole_number(k):
    with pytest.raises(InvalidNumberError, match="k is expected to be a whole number from 0 on"):
        low_rank([[1.0]], k)


@pytest.mark.parametrize(
    ("A", "expected"),
    [
        ([[3, 0], [4, 5]], 3),
        ([[7]], 1),
        ([[3, 4]], 1),
        ([[2, 0], [0, 1e-10]], 2e10),
        ([[1, 2], [2, 4]], np.inf),
        ([[0]], np.inf),
        (np.arange(1.0, 17).reshape(4, 4), np.inf),
        # σ₁/σ₂ of the example in measured.md: σ₁σ₂ = √1266.
        (BY_HAND, (46 + 5 * 34**0.5) / 1266**0.5),
    ],
)
def test_condition_number(A, expected):
    assert condition_number(A) == pytest.approx(expected, rel=1e-13)


def test_the_cut_off_of_the_condition_number():
    A = np.diag([1, 2.0**-52])
    assert condition_number(A) == np.inf
    assert condition_number(A, rtol=0) == 2.0**52
    assert condition_number(np.diag([1, 2.0**-20]), rtol=2.0**-20) == np.inf


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0)])
def test_nothing_has_no_condition_number(shape):
    with pytest.raises(EmptySystemError, match=f"but A is {shape[0]}×{shape[1]}"):
        condition_number(np.zeros(shape))
