"""Penalties and lengths: finite numbers from 0 on or above it, one or several."""

from numbers import Real
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import Array, read_floats


def at_least_zero(value: Any, name: str) -> float:
    """Read one number that is finite and not negative."""
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 <= float(value) < np.inf:
        raise InvalidNumberError(
            f"{name} is expected to be a finite number from 0 on, but is {value!r}: "
            "give for example 0.1."
        ).about(name)
    return float(value)


def above_zero(value: Any, name: str) -> float:
    """Read one number that is finite and positive, also as a float."""
    if isinstance(value, bool) or not isinstance(value, Real) or not 0 < float(value) < np.inf:
        raise InvalidNumberError(
            f"{name} is expected to be a finite number above 0, but is {value!r}: "
            "give for example 1."
        ).about(name)
    return float(value)


def read_penalties(values: Any, name: str = "penalties") -> Array:
    """Read a list of finite numbers, none of them negative."""
    penalties = read_floats(values, name)
    if penalties.ndim != 1:
        raise ShapeError(
            f"{name} is expected to be a list of numbers, but has shape {penalties.shape}: "
            "write for example [0.1, 1, 10]."
        ).about(name)
    if np.any(penalties < 0):
        negative = float(penalties[penalties < 0][0])
        raise InvalidNumberError(
            f"{name} is expected to hold numbers from 0 on, but has {negative!r}: "
            "give for example [0.1, 1, 10]."
        ).about(name)
    return penalties


def read_one_or_several(value: Any, name: str) -> tuple[bool, Array]:
    """Tell whether one number was given, and return it in a list, or the list that was given."""
    if np.ndim(value) == 0:
        return True, np.array([at_least_zero(value, name)])
    return False, read_penalties(value, name)
