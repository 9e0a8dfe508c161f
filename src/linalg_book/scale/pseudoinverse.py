"""The pseudoinverse of a tall table, times right-hand sides, over blocks of rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from dask.delayed import delayed

from linalg_book.numeric.reading.floats import Array
from linalg_book.scale.blocks import Column, Rows, cut_off_of, read_sides, read_table
from linalg_book.scale.least_squares import split
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import TRIANGLE, Summary

__all__ = ["pseudoinverse_apply"]


def pseudoinverse_apply(
    X: Rows, Y: Column, *, rtol: float | None = None, compute: bool = True
) -> Any:
    """Compute X⁺Y in one pass, without X⁺.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table, of any rank.
    Y : the same kinds, shape (N,) or (N, k)
        One right-hand side or k of them.
    rtol : float, optional
        Singular values of X up to ``rtol`` times the largest count as zero.  The default is
        max(d, 10)·eps.
    compute : bool, default True
        Without it, a task of ``dask.delayed`` comes back and nothing is read.

    Returns
    -------
    ndarray, shape (d,) or (d, k)
        Column j is the shortest least-squares solution for column j of Y.

    Raises
    ------
    InvalidNumberError, ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    X⁺Y = R⁺(QᵀY) for X = Q R with QᵀQ = I, whatever the rank.  For QᵀQ = I columns of Q must stay
    perpendicular where columns of X depend on others: Householder's reflections see to that, the
    Gram-Schmidt process does not.  The cost grows with (d + k)²: take k of the size of d at most.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import pseudoinverse_apply
    >>> pseudoinverse_apply([[3], [4]], [[5, 0], [10, 25]]).round(12).tolist()
    [[2.2, 4.0]]
    """
    table = read_table(X)
    sides = read_sides(Y, table, "Y")
    tau = cut_off_of(rtol, table.shape[1])
    found = reduced(table, sides, TRIANGLE)
    small = delayed(_small, pure=True)(found, tau, sides.shape[1], flat=np.ndim(Y) == 1)
    return answered(small, compute=compute)


def _small(found: Summary, tau: float, k: int, *, flat: bool) -> Array:
    """Apply the pseudoinverse of R."""
    R, right = split(found, k)
    U, sigma, Vt = np.linalg.svd(R, full_matrices=False)
    rank = int(np.count_nonzero(sigma > tau * sigma[0]))
    found_w = Vt[:rank].T @ ((U[:, :rank].T @ right) / sigma[:rank, np.newaxis])
    return np.asarray(found_w[:, 0] if flat else found_w)
