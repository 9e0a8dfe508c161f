"""Errors of left-out rows from the fit of all rows, also where a leverage is 1 or near it."""

from __future__ import annotations

from typing import Any

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.spectrum import Spectrum, Target, spectrum, target

NEAR = 0.5
"""Rows whose leverage is larger are computed once more from the complement."""
HUGE = 2.0**1000
"""A penalty beyond it, in units of the largest entry squared, lets nothing be learned."""
FEW_DIGITS = 2.0**-10
"""A row with less of its unit vector outside the column space is left out in fact."""


def left_out(A: Spectrum, right: Target, penalties: Array) -> tuple[Array, Array]:
    """Return the errors and the leverages, one row for each penalty."""
    leverages = A.kept(penalties) @ (A.U * A.U).T
    if A.intercept:
        leverages += 1 / len(A.U)
    fit = _Fit(A, right, penalties)
    errors = fit.residuals()
    rest = 1 - leverages
    errors /= np.maximum(rest, NEAR / 2, out=rest)
    near = np.flatnonzero(np.max(leverages, axis=0, initial=0.0) > NEAR)
    if near.size:
        errors[:, near] = fit.near_one(near)
    return errors, np.minimum(leverages, 1.0, out=leverages)


class _Fit:
    """The fit of all rows, for each penalty."""

    def __init__(self, A: Spectrum, right: Target, penalties: Array) -> None:
        self.A, self.right, self.penalties = A, right, penalties
        self.outside = A.complement(right.b)
        self.coordinates = A.coordinates(right)
        scaled = np.minimum(A.scaled(penalties), HUGE)[:, np.newaxis]
        self.lost = scaled / (A.sigma**2 + scaled)
        least = np.min(A.sigma, initial=1.0) ** 2
        self.inverse = (least + scaled) / (A.sigma**2 + scaled)

    def residuals(self) -> Array:
        """Return what the fit leaves of b."""
        left: Array = (self.lost * self.coordinates) @ self.A.U.T
        left += self.outside
        return left

    def near_one(self, rows: Any) -> Array:
        """Return the errors of rows whose leverage may be near 1."""
        U, squares = self.A.U[rows], self.A.U[rows] ** 2
        units = np.zeros((len(self.A.U), len(rows)))
        units[rows, range(len(rows))] = 1.0
        left = self.A.complement(units)
        lengths = np.linalg.norm(left, axis=0)
        needed = self._needed(lengths, squares)
        above = (self.lost * self.coordinates) @ U.T + left.T @ self.outside
        below = self.lost @ squares.T + lengths**2
        above[:, needed] = (self.inverse * self.coordinates) @ U[needed].T
        below[:, needed] = self.inverse @ squares[needed].T
        errors: Array = above / below
        doubtful = ~needed & (lengths < FEW_DIGITS) | self._dominates(rows)
        for k in np.flatnonzero(doubtful):
            errors[:, k] = self.refit(rows[k])
        return errors

    def _needed(self, lengths: Array, squares: Array) -> Any:
        """Tell for which rows the others have a lower rank; their leverage is 1 for λ = 0.

        Without the row, the least singular value squared is about the length squared, divided by
        Σ u²/σ².
        """
        if len(self.A.sigma) + self.A.intercept >= len(self.A.U):
            return np.ones(len(lengths), dtype=bool)
        largest = np.max(self.A.sigma, initial=0.0)
        return lengths <= self.A.cut * largest * np.sqrt(squares @ self.A.sigma**-2.0)

    def _dominates(self, rows: Any) -> Any:
        """Tell the row beside which all others are small: they have another cut-off."""
        squares = np.sum(self.A.rows**2, axis=1)
        others = np.array([np.sum(np.delete(squares, i)) for i in rows])
        return others < FEW_DIGITS**2 * squares[rows]

    def refit(self, i: int) -> Array:
        """Return the error of a row that is left out in fact."""
        b = self.right.b  # an intercept takes up the mean that is missing
        others = spectrum(np.delete(self.A.rows, i, axis=0), intercept=self.A.intercept)
        right = target(np.delete(b, i), others)
        x, front = others.solutions(right, self.A.scaled(self.penalties))
        with np.errstate(over="ignore", under="ignore"):
            fit = np.ldexp(x @ self.A.rows[i], -others.exponent) + front
            return np.asarray(b[i] - np.ldexp(fit, right.exponent))
