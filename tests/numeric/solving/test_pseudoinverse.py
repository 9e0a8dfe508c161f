"""The pseudoinverse in floating point: exact values, the Penrose conditions, the cut-off."""

from fractions import Fraction

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import exact
from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import pseudoinverse
from tests.numeric.reference import EPS, PSEUDOINVERSES, floats
from tests.strategies import INTEGERS, matrices

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "pseudoinverse": [("A", "x"), ("A", [[10**400]]), ("rtol", [[1]], -1)],
}  # fmt: skip

F = Fraction
CUT_OFF = ["graded cols [1,1e-20 x]", "diag(1,eps) edge", "dup col + 1ulp"]
"""Matrices of rank 2 whose second singular value the rule takes for zero."""
PLAIN = [e for e in PSEUDOINVERSES if e["name"] not in {*CUT_OFF, "subnormal 1e-310"}]
magic = np.array([[16, 2, 3, 13], [5, 11, 10, 8], [9, 7, 6, 12], [4, 14, 15, 1]], dtype=float)


def magic_8():
    """Make Matlab's magic(8): 1 to 64 by rows, where each 4×4 block has its diagonals reversed."""
    square = np.arange(1.0, 65.0).reshape(8, 8)
    inner = np.array([0, 1, 1, 0] * 2)
    return np.where(inner[:, None] == inner, 65 - square, square)


def hilbert(n):
    return 1 / (np.arange(n)[:, None] + np.arange(n)[None, :] + 1.0)


def kahan(n):
    s, c = np.sin(1.2), np.cos(1.2)
    return (s ** np.arange(n))[:, None] * (np.eye(n) - c * np.triu(np.ones((n, n)), 1))


def close_to(found, expected, bound):
    expected = np.asarray(expected, dtype=float)
    assert found.shape == expected.shape
    return np.linalg.norm(found - expected) <= bound * np.linalg.norm(expected)


@pytest.mark.parametrize("entry", PLAIN, ids=lambda entry: entry["name"])
def test_reference_values(entry):
    A = floats(entry["A"])
    sigma = np.linalg.svd(A / max(1, np.abs(A).max()), compute_uv=False)
    condition = sigma[0] / sigma[entry["rank"] - 1] if entry["rank"] else 1
    # Wedin: rounding A by eps changes A⁺ by a multiple of eps times the condition number.
    assert close_to(pseudoinverse(A), floats(entry["pinv"]), 4 * max(A.shape) * EPS * condition)


def test_the_inverse_may_overflow():
    with pytest.raises(InvalidNumberError, match="expected a pseudoinverse within the range"):
        pseudoinverse([[1e-310, 0], [0, 1e-310]])
    assert pseudoinverse([[2.0**-1000]]).tolist() == [[2.0**1000]]
    assert pseudoinverse([[2.0**1000]]).tolist() == [[2.0**-1000]]


@pytest.mark.parametrize("name", CUT_OFF)
def test_what_the_rule_cuts_off(name):
    A = floats(next(entry["A"] for entry in PSEUDOINVERSES if entry["name"] == name))
    u, sigma, vt = np.linalg.svd(A)
    assert sigma[1] <= max(A.shape) * EPS * sigma[0]
    assert close_to(pseudoinverse(A), np.outer(vt[0], u[:, 0]) / sigma[0], 8 * EPS)


def test_scaled_columns_mend_graded_ones():
    # (A D)⁺ = D⁻¹ A⁺ for independent columns and an invertible D.
    A, D = np.array([[1, 1e-20], [1, 2e-20]]), np.diag([1, 1e20])
    assert close_to(D @ pseudoinverse(A @ D), [[2, -1], [-1e20, 1e20]], 64 * EPS)


def test_matrices_without_rows_or_columns():
    for A, shape in [([], (0, 0)), ([[], []], (0, 2)), (np.zeros((0, 3)), (3, 0))]:
        assert pseudoinverse(A).shape == shape
    for m, n in [(2, 3), (1, 1), (1, 3)]:
        assert pseudoinverse(np.zeros((m, n))).tolist() == np.zeros((n, m)).tolist()


@pytest.mark.parametrize(
    ("A", "expected"),
    [
        # tricky-cases.md, 5, and measured.md.
        ([[1, 2, 3], [4, 5, 6], [7, 8, 9]],
         [[F(-23, 36), F(-1, 6), F(11, 36)], [F(-1, 18), 0, F(1, 18)],
          [F(19, 36), F(1, 6), F(-7, 36)]]),
        ([[-1, 2], [3, -2], [5, 7]],
         [[F(-111, 1266), F(225, 1266), F(96, 1266)], [F(97, 1266), F(-151, 1266), F(110, 1266)]]),
        # ‖row‖² = 25.
        ([[3, 4]], [[F(3, 25)], [F(4, 25)]]),
    ],
)  # fmt: skip
def test_hand_worked(A, expected):
    assert close_to(pseudoinverse(A), floats(expected), 64 * EPS)


