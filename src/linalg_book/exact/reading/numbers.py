"""Exact numbers from what people write: integers, fractions, decimal strings."""

from decimal import Decimal
from fractions import Fraction
from math import inf
from numbers import Complex, Rational, Real
from typing import Any

import sympy

from linalg_book.errors import InexactNumberError, InvalidNumberError
from linalg_book.exact.reading.number_text import LARGEST_EXPONENT, NO_DENOMINATOR, read_number
from linalg_book.exact.reading.places import Place, refusal
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.wording import show

__all__ = ["rational_from_float"]

_SYMBOLS = (
    "put a number in its place, because the rank, and with it the answer, can change with the "
    "value of a symbol"
)


def fraction_from(value: Any, where: Place | str) -> Fraction:
    """Read one exact rational number; ``where`` names the entry in error messages."""
    value = _unwrapped(value)
    if isinstance(value, str):
        return _from_text(value, where)
    if _is_rational(value):
        return Fraction(int(value.numerator), int(value.denominator))
    if isinstance(value, Decimal) and value.is_finite():
        if abs(value.adjusted()) <= LARGEST_EXPONENT:
            return Fraction(value)
        raise _invalid(where, value, "too long to write out", "give an exponent nearer to 0")
    if _is_float(value):
        raise _inexact(value, where)
    raise _invalid(where, value, *_objection(value))


def _unwrapped(value: Any) -> Any:
    """Turn a NumPy scalar into a Python number, but no date into an integer."""
    scalar = getattr(value, "shape", None) == () and hasattr(value, "item") and not is_time(value)
    return value.item() if scalar else value


def is_time(value: Any) -> bool:
    """Tell NumPy's dates and durations, which pass for integers."""
    return getattr(getattr(value, "dtype", None), "kind", "") in ("m", "M")


def _from_text(text: str, where: Place | str) -> Fraction:
    try:
        read = read_number(text)
    except ValueError:  # Python's limit on the digits of a text
        raise _invalid(where, text, "too long to read", "give it as an integer") from None
    if isinstance(read, Fraction):
        return read
    if read == NO_DENOMINATOR:
        raise _invalid(where, text, "a division by zero", read)
    raise _invalid(where, text, "not readable", read, "a number such as 3, -2/5 or 0.25")


def _is_rational(value: Any) -> bool:
    return isinstance(value, Rational) and not isinstance(value, bool) and not is_time(value)


def _is_float(value: Any) -> bool:
    """Tell finite floating-point numbers of any kind, and expressions that contain one."""
    if isinstance(value, sympy.Basic):
        return bool(value.has(sympy.Float)) and not value.free_symbols
    return isinstance(value, Real) and not isinstance(value, Rational) and not _is_infinite(value)


def _is_infinite(value: Any) -> bool:
    """Tell NaN and the infinities."""
    if isinstance(value, Decimal):
        return not value.is_finite()
    if isinstance(value, sympy.Basic):
        return value in (sympy.nan, sympy.oo, -sympy.oo, sympy.zoo)
    return isinstance(value, Real) and bool(
        value != value or abs(value) == inf  # noqa: PLR0124 (NaN)
    )


def _objection(value: Any) -> tuple[str, str]:
    """Say what a value is that is no exact number, and the remedy."""
    real = getattr(value, "is_real", None)
    cases = (
        (isinstance(value, bool), "a truth value", "write 1 or 0"),
        (is_time(value), "a date or a duration", "give a number"),
        (_is_infinite(value), "not finite", "give a finite number"),
        (getattr(value, "free_symbols", ()), "symbolic", _SYMBOLS),
        (isinstance(value, Complex) or real is False, "complex", "give real numbers"),
        (getattr(value, "is_rational", None), "not evaluated", "give its value"),
        (isinstance(value, sympy.Basic), "not a rational number", "give an integer or a fraction"),
    )  # fmt: skip
    return next(
        ((what, remedy) for applies, what, remedy in cases if applies),
        (f"of type {type(value).__name__}", 'give an integer, a fraction or "1/3"'),
    )


def _inexact(value: Any, where: Place | str) -> InexactNumberError:
    integers = ""
    if isinstance(where, Place) and value == int(value):
        integers = f"; an array of whole numbers is exact as {where.field}.astype(int)"
    error = InexactNumberError(
        f"{where} is {show(value)}, a floating-point number, but an exact number is expected: "
        'write a fraction or a decimal as text, such as "1/3" or "0.1", or state the rational '
        f"number that you mean with exact.rational_from_float{integers}."
    )
    return refusal(error, where)


def _invalid(
    where: Place | str, value: Any, what: str, remedy: str, expected: str = "a rational number"
) -> InvalidNumberError:
    error = InvalidNumberError(
        f"{where} is {show(value)}, which is {what}, but {expected} is expected: {remedy}."
    )
    return refusal(error, where)


def rational_from_float(x: float, *, max_denominator: int | None = None) -> Any:
    """State which rational number a float stands for.

    A float is a rational number with a power of 2 below the fraction bar, rarely the number
    that was typed: 0.1 is stored as 3602879701896397/36028797018963968.

    Parameters
    ----------
    x : float
        A finite floating-point number.
    max_denominator : int, optional
        Return the nearest rational number whose denominator is at most this.
        Without it, return exactly the number that the float stores.

    Returns
    -------
    sympy.Rational
        The rational number.

    Raises
    ------
    InvalidNumberError
        If ``x`` is NaN, infinite or no number, or ``max_denominator`` is no positive integer.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book.exact import rational_from_float
    >>> rational_from_float(0.1)
    3602879701896397/36028797018963968
    >>> rational_from_float(0.1, max_denominator=10)
    1/10
    """
    exact = _stored(x)
    if max_denominator is not None:
        exact = exact.limit_denominator(whole_number(max_denominator, "max_denominator", 1))
    return sympy.Rational(exact.numerator, exact.denominator)


def _stored(x: Any) -> Fraction:
    """Return the number that a float stores."""
    number = _unwrapped(x)
    if _is_rational(number):
        return Fraction(int(number.numerator), int(number.denominator))
    if _is_float(number) and hasattr(number, "_mpf_"):  # SymPy's and mpmath's
        sign, mantissa, exponent, _ = number._mpf_
        return Fraction(-int(mantissa) if sign else int(mantissa)) * Fraction(2) ** int(exponent)
    if _is_float(number) and hasattr(number, "as_integer_ratio"):
        return Fraction(*number.as_integer_ratio())
    raise _invalid(Place("x"), x, "not a finite real number", "give a finite float")
