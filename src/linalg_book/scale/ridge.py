"""Ridge regression over blocks of rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from dask.delayed import delayed

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.scale.blocks import Column, Names, Rows, cut_off_of, read_side, read_table
from linalg_book.scale.least_squares import split
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import TRIANGLE, Summary

__all__ = ["ridge"]


def ridge(  # noqa: PLR0913 (all but two by name)
    X: Rows,
    y: Column,
    penalty: float,
    *,
    intercept: bool = False,
    columns: Names = None,
    compute: bool = True,
) -> Any:
    """Compute the w that minimizes ‖y − X w‖² + λ‖w‖², in one pass over X.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table, of any rank.
    y : the same kinds, shape (N,)
        The right-hand side.
    penalty : float
        λ, not negative.  0 gives the shortest least-squares solution.
    intercept : bool, default False
        Put a column of ones in front of X, whose coefficient costs nothing.
    columns : sequence of d + 1 texts, optional
        Names of the columns of X, then of y, for messages.
    compute : bool, default True
        Without it, a task of ``dask.delayed`` comes back and nothing is read.

    Returns
    -------
    ndarray, shape (d,) or (d + 1,)
        The minimizer, the intercept first.

    Raises
    ------
    InvalidNumberError
        If entries are no real numbers, missing or infinite, or if ``penalty`` is negative or not
        finite.
    ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    With [X y] = Q [R₁ c], ‖y − X w‖² and ‖c − R₁w‖² are equal: what is left is ridge regression
    with d rows.  With the ones in front, the first row of R₁ gives the intercept, and the rows
    below it are R of the columns less their means.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import ridge
    >>> ridge([[3], [4]], [5, 10], 5).round(12).tolist()
    [1.833333333333]
    """
    weight = at_least_zero(penalty, "penalty")
    table = read_table(X)
    found = reduced(table, read_side(y, table), TRIANGLE, ones=intercept)
    names = ["the intercept", *columns] if columns and intercept else columns
    small = delayed(_small, pure=True)(found, weight, names, intercept=intercept)
    return answered(small, compute=compute)


def _small(found: Summary, weight: float, columns: Names, *, intercept: bool) -> Array:
    """Minimize ‖c − R w‖² + λ‖w‖²; the row of the intercept can always be met, so it waits."""
    R, right = split(found, 1, columns)
    c, first = right[:, 0], int(intercept)
    U, sigma, Vt = np.linalg.svd(R[first:, first:], full_matrices=False)
    kept = sigma > cut_off_of(None, R.shape[1]) * np.linalg.norm(R, 2)
    shares = np.where(kept, sigma, 0) / np.where(kept, sigma**2 + weight, 1)
    w: Array = Vt.T @ (shares * (U.T @ c[first:]))
    return np.concatenate([(c[:first] - R[:first, first:] @ w) / R[:first, 0], w]) if first else w
