"""The Cholesky decomposition in floating point."""

from __future__ import annotations

import numpy as np
from scipy.linalg.lapack import dpotrf

from linalg_book.errors import NotPositiveError, NotSymmetricError, ShapeError
from linalg_book.numeric.reading.floats import EPS, Array
from linalg_book.numeric.reading.matrices import read_matrix
from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["cholesky"]


def cholesky(A: MatrixLike) -> Array:
    """Compute the triangle F with A = F Fᵀ and a positive diagonal.

    Parameters
    ----------
    A : array_like, shape (n, n)
        A symmetric matrix with x·A x > 0 for all x other than 0.

    Returns
    -------
    ndarray, shape (n, n)
        F, lower triangular, float64.

    Raises
    ------
    NotPositiveError
        If a pivot does not come out positive: then A is not positive definite, or so near to one
        that is not that rounding hides the difference.
    NotSymmetricError
        If two entries across the diagonal differ by more than rounding.
    ShapeError
        If A is no square matrix.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number.

    Notes
    -----
    LAPACK's ``potrf`` reads the lower triangle.  The computed F is that of A + E with
    abs(Eᵢⱼ) up to about (n + 1)·eps·√(Aᵢᵢ Aⱼⱼ) [1]_: small in every entry, however
    different the sizes of rows and columns are.

    .. [1] N. J. Higham, *Accuracy and Stability of Numerical Algorithms*, 2nd ed., theorem 10.5.

    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book.numeric import cholesky
    >>> cholesky([[4, 2], [2, 5]]).tolist()
    [[2.0, 0.0], [1.0, 2.0]]
    """
    matrix = read_matrix(A)
    m, n = matrix.shape
    if m != n:
        raise ShapeError(
            f"A is expected to be square, but is {m}×{n}: give the Gram matrix X.T @ X."
        ).about("A")
    if not n:
        return matrix
    sizes = np.sqrt(np.abs(np.diag(matrix)))
    _refuse_asymmetric(matrix, n * EPS * np.outer(sizes, sizes))
    F, place = dpotrf(matrix, lower=1, clean=1)
    if place:
        raise NotPositiveError(
            f"A is expected to be positive definite, but its pivot {place} does not come out "
            "positive: column "
            f"{place} depends on earlier ones, as far as rounding lets us see. Work with X instead "
            "of X.T @ X (numeric.least_squares), or decide with exact.cholesky."
        )
    return np.asarray(F)


def _refuse_asymmetric(A: Array, slack: Array) -> None:
    """Refuse two entries across the diagonal that differ by more than rounding."""
    different = np.argwhere(np.abs(A - A.T) > slack + EPS * np.abs(A))
    if len(different):
        i, j = (int(k) + 1 for k in different[0])
        raise NotSymmetricError(
            f"A is expected to be symmetric, but entry {j} of row {i} differs from entry {i} of "
            f"row {j}: give a Gram matrix X.T @ X."
        )
