"""The nearest point in floating point."""

from fractions import Fraction
from math import inf, nan

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from linalg_book import examples as ex
from linalg_book.errors import DegenerateEquationError, InconsistentSystemError, InvalidNumberError
from linalg_book.numeric import closest_point
from tests.expected import IDS, SOLVED

NAN = float("nan")
# The argument that is at fault, then a call that is refused.
REFUSED = {
    "closest_point": [("A", ["x", 1], 1), ("b", [3, 4], NAN), ("b", [3, 4], [1]), ("A", [], 1),
                      ("b", [[1, 2], [3, 4]], [1]), ("A", [0, 0], 1)],
}  # fmt: skip

EPS = Fraction(1, 2**52)
ANY = st.floats(allow_nan=False, allow_infinity=False)
MODERATE = st.floats(-1e60, 1e60).filter(lambda x: x == 0 or abs(x) > 1e-60)


@pytest.mark.parametrize("solved", SOLVED, ids=IDS)
def test_hand_worked(solved):
    x = closest_point(solved.system.A, solved.system.b)
    expected = np.array([float(entry) for entry in solved.point])
    assert x.dtype == np.float64
    assert x.shape == expected.shape
    assert np.linalg.norm(x - expected) <= 16 * float(EPS) * np.linalg.norm(expected)


@given(st.lists(MODERATE, min_size=1, max_size=6).filter(any), MODERATE)
def test_every_entry_is_accurate(a, b):
    # Rounding analysis: (n + 4) roundings at most, each of relative size eps/2.
    squared = sum(Fraction(entry) ** 2 for entry in a)
    for entry, found in zip(a, closest_point(a, b), strict=True):
        exact = Fraction(b) * Fraction(entry) / squared
        if abs(exact) > Fraction(1, 10**300):
            assert abs(Fraction(float(found)) - exact) <= (len(a) + 4) * EPS * abs(exact)


@given(st.lists(ANY, min_size=1, max_size=4).filter(any), ANY)
@example([1e10, 1e-310], 1e308)
@example([1e100, 1e-250], 1e308)
def test_every_entry_is_accurate_or_beyond_the_range(a, b):
    squared = sum(Fraction(entry) ** 2 for entry in a)
    exact = [Fraction(b) * Fraction(entry) / squared for entry in a]
    if max(map(abs, exact)) >= Fraction(2) ** 1024 * (1 - len(a) * EPS):
        return  # the border itself: see test_overflow_of_the_answer_is_said
    found = closest_point(a, b)
    for entry, expected in zip(found, exact, strict=True):
        underflow = Fraction(1, 2**1074)
        error = abs(Fraction(float(entry)) - expected)
        assert error <= (len(a) + 4) * EPS * abs(expected) + underflow


def test_the_callers_error_state_does_not_matter():
    with np.errstate(all="raise"):
        assert closest_point([2.0**900, 2.0**-900], 2.0**900).tolist() == [1.0, 0.0]


@pytest.mark.parametrize("exponent", [-1070, -1000, -600, 0, 600, 1000])
def test_powers_of_two_change_no_bit(exponent):
    factor = 2.0**exponent
    scaled = closest_point([3 * factor, 4 * factor], 12 * factor)
    assert scaled.tolist() == closest_point([3, 4], 12).tolist()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([3e300, 4e300], 12e300, [1.44, 1.92]),
        ([3e-300, 4e-300], 12e-300, [1.44, 1.92]),
        ([3e300, 4e300], 12, [1.44e-300, 1.92e-300]),
        ([3e-300, 4e-300], 12, [1.44e300, 1.92e300]),
        ([1e300, 1e-300], 1e300, [1.0, 0.0]),
        ([5e-324], 5e-324, [1.0]),
        ([1.7e308, 1.7e308], 1.7e308, [0.5, 0.5]),
    ],
)
def test_extreme_scales(a, b, expected):
    np.testing.assert_allclose(closest_point(a, b), expected, rtol=1e-15, atol=0)


def test_overflow_of_the_answer_is_said():
    with pytest.raises(InvalidNumberError, match="within the range of float64"):
        closest_point([1e-300], 1e300)


def test_degenerate_and_impossible():
    with pytest.raises(DegenerateEquationError, match="0 = 0 holds everywhere"):
        closest_point(ex.DEGENERATE.A, ex.DEGENERATE.b)
    with pytest.raises(DegenerateEquationError):
        closest_point(np.zeros((2, 3)), [0, 0])
    with pytest.raises(InconsistentSystemError, match=r"equation 1 says 0 = 5\.0") as caught:
        closest_point(ex.IMPOSSIBLE.A, ex.IMPOSSIBLE.b)
    assert caught.value.combination == (1,)


@pytest.mark.parametrize("bad", [nan, inf, -inf, 1j, "1", None, True])
def test_entries_that_are_no_finite_real_numbers(bad):
    for A, b in ([bad], 1), ([1], bad):
        with pytest.raises(InvalidNumberError):
            closest_point(A, b)
