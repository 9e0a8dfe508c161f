"""Matrices as squares of tinted tiles with their entries written in."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from linalg_book.errors import ShapeError
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.reading.numbers import fraction_from
from linalg_book.figures.kit.style import COLORS

Entries = Sequence[Sequence[Fraction]]
_LARGEST = 18  # tiles side by side: more leave no room for an entry
_FAINT, _STRONG = 0.16, 0.44  # tint of the smallest and the largest entry that is not 0
_EDGE = 0.15  # room around the tiles, in tiles


class Tiles:
    """Tiles on one axes; places count columns to the right and rows downward."""

    def __init__(self, ax: Axes, width: float, height: float) -> None:
        self.ax = ax
        ax.set_axis_off()
        ax.set_aspect("equal")
        ax.set(xlim=(-_EDGE, width + _EDGE), ylim=(height + _EDGE, -_EDGE))

    def matrix(self, rows: Entries, left: float, top: float, color: str = "blue") -> None:
        """Draw the entries, tinted by size; beside blue ones, negative ones are orange."""
        largest = max((abs(entry) for row in rows for entry in row), default=0)
        for i, row in enumerate(rows):
            for j, entry in enumerate(row):
                share = float(abs(entry) / largest) if largest else 0.0
                name = "orange" if color == "blue" and entry < 0 else color
                self._tile(left + j, top + i, name, _FAINT + (_STRONG - _FAINT) * share, entry)

    def _tile(self, x: float, y: float, color: str, tint: float, entry: Fraction) -> None:
        box = Rectangle((x, y), 1, 1, facecolor="none", edgecolor=COLORS["grid"], linewidth=0.8)
        if entry:
            self.ax.add_patch(
                Rectangle((x, y), 1, 1, facecolor=COLORS[color], alpha=tint, edgecolor="none")
            )
        self.ax.add_patch(box)
        self.word(f"${entry}$", x + 0.5, y + 0.5, "ink" if entry else "muted")

    def word(self, text: str, x: float, y: float, color: str = "ink") -> None:
        """Write text around a place."""
        self.ax.text(x, y, text, color=COLORS[color], ha="center", va="center", fontsize=11.2)

    def path(self, points: Sequence[tuple[float, float]], color: str, width: float = 2.0) -> None:
        """Draw straight strokes through the points."""
        x, y = np.array(points, dtype=float).T
        self.ax.plot(x, y, color=COLORS[color], linewidth=width, marker="", zorder=4,
                     solid_joinstyle="miter", scalex=False, scaley=False)  # fmt: skip

    def ring(self, column: float, row: float, color: str) -> None:
        """Draw a circle inside a tile."""
        center = (column + 0.5, row + 0.5)
        self.ax.add_patch(
            Circle(center, 0.44, fill=False, edgecolor=COLORS[color], linewidth=1.4, zorder=5)
        )


def read_entries(name: str, rows: Any) -> list[list[Fraction]]:
    """Check a matrix that is to be drawn: exact entries, rows of one length, not too many."""
    matrix = read_matrix(rows, name).to_Matrix()
    if 0 in matrix.shape or max(matrix.shape) > _LARGEST:
        raise ShapeError(
            f"expected 1 to {_LARGEST} rows and columns in {name}, received {matrix.rows} and "
            f"{matrix.cols}: draw a part of the matrix."
        )
    return [[fraction_from(entry, name) for entry in row] for row in matrix.tolist()]
