"""A linear system in float64, checked and scaled before any work starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from numbers import Rational, Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from linalg_book.errors import (
    EmptySystemError,
    InconsistentSystemError,
    InvalidNumberError,
    ShapeError,
)

Array = NDArray[np.float64]
Scalar = float | Fraction
Coefficients = ArrayLike | Sequence[Scalar] | Sequence[Sequence[Scalar]]
RightSide = ArrayLike | Scalar | Sequence[Scalar]
LOWEST = -2200
"""Below the exponent of every quotient of two float64 numbers, the smallest ones too."""


@dataclass(frozen=True)
class ScaledSystem:
    """The system A x = b with each equation divided by a power of 2.

    This rounds nothing except coefficients some 300 decades below the largest of their row.

    The largest coefficient of each row of ``A`` lies in [1/2, 1) unless the row is zero.  The
    true right-hand side of row i, divided likewise, is ``b[i]`` times 2 to the ``exponent``:
    ``b`` itself can neither overflow nor lose its largest entry to underflow.
    """

    A: Array
    b: Array
    exponent: int


def read_system(A: Any, b: Any) -> tuple[Array, Array]:
    """Read one equation (a row and a number) or several (rows and a sequence) as a 2-D system."""
    coefficients, right = _floats(A, "A"), _floats(b, "b")
    if coefficients.ndim not in (1, 2):
        raise ShapeError(
            f"A is expected to be a row or a list of rows, but has {coefficients.ndim} "
            "dimensions: give one equation as a row, several as a list of rows."
        )
    if coefficients.size == 0:
        raise EmptySystemError(
            f"expected at least one equation and one unknown, but A has shape "
            f"{coefficients.shape}: give its coefficients."
        )
    if right.ndim != coefficients.ndim - 1:
        kinds = {1: "one row, so b is expected to be a number", 2: "a list of rows, so b is "
                 "expected to be a list of numbers"}  # fmt: skip
        raise ShapeError(
            f"A is {kinds[coefficients.ndim]}, but b has shape {right.shape}: "
            "give one number for each equation."
        )
    coefficients, right = np.atleast_2d(coefficients), np.atleast_1d(right)
    m, n = coefficients.shape
    if len(right) != m:
        raise ShapeError.from_right_side(len(right), m, n)
    _refuse_impossible_rows(coefficients, right)
    return coefficients, right


def _refuse_impossible_rows(A: Array, b: Array) -> None:
    """Refuse an equation 0 = nonzero, which no rounding can excuse."""
    impossible = np.flatnonzero(~np.any(A, axis=1) & (b != 0))
    if impossible.size:
        i = int(impossible[0])
        raise InconsistentSystemError(
            f"expected a system with a solution, but equation {i + 1} says "
            f"0 = {float(b[i])!r}: give it a nonzero coefficient or drop it.",
            [int(i == j) for j in range(len(b))],
        )


def scale(A: Array, b: Array) -> ScaledSystem:
    """Divide each equation by a power of 2 near its largest coefficient."""
    _, row_exponents = np.frexp(np.max(np.abs(A), axis=1))
    mantissas, exponents = np.frexp(b)
    exponents -= row_exponents
    exponent = int(np.max(exponents, where=mantissas != 0, initial=LOWEST))
    with np.errstate(under="ignore"):
        return ScaledSystem(
            np.ldexp(A, -row_exponents[:, np.newaxis]),
            np.ldexp(mantissas, exponents - exponent),
            exponent,
        )


def unscale(x: Array, exponent: int | NDArray[np.int32]) -> Array:
    """Multiply by 2 to the exponent; refuse a result beyond the range of float64."""
    with np.errstate(over="ignore", under="ignore"):
        result = np.asarray(np.ldexp(x, exponent), dtype=np.float64)
    if not np.all(np.isfinite(result)):
        raise InvalidNumberError(
            "expected a solution within the range of float64 (about 1.8e308), but its largest "
            "entry is beyond it: divide the right-hand side by a power of 2, or use exact."
        )
    return result


def _floats(values: Any, name: str) -> Array:
    """Convert to a new float64 array of finite numbers."""
    if np.ma.is_masked(values):
        raise InvalidNumberError(
            f"{name} is expected to be complete, but has masked entries: fill or drop them."
        )
    array = _array(values, name)
    if array.dtype == object:
        array = _convert_objects(array, name)
    if array.dtype.kind not in "iuf":
        raise InvalidNumberError(
            f"{name} is expected to hold real numbers, but has entries of type {array.dtype}: "
            "convert them to integers, fractions or floats."
        )
    with np.errstate(over="ignore", under="ignore"):
        result = array.astype(np.float64)
    if not np.all(np.isfinite(result)):
        raise InvalidNumberError(
            f"{name} is expected to hold finite float64 numbers, but has NaN, infinity or a number "
            "beyond about 1.8e308: remove or replace it."
        )
    _refuse_lost(array, result, name)
    return result


def _array(values: Any, name: str) -> NDArray[Any]:
    """Make a new array, of objects if truth values stand beside numbers."""
    try:
        array = np.array(values)
    except ValueError:
        raise ShapeError(
            f"{name} is expected to have rows of the same length, but they differ: "
            "give every row the same number of entries."
        ) from None
    if array.dtype.kind in "iuf" and not hasattr(values, "dtype"):
        entries = np.array(values, dtype=object)
        if any(isinstance(entry, bool | np.bool_) for entry in entries.flat):
            return entries  # NumPy has made True a 1
    return array


def _refuse_lost(given: NDArray[Any], converted: Array, name: str) -> None:
    """Refuse a number that is not zero but would become zero."""
    if np.any((converted == 0) & (given != 0)):
        raise InvalidNumberError(
            f"{name} is expected to hold float64 numbers, but has a nonzero number below about "
            "5e-324, which would become 0: multiply the equation by a power of 10, or use exact."
        )


def _convert_objects(array: NDArray[Any], name: str) -> Array:
    """Round Python's fractions and large integers to float64; refuse other objects."""
    for entry in array.flat:
        if isinstance(entry, bool) or not isinstance(entry, Real):
            raise InvalidNumberError(
                f"{name} is expected to hold real numbers, but has an entry of type "
                f"{type(entry).__name__}: convert it to an integer, a fraction or a float."
            )
    try:
        converted = np.array([_to_float(entry) for entry in array.flat]).reshape(array.shape)
    except OverflowError:
        raise InvalidNumberError(
            f"{name} is expected to hold finite float64 numbers, but has a number beyond about "
            "1.8e308: divide the equation by a power of 10, or use exact."
        ) from None
    _refuse_lost(array, converted, name)
    return converted


def _to_float(entry: Any) -> float:
    if isinstance(entry, Rational):  # rounded once, even if one of the two is beyond float64
        return int(entry.numerator) / int(entry.denominator)
    return float(entry)
