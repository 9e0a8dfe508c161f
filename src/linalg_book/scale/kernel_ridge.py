"""Kernel ridge regression for many points, by features whose products come near the kernel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import read_rows
from linalg_book.numeric.solving.semidefinite import decompose
from linalg_book.scale.blocks import Column, FeatureMap, Kernel, Rows, read_side, read_table
from linalg_book.scale.ridge import ridge

__all__ = ["KernelFit", "NystromFeatures", "kernel_ridge", "nystrom_features"]


@dataclass(frozen=True, eq=False)
class NystromFeatures:
    """A map from points to features by their kernels with m chosen points.

    Inner products of features are k(x, C) K⁺ k(C, z), with the kernel matrix K of the chosen
    points C: the kernel itself wherever x or z is one of them.
    """

    kernel: Kernel
    points: Array
    root: Array

    @property
    def count(self) -> int:
        """Return the number of features, the rank of K."""
        return int(self.root.shape[1])

    def __call__(self, X: Any) -> Array:
        """Map points, one a row: (N, d) to (N, ``count``)."""
        rows = read_rows(X, self.points.shape[1])
        return np.asarray(self.kernel(rows, self.points) @ self.root)


def nystrom_features(kernel: Kernel, points: Rows, *, rtol: float | None = None) -> NystromFeatures:
    """Make a map to features whose inner products come near a kernel, from some of the points.

    Parameters
    ----------
    kernel : callable
        A function of two matrices of points, for example ``numeric.gaussian_kernel``.
    points : array_like, shape (m, d)
        The chosen points: a random choice among all is usual.
    rtol : float, optional
        Eigenvalues of K up to ``rtol`` times the largest count as zero: m·eps if left out.

    Returns
    -------
    NystromFeatures
        A map to call with points of shape (N, d), a block at a time.

    Raises
    ------
    InvalidNumberError
        If ``kernel`` is no function, an entry no finite number, or ``rtol`` not in [0, 1).
    NotSemidefiniteError
        If K has an eigenvalue that is clearly negative.
    EmptySystemError, ShapeError
        If there is no point, or ``points`` is no matrix.

    Notes
    -----
    With K = W Λ Wᵀ the features of x are k(x, C) W Λ^(−1/2) [1]_.

    .. [1] C. K. I. Williams and M. Seeger, "Using the Nyström method to speed up kernel
       machines", *Advances in Neural Information Processing Systems* 13 (2000), 682-688.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.numeric import gaussian_kernel
    >>> from linalg_book.scale import nystrom_features
    >>> features = nystrom_features(gaussian_kernel, [[0], [1]])
    >>> left, right = features([[0], [5]])
    >>> bool(abs(left @ right - gaussian_kernel([0], [5])) < 1e-12)
    True
    """
    if not callable(kernel):
        raise InvalidNumberError(
            f"kernel is expected to be a function of two matrices, but is {kernel!r}: give for "
            "example numeric.gaussian_kernel."
        ).about("kernel")
    chosen = read_rows(points, np.shape(points)[1] if np.ndim(points) == 2 else 1)
    found = decompose(np.asarray(kernel(chosen, chosen)), rtol, "points")
    return NystromFeatures(kernel, chosen, found.vectors / np.sqrt(found.values))


@dataclass(frozen=True, eq=False)
class KernelFit:
    """A fit by features: their coefficients, and predictions from them."""

    features: FeatureMap
    coefficients: Array

    def predict(self, X: Rows) -> Any:
        """Predict at points: a NumPy array from one, a Dask array that waits from others."""
        if not hasattr(X, "dask"):
            return np.asarray(self.features(X)) @ self.coefficients
        table = read_table(X)
        of = self.coefficients
        return table.map_blocks(self._of_block, of, dtype=np.float64, drop_axis=1)

    def _of_block(self, block: Any, coefficients: Array) -> Array:
        return np.asarray(self.features(block) @ coefficients) if len(block) else np.zeros(0)


def kernel_ridge(X: Rows, y: Column, penalty: float, features: FeatureMap) -> KernelFit:
    """Fit y by kernel ridge regression with an approximate kernel, in one pass over X.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The points, one a row.
    y : the same kinds, shape (N,)
        What is to be predicted.
    penalty : float
        λ, not negative; 0 gives the shortest least-squares solution in the features.
    features : callable
        What ``nystrom_features`` or ``numeric.random_fourier_features`` returns, or another map
        from (N, d) to (N, m) with an attribute ``count``, m.

    Returns
    -------
    KernelFit
        ``coefficients`` of the m features, and ``predict``.

    Raises
    ------
    InvalidNumberError
        If ``features`` is no such map, entries are no finite real numbers, or ``penalty`` is
        negative or not finite.
    ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    Ridge regression on features ψ is kernel ridge regression with the kernel ψ(x)·ψ(z).  It costs
    N m² in place of N³; a block's features are made when the block is read.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.numeric import gaussian_kernel
    >>> from linalg_book.scale import kernel_ridge, nystrom_features
    >>> features = nystrom_features(gaussian_kernel, [[0], [1], [2]])
    >>> kernel_ridge([[0], [1], [2]], [1, 0, 1], 0, features).predict([[2], [1]]).round(9).tolist()
    [1.0, 0.0]
    """
    if not callable(features) or not hasattr(features, "count"):
        raise InvalidNumberError(
            f"features is expected to be a map of points, but is {features!r}: make one with "
            "nystrom_features or numeric.random_fourier_features."
        ).about("features")
    table = read_table(X)
    chunks = (table.chunks[0], (features.count,))
    mapped = table.map_blocks(_mapped, features, dtype=np.float64, chunks=chunks)
    return KernelFit(features, ridge(mapped, read_side(y, table), penalty))


def _mapped(block: Any, features: Any) -> Array:
    """Map a block of points; a block without rows has no features."""
    return np.asarray(features(block)) if len(block) else np.zeros((0, features.count))
