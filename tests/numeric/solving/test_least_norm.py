"""The least-norm solution in floating point, by its backward error."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import examples as ex
from linalg_book.errors import InconsistentSystemError, InvalidNumberError
from linalg_book.numeric import least_norm
from tests.expected import IDS, SOLVED
from tests.strategies import INTEGERS, consistent_systems

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "least_norm": [("A", [[1], [2, 3]], [1, 2]), ("b", [[1, 2]], 3), ("A", [[1], [1]], [0, 1])],
}  # fmt: skip

EPS = float(np.finfo(float).eps)


@pytest.mark.parametrize("solved", SOLVED, ids=IDS)
def test_hand_worked(solved):
    x = least_norm(solved.system.A, solved.system.b)
    expected = np.array([float(entry) for entry in solved.point])
    assert np.linalg.norm(x - expected) <= 64 * EPS * np.linalg.norm(expected)


@given(consistent_systems(entries=INTEGERS))
def test_backward_error(system):
    A, b = system
    x = least_norm(A, b)
    exact = [Fraction(float(entry)) for entry in x]
    residual = [sum(a * t for a, t in zip(r, exact, strict=True)) - c
                for r, c in zip(A, b, strict=True)]  # fmt: skip
    matrix, right = np.array(A, dtype=float), np.array(b, dtype=float)
    size = np.linalg.norm(matrix) * np.linalg.norm(x) + np.linalg.norm(right)
    assert np.linalg.norm(np.array(residual, dtype=float)) <= 64 * max(matrix.shape) * EPS * size


@given(consistent_systems(entries=INTEGERS), st.data())
def test_powers_of_two_on_equations_change_no_bit(system, data):
    A, b = (np.array(part, dtype=float) for part in system)
    factors = np.array([2.0 ** data.draw(st.integers(-900, 900)) for _ in b])
    assert least_norm(factors[:, None] * A, factors * b).tolist() == least_norm(A, b).tolist()


def test_graded_equations():
    # The second equation alone says y = 1e20, however small its coefficient is.
    np.testing.assert_allclose(least_norm([[1, 0], [0, 1e-20]], [1, 1]), [1, 1e20], rtol=1e-15)


@pytest.mark.parametrize("power", [-10, -20, -30, -40, -45])
def test_nearly_dependent_rows(power):
    # x + y = 2 and x + (1 + d) y = 3 meet at y = 1/d, x = 2 - 1/d, however small d is.
    d = 2.0**power
    A, b = [[1, 1], [1, 1 + d]], [2, 3]
    x = least_norm(A, b)
    residual = [sum(Fraction(a) * Fraction(float(t)) for a, t in zip(row, x, strict=True)) - c
                for row, c in zip(A, b, strict=True)]  # fmt: skip
    assert max(map(abs, residual)) <= 64 * EPS * (2 * np.linalg.norm(x) + np.linalg.norm(b))
    # The condition number is about 4/d.
    np.testing.assert_allclose(x, [2 - 1 / d, 1 / d], rtol=64 * EPS * 4 / d)


def test_doubtful_cases_are_decided_as_documented():
    assert least_norm([[1], [1]], [1, 1 + 1e-15])[0] == pytest.approx(1, rel=1e-14)
    with pytest.raises(InconsistentSystemError, match="give a smaller rtol"):
        least_norm([[1, 1], [1, 1 + EPS]], [2, 3])  # one solution: (2 - 1/eps, 1/eps)
    unseen = least_norm([[1, 0], [0, 1], [0, 1]], [1e20, 1, 2])
    np.testing.assert_allclose(unseen, [1e20, 1.5], rtol=1e-15)


@pytest.mark.parametrize(
    ("A", "b"),
    [
        ([[1, 0], [0, 1], [0, 1]], [0, 1e-300, 2e-300]),
        ([[1e300], [1e300]], [1e-300, 2e-300]),
        ([[1e-300], [1e-300]], [1e300, 2e300]),
        ([[1e300, 1e300], [1e-300, 1e-300]], [1e300, 2e-300]),
    ],
)
def test_contradictions_are_seen_at_every_scale(A, b):
    with pytest.raises(InconsistentSystemError, match="leaves a residual"):
        least_norm(A, b)


@pytest.mark.parametrize("rtol", [None, 0])
def test_the_tolerance_of_a_contradiction(rtol):
    # For x = 1, x = 1 + d: A is scaled to (1/2, 1/2), so the residual is d/√8 beside √2,
    # which is a quarter of d; the bound is 16·2·eps, so d may be 128 eps.
    assert least_norm([[1], [1]], [1, 1 + 120 * EPS], rtol=rtol)[0] == pytest.approx(1)
    with pytest.raises(InconsistentSystemError):
        least_norm([[1], [1]], [1, 1 + 136 * EPS], rtol=rtol)


def test_the_cut_off_is_relative_to_the_largest_singular_value():
    # Rows (1, …, 1) and (1, …, 1, 0) of 400 entries: σ₁ ≈ 28, σ₂ ≈ 0.7, so σ₂/σ₁ ≈ 0.025.
    # Without σ₂ the solution lies along the sum of the rows, (2, …, 2, 1).
    rows = np.ones((2, 400))
    rows[1, -1] = 0
    assert least_norm(rows, [400, 398], rtol=0.02)[-1] == pytest.approx(2)
    assert least_norm(rows, [400, 398], rtol=0.03)[-1] == pytest.approx(0.5, abs=0.01)


def test_the_callers_error_state_does_not_matter():
    A = [[2.0**900, 2.0**-900], [1, 1]]
    with np.errstate(all="raise"):
        assert (
            least_norm(A, [2.0**900, 1]).tolist() == least_norm([[1, 0], [1, 1]], [1, 1]).tolist()
        )


def test_inconsistent_system_gives_the_residual():
    with pytest.raises(InconsistentSystemError, match=r"residual of 9\.9e-02") as caught:
        least_norm(ex.INCONSISTENT.A, ex.INCONSISTENT.b)
    assert caught.value.combination == ()
    with pytest.raises(InconsistentSystemError, match="equation 2 says 0 = 1e-300"):
        least_norm([[1, 1], [0, 0]], [1, 1e-300])
    with pytest.raises(InconsistentSystemError, match=r"equation 1 says 0 = -2\.0"):
        least_norm([[0, 0], [1, 1]], [-2, 1])
    with pytest.raises(InconsistentSystemError):
        least_norm([[1], [1]], [1, 1 + 1e-12])


def test_rounding_is_not_inconsistency():
    assert least_norm([[0.1], [0.3]], [0.1 * 3, 0.3 * 3])[0] == pytest.approx(3, rel=1e-15)


def test_the_cut_off_can_be_chosen():
    # sigma = (1, 1e-10) after scaling would be lost with a cut-off of 1e-8.
    A = [[1, 1], [1, 1 + 1e-10]]
    b = [2, 2 + 1e-10]
    np.testing.assert_allclose(least_norm(A, b), [1, 1], rtol=1e-5)
    np.testing.assert_allclose(least_norm(A, b, rtol=1e-8), [1, 1], rtol=1e-9)
    full = least_norm([[1, 0], [1, 1e-10]], [1, 1 + 1e-10])
    assert full[1] == pytest.approx(1, rel=1e-5)
    truncated = least_norm([[1, 0], [1, 1e-10]], [1, 1 + 1e-10], rtol=1e-8)
    assert abs(truncated[1]) < 1e-9


@pytest.mark.parametrize("rtol", [-1e-3, 1.0, float("nan"), "1e-3", 1j, True])
def test_a_cut_off_out_of_range(rtol):
    with pytest.raises(InvalidNumberError, match="rtol is expected to be at least 0"):
        least_norm([[1.0]], [1.0], rtol=rtol)
