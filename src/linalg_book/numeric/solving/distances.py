"""Functions of distances between points, tile by tile, from distances without cancellation."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import Points
from linalg_book.numeric.solving.tiles import put, tiles

Profile = Callable[[Array, Array], object]
"""Takes squared distances in units of the length scale, and where to put what it makes of them."""
NEAR = 2.0**-6
"""Pairs whose squared distance is a smaller share of ‖x‖² + ‖z‖² are subtracted in fact."""
FEW = 8
"""Up to so many coordinates, subtracting all pairs takes no longer than products."""
LARGE = 2.0**1000
"""Beyond it, sums of squares might overflow."""
PAIRS = 2**13
"""So many pairs are subtracted at a time."""


def of_distances(points: Points, length: float, profile: Profile) -> Array:
    """Return the matrix of a function of distances: N×M, or N×N and symmetric to the bit."""
    squares = SquaredDistances(points, length)
    found = np.empty((len(squares.X), len(squares.Z)))
    with np.errstate(over="ignore", under="ignore"):
        for rows, columns in tiles(*found.shape, half=points.Z is None):
            tile = squares.tile(rows, columns)
            values = np.empty_like(tile)
            profile(tile, values)
            put(found, rows, columns, values, half=points.Z is None)
    return found


class SquaredDistances:
    """Squared distances of two sets of points, divided by the square of a length.

    ‖x − z‖² = ‖x‖² + ‖z‖² − 2 x·z, with the origin moved to the mean, loses the digits by which
    the two sides nearly cancel: six bits at most, because nearer pairs are subtracted.  Lengths
    are brought to near 1 by a power of 2, so an overflow means a distance beyond all reach.
    """

    def __init__(self, points: Points, length: float) -> None:
        X, Z = points.X, points.X if points.Z is None else points.Z
        half = 0.5 if max(np.max(np.abs(X)), np.max(np.abs(Z))) > LARGE else 1.0
        self.X, self.Z = half * X, half * Z
        self.length = max(half * length, float(np.nextafter(0.0, 1.0)))
        self.factor = 2.0 ** -max(int(np.frexp(self.length)[1]), -1000)
        self.unit = (self.factor * self.length) ** 2
        self.by_products = X.shape[1] > FEW and self._factors()

    def _factors(self) -> bool:
        """Write the squares as a product of matrices; tell whether all are within the range."""
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            center = self.X.mean(axis=0)
            U, V = ((P - center) / self.length for P in (self.X, self.Z))
            self.u, self.v = (np.einsum("ij,ij->i", P, P) for P in (U, V))
            self.left = np.column_stack([-2 * U, self.u, np.ones(len(U))])
            self.right = np.column_stack([V, np.ones(len(V)), self.v])
            return bool(max(np.max(self.u), np.max(self.v)) < LARGE)  # NaN: false

    def tile(self, rows: slice, columns: slice) -> Array:
        """Return the squares of some pairs."""
        if not self.by_products:
            return self._all_differences(rows, columns)
        squares: Array = self.left[rows] @ self.right[columns].T
        u, v = self.u[rows], self.v[columns]
        if np.min(squares) < NEAR * (np.max(u) + np.max(v)):
            near = np.flatnonzero(squares < NEAR * np.add.outer(u, v))
            for first in range(0, len(near), PAIRS):
                places = near[first : first + PAIRS]
                i, j = np.divmod(places, len(v))
                squares.flat[places] = self._differences(self.X[rows][i], self.Z[columns][j])
        return squares

    def _differences(self, X: Array, Z: Array) -> Array:
        """Subtract pairs of points."""
        steps = (X - Z) * self.factor
        squares: Array = np.einsum("ij,ij->i", steps, steps)
        squares /= self.unit
        return squares

    def _all_differences(self, rows: slice, columns: slice) -> Array:
        """Subtract all pairs, one coordinate after the other."""
        squares = np.zeros((rows.stop - rows.start, columns.stop - columns.start))
        for x, z in zip(self.X[rows].T, self.Z[columns].T, strict=True):
            steps = np.subtract.outer(x, z)
            steps *= self.factor
            steps *= steps
            squares += steps
        squares /= self.unit
        return squares
