"""Principal component analysis: the singular value decomposition of centered data."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from linalg_book.errors import ShapeError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import exponent_of, read_matrix
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.numeric.solving.svd import signed_triples
from linalg_book.whole_numbers import whole_number

__all__ = ["PCA", "pca"]


@dataclass(frozen=True, eq=False)
class PCA:
    """Principal components of data with n columns, k of them.

    ``mean`` has shape (n,) and ``components`` shape (n, k): orthonormal columns, the direction of
    largest variance first.  ``explained_variance`` and ``explained_variance_ratio``, shape (k,),
    are the variances along them and their shares in the variance of all n columns.
    """

    mean: Array
    components: Array
    explained_variance: Array
    explained_variance_ratio: Array

    def transform(self, X: MatrixLike) -> Array:
        """Give the coordinates of rows along the components: (m, n) to (m, k)."""
        return (self._read(X, "X", len(self.mean)) - self.mean) @ self.components

    def inverse_transform(self, Z: MatrixLike) -> Array:
        """Give the points with these coordinates: (m, k) to (m, n)."""
        return self.mean + self._read(Z, "Z", self.components.shape[1]) @ self.components.T

    @staticmethod
    def _read(values: MatrixLike, name: str, width: int) -> Array:
        matrix = read_matrix(values, name)
        if matrix.shape[1] != width:
            raise ShapeError(
                f"{name} is expected to have rows of {width} numbers, but has rows of "
                f"{matrix.shape[1]}: give the columns of the data, or the coordinates, in full."
            ).about(name)
        return matrix


def pca(X: MatrixLike, k: int) -> PCA:
    """Find the k orthogonal directions along which data vary most.

    Parameters
    ----------
    X : array_like, shape (m, n)
        The data: m ≥ 2 rows, one for each observation, n ≥ 1 columns.
    k : int
        How many components are wanted, from 1 to min(m, n).

    Returns
    -------
    PCA
        A frozen record with ``mean``, ``components`` (columns), ``explained_variance``,
        ``explained_variance_ratio`` and the methods ``transform`` and ``inverse_transform``.

    Raises
    ------
    InvalidNumberError
        If k is not from 1 to min(m, n), if an entry is NaN, infinite, complex, a truth value or
        no number, or if a variance overflows.
    ShapeError
        If X is no list of rows, or has fewer than two rows or no column.

    Notes
    -----
    With the columns of X centered, X − 1 meanᵀ = U Σ Vᵀ, the components are the columns of V and
    the variances σ²/(m − 1) [1]_.  The covariance matrix is not formed: squaring loses the small
    ones.  The first entry of each component that is not zero is positive, as in ``svd``.
    Components are arbitrary where variances repeat or are zero.  If nothing varies, all ratios
    are 0.  Columns are not divided by their deviations: in other units other components come
    out; divide first where units differ.

    .. [1] I. T. Jolliffe, *Principal Component Analysis*, 2nd ed., section 3.5.

    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book.numeric import pca
    >>> found = pca([[2, 0], [-2, 0], [0, 1], [0, -1]], 1)
    >>> found.components.round(12).tolist(), found.explained_variance_ratio.round(12).tolist()
    ([[1.0], [0.0]], [0.8])
    """
    data = read_matrix(X, "X")
    m, n = data.shape
    if m < 2 or n < 1:
        raise ShapeError(
            f"X is expected to have at least 2 rows, the observations, and 1 column, but is "
            f"{m}×{n}: with fewer there is no variance; give more data."
        ).about("X")
    kept = whole_number(k, "k", 1, min(m, n), "give the number of components")
    exponent = exponent_of(data)
    with np.errstate(under="ignore"):
        centered = np.ldexp(data, -exponent)
        mean = centered.mean(axis=0)
        centered -= mean
        rest = centered.mean(axis=0)  # what rounding left in the mean
        found = signed_triples(centered - rest)
        squares = found.sigma**2
        shares = squares / max(float(squares.sum()), np.finfo(float).tiny)
    return PCA(
        unscale(mean + rest, exponent),
        found.V[:, :kept].copy(),
        unscale(
            squares[:kept] / (m - 1),
            2 * (exponent + found.exponent),
            "variances",
            "divide X by a power of 2",
        ),
        shares[:kept],
    )
