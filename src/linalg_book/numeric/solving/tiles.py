"""Tiles of a matrix that stay in the cache, and of one half of a symmetric one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from linalg_book.numeric.reading.floats import Array

TILE = 256
"""Tiles of so many rows and columns stay in the cache while they are worked on."""


def tiles(m: int, n: int, *, half: bool, size: int = TILE) -> Iterator[tuple[slice, slice]]:
    """List the tiles of a matrix, or those of its upper half, the diagonal with them."""
    for top in range(0, m, size):
        for left in range(top if half else 0, n, size):
            yield slice(top, min(top + size, m)), slice(left, min(left + size, n))


def mirror(found: Array, rows: slice, columns: slice) -> None:
    """Copy a tile of the upper half to its place in the lower half."""
    place = found[rows, columns]
    if rows == columns:
        below = np.tril_indices(len(place), -1)
        place[below] = place.T[below]
    else:
        found[columns, rows] = place.T
