"""The singular value decomposition of a tall table, over blocks of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.svd import svd as svd_in_memory
from linalg_book.scale.blocks import Lazy, Rows, cut_off_of, read_table
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import TRIANGLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["TallSVD", "svd"]


@dataclass(frozen=True, eq=False)
class TallSVD:
    """X = U Σ Vᵀ: ``U`` a Dask array of shape (N, r), which waits to be computed, ``V`` (d, r).

    ``singular_values`` are those that are not zero, the largest first.
    """

    U: Lazy
    singular_values: Array
    V: Array

    @property
    def rank(self) -> int:
        """Return the number of singular values that are not zero."""
        return len(self.singular_values)


def svd(X: Rows) -> TallSVD:
    """Write X = U Σ Vᵀ, in one pass for Σ and V; U is computed by blocks when it is asked for.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table, of any rank r.

    Returns
    -------
    TallSVD
        ``U``, ``singular_values`` and ``V``; V is not transposed, signs as in ``numeric.svd``.

    Raises
    ------
    InvalidNumberError, ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    σ and V are those of R in X = Q R, those σ up to max(d, 10)·eps·σ₁ left out [1]_.  Blocks of
    U are blocks of X times V Σ⁻¹: one more pass, a block at a time, right up to eps·σ₁/σ in the
    column of σ.  Where that is too little, ``dask.array.linalg.svd`` keeps all of Q in memory.

    .. [1] T. F. Chan, "An improved algorithm for computing the singular value decomposition",
       *ACM Transactions on Mathematical Software* 8 (1982), 72-83.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import svd
    >>> found = svd([[3, 0], [4, 0], [0, 2]])
    >>> found.singular_values.round(12).tolist(), found.V.round(12).tolist()
    ([5.0, 2.0], [[1.0, 0.0], [0.0, 1.0]])
    >>> found.U.compute().round(12).tolist()
    [[0.6, 0.0], [0.8, 0.0], [0.0, 1.0]]
    """
    table = read_table(X)
    R = answered(reduced(table, None, TRIANGLE)).checked(None)
    return of_factor(table, R, cut_off_of(None, table.shape[1]))


def of_factor(table: Lazy, R: Array, tau: float, basis: Array | None = None) -> TallSVD:
    """Decompose R of a table, or of a table times a basis, and say how U is made from it."""
    found = svd_in_memory(R)
    sigma = found.singular_values
    rank = int(np.count_nonzero(sigma > tau * sigma[0]))
    V = found.V[:, :rank] if basis is None else basis @ found.V[:, :rank]
    chunks = (table.chunks[0], (rank,))
    U = table.map_blocks(times, V / sigma[:rank], dtype=np.float64, chunks=chunks)
    return TallSVD(U, sigma[:rank], V)


def times(block: NDArray[np.generic], matrix: Array) -> Array:
    """Multiply a block of rows by a matrix."""
    return np.asarray(block, np.float64) @ matrix
