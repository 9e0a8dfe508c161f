"""Numbers read as float64 and checked, and results brought back to their size."""

from decimal import Decimal
from numbers import Rational, Real
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.containers import is_column, remedy_for
from linalg_book.errors import InvalidNumberError, ShapeError

Array = NDArray[np.float64]
EPS = float(np.finfo(np.float64).eps)


def unscale(
    x: Array,
    exponent: int | NDArray[np.intc],
    what: str = "a solution",
    remedy: str = "divide the right-hand side by a power of 2",
) -> Array:
    """Multiply by 2 to the exponent; refuse a result beyond the range of float64."""
    with np.errstate(over="ignore", under="ignore"):
        result = np.asarray(np.ldexp(x, exponent), dtype=np.float64)
    if not np.all(np.isfinite(result)):
        raise InvalidNumberError(
            f"expected {what} within the range of float64 (about 1.8e308), but its largest "
            f"entry is beyond it: {remedy}, or use exact."
        )
    return result


def read_floats(values: Any, name: str) -> Array:
    """Convert to a new float64 array of finite numbers."""
    if np.ma.is_masked(values):
        raise InvalidNumberError(
            f"{name} is expected to be complete, but has masked entries: fill or drop them."
        ).about(name)
    if remedy := remedy_for(values, name):
        raise ShapeError(
            f"{name} is expected to be a list of numbers or an array, but is of type "
            f"{type(values).__name__}: {remedy}."
        ).about(name)
    array = _array(values, name)
    if array.dtype == object:
        array = _convert_objects(array, name)
    if array.dtype.kind not in "iuf":
        raise InvalidNumberError(
            f"{name} is expected to hold real numbers, but has entries of type {array.dtype}: "
            "convert them to integers, fractions or floats."
        ).about(name)
    with np.errstate(over="ignore", under="ignore"):
        result = array.astype(np.float64, copy=False)
    if not np.all(np.isfinite(result)):
        raise _not_finite(name)
    if result is not array:
        _refuse_lost(array, result, name)
    return result


def _not_finite(name: str) -> InvalidNumberError:
    return InvalidNumberError(
        f"{name} is expected to hold finite float64 numbers, but has NaN, infinity or a number "
        "beyond about 1.8e308: remove or replace it."
    ).about(name)


def _array(values: Any, name: str) -> NDArray[Any]:
    """Make a new array, of objects if truth values stand beside numbers."""
    try:
        array = np.array(values)
    except ValueError:
        raise ShapeError(
            f"{name} is expected to have rows of the same length, but they differ: "
            "give every row the same number of entries."
        ).about(name) from None
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
        ).about(name)


def _convert_objects(array: NDArray[Any], name: str) -> Array:
    """Round Python's fractions, decimals and large integers to float64; refuse other objects."""
    for entry in array.flat:
        if isinstance(entry, bool) or not isinstance(entry, Real | Decimal):
            raise InvalidNumberError(
                f"{name} is expected to hold real numbers, but has an entry of type "
                f"{type(entry).__name__}: convert it to an integer, a fraction or a float."
            ).about(name)
        if isinstance(entry, Decimal) and not entry.is_finite():
            raise _not_finite(name)
    try:
        converted = np.array([_to_float(entry) for entry in array.flat]).reshape(array.shape)
    except OverflowError:
        raise InvalidNumberError(
            f"{name} is expected to hold finite float64 numbers, but has a number beyond about "
            "1.8e308: divide the equation by a power of 10, or use exact."
        ).about(name) from None
    _refuse_lost(array, converted, name)
    return converted


def _to_float(entry: Any) -> float:
    if isinstance(entry, Rational):  # rounded once, even if one of the two is beyond float64
        return int(entry.numerator) / int(entry.denominator)
    return float(entry)


def flat_column(right: Array) -> Array:
    """Read a table with one column as a list."""
    return right[:, 0] if is_column(right.shape) else right
