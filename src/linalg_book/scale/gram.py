"""The products of the columns of a tall table, over blocks of rows."""

from __future__ import annotations

from typing import Any

from dask.delayed import delayed

from linalg_book.numeric.reading.floats import Array
from linalg_book.scale.blocks import Rows, read_table
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import PRODUCTS, TRIANGLE, Summary

__all__ = ["gram", "triangular_factor"]


def gram(X: Rows, *, compute: bool = True) -> Any:
    """Compute XᵀX as a sum over blocks of rows.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table.
    compute : bool, default True
        Without it, a task of ``dask.delayed`` comes back and nothing is read.

    Returns
    -------
    ndarray, shape (d, d)
        The products of all pairs of columns.

    Raises
    ------
    InvalidNumberError, ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    Its condition number is the square of that of X: singular values of X below √(d·eps)·σ₁ leave
    no trace in it.  ``triangular_factor`` keeps them.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import gram
    >>> gram([[1, 0], [1, 1], [1, 2]]).tolist()
    [[3.0, 3.0], [3.0, 5.0]]
    """
    return _one_table(X, PRODUCTS, compute=compute)


def triangular_factor(X: Rows, *, compute: bool = True) -> Any:
    """Compute R of X = Q R by tall-skinny QR, with a diagonal that is not negative.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table, of any rank.
    compute : bool, default True
        Without it, a task of ``dask.delayed`` comes back and nothing is read.

    Returns
    -------
    ndarray, shape (min(N, d), d)
        An upper triangle with RᵀR = XᵀX.

    Raises
    ------
    InvalidNumberError, ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    Only RᵀR = XᵀX is unique.  R itself is, with a positive diagonal, if the columns of X are
    independent [1]_.

    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th ed., theorem 5.2.3.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import triangular_factor
    >>> triangular_factor([[3, 1], [4, 1]]).round(12).tolist()
    [[5.0, 1.4], [0.0, 0.2]]
    """
    return _one_table(X, TRIANGLE, compute=compute)


def _one_table(X: Rows, join: Any, *, compute: bool) -> Any:
    """Summarize a table without a right-hand side."""
    found = reduced(read_table(X), None, join)
    return answered(delayed(_with_signs, pure=True)(found), compute=compute)


def _with_signs(found: Summary) -> Array:
    """Turn rows whose first entry is negative; products have none on their diagonal."""
    table = found.checked(None).copy()
    table[table.diagonal() < 0] *= -1
    return table + 0.0  # no negative zeros
