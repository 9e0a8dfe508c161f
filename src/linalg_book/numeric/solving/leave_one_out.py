"""Errors of predictions for each row from all others, without a fit for each."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.errors import EmptySystemError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import read_column, read_matrix
from linalg_book.numeric.reading.penalties import read_one_or_several
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.left_out import left_out
from linalg_book.numeric.solving.spectrum import spectrum, target

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
        If A has no rows, or only one with an intercept, which then no row determines.
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
    have a singular value less above max(m, n)·eps·σ₁.  With one row nothing is left to fit:
    without intercept the prediction is 0.

    Where h is near 1, 1 − h is computed as the sum of squares of what is left of the row's unit
    vector outside the column space, and e as its product with the residuals, so that neither
    is a difference of nearly equal numbers.  Where less than 10⁻³ of that vector is left, or the
    row is a thousand times as long as all others, it is left out in fact.

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
    matrix = read_matrix(A)
    right = read_column(b, matrix)
    one, penalties = read_one_or_several(penalty, "penalty")
    if not len(matrix):
        raise EmptySystemError(
            f"expected at least one row to leave out, but A is 0×{matrix.shape[1]}: give rows."
        ).about("A")
    if intercept and len(matrix) == 1:
        raise EmptySystemError(
            "expected at least 2 rows with an intercept, which no row determines once one is left "
            "out, but A has 1 row: give more rows."
        ).about("A")
    found = spectrum(matrix, intercept=intercept)
    scaled = target(right, found)
    residuals, leverages = left_out(found, scaled, penalties)
    with np.errstate(over="ignore", under="ignore"):
        means = np.einsum("ij,ij->i", residuals, residuals) / len(matrix)
    squares = unscale(means, 2 * scaled.exponent, "a mean of squares", REMEDY)
    errors = unscale(residuals, scaled.exponent, "residuals", REMEDY)
    if one:
        return LeaveOneOut(errors[0], leverages[0], float(squares[0]))
    return LeaveOneOut(errors, leverages, squares)


REMEDY = "divide the right-hand side by a power of 2"
