"""Regression: a cloud with a line, several small fits side by side, what a fit explains."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.notation import number
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["explained", "four_fits", "line_in_cloud"]

_STILL: dict[str, Any] = {"scalex": False, "scaley": False}
_DASHES = (0, (4, 2.5))


@in_book_style
def line_in_cloud(
    points: Sequence[Sequence[Number]] | NDArray[Any],
    line: Sequence[Number],
    ax: Axes,
    *,
    names: tuple[str, str] = ("x", "y"),
    ringed: Sequence[bool] | NDArray[Any] | None = None,
) -> Axes:
    """Draw many points and a line; some of the points as rings.

    Parameters
    ----------
    points : array of shape (N, 2)
        The points.
    line : pair of numbers
        The height of the line at 0, and its slope.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        The quantities with their units.
    ringed : sequence of N truth values, optional
        Which points are rings.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a shape is another, or a number is not finite.

    Notes
    -----
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.line_in_cloud([(0, 1), (2, 2)], (1, 0.5), figures.axes())
    >>> len(ax.lines)
    2
    """
    table, fitted = np.asarray(points, dtype=float), np.asarray(line, dtype=float)
    rings = np.zeros(len(table), dtype=bool) if ringed is None else np.asarray(ringed, dtype=bool)
    if table.ndim != 2 or table.shape[1] != 2 or fitted.shape != (2,) or len(rings) != len(table):
        raise ShapeError(
            f"expected points with two coordinates, a line as height and slope and as many truth "
            f"values as points, received shapes {table.shape}, {fitted.shape} and {rings.shape}: "
            "choose two columns, for example table[:, :2]."
        )
    if not (np.isfinite(table).all() and np.isfinite(fitted).all()):
        raise InvalidNumberError("expected finite numbers, received others: leave those rows out.")
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    low, high, _ = fit_frame(ax, table, 0.05, equal=False)
    look: dict[str, Any] = {"linestyle": "", "marker": "o", "markersize": 3.6} | _STILL
    ax.plot(*table[~rings].T, markeredgewidth=0, color=COLORS["blue"], alpha=0.6, **look)
    if rings.any():
        ax.plot(*table[rings].T, markeredgecolor=COLORS["purple"], markerfacecolor="none",
                markeredgewidth=0.9, **look)  # fmt: skip
    ends = np.array(clip(np.array([0.0, fitted[0]]), np.array([1.0, fitted[1]]), low, high))
    ax.plot(*ends.T, color=COLORS["orange"], linewidth=2.4, zorder=5, **_STILL)
    return settled(ax)


@in_book_style
def four_fits(sets: Sequence[Sequence[Sequence[Number]]], ax: Axes) -> Axes:
    """Draw four small clouds in the same frame, each with its line of least squares.

    Parameters
    ----------
    sets : sequence of 4 pairs (abscissas, ordinates)
        The points of each pane, two or more, not all above each other.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=4.2)`` gives the panes their room.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not four sets, or a set has no line.

    Notes
    -----
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.four_fits([([0, 1, 2], [0, 1, k]) for k in range(4)], figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['1', '2', '3', '4']
    """
    tables = [np.array(pair, dtype=float) for pair in sets]
    fits = all(t.ndim == 2 and t.shape[1] > 1 and np.isfinite(t).all() for t in tables)
    if len(tables) != 4 or not fits or not all(np.ptp(t[0]) for t in tables):
        raise ShapeError(
            f"expected four pairs of abscissas and ordinates, each with points that are not all "
            f"above each other, received {len(tables)}: give for example [([0, 1], [1, 3])] * 4."
        )
    together = np.hstack(tables)
    low, high = together.min(axis=1), together.max(axis=1)
    span = np.where(high > low, high - low, 1.0)
    ax.set_axis_off()
    ax.set(xlim=(-0.03, 2.28), ylim=(-0.03, 2.28))
    for k, table in enumerate(tables):
        corner = np.array([1.25 * (k % 2), 1.25 * (1 - k // 2)])
        _pane(ax, k + 1, corner, table, (low - 0.05 * span, 1.1 * span))
    return settled(ax)


def _pane(ax: Axes, name: int, corner: Vector, table: Vector, frame: tuple[Vector, Vector]) -> None:
    """Draw one of the four clouds in a unit square at a corner."""
    base, size = frame
    X = np.column_stack([np.ones(table.shape[1]), table[0]])
    height, slope = numeric.least_squares(X, table[1])
    edge = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]) + corner
    ax.plot(*edge.T, color=COLORS["grid"], linewidth=1.0, **_STILL)
    reach = base + size
    ends = np.array(clip(np.array([0.0, height]), np.array([1.0, slope]), base, reach))
    ax.plot(*((ends - base) / size + corner).T, color=COLORS["orange"], linewidth=2.0, **_STILL)
    places = (table.T - base) / size + corner
    ax.plot(*places.T, color=COLORS["blue"], marker="o", markersize=5, linestyle="", zorder=5,
            **_STILL)  # fmt: skip
    ax.text(corner[0] + 0.04, corner[1] + 0.96, str(name), ha="left", va="top",
            color=COLORS["muted"])  # fmt: skip


@in_book_style
def explained(fit: Number, rest: Number, ax: Axes) -> Axes:
    r"""Draw the right triangle of centered targets, centered fit and residual.

    Parameters
    ----------
    fit, rest : number
        Squared lengths of the centered fit and of the residual, both positive.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is not positive and finite.

    Notes
    -----
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.explained(20, 6, figures.axes(height=2.2))
    >>> any("26" in text.get_text() for text in ax.texts)
    True
    """
    legs = np.array([float(fit), float(rest)])
    if not (np.isfinite(legs).all() and (legs > 0).all()):
        raise InvalidNumberError(
            f"expected two positive squared lengths, received {fit!r} and {rest!r}: "
            "give for example 20 and 6."
        )
    corner = np.array([np.sqrt(legs[0]), 0.0])
    top = np.sqrt(legs)
    sketch = Sketch(ax, [corner, top], bare=True, margin=0.14)
    sketch.arrow(ORIGIN, corner, "orange", width=2.4)
    sketch.segment(corner, top, "purple", width=2.0, style=_DASHES)
    sketch.arrow(ORIGIN, top, "blue", width=2.4)
    sketch.right_angle(corner, np.array([-1.0, 0.0]), np.array([0.0, 1.0]))
    hat = rf"\Vert \hat{{\mathbf{{y}}}}_\mathrm{{c}} \Vert^2 = {number(legs[0])}"
    sketch.side_label(f"${hat}$", ORIGIN, corner, "orange", toward=(0, -1))
    sketch.side_label(rf"$\Vert \mathbf{{r}} \Vert^2 = {number(legs[1])}$", corner, top, "purple",
                      toward=(1, 0))  # fmt: skip
    whole = rf"\Vert \mathbf{{y}}_\mathrm{{c}} \Vert^2 = {number(legs.sum())}"
    sketch.side_label(f"${whole}$", ORIGIN, top, "blue", toward=(-0.4, 1))
    return sketch.finish()
