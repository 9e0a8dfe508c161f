"""What the tests of the drawings share: data of several subjects, and ways to read a drawing."""

from collections.abc import Sequence
from fractions import Fraction
from math import e, pi

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from linalg_book.figures.kit.style import COLORS

# Every direction, every sign, through the origin, both scales, fractions, irrational numbers.
LINES: list[tuple[Sequence[float | Fraction], float | Fraction]] = [
    ((3, 4), 12),
    ((3, 4), -12),
    ((3, 4), 0),
    ((0, 5), 10),
    ((2, 0), -3),
    ((1, -2), -3),
    ((-1, 1), 2),
    ((1, 1), 1),
    ((7, -1), 5),
    ((1, 100), 50),
    ((30_000_000, 40_000_000), 12),
    ((Fraction(1, 3), Fraction(1, 2)), 1),
    ((pi, -e), 1.5),
    ((1, 1e-8), 1),
]
# Rank 1, 2 and 0, a vector in a subspace, the zero vector, fractions.
MAPS: list[tuple[Sequence[Sequence[float | Fraction]], Sequence[float], Sequence[float]]] = [
    (((1, 1), (2, 2)), (3, 1), (2, 9)),
    (((1, 1), (2, 3)), (3, 1), (2, 9)),
    (((0, 0), (0, 0)), (3, 1), (-2, 9)),
    (((0, 1), (0, 0)), (0, 0), (0, 0)),
    (((Fraction(1, 3), -1), (1, -3)), (-1, 3), (0.5, 1.5)),
]


def marked(ax: Axes, color: str) -> list[tuple[float, float]]:
    """List the points marked by a disc of a color."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in ax.lines
        if line.get_marker() == "o" and line.get_markerfacecolor() == COLORS[color]
    ]


def segments(ax: Axes, color: str) -> list[np.ndarray]:
    """List the ends of the straight strokes of a color, one row an end."""
    return [
        np.column_stack(line.get_data())
        for line in ax.lines
        if line.get_marker() in ("", "None")
        and to_hex(line.get_color()) == COLORS[color]
        and len(line.get_xdata()) == 2
    ]


def paths(ax: Axes, color: str) -> list[np.ndarray]:
    """List the strokes of a color that have more than two points, one row a point."""
    return [
        np.column_stack(line.get_data())
        for line in ax.lines
        if line.get_marker() in ("", "None")
        and to_hex(line.get_color()) == COLORS[color]
        and len(line.get_xdata()) > 2
    ]


def words(ax: Axes) -> list[str]:
    """List the labels of a drawing without the signs that switch to mathematics."""
    return [text.get_text().replace("$", "") for text in ax.texts]
