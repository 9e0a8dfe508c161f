"""What is kept of blocks of rows: a triangle or a sum of products, and where entries are missing.

Summaries of blocks that follow each other merge into the summary of both.  That is all a fixed
tree of workers needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.lapack import dgeqrf

from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import Array

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PIECE = 1024
"""So many rows are decomposed at a time, fewer if they are short: they stay in the cache, and
rounding errors stay below 2·eps·σ₁ (longer columns have longer sums)."""
FAN = 8
"""So many tables are merged at a time: the tree depends on the numbers of blocks and rows only."""
REFLECTORS = 32
"""So many reflections are applied at once.  ``dgeqrf`` lets other threads run meanwhile, which
``dgeqrt``, quicker by itself, does not."""


@dataclass(frozen=True)
class Summary:
    """The summary of some rows: how many they are, and a table with their columns.

    ``table`` is R of their QR decomposition, or the products of their columns.  ``missing`` counts
    the entries of each column that are no finite numbers; ``first`` is the row and column of the
    first of them, from 0.
    """

    rows: int
    table: Array
    missing: NDArray[np.int64]
    first: tuple[int, int] | None = None

    def checked(self, columns: Sequence[str] | None) -> Array:
        """Return the table; refuse missing entries, no rows, and numbers that overflow."""
        if self.first is not None:
            raise _missing(self, columns)
        if not self.rows:
            raise EmptySystemError(
                "X is expected to have at least one row, but its blocks have none: look at what "
                "was selected."
            ).about("X")
        if not np.all(np.isfinite(self.table)):
            raise InvalidNumberError(
                "X is expected to hold numbers whose squares have a finite sum, but it is beyond "
                "the range of float64: divide large columns by a power of 2."
            ).about("X")
        return self.table


def _missing(found: Summary, columns: Sequence[str] | None) -> InvalidNumberError:
    """Say how many entries are missing, in which columns, and where the first one is."""
    names = columns or [f"column {j}" for j in range(1, len(found.missing) + 1)]
    where = [f"{count} in {names[j]}" for j, count in enumerate(found.missing) if count]
    shown = [*where[:3], f"{len(where) - 3} other columns"] if len(where) > 4 else where
    row, column = found.first or (0, 0)
    total = int(np.sum(found.missing))
    return InvalidNumberError(
        f"X and y are expected to be complete, but {total} of their entries "
        f"{'is' if total == 1 else 'are'} missing or infinite ({', '.join(shown)}), the first one "
        f"in row {row + 1} of {names[column]}: drop these rows or fill the gaps yourself, because "
        "nothing is dropped silently."
    ).about("X", row + 1, column + 1)


def triangle(pieces: Iterable[Array], width: int) -> Array:
    """Return R of the QR decomposition of matrices that stand below each other, along a tree.

    One chain of merges would add up its rounding errors: they would pass the cut-off of the rank.
    """
    levels: list[list[Array]] = []
    for piece in pieces:
        carried, level = _reflected(piece), 0
        while True:
            if level == len(levels):
                levels.append([])
            levels[level].append(carried)
            if len(levels[level]) < FAN:
                break
            carried, levels[level] = factor(levels[level], width), []
            level += 1
    return factor([R for level in reversed(levels) for R in level], width)


def factor(parts: Sequence[Array], width: int) -> Array:
    """Return R of a few matrices that stand below each other, by Householder's reflections."""
    height = sum(map(len, parts))
    if not height:
        return np.zeros((0, width))
    stacked = np.empty((height, width), order="F")
    np.concatenate(parts, out=stacked)
    return _reflected(stacked)


def _reflected(stacked: Array) -> Array:
    """Return R of a matrix that is stored by columns, and is overwritten."""
    found, _, _, _ = dgeqrf(stacked, lwork=REFLECTORS * stacked.shape[1], overwrite_a=1)
    return np.triu(found[: min(stacked.shape)])


def products(pieces: Iterable[Array], width: int) -> Array:
    """Return the sum of AᵀA over matrices A with so many columns."""
    found = np.zeros((width, width))
    for piece in pieces:
        found += piece.T @ piece
    return found


def total(parts: Sequence[Array], width: int) -> Array:
    """Add sums of products."""
    return np.sum(parts, axis=0) if parts else np.zeros((width, width))


@dataclass(frozen=True)
class Join:
    """How pieces of a block become its table, and tables of blocks become one."""

    of_pieces: Callable[[Iterable[Array], int], Array]
    of_tables: Callable[[Sequence[Array], int], Array]


TRIANGLE = Join(triangle, factor)
PRODUCTS = Join(products, total)


def summarize(block: Any, sides: Any, width: int, join: Join, *, ones: bool) -> Summary:
    """Summarize a block of rows, a column of ones in front and the right-hand sides behind it."""
    given = [np.asarray(part) for part in (block, sides) if part is not None]
    rows, wide = len(given[0]), ones + sum(part.shape[1] for part in given)
    if wide != width or any(len(part) != rows for part in given):
        raise ShapeError(
            f"X and y are expected to have {width} columns together and equally many rows in "
            f"each block, but a block has shapes {[part.shape for part in given]}: make all "
            "files of the table alike."
        ).about("X")
    parts = [np.ones((rows, 1)), *given] if ones else given
    step = max(2 * width, min(PIECE, 64 * width))
    pieces = (_piece(parts, top, step) for top in range(0, rows, step))
    with np.errstate(all="ignore"):
        table = join.of_pieces(pieces, width)
    return _looked_over(Summary(rows, table, np.zeros(width, np.int64)), parts)


def _piece(parts: Sequence[Any], top: int, step: int) -> Array:
    """Put some rows of matrices side by side, as float64, stored by columns."""
    rows = [part[top : top + step] for part in parts]
    piece = np.empty((len(rows[0]), sum(part.shape[1] for part in rows)), order="F")
    return np.concatenate(rows, axis=1, out=piece)


def _looked_over(found: Summary, parts: Sequence[Any]) -> Summary:
    """Count missing entries, if the table says that there is one: they spoil all its sums."""
    if np.all(np.isfinite(found.table)):
        return found
    gaps = np.hstack([~np.isfinite(part) for part in parts])
    if not np.any(gaps):
        return found
    row, column = (int(i[0]) for i in np.nonzero(gaps))
    counts = np.count_nonzero(gaps, axis=0).astype(np.int64)
    return Summary(found.rows, np.zeros_like(found.table), counts, (row, column))


def merge(found: Sequence[Summary], width: int, join: Join) -> Summary:
    """Merge the summaries of blocks that follow each other."""
    rows, first = 0, None
    for one in found:
        if first is None and one.first is not None:
            first = (rows + one.first[0], one.first[1])
        rows += one.rows
    with np.errstate(all="ignore"):
        table = join.of_tables([one.table for one in found], width)
    missing = np.sum([one.missing for one in found], axis=0)
    return Summary(rows, table, missing, first)
