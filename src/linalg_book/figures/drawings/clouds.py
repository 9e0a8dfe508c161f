"""Clouds of points: one of them named, the axis through their mean along which they vary most."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.notation import decimal
from linalg_book.figures.kit.scenes import AxisScene, Box, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["cloud", "principal_axis"]

_FEW = 40  # up to here points are large
_BAR = 0.07  # height of the bar, as a part of the picture's
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@in_book_style
def cloud(
    points: NDArray[Any], ax: Axes, *, names: tuple[str, str] = ("x", "y"), marked: int = 0
) -> Axes:
    r"""Draw each row of a table with two columns as a point, and name one of them.

    Parameters
    ----------
    points : array of shape (N, 2)
        One example a row.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        The quantities with their units.
    marked : int
        The row whose point is named, counted from 0.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array has another shape, an entry is not finite, or there is no such row.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book import figures
    >>> ax = figures.cloud(np.array([[1.0, 2.0], [3.0, 1.0]]), figures.axes())
    >>> print(ax.texts[0].get_text())
    $(1,\, 2)$
    """
    table = np.asarray(points, dtype=float)
    if table.ndim != 2 or table.shape[1] != 2 or not 0 <= marked < len(table):
        raise ShapeError(
            f"expected a table with two columns and a row {marked}, received shape {table.shape}: "
            "choose two columns, for example table[:, :2]."
        )
    if not np.isfinite(table).all():
        raise InvalidNumberError("expected finite numbers, received others: leave those rows out.")
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    fit_frame(ax, table, 0.06, equal=False)
    look: dict[str, Any] = {"linestyle": "", "marker": "o", "scalex": False, "scaley": False}
    ax.plot(*table.T, markersize=3.6, markeredgewidth=0, color=COLORS["blue"], alpha=0.5, **look)
    point = table[marked]
    ax.plot(*point, markersize=8, color=COLORS["orange"], zorder=5, **look)
    ax.annotate(
        rf"$({decimal(point[0])},\, {decimal(point[1])})$",
        (point[0], point[1]),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        color=COLORS["orange"],
        zorder=6,
        bbox={"facecolor": COLORS["paper"], "edgecolor": "none", "pad": 1.5, "alpha": 0.85},
    )
    return ax


@in_book_style
def principal_axis(
    points: Sequence[Sequence[Number]] | NDArray[Any],
    angle: float,
    ax: Axes,
    *,
    names: tuple[str, str] = ("x", "y"),
) -> Axes:
    """Draw points, an axis through their mean, and how their variance splits.

    From each point a perpendicular leads to its foot on the axis.  The bar at the bottom stands
    for the variance of all coordinates: its first part lies along the axis, the rest across it.

    Parameters
    ----------
    points : array of shape (N, 2)
        The points, not all the same.
    angle : float
        Where the axis points, in degrees from the first coordinate axis.
    ax : matplotlib.axes.Axes
        Where to draw; both coordinates have the same scale.
    names : tuple of 2 texts
        The coordinates, with their units.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array has another shape, an entry is not finite, or nothing varies.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.principal_axis([(3, 4), (0, 0), (-3, -4)], 45, figures.axes(height=3.9))
    >>> [text.get_text() for text in ax.texts]
    ['along 98 %', 'across 2 %']
    """
    table = _table(points)
    mean = table.mean(axis=0)
    direction = np.array([np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))])
    along = (table - mean) @ direction
    share = float(along @ along / np.sum((table - mean) ** 2))
    room = 0.2 * np.array([0.0, np.ptp(table[:, 1])])
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    feet = mean + np.outer(along, direction)
    shown = np.vstack([table, feet, table.min(axis=0) - room])
    low, high, _ = fit_frame(ax, shown, 0.05, equal=True)
    _draw_axis(ax, mean, clip(mean, direction, low, high))
    _draw_feet(ax, table, feet)
    bar = _draw_bar(ax, share, low, high)
    settled(ax)
    across, up = (axis.get_majorticklocs().tolist() for axis in (ax.xaxis, ax.yaxis))
    scene = AxisScene(
        points=table.tolist(),
        angle=round(float(angle), 2),
        names=list(names),
        view=(float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        bar=bar,
        ticks=(across, up),
    )
    record_scene(ax, scene)
    return ax


def _table(points: Any) -> Vector:
    """Check the points."""
    table = np.asarray(points, dtype=float)
    if table.ndim != 2 or table.shape[1] != 2 or len(table) < 2:
        raise ShapeError(
            f"expected two points or more with two coordinates each, received shape {table.shape}: "
            "choose two columns, for example table[:, :2]."
        )
    if not np.isfinite(table).all() or not np.ptp(table, axis=0).any():
        raise InvalidNumberError(
            "expected finite coordinates that vary, received others: leave rows out, or add some."
        )
    return table


def _draw_axis(ax: Axes, mean: Vector, ends: tuple[Vector, Vector]) -> None:
    path = np.array(ends)
    ax.plot(*path.T, color=COLORS["orange"], linewidth=2.2, zorder=4, **_STILL)
    ax.plot(*mean, color=COLORS["ink"], marker="o", markersize=5, linestyle="", zorder=6, **_STILL)


def _draw_feet(ax: Axes, table: Vector, feet: Vector) -> None:
    """Draw points, perpendiculars in one path, and feet."""
    size = 6.5 if len(table) <= _FEW else 3.2
    gap = np.full_like(table, np.nan)
    drops = np.stack([table, feet, gap], axis=1).reshape(-1, 2)
    ax.plot(*drops.T, color=COLORS["green"], linewidth=0.4 + size / 8, zorder=2, **_STILL)
    look: dict[str, Any] = {"marker": "o", "linestyle": "", "markeredgewidth": 0} | _STILL
    ax.plot(*table.T, color=COLORS["blue"], markersize=size, zorder=5, alpha=0.8, **look)
    if len(table) <= _FEW:
        ax.plot(*feet.T, color=COLORS["orange"], markersize=0.8 * size, zorder=5, **look)


def _draw_bar(ax: Axes, share: float, low: Vector, high: Vector) -> Box:
    """Draw the variance as a bar in two parts; return its left, bottom, right and top."""
    width, height = high - low
    left, right = low[0] + 0.05 * width, high[0] - 0.05 * width
    bottom, thick = low[1] + 0.02 * height, 0.6 * _BAR * height
    middle = left + share * (right - left)
    for start, end, color in ((left, middle, "orange"), (middle, right, "green")):
        ax.add_patch(
            Rectangle((start, bottom), end - start, thick, facecolor=COLORS[color], zorder=7,
                      edgecolor=COLORS["paper"], linewidth=1)
        )  # fmt: skip
    percent = round(100 * share)
    for x, side, text, color in (
        (left, "left", f"along {percent} %", "orange"),
        (right, "right", f"across {100 - percent} %", "green"),
    ):
        ground = {"facecolor": COLORS["paper"], "edgecolor": "none", "pad": 1.0, "alpha": 0.85}
        ax.text(x, bottom + 1.25 * thick, text, ha=side, va="bottom", color=COLORS[color],
                zorder=8, bbox=ground)  # fmt: skip
    return float(left), float(bottom), float(right), float(bottom + thick)
