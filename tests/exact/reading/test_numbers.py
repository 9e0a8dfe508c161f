"""What counts as an exact number, and what is refused."""

import re
from decimal import Decimal
from fractions import Fraction
from math import inf, nan

import mpmath
import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InexactNumberError, InvalidNumberError
from linalg_book.exact import least_norm, rational_from_float
from tests.names import plain

HALF = sympy.Rational(1, 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, 3),
        (Fraction(1, 2), HALF),
        (sympy.Rational(1, 2), HALF),
        (sympy.Integer(-2), -2),
        ("1/2", HALF),
        (" 0.5 ", HALF),
        (".5", HALF),
        ("-2", -2),
        ("−2", -2),
        ("−1/2", -HALF),
        ("+7", 7),
        ("0.1", sympy.Rational(1, 10)),
        (Decimal("0.1"), sympy.Rational(1, 10)),
        (np.int64(4), 4),
        (np.uint8(4), 4),
        (10**300, 10**300),
        (sympy.sqrt(4), 2),
    ],
    ids=plain,
)
def test_accepted(value, expected):
    assert least_norm([1], value).answer[0] == expected
    assert least_norm([[1]], [value]).answer[0] == expected


@pytest.mark.parametrize(
    "value",
    [0.5, 2.0, np.float64(0.5), np.float32(0.5), np.longdouble(1), sympy.Float("0.1"),
     mpmath.mpf("0.1"), sympy.Float(1) * sympy.sqrt(2)],
    ids=plain,
)  # fmt: skip
def test_floats_are_refused_with_the_remedy(value):
    with pytest.raises(InexactNumberError, match=r'"1/3" or "0.1".*exact\.rational_from_float'):
        least_norm([1], value)
    with pytest.raises(InexactNumberError, match="entry 2 of row 1 of A is"):
        least_norm([1, value], 1)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (nan, "not finite"),
        (-inf, "not finite"),
        (np.float64("nan"), "not finite"),
        (sympy.nan, "not finite"),
        (sympy.oo, "not finite"),
        (sympy.zoo, "not finite"),
        (Decimal("NaN"), "not finite"),
        (Decimal("Infinity"), "not finite"),
        (Decimal("sNaN"), "not finite"),
        (Decimal("1e999999999"), "too long to write out"),
        (Decimal("1e-999999999"), "too long to write out"),
        (np.datetime64("2020", "ns"), "a date or a duration"),  # its .item() is an integer
        (np.timedelta64(3, "s"), "a date or a duration"),
        (np.array(np.timedelta64(3, "ns")), "a date or a duration"),
        (sympy.Add(1, 2, evaluate=False), "not evaluated"),
        (True, "truth value"),
        (np.bool_(False), "truth value"),  # noqa: FBT003
        (1j, "complex"),
        (np.complex128(1), "complex"),
        (sympy.I, "complex"),
        (mpmath.mpc(1, 1), "complex"),
        (sympy.sqrt(2), "not a rational number"),
        (sympy.pi, "not a rational number"),
        (sympy.true, "not a rational number"),
        ("", "not readable"),
        ("abc", "not readable"),
        ("1/2/3", "not readable"),
        ("nan", "not readable"),
        ("٣", "not readable"),
        ("1_000", "not readable"),
        ("1/0", "division by zero"),
        ("9" * 5000, "too long"),
        (None, "NoneType"),
        (..., "ellipsis"),
    ],
    ids=plain,
)
def test_refused(value, reason):
    with pytest.raises(InvalidNumberError, match=reason) as caught:
        least_norm([1], value)
    assert str(caught.value).startswith("entry 1 of b is ")
    assert "is expected: " in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_float_states_its_exact_value():
    # 0.1 is stored as the multiple 3602879701896397 of 2⁻⁵⁵ (IEEE 754 binary64).
    assert rational_from_float(0.1) == sympy.Rational(3602879701896397, 2**55)
    assert rational_from_float(np.float32(0.5)) == HALF
    assert rational_from_float(sympy.Float("0.5")) == HALF
    assert rational_from_float(5e-324) == sympy.Rational(1, 2**1074)
    assert rational_from_float(10**400) == 10**400
    assert rational_from_float(mpmath.mpf("-0.375")) == sympy.Rational(-3, 8)
    assert rational_from_float(np.longdouble("0.25")) == sympy.Rational(1, 4)
    assert rational_from_float(HALF) == rational_from_float(Fraction(1, 2)) == HALF


def test_a_float_near_a_simple_fraction():
    assert rational_from_float(0.1, max_denominator=10) == sympy.Rational(1, 10)
    # The convergents of pi: 3, 22/7, 333/106, 355/113.
    assert rational_from_float(3.141592653589793, max_denominator=10) == sympy.Rational(22, 7)
    assert rational_from_float(-0.75, max_denominator=1) == -1
    assert rational_from_float(0.1, max_denominator=np.int64(10)) == sympy.Rational(1, 10)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_float_is_lost(x):
    stated = rational_from_float(x)
    assert Fraction(int(stated.p), int(stated.q)) == Fraction(x)


@pytest.mark.parametrize("value", [nan, inf, -inf, "0.1", 1j, None, True, np.float64("inf"),
                                   mpmath.inf, mpmath.nan, sympy.oo, sympy.nan, sympy.sqrt(2) * 1.0,
                                   np.timedelta64(3, "D")])  # fmt: skip
def test_not_a_finite_float(value):
    with pytest.raises(InvalidNumberError, match="give a finite float"):
        rational_from_float(value)


@pytest.mark.parametrize("bound", [0, -1, 2.5, True, "10"])
def test_a_bound_that_is_no_positive_integer(bound):
    message = f"max_denominator is expected to be a whole number from 1 on, but is {bound!r}: "
    with pytest.raises(InvalidNumberError, match=re.escape(message)):
        rational_from_float(0.5, max_denominator=bound)
