"""The largest singular values of a table with many columns, by random directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from dask.delayed import delayed

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.scale.blocks import Lazy, Rows, cut_off_of, read_table
from linalg_book.scale.reducing import answered, reduced
from linalg_book.scale.summaries import FAN, TRIANGLE
from linalg_book.scale.svd import TallSVD, of_factor, times
from linalg_book.whole_numbers import whole_number

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["randomized_svd"]


def randomized_svd(
    X: Rows, k: int, rng: np.random.Generator, *, extra: int = 10, passes: int = 3
) -> TallSVD:
    """Approximate the k largest singular values and their vectors in a few passes over X.

    Parameters
    ----------
    X : array of NumPy, Dask or Zarr, or data frame of Dask, shape (N, d)
        The table; d may be large, its d×d products are never made.
    k : int
        How many singular values are wanted, from 1 to d.
    rng : numpy.random.Generator
        Where the directions come from: the same seed gives the same answer.
    extra : int, default 10
        So many more directions than k are followed, as far as d allows.
    passes : int, default 3
        How often X is read, at least twice.

    Returns
    -------
    TallSVD
        At most k triples: ``U`` waits to be computed, which takes one more pass.

    Raises
    ------
    InvalidNumberError
        If ``k``, ``extra`` or ``passes`` is no such whole number, ``rng`` no generator, or if
        entries are no real numbers, missing or infinite.
    ShapeError, EmptySystemError, StorageError, SchedulerError
        As in ``least_squares``.

    Notes
    -----
    Random directions Ω (d×(k + extra)) are multiplied by XᵀX in each pass but the last, and made
    orthonormal; the last one takes the tall-skinny QR of X times them [1]_.  Singular values come
    out too small, never too large, up to rounding; those that stand out from the rest come out
    well, because each pass multiplies their lead by (σ/σ_rest)².

    .. [1] N. Halko, P. G. Martinsson, J. A. Tropp, "Finding structure with randomness", *SIAM
       Review* 53 (2011), 217-288, algorithm 4.4.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.scale import randomized_svd
    >>> X = np.outer([3, 4], [1, 2, 2])
    >>> randomized_svd(X, 1, np.random.default_rng(0)).singular_values.round(12).tolist()
    [15.0]
    """
    table = read_table(X)
    d = table.shape[1]
    wanted = whole_number(k, "k", 1, d)
    more = whole_number(extra, "extra", 0)
    rounds = whole_number(passes, "passes", 2)
    require_generator(rng)
    basis = np.linalg.qr(rng.standard_normal((d, min(d, wanted + more))))[0]
    for _ in range(rounds - 1):
        basis = np.linalg.qr(_multiplied(table, basis))[0]
    width = basis.shape[1]
    chunks = (table.chunks[0], (width,))
    turned = table.map_blocks(times, basis, dtype=np.float64, chunks=chunks)
    R = answered(reduced(turned, None, TRIANGLE)).checked(None)
    found = of_factor(table, R, cut_off_of(None, width), basis)
    return TallSVD(found.U[:, :wanted], found.singular_values[:wanted], found.V[:, :wanted])


def _multiplied(table: Lazy, basis: Array) -> Array:
    """Return XᵀX times a basis, summed over blocks along a fixed tree."""
    one, several = delayed(_products, pure=True), delayed(_sum, pure=True)
    found = [one(block, basis) for block in table.to_delayed().ravel()]
    while len(found) > 1:
        found = [several(found[i : i + FAN]) for i in range(0, len(found), FAN)]
    product: Array = answered(found[0])
    return product


def _products(block: Any, basis: Array) -> Array:
    """Return BᵀB times a basis for one block B."""
    rows = np.asarray(block, np.float64)
    return np.asarray(rows.T @ (rows @ basis))


def _sum(found: Sequence[Array]) -> Array:
    """Add products of blocks."""
    return np.asarray(np.sum(found, axis=0))
