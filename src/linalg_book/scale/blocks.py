"""Tables and right-hand sides as blocks of rows, checked as far as no entry need be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import dask.array as da
import numpy as np

from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import EPS, read_floats
from linalg_book.numeric.reading.matrices import cut_off, read_matrix

Rows: TypeAlias = Any
"""A table: an array of NumPy or Dask, a data frame of Dask, or what Zarr stores."""
Column: TypeAlias = Any
"""One number for each row of a table, in the same forms."""
Lazy: TypeAlias = Any
"""An array of Dask."""

Names: TypeAlias = Sequence[str] | None
"""The names of columns, for messages."""
Kernel: TypeAlias = Callable[[Any, Any], Any]
"""A function of two matrices of points."""
FeatureMap: TypeAlias = Callable[[Any], Any]
"""A function of a matrix of points: their features, one point a row."""

BLOCK_BYTES = 2**25
"""Arrays that have no blocks are cut into blocks of about 32 MB."""
WIDTH = 8
FEW = 10
"""Rounding errors of R stay below 2·eps·σ₁, also for two columns: the least cut-off has room."""


def cut_off_of(rtol: Any, d: int) -> float:
    """Return the ratio to σ₁ up to which singular values of d columns count as zero."""
    return max(d, FEW) * EPS if rtol is None else cut_off((d,), rtol)


def read_table(X: Rows, name: str = "X") -> Lazy:
    """Return a table as a Dask array whose blocks are whole rows."""
    table = _as_blocks(X, name)
    if table.ndim != 2:
        raise ShapeError(
            f"{name} is expected to be a table with rows and columns, but has shape "
            f"{table.shape}: write one column as {name}.reshape(-1, 1)."
        ).about(name)
    if 0 in table.shape:
        raise EmptySystemError(
            f"{name} is expected to have at least one row and one column, but has shape "
            f"{table.shape}: look at what was selected."
        ).about(name)
    return table.rechunk({1: -1}) if table.numblocks[1] > 1 else table


def read_sides(y: Column, table: Lazy, name: str = "y") -> Lazy:
    """Return right-hand sides, one a column, cut into the blocks of a table."""
    sides = _as_blocks(y, name, rows=table.chunks[0])
    sides = sides[:, np.newaxis] if sides.ndim == 1 else sides
    if sides.ndim != 2:
        raise ShapeError(
            f"{name} is expected to have a number for each row, but has shape {sides.shape}: "
            "give a list, or a table with one right-hand side a column."
        ).about(name)
    if sides.shape[0] != table.shape[0] and not _is_unknown(sides, table):
        raise ShapeError(
            f"{name} has {sides.shape[0]} entries, but X has {table.shape[0]} rows: "
            "give one entry for each row."
        ).about(name)
    known = not _is_unknown(sides, table)
    sides = sides.rechunk({0: table.chunks[0], 1: -1}) if known else sides
    if sides.numblocks[0] != table.numblocks[0]:
        raise ShapeError(
            f"{name} is expected in the {table.numblocks[0]} blocks of X, but has "
            f"{sides.numblocks[0]}: call compute_chunk_sizes() of both arrays first."
        ).about(name)
    return sides


def read_side(y: Column, table: Lazy, name: str = "y") -> Lazy:
    """Return one right-hand side as a column in the blocks of a table."""
    side = read_sides(y, table, name)
    if side.shape[1] != 1:
        raise ShapeError(
            f"{name} is expected to be one number for each row, but has {side.shape[1]} columns: "
            "give one of them, or call pseudoinverse_apply."
        ).about(name)
    return side


def _is_unknown(*arrays: Lazy) -> bool:
    """Tell whether the number of rows of an array comes out only when it is read."""
    return any(np.isnan(array.shape[0]) for array in arrays)


def _as_blocks(values: Any, name: str, rows: Any = None) -> Lazy:
    """Cut into blocks what has none; refuse entries that are no real numbers."""
    if hasattr(values, "to_dask_array"):
        values = values.to_dask_array()
    if not isinstance(values, da.Array):
        values = _cut(values, name, rows)
    if values.dtype.kind not in "iuf":
        raise InvalidNumberError(
            f"{name} is expected to hold real numbers, but has entries of type {values.dtype}: "
            "leave out columns of text, and convert truth values to 0 and 1."
        ).about(name)
    return values


def _cut(values: Any, name: str, rows: Any) -> Lazy:
    """Make a Dask array of an array in memory or on a disk, or of a list."""
    if not (hasattr(values, "dtype") and hasattr(values, "shape")):
        values = read_floats(values, name) if rows is not None else read_matrix(values, name)
    if not values.shape:
        raise ShapeError(
            f"{name} is expected to have a number for each row, but is one number: give a list."
        ).about(name)
    wide = max(1, int(np.prod(values.shape[1:])))
    high = max(wide, BLOCK_BYTES // (WIDTH * wide))
    known = rows is not None and sum(rows) == values.shape[0]
    chunks = (rows if known else high, *(-1 for _ in values.shape[1:]))
    # Without a name Dask would read all entries for one.
    return da.from_array(values, chunks=chunks, name=False)