@pytest.mark.parametrize(
    "A",
    [
        np.arange(35.0).reshape(7, 5),
        np.arange(1.0, 17.0).reshape(4, 4),
        magic,
        np.array([[1, -1, 0, 0], [-1, 2, -1, 0], [0, -1, 2, -1], [0, 0, -1, 1.0]]),
        kahan(30),
        np.vander(np.arange(12) / 11, increasing=True),
        np.array([[1, 1, 1], *(1e-8 * np.eye(3))]),
    ],
    ids=["7x5", "4x4", "magic", "Laplacian", "Kahan 30", "Vandermonde 12", "Lauchli"],
)  # fmt: skip
def test_exact_answers_for_the_same_floats(A):
    rational = [[Fraction(float(x)) for x in row] for row in A]
    expected = floats([list(row) for row in exact.pseudoinverse(rational).answer.tolist()])
    sigma = np.linalg.svd(A, compute_uv=False)
    rank = exact.row_reduce(rational).values["rank"]
    bound = 4 * max(A.shape) * EPS * sigma[0] / sigma[rank - 1]
    assert close_to(pseudoinverse(A), expected, bound)


def test_half_a_magic_square():
    # tricky-cases.md, 5: A⁺ times 260 ones is [15, 19, 18, 18, 19, 15]/13.
    x = pseudoinverse(magic_8()[:, :6]) @ np.full(8, 260.0)
    assert close_to(x, np.array([15, 19, 18, 18, 19, 15]) / 13, 64 * EPS)


def test_an_ill_conditioned_matrix():
    # Hilbert 12: no digit of the entries is right, but what A⁺ does passes for an inverse as far
    # as its size allows.
    A = hilbert(12)
    X = pseudoinverse(A)
    assert np.linalg.norm(X) > 1e13
    a, x = np.linalg.norm(A), np.linalg.norm(X)
    assert np.linalg.norm(A @ X @ A - A) <= 8 * 12 * EPS * a * x * a


def test_a_product_is_not_inverted_factor_by_factor():
    # (A B)⁺ = (1)⁺ = 1, and B⁺A⁺ = [1/2, 1/2] [1, 0]ᵀ = 1/2.
    A, B = np.array([[1.0, 0.0]]), np.array([[1.0], [1.0]])
    assert pseudoinverse(A @ B).item() == pytest.approx(1)
    assert (pseudoinverse(B) @ pseudoinverse(A)).item() == pytest.approx(0.5)


def test_the_cut_off_grows_with_the_size():
    # tricky-cases.md, 11: 10·eps = 2.2e-15 is above 1.5e-15, NumPy's 1e-15 is below.
    A = np.diag([1.0] * 9 + [1.5e-15])
    assert pseudoinverse(A)[-1, -1] == 0
    assert pseudoinverse(A, rtol=1e-15)[-1, -1] == pytest.approx(1 / 1.5e-15)
    assert np.linalg.pinv(A)[-1, -1] == pytest.approx(1 / 1.5e-15)
    assert scipy.linalg.pinv(A)[-1, -1] == 0


@pytest.mark.parametrize("scale", [2.0**-900, 2.0**-30, 1.0, 2.0**900])
def test_the_cut_off_is_relative(scale):
    A = scale * np.diag([1, 1e-10])
    assert close_to(pseudoinverse(A) * scale, np.diag([1, 1e10]), 4 * EPS)
    assert close_to(pseudoinverse(A, rtol=1e-9) * scale, np.diag([1, 0]), 4 * EPS)
    assert close_to(pseudoinverse(A, 1e-10) * scale, np.diag([1, 0]), 4 * EPS)


def test_an_own_cut_off_may_be_zero():
    A = np.diag([1, 2.0**-60])
    assert pseudoinverse(A).tolist() == [[1, 0], [0, 0]]
    assert pseudoinverse(A, rtol=0).tolist() == [[1, 0], [0, 2.0**60]]


def test_complex_numbers_as_pairs():
    # [[1, i], [i, −1]]⁺ = Aᴴ/4 = [[1, −i], [−i, −1]]/4: X = diag(1, −1)/4, Y = −[[0, 1], [1, 0]]/4.
    B, C = np.diag([1, -1]), np.array([[0, 1], [1, 0]])
    assert close_to(pseudoinverse(np.block([[B, -C], [C, B]])),
                    np.block([[B, C], [-C, B]]) / 4, 16 * EPS)  # fmt: skip
    with pytest.raises(InvalidNumberError, match="entries of type complex128"):
        pseudoinverse(B + 1j * C)


@given(matrices(entries=INTEGERS))
def test_penrose_conditions(rows):
    A = np.array(rows, dtype=float)
    X = pseudoinverse(A)
    a, x = np.linalg.norm(A), np.linalg.norm(X)
    unit = 64 * max(A.shape) * EPS
    assert np.linalg.norm(A @ X @ A - A) <= unit * a * x * a
    assert np.linalg.norm(X @ A @ X - X) <= unit * x * a * x
    assert np.linalg.norm(A @ X - (A @ X).T) <= unit * a * x
    assert np.linalg.norm(X @ A - (X @ A).T) <= unit * a * x


@given(matrices(entries=INTEGERS))
def test_twice_and_transposed(rows):
    A = np.array(rows, dtype=float)
    X = pseudoinverse(A)
    unit = 64 * max(A.shape) * EPS * (np.linalg.norm(A) * np.linalg.norm(X)) ** 2
    assert np.linalg.norm(pseudoinverse(X) - A) <= unit * np.linalg.norm(A)
    assert np.linalg.norm(pseudoinverse(A.T) - X.T) <= unit * np.linalg.norm(X)


@given(matrices(entries=INTEGERS), st.integers(-900, 900))
def test_powers_of_two_change_no_bit(rows, power):
    A = np.array(rows, dtype=float)
    X = pseudoinverse(np.ldexp(A, power))
    assert np.ldexp(X, power).tolist() == pseudoinverse(A).tolist()
