"""Rows as lengths and directions, and the angles of near and of opposite rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.numeric.reading.floats import Array

SAFE = 200
"""Rows whose largest entries are within 2 to this, and to its negative, are not divided."""
PORTION = 2**19
"""So many numbers are subtracted, or squared, at a time."""


@dataclass(frozen=True)
class Directions:
    """Rows divided by powers of 2 that bring them into the middle of all floats: N×d, N, N.

    ``lengths`` are those of the divided ``rows``; ``inverses`` are 1/``lengths``, and 0 for
    zero rows, which have no direction.
    """

    rows: Array
    exponents: NDArray[np.intc]
    lengths: Array

    @property
    def inverses(self) -> Array:
        """Return 1/‖x‖, and 0 where x = 0."""
        found = np.zeros_like(self.lengths)
        np.divide(1, self.lengths, out=found, where=self.lengths > 0)
        return found

    def mean_squares(self) -> Array:
        """Return ‖x‖²/d of the undivided rows; it may overflow."""
        return np.asarray(np.ldexp(self.lengths**2 / self.rows.shape[1], 2 * self.exponents))


def directions(X: Array) -> Directions:
    """Measure rows; where squares might overflow or vanish, divide them."""
    exponents = np.frexp(np.maximum(X.max(axis=1), -X.min(axis=1)))[1]
    if np.max(np.abs(exponents)) > SAFE:
        rows = np.ldexp(X, -exponents[:, np.newaxis])
    else:
        rows, exponents = X, np.zeros_like(exponents)
    lengths = np.empty(len(rows))
    step = max(1, PORTION // rows.shape[1])
    for first in range(0, len(rows), step):
        portion = rows[first : first + step]
        lengths[first : first + step] = np.sqrt(np.sum(portion * portion, axis=1))
    return Directions(rows, exponents, lengths)


@dataclass(frozen=True)
class Angles:
    """Angles θ of pairs of rows, neither of them zero.

    ``near`` is sin²(θ/2), ``far`` cos²(θ/2); both are right up to rounding of themselves where
    they are small.  ``surplus`` is (‖x‖ − ‖z‖)/‖x‖ of rows with about the same length, else NaN.
    """

    near: Array
    far: Array
    surplus: Array


def measure(left: Directions, i: NDArray[Any], right: Directions, j: NDArray[Any]) -> Angles:
    """Measure the angles of pairs by differences: one pair or more, no row of them zero."""
    step = max(1, PORTION // left.rows.shape[1])
    starts = range(0, len(i), step)
    found = [_measure(left, i[k : k + step], right, j[k : k + step]) for k in starts]
    return Angles(*(np.concatenate(parts) for parts in zip(*found, strict=True)))


def _measure(
    left: Directions, i: NDArray[Any], right: Directions, j: NDArray[Any]
) -> tuple[Array, Array, Array]:
    """Compare x with z, or with −z where that is nearer: sin(θ/2) = ‖u − v‖/2 of unit vectors.

    u − v = (x − z − (‖x‖ − ‖z‖) z/‖z‖)/‖x‖, and the difference of the lengths is the inner
    product of x − z and x + z over their sum: nothing cancels where x is near to z.  A power of
    2 brings z to about the length of x first.
    """
    x, z = left.rows[i], right.rows[j]
    p, q = left.lengths[i], right.lengths[j]
    power = np.rint(np.log2(p / q)).astype(np.intc)
    alike = power == right.exponents[j] - left.exponents[i]
    z, q = np.ldexp(z, power[:, np.newaxis]), np.ldexp(q, power)
    opposite = np.einsum("ij,ij->i", x, z) < 0
    z[opposite] *= -1
    steps = x - z
    x += z
    surplus = np.einsum("ij,ij->i", steps, x) / (p + q)
    z *= (surplus / q)[:, np.newaxis]
    steps -= z
    small = np.einsum("ij,ij->i", steps, steps) / (4 * p * p)
    return (
        np.where(opposite, 1 - small, small),
        np.where(opposite, small, 1 - small),
        np.where(alike, surplus / p, np.nan),
    )
