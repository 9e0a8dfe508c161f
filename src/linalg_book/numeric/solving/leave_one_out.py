"""Errors of predictions for each row from all others, without a fit for each."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.errors import EmptySystemError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.penalties import at_least_zero, read_penalties
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.spectrum import Spectrum, Target, spectrum, target

__all__ = ["LeaveOneOut", "leave_one_out"]


class LeaveOneOut(NamedTuple):
    """What each row misses when it is predicted from the others.

    For one penalty ``residuals`` and ``leverages`` have shape (m,) and ``mean_square`` is a
    number; for k of them the shapes are (k, m), (k, m) and (k,).
    """

    residuals: Array
    leverages: Array
    mean_square: float | Array


def leave_one_out(
    A: MatrixLike, b: ColumnLike, penalty: float | ArrayLike = 0.0, *, intercept: bool = False
) -> LeaveOneOut:
    """Compute b₍i₎ less its prediction by the ridge solution of all other rows, for every row.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank, with at least one row.
    b : array_like, shape (m,)
        The right-hand side.
    penalty : float, or array_like of shape (k,), default 0
        λ, not negative, or several of them, which share one singular value decomposition.
        0 stands for the limit λ → 0: the shortest least-squares solution.
    intercept : bool, default False
        Put a column of ones in front of A, whose coefficient costs nothing.

    Returns
    -------
    LeaveOneOut
        The named triple ``residuals`` (b₍i₎ minus its prediction), ``leverages`` (the diagonal
        of the matrix that takes b to the fit of all rows) and ``mean_square`` (the mean of the
        squared residuals); with one row more for each penalty if several are given.

    Raises
    ------
    EmptySystemError
        If A has no rows.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if a result overflows,
        or if a penalty is negative or not finite.
    ShapeError
        If A is no list of rows, ``b`` is no list with one entry for each row, or ``penalty``
        neither a number nor a list of numbers.

    Notes
    -----
    No fit is made again: the error is e/(1 − h), with the residual e and the leverage h of the
    row in the fit of all rows [1]_.  That holds for a penalty that stays the same for fewer rows
    (not one multiplied by m), and for columns that are not scaled anew.

    A row with h = 1 is needed for the rank; λ = 0 then means the shortest solution of the other
    rows, and the error is (G⁺b)₍i₎/(G⁺)₍ii₎ with G = AAᵀ, of the columns less their means if
    there is an intercept.  Whether h is 1 is decided up to rounding: it is if the other rows
    have a singular value less above max(m, n)·eps·σ₁.  With one row nothing is left to predict
    from: the prediction is 0.

    Where h is near 1, 1 − h is computed as the sum of squares of what is left of the row's unit
    vector outside the column space, and e as its product with the residuals, so that neither
    is a difference of nearly equal numbers.

    .. [1] D. M. Allen, "The relationship between variable selection and data augmentation and a
       method for prediction", *Technometrics* 16 (1974), 125-127.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.numeric import leave_one_out
    >>> found = leave_one_out([[1], [1], [1]], [1, 2, 6])
    >>> found.residuals.round(12).tolist(), found.leverages.round(12).tolist()
    ([-3.0, -1.5, 4.5], [0.333333333333, 0.333333333333, 0.333333333333])
    >>> leave_one_out([[0], [1], [2]], [1, 3, 5], [0, 2], intercept=True).mean_square.round(9)
    array([0.  , 3.84])
    """
    found = spectrum(A, intercept=intercept)
    right = target(b, found)
    one = np.ndim(penalty) == 0
    penalties = (
        np.array([at_least_zero(penalty, "penalty")]) if one else read_penalties(penalty, "penalty")
    )
    if not len(found.U):
        raise EmptySystemError(
            f"expected at least one row to leave out, but A is 0×{len(found.V)}: give rows."
        ).about("A")
    residuals, leverages = _left_out(found, right, penalties)
    with np.errstate(over="ignore", under="ignore"):
        squares = unscale(
            np.mean(residuals**2, axis=1), 2 * right.exponent, "a mean of squares", REMEDY
        )
    errors = unscale(residuals, right.exponent, "residuals", REMEDY)
    if one:
        return LeaveOneOut(errors[0], leverages[0], float(squares[0]))
    return LeaveOneOut(errors, leverages, squares)


REMEDY = "divide the right-hand side by a power of 2"
NEAR = 0.5
"""Rows whose leverage is larger are computed once more from the complement."""
HUGE = 2.0**1000
"""A penalty beyond it, in units of the largest entry squared, lets nothing be learned."""
FEW_DIGITS = 2.0**-10
"""A row with less of its unit vector outside the column space is left out in fact."""


def _left_out(A: Spectrum, right: Target, penalties: Array) -> tuple[Array, Array]:
    """Return the errors and the leverages, one row for each penalty."""
    leverages = A.kept(penalties) @ (A.U**2).T + (1 / len(A.U) if A.intercept else 0.0)
    fit = _Fit(A, right, penalties)
    errors = fit.residuals / np.maximum(1 - leverages, NEAR / 2)
    near = np.flatnonzero(np.max(leverages, axis=0, initial=0.0) > NEAR)
    if near.size:
        errors[:, near] = fit.near_one(near)
    return errors, np.minimum(leverages, 1.0)


class _Fit:
    """The fit of all rows, for each penalty."""

    def __init__(self, A: Spectrum, right: Target, penalties: Array) -> None:
        self.A, self.right, self.penalties = A, right, penalties
        self.outside = A.complement(right.b)
        self.coordinates = A.U.T @ right.b
        scaled = np.minimum(A.scaled(penalties), HUGE)[:, np.newaxis]
        self.lost = scaled / (A.sigma**2 + scaled)
        least = np.min(A.sigma, initial=1.0) ** 2
        self.inverse = (least + scaled) / (A.sigma**2 + scaled)

    @property
    def residuals(self) -> Array:
        """Return what the fit leaves of b."""
        return (self.lost * self.coordinates) @ self.A.U.T + self.outside

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
        errors: Array = above / np.where(below == 0, 1.0, below)
        doubtful = ~needed & (lengths < FEW_DIGITS) | self._dominates(rows) | (below == 0).any(0)
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
        b = self.right.b + self.right.mean
        if len(b) == 1:
            return np.broadcast_to(b[i], len(self.penalties))
        others = spectrum(np.delete(self.A.rows, i, axis=0), intercept=self.A.intercept)
        right = target(np.delete(b, i), others)
        x, front = others.solutions(right, self.A.scaled(self.penalties))
        with np.errstate(over="ignore", under="ignore"):
            fit = np.ldexp(x @ self.A.rows[i], -others.exponent) + front
            return np.asarray(b[i] - np.ldexp(fit, right.exponent))
