"""The best approximation of lower rank, in floating point."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import read_matrix, triples
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["low_rank"]


def low_rank(A: MatrixLike, k: int) -> Array:
    """Compute the matrix of rank at most k that is nearest to A.

    It is the sum of the first k terms σ u vᵀ of the singular value decomposition, nearest both in
    the spectral norm, at the distance σ₍k+1₎, and in the Frobenius norm.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    k : int
        The rank that is allowed, from 0 on.  From min(m, n) on, the answer is A.

    Returns
    -------
    ndarray, shape (m, n)
        The approximation, float64.

    Raises
    ------
    InvalidNumberError
        If k is no whole number from 0 on, or an entry is NaN, infinite, complex, a truth value
        or no number, or an entry of the answer overflows.
    ShapeError
        If A is no list of rows.

    Notes
    -----
    Eckart and Young, *Psychometrika* 1 (1936) 211-218, for the Frobenius norm; Mirsky,
    *Quarterly Journal of Mathematics* 11 (1960) 50-59, for every unitarily invariant norm.
    With a tie σ₍k₎ = σ₍k+1₎ other matrices are as near, and rounding chooses; ``exact.low_rank``
    says whether that is so.  The distance is σ₍k+1₎ up to about max(m, n)·eps·σ₁.

    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book.numeric import low_rank
    >>> low_rank([[3, 0], [4, 5]], 1).round(12).tolist()
    [[1.5, 1.5], [4.5, 4.5]]
    """
    kept = whole_number(k, "k", 0, remedy="give the rank that is allowed")
    matrix = read_matrix(A)
    if kept >= min(matrix.shape):
        return matrix
    found = triples(matrix)
    with np.errstate(under="ignore"):
        product = (found.U[:, :kept] * found.sigma[:kept]) @ found.V[:, :kept].T
    return unscale(product, found.exponent, "an approximation", "divide A by a power of 2")
