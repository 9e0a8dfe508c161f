"""Least squares over blocks of rows: one pass, a triangle, and its singular values."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from dask.delayed import delayed
from scipy.linalg import cho_factor, cho_solve, solve_triangular

from linalg_book.errors import UnknownMethodError
from linalg_book.numeric.reading.floats import Array
from linalg_book.scale.blocks import Column, Names, Rows, cut_off_of, read_side, read_table
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import PRODUCTS, TRIANGLE, Summary

__all__ = ["Fit", "SquaredConditionWarning", "least_squares"]

Method = Literal["tsqr", "gram"]
METHODS = ("tsqr", "gram")


class SquaredConditionWarning(UserWarning):
    """The normal equations were asked for: digits are lost with κ², not with κ."""


@dataclass(frozen=True, eq=False)
class Fit:
    """A least-squares answer and what it rests on.

    ``coefficients`` has shape (d,), or (d + 1,) with the intercept first; ``residual`` is
    ‖X w − y‖ and ``rows`` the number of rows.  ``singular_values`` are those of X, the largest
    first; so many of them count as zero that ``rank`` are left.
    """

    coefficients: Array
    rank: int
    singular_values: Array
    residual: float
    rows: int

    @property
    def condition_number(self) -> float:
        """Return σ₁/σ_d; infinite if the rank is lower than d."""
        full = self.rank == len(self.coefficients)
        return self.condition_of_rank if full else float("inf")

    @property
    def condition_of_rank(self) -> float:
        """Return σ₁/σ_r with the rank r, by which a least-norm answer can be wrong; 1 for X = 0."""
        sigma = self.singular_values
        return float(sigma[0] / sigma[self.rank - 1]) if self.rank else 1.0


def least_squares(  # noqa: PLR0913 (all but two by name)
    X: Rows,
    y: Column,
    *,
    intercept: bool = False,
    method: Method = "tsqr",
    rtol: float | None = None,
    columns: Names = None,
    compute: bool = True,
) -> Any:
    """Compute the shortest w among those that make ‖X w − y‖ smallest, in one pass over X.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table, of any rank.  Dask's blocks of rows are kept; others have about 32 MB.
    y : the same kinds, shape (N,)
        The right-hand side.
    intercept : bool, default False
        Put a column of ones in front of X.
    method : {"tsqr", "gram"}, default "tsqr"
        Tall-skinny QR, or the normal equations XᵀX w = Xᵀy, which lose digits with κ².
    rtol : float, optional
        Singular values of X up to ``rtol`` times the largest count as zero.  The default is
        max(d, 10)·eps with eps = 2⁻⁵².
    columns : sequence of d + 1 texts, optional
        Names of the columns of X, then of y, for messages.
    compute : bool, default True
        Without it, a task of ``dask.delayed`` comes back and nothing is read.

    Returns
    -------
    Fit
        ``coefficients``, ``rank``, ``singular_values``, ``residual`` and ``rows``, in NumPy.

    Raises
    ------
    InvalidNumberError
        If entries are no real numbers, missing or infinite (with their number and the first
        place), overflow, or if ``rtol`` is not in [0, 1).
    ShapeError, EmptySystemError
        If X and y do not fit together, blocks have different columns, or there is no row.
    UnknownMethodError
        If ``method`` is none of the two.
    StorageError, SchedulerError
        If a block cannot be read, the disk is full, or the scheduler or its workers are gone.

    Warns
    -----
    SquaredConditionWarning
        With ``method="gram"``, with κ² of X, when the answer is computed.

    Notes
    -----
    Each block [X y] = Q R is decomposed by Householder's reflections; the triangles are stacked
    and decomposed again, eight at a time, along a fixed tree [1]_ [2]_.  Of the last R the first d
    columns are R₁ and the last one is c: then X = Q R₁ and y = Q c with QᵀQ = I, so X⁺y = R₁⁺c
    for every rank, and nothing is lost that ``numpy.linalg.lstsq`` would keep.  The singular
    values of R₁ decide on the rank, up to d·eps·σ₁, or 10·eps·σ₁ for fewer columns, below which
    rounding errors of a few eps·σ₁ come too near: a cut-off with N would take true directions of
    tall tables for zero.  Columns are not scaled: give them comparable units.

    A worker holds a block of X and y, for a moment twice, and some triangles; blocks may have fewer
    rows than columns.  The same blocks give the same answer on every scheduler.  A call inside
    ``with dask.diagnostics.ProgressBar():`` shows how far it is.  Meanwhile BLAS has one thread for
    each task; with ``compute=False`` that is the caller's matter.

    .. [1] J. Demmel, L. Grigori, M. Hoemmen, J. Langou, "Communication-optimal parallel and
       sequential QR and LU factorizations", *SIAM Journal on Scientific Computing* 34 (2012),
       A206-A239.
    .. [2] A. R. Benson, D. F. Gleich, J. Demmel, "Direct QR factorizations for tall-and-skinny
       matrices in MapReduce architectures", *IEEE Big Data* (2013), 264-272.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> import dask.array as da
    >>> from linalg_book.scale import least_squares
    >>> X = da.from_array([[1, 0], [1, 1], [1, 2]], chunks=(2, 2))
    >>> least_squares(X, [6, 0, 0]).coefficients.round(12).tolist()
    [5.0, -3.0]
    >>> fit = least_squares([[1, 2], [2, 4]], [3, 1])
    >>> fit.coefficients.round(12).tolist(), fit.rank
    ([0.2, 0.4], 1)
    """
    if method not in METHODS:
        raise UnknownMethodError.from_choices("method", repr(method), METHODS)
    table = read_table(X)
    side = read_side(y, table)
    tau = cut_off_of(rtol, table.shape[1] + intercept)
    join, solve = (TRIANGLE, _from_triangle) if method == "tsqr" else (PRODUCTS, _from_products)
    found = reduced(table, side, join, ones=intercept)
    names = ["the intercept", *columns] if columns and intercept else columns
    fit = answered(delayed(solve, pure=True)(found, tau, names), compute=compute)
    if compute and method == "gram":
        _warn(fit.singular_values, tau)
    return fit


def split(found: Summary, sides: int, columns: Names = None) -> tuple[Array, Array]:
    """Return R of the table, and Qᵀ times the right-hand sides: of as many rows as R, and below."""
    R = found.checked(columns)
    return R[:, :-sides], R[:, -sides:]


def _from_triangle(found: Summary, tau: float, columns: Names) -> Fit:
    """Solve R w = c, by the singular values of R where columns are dependent."""
    R, right = split(found, 1, columns)
    c, d = right[:, 0], R.shape[1]
    U, sigma, Vt = np.linalg.svd(R, full_matrices=False)
    rank = int(np.count_nonzero(sigma > tau * sigma[0]))
    if rank == d:
        w = solve_triangular(R[:d], c[:d], check_finite=False)
    else:
        w = Vt[:rank].T @ ((U[:, :rank].T @ c) / sigma[:rank])
    return Fit(w, rank, _padded(sigma, d), float(np.linalg.norm(R @ w - c)), found.rows)


def _from_products(found: Summary, tau: float, columns: Names) -> Fit:
    """Solve G w = g with G = XᵀX, by Cholesky's factor or by eigenvectors.

    Rounding errors of G hide singular values of X up to √τ·σ₁.
    """
    table = found.checked(columns)
    G, g, square = table[:-1, :-1], table[:-1, -1], float(table[-1, -1])
    values, vectors = (part[..., ::-1] for part in np.linalg.eigh(G))
    rank = int(np.count_nonzero(values > tau * values[0]))
    if rank == len(G):
        w = cho_solve(cho_factor(G, check_finite=False), g, check_finite=False)
    else:
        w = vectors[:, :rank] @ ((vectors[:, :rank].T @ g) / values[:rank])
    sigma = np.sqrt(np.maximum(values, 0))
    left = max(square - 2 * float(w @ g) + float(w @ G @ w), 0.0)
    return Fit(w, rank, sigma, float(np.sqrt(left)), found.rows)


def _warn(sigma: Array, tau: float) -> None:
    """Say how large κ² is: that of rounding errors at least, if they hide the smallest value."""
    hidden = sigma[-1] ** 2 <= tau * sigma[0] ** 2
    squared = 1 / tau if hidden else float((sigma[0] / sigma[-1]) ** 2)
    warnings.warn(
        f"the normal equations lose digits with κ² {'≥' if hidden else '='} {squared:.1e}, about "
        f"{round(np.log10(squared))} of 16: method='tsqr' loses half as many",
        SquaredConditionWarning,
        stacklevel=3,
    )


def _padded(sigma: Array, d: int) -> Array:
    """Return d singular values: a table with fewer rows than columns has zeros, too."""
    return np.pad(sigma, (0, d - len(sigma)))
