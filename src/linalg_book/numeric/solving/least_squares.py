"""Least squares in floating point: scaled columns, pivoted QR, refinement."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import cut_off, read_column, read_matrix
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.minimizing import minimize

__all__ = ["least_squares"]


def least_squares(A: MatrixLike, b: ColumnLike, *, rtol: float | None = None) -> Array:
    """Compute the shortest x among those that make ‖A x − b‖ smallest.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    rtol : float, optional
        Singular values of the matrix with scaled columns, up to ``rtol`` times the largest one,
        count as zero.  The default is max(m, n)·eps with eps = 2⁻⁵².

    Returns
    -------
    ndarray, shape (n,)
        The minimizer, float64: zeros if A has no rows, or only zeros.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if an entry of x
        overflows, or if ``rtol`` is not in [0, 1).
    ShapeError
        If A is no list of rows, or ``b`` is no list with one entry for each row.

    Notes
    -----
    Each column is divided by a power of 2 near its largest entry, which rounds nothing and
    makes the answer independent of units.  The singular values of R in A = Q R give the rank
    r [1]_.

    - If r = n there is one minimizer.  It is refined: x and the residual are corrected together,
      from what both leave in twice the precision, as long as a correction is less than half the
      one before and the next would change a digit, up to five times [2]_ [3]_.  Normally x comes
      out with nearly all digits that the rounded entries of A and b determine, also where the
      residual is large and other methods lose digits with the square of the condition number.
    - If r < n, the first r rows of R with its columns pivoted, the scaling taken back, give the
      shortest minimizer by one more QR decomposition; nothing is refined.

    The answer differs from ``pseudoinverse(A) @ b`` where columns differ in size by so much that
    the pseudoinverse takes one for zero.  Hence a column of mere rounding errors counts like any
    other: put zeros there.  Rows are not scaled, because that changes the minimizer.

    .. [1] Å. Björck, *Numerical Methods for Least Squares Problems*, section 2.7.
    .. [2] Å. Björck, "Iterative refinement of linear least squares solutions I", BIT 7 (1967),
       257-278.
    .. [3] T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM Journal on
       Scientific Computing 26 (2005), 1955-1988: dot products in twice the precision.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book.numeric import least_squares
    >>> least_squares([[1, 0], [1, 1], [1, 2]], [6, 0, 0]).round(12).tolist()
    [5.0, -3.0]
    >>> least_squares([[1, 2], [2, 4]], [3, 1]).round(12).tolist()
    [0.2, 0.4]
    """
    matrix = read_matrix(A)
    right = read_column(b, matrix)
    tau = cut_off(matrix.shape, rtol)
    return minimize(matrix, right, np.zeros(matrix.shape[1]), tau)
