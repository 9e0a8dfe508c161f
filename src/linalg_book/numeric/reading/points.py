"""Points as the rows of one or two matrices, or as two single rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.numeric.reading.floats import Array, read_floats
from linalg_book.numeric.reading.memory import require_memory
from linalg_book.numeric.reading.systems import MatrixLike

PointsLike = MatrixLike | None
"""A list of points, one a row, a single one, or nothing where they may be left out."""


@dataclass(frozen=True)
class Points:
    """Two sets of points, one a row: N×d and M×d.

    ``Z`` is ``None`` where X is compared with itself; ``single`` says that two rows were given,
    not two matrices.
    """

    X: Array
    Z: Array | None
    single: bool

    def answer(self, kernel: Array) -> float | Array:
        """Return the matrix of a kernel, or its one entry where two rows were given."""
        return float(kernel[0, 0]) if self.single else kernel


def read_points(X: Any, Z: Any = None) -> Points:
    """Read two matrices with as many columns, one matrix, or two single rows."""
    left = read_floats(X, "X")
    if Z is None:
        _require_matrix(left, "X")
        _require_memory(len(left), len(left))
        return Points(left, None, single=False)
    right = left if Z is X else read_floats(Z, "Z")
    single = left.ndim == right.ndim == 1
    if single:
        left, right = left[np.newaxis], right[np.newaxis]
    for points, name in ((left, "X"), (right, "Z")):
        _require_matrix(points, name, ", or both X and Z to be single rows")
    if left.shape[1] != right.shape[1]:
        raise ShapeError(
            f"Z is expected to have as many columns as X, which has {left.shape[1]}, but has "
            f"{right.shape[1]}: give points of the same space."
        ).about("Z")
    _require_memory(len(left), len(right))
    return Points(left, None if Z is X and not single else right, single)


def read_rows(X: Any, width: int, name: str = "X") -> Array:
    """Read one matrix of points with so many coordinates."""
    points = read_floats(X, name)
    _require_matrix(points, name)
    if points.shape[1] != width:
        raise ShapeError(
            f"{name} is expected to have {width} columns, but has {points.shape[1]}: "
            "give points of the same space."
        ).about(name)
    return points


def _require_matrix(points: Array, name: str, other: str = "") -> None:
    """Refuse an empty set of points, and what is no matrix."""
    if not points.size:
        raise EmptySystemError(
            f"{name} is expected to have at least one point with at least one coordinate, but has "
            f"shape {points.shape}: give points."
        ).about(name)
    if points.ndim != 2:
        raise ShapeError(
            f"{name} is expected to be a matrix with a row for each point{other}, but has shape "
            f"{points.shape}: write points on a line as [[0], [1]], and one point as [[0, 1]]."
        ).about(name)


def _require_memory(rows: int, columns: int) -> None:
    """Refuse a kernel matrix that memory does not hold."""
    require_memory(
        rows * columns, "X", f"the {rows:,}×{columns:,} entries of a kernel matrix",
        "take fewer points, or random_fourier_features, whose cost grows with the points alone",
    )  # fmt: skip
