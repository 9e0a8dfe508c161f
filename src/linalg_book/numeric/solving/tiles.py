"""Tiles of a matrix that stay in the cache, and of one half of a symmetric one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from linalg_book.numeric.reading.floats import Array

TILE = 256
"""Tiles of so many rows and columns stay in the cache while they are worked on."""


def tiles(m: int, n: int, *, half: bool, size: int = TILE) -> Iterator[tuple[slice, slice]]:
    """List the tiles of a matrix, or those of its upper half, the diagonal with them."""
    for top in range(0, m, size):
        for left in range(top if half else 0, n, size):
            yield slice(top, min(top + size, m)), slice(left, min(left + size, n))


@lru_cache(maxsize=4)
def _below(size: int) -> NDArray[np.bool_]:
    """Return a mask of what lies below a diagonal."""
    return np.tri(size, k=-1, dtype=np.bool_)


def put(found: Array, rows: slice, columns: slice, values: Array, *, half: bool) -> None:
    """Write a tile to its place; where only one half is computed, also to its place in the other.

    ``values`` lie together, so that reading them across stays in the cache.
    """
    place = found[rows, columns]
    place[...] = values
    if half and rows == columns:
        np.copyto(place, values.T, where=_below(len(place)))
    elif half:
        found[columns, rows] = values.T
