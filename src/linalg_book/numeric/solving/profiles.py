"""Kernels as functions of the squared distance, in units of the length scale, and their slopes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from numbers import Real

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array

BEYOND = 1000.0
"""At a distance of so many length scales every kernel is 0 in float64, and so is its slope."""


@dataclass(frozen=True)
class Radial:
    """f(r) and −r f′(r); both overwrite the r² that they take and write where they are told."""

    value: Callable[[Array, Array], object]
    slope: Callable[[Array, Array], object]


def _gaussian(squares: Array, place: Array) -> None:
    squares *= -0.5
    np.exp(squares, out=place)


def _gaussian_slope(squares: Array, place: Array) -> None:
    np.minimum(squares, BEYOND**2, out=squares)
    np.multiply(squares, np.exp(-0.5 * squares), out=place)


def _distances(squares: Array, times: float) -> Array:
    """Return s = √times r, at most as large as counts, and where r² was, −s."""
    s: Array = np.sqrt(times) * np.sqrt(squares)
    np.minimum(s, BEYOND, out=s)
    np.negative(s, out=squares)
    return s


def _laplace(squares: Array, place: Array) -> None:
    np.sqrt(squares, out=squares)
    np.negative(squares, out=squares)
    np.exp(squares, out=place)


def _laplace_slope(squares: Array, place: Array) -> None:
    s = _distances(squares, 1)
    np.multiply(s, np.exp(squares), out=place)


def _matern_3(squares: Array, place: Array) -> None:
    s = _distances(squares, 3)
    np.multiply(1 + s, np.exp(squares), out=place)


def _matern_3_slope(squares: Array, place: Array) -> None:
    s = _distances(squares, 3)
    np.multiply(s * s, np.exp(squares), out=place)


def _matern_5(squares: Array, place: Array) -> None:
    s = _distances(squares, 5)
    np.multiply(1 + s + s * s / 3, np.exp(squares), out=place)


def _matern_5_slope(squares: Array, place: Array) -> None:
    s = _distances(squares, 5)
    np.multiply(s * s * (1 + s) / 3, np.exp(squares), out=place)


gaussian = Radial(_gaussian, _gaussian_slope)
laplace = Radial(_laplace, _laplace_slope)
MATERN = {
    0.5: laplace,
    1.5: Radial(_matern_3, _matern_3_slope),
    2.5: Radial(_matern_5, _matern_5_slope),
}
"""Matérn's kernels by ν."""


def matern(nu: float) -> Radial:
    """Find the profile for ν."""
    found = MATERN.get(float(nu)) if isinstance(nu, Real) else None
    if found is None:
        raise InvalidNumberError(
            f"nu is expected to be 0.5, 1.5 or 2.5, but is {nu!r}: choose one of them."
        ).about("nu")
    return found
