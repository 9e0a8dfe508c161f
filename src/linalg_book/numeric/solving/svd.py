"""The singular value decomposition in floating point, with the signs of the book."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import Triples, cut_off, read_matrix, triples
from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["SVD", "svd"]

NOISE = 2.0**-40
"""Entries of a unit vector up to this size have no say in its sign: they may be rounding."""


class SVD(NamedTuple):
    """The factors of A = U S Vᵀ; note that V is not transposed."""

    U: Array
    S: Array
    V: Array

    @property
    def singular_values(self) -> Array:
        """Return the diagonal of S, the largest first."""
        return np.diagonal(self.S).copy()


def svd(A: MatrixLike, full: bool = False) -> SVD:  # noqa: FBT001, FBT002 (as in exact)
    """Write A = U Σ Vᵀ: U and V with orthonormal columns, Σ diagonal.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    full : bool, default False
        Without it, U is m×k, Σ k×k and V n×k with k = min(m, n).
        With it, U is m×m, Σ m×n and V n×n.

    Returns
    -------
    SVD
        The named triple ``U``, ``S`` (Σ) and ``V``, which unpacks; V is not transposed.
        ``singular_values`` is the diagonal of ``S``, descending.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or if a singular value
        overflows.
    ShapeError
        If A is no list of rows.

    Notes
    -----
    Signs as in ``exact.svd``: the first entry of each column of V that is not zero is positive,
    and the columns of U follow from A v = σ u.  Columns of U with σ up to max(m, n)·eps·σ₁, or
    with no σ at all, get their signs by themselves.  Entries up to 2⁻⁴⁰ ≈ 10⁻¹² count as zero
    here.  Nothing else is chosen: where singular values repeat, or several are zero, any
    orthonormal basis may come out, also another one than that of ``exact.svd``.

    The factors are those of A + E with ‖E‖ of the order of max(m, n)·eps·σ₁ at most [1]_.  So σ
    are right up to this absolute error: of those below it, no digit means anything.

    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th ed., section 8.6.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book.numeric import svd
    >>> U, S, V = svd([[3, 0], [4, 5]])
    >>> (V * 2**0.5).round(12).tolist()
    [[1.0, 1.0], [1.0, -1.0]]
    >>> svd([[3, 0], [4, 5]]).singular_values.round(6).tolist()
    [6.708204, 2.236068]
    """
    found = signed_triples(read_matrix(A), full=full)
    k = len(found.sigma)
    S = np.zeros((found.U.shape[1], found.V.shape[1]))
    remedy = "divide A by a power of 2"
    S[range(k), range(k)] = unscale(found.sigma, found.exponent, "singular values", remedy)
    return SVD(found.U, S, found.V)


def signed_triples(A: Array, *, full: bool = False) -> Triples:
    """Decompose with the signs of the book."""
    found = triples(A, full=full)
    rank = found.rank(cut_off(A.shape, None))
    of_v, of_u = _signs(found.V), _signs(found.U)
    of_u[:rank] = of_v[:rank]
    return Triples(found.U * of_u, found.sigma, found.V * of_v, found.exponent)


def _signs(columns: Array) -> Array:
    """Return the sign of the first entry of each column that is not noise."""
    if not columns.size:
        return np.ones(columns.shape[1])
    first = np.argmax(np.abs(columns) > NOISE, axis=0)
    return np.copysign(1.0, columns[first, range(columns.shape[1])])
