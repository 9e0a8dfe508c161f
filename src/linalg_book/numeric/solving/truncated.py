"""Least squares with the largest singular values only."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import read_column, read_matrix
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.spectrum import spectrum, target
from linalg_book.whole_numbers import whole_number

__all__ = ["truncated_least_squares"]


def truncated_least_squares(A: MatrixLike, b: ColumnLike, rank: int) -> Array:
    """Compute the shortest least-squares solution with the largest singular values only.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    rank : int
        How many singular values are used, from 0 to min(m, n).

    Returns
    -------
    ndarray, shape (n,)
        A₍k₎⁺b with the nearest matrix A₍k₎ of rank k, float64.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if an entry of x
        overflows, or if ``rank`` is no whole number from 0 to min(m, n).
    ShapeError
        If A is no list of rows, or ``b`` is no list with one entry for each row.

    Notes
    -----
    x = Σ (u·b)/σ v over the first k triples [1]_.  Singular values up to max(m, n)·eps·σ₁ count
    as zero and are never used, so that from the rank of A on the answer is
    ``pseudoinverse(A) @ b``.  Where σ₍k₎ = σ₍k+1₎ rounding chooses the direction.

    .. [1] P. C. Hansen, *Rank-Deficient and Discrete Ill-Posed Problems*, section 3.2.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.numeric import truncated_least_squares
    >>> truncated_least_squares([[2, 0], [0, 1]], [4, 5], 1).round(12).tolist()
    [2.0, 0.0]
    >>> truncated_least_squares([[2, 0], [0, 1]], [4, 5], 2).round(12).tolist()
    [2.0, 5.0]
    """
    matrix = read_matrix(A)
    column = read_column(b, matrix)
    least = min(matrix.shape)
    k = whole_number(rank, "rank", 0, least, "give the number of singular values to use")
    found = spectrum(matrix, intercept=False)
    right = target(column, found)
    coordinates = found.coordinates(right) / found.sigma
    coordinates[k:] = 0.0
    x = found.combined(coordinates[np.newaxis])[0]
    return unscale(x, right.exponent - found.exponent)
