"""Points, a line, and the squares of what it misses: the sum that least squares makes small."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.notation import number
from linalg_book.figures.kit.scenes import Box, Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["line_and_squares"]

_ROOM = 19.0  # points that a square's side needs to bear its area
_EDGE = 1.2  # width of a square's edge; dashes are measured in it
_MARK: dict[str, Any] = {"marker": "o", "markersize": 7, "markeredgewidth": 1.6, "linestyle": ""}
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@dataclass(frozen=True, kw_only=True)
class FitScene(Scene):
    """Points, a line (height at 0 and slope), names of the axes, what the grid fills, its lines."""

    kind, drawing = "fit", "line_and_squares"
    points: list[Texts]
    line: Texts
    names: list[str]
    view: Box
    ticks: tuple[list[float], list[float]]


@in_book_style
def line_and_squares(
    points: Sequence[Sequence[Number]],
    line: Sequence[Number],
    ax: Axes,
    *,
    names: tuple[str, str] = ("t", "y"),
) -> Axes:
    """Draw points, a line, and on each upright miss its square, with the areas written in.

    Parameters
    ----------
    points : sequence of 2 to 8 pairs of numbers
        The points.
    line : pair of numbers
        The height of the line at 0, and its slope.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        What stands along the axes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit or a number is not finite.

    Notes
    -----
    The squares are square on the page, whatever the scales: their side is the miss.
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.line_and_squares([(1, 6), (2, 5)], (4, 1), figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['$1$', '$1$']
    """
    table, fitted = _read(points, line)
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    heights = fitted[0] + fitted[1] * table[:, 0]
    view = _frame(ax, table, heights)
    low, high = np.array(view[:2]), np.array(view[2:])
    ends = np.array(clip(np.array([0.0, fitted[0]]), np.array([1.0, fitted[1]]), low, high))
    ax.plot(*ends.T, color=COLORS["orange"], linewidth=2.6, zorder=4, **_STILL)
    box = ax.get_window_extent()
    shape = float(box.height / box.width * (high[0] - low[0]) / (high[1] - low[1]))
    for point, height in zip(table, heights, strict=True):
        _square(ax, point, float(height), shape)
    across, up = (axis.get_majorticklocs().tolist() for axis in (ax.xaxis, ax.yaxis))
    for end in (across[0], across[-1]):  # where the line is held
        height = fitted[0] + fitted[1] * end
        ax.plot(end, height, color=COLORS["orange"], zorder=6, **_MARK, **_STILL)
    scene = FitScene(
        points=[exact_texts(point) for point in points],
        line=exact_texts(line),
        names=list(names),
        view=view,
        ticks=(across, up),
    )
    record_scene(ax, scene)
    return ax


def _frame(ax: Axes, table: Vector, heights: Vector) -> Box:
    """Leave room for squares on the right and for lines that rise; return what the grid fills."""
    right, top = table[:, 0].max() + 0.4 * np.ptp(table[:, 0]), 1.22 * table[:, 1].max()
    room = np.array([[right, top], [0.0, 0.0]])
    shown = np.vstack([table, room, np.column_stack([table[:, 0], heights])])
    low, high, _ = fit_frame(ax, shown, 0.06, equal=False)
    settled(ax)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _read(points: Sequence[Sequence[Number]], line: Sequence[Number]) -> tuple[Vector, Vector]:
    """Check the numbers."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (points, line)]
    count = shapes[0][0] if len(shapes[0]) == 2 else 0
    if shapes != [(count, 2), (2,)] or not 2 <= count <= 8:
        raise ShapeError(
            f"expected from 2 to 8 points with two coordinates each and a line as height and "
            f"slope, received {points!r} and {line!r}: give for example [(1, 6), (2, 5)], (4, 1)."
        )
    table = np.array(points, dtype=float)
    fitted = np.array(line, dtype=float)
    if not (np.isfinite(table).all() and np.isfinite(fitted).all()) or not np.ptp(table[:, 0]):
        raise InvalidNumberError(
            "expected finite numbers, and points that are not all above each other, received "
            f"{points!r} and {line!r}: change them."
        )
    return table, fitted


def _square(ax: Axes, point: Vector, height: float, shape: float) -> None:
    """Draw a point, its miss, and the square on it, to the right of it."""
    x, y = (float(entry) for entry in point)
    side = abs(y - height)
    low = min(y, height)
    if side:
        square = Rectangle(
            (x, low), shape * side, side, facecolor=COLORS["purple"], alpha=0.16, zorder=2,
            edgecolor="none",
        )  # fmt: skip
        edge = Rectangle(
            (x, low), shape * side, side, fill=False, edgecolor=COLORS["purple"], linewidth=_EDGE,
            linestyle=(0, (6 / _EDGE, 3.5 / _EDGE)), zorder=3,
        )  # fmt: skip
        ax.add_patch(square)
        ax.add_patch(edge)
    scale = ax.transData.transform([(0.0, 0.0), (0.0, side)])[:, 1]
    if (scale[1] - scale[0]) * 72 / ax.figure.dpi > _ROOM:
        middle = (x + shape * side / 2, low + side / 2)
        ax.text(*middle, f"${number(side**2)}$", color=COLORS["purple"], ha="center", va="center",
                zorder=5)  # fmt: skip
    ax.plot(x, y, color=COLORS["blue"], zorder=6, **_MARK, **_STILL)
