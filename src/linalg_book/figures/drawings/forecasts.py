"""What was predicted, with its band, beside what came."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon
from numpy.typing import ArrayLike

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["forecast"]

_STILL: dict[str, Any] = {"scalex": False, "scaley": False, "linestyle": "", "marker": "o"}


@in_book_style
def forecast(
    curve: ArrayLike,
    seen: ArrayLike,
    later: ArrayLike,
    ax: Axes,
    *,
    names: tuple[str, str] = ("x", "y"),
) -> Axes:
    """Draw a mean with a band of two deviations to both sides, points that were used, and others.

    Parameters
    ----------
    curve : array of shape (M, 3)
        Abscissas in rising order, the mean and the standard deviation there.
    seen : array of shape (N, 2)
        The points that the curve was fitted to: discs.
    later : array of shape (L, 2)
        Points that it has not seen: rings.
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
        If the shapes do not fit, or a number is not finite.

    Notes
    -----
    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book import figures
    >>> rising = [[0, 0, 0], [1, 2, 1]]
    >>> ax = figures.forecast(rising, [[0, 0]], [[1, 3]], figures.axes())
    >>> len(ax.lines), len(ax.patches)
    (3, 1)
    """
    tables = [np.array(part, dtype=float) for part in (curve, seen, later)]
    shapes = [table.shape[1:] for table in tables]
    if shapes != [(3,), (2,), (2,)] or len(tables[0]) < 2:
        raise ShapeError(
            f"expected a curve with three columns and two lists of points, received the shapes "
            f"{[table.shape for table in tables]}: give for example [[0, 1, 0.5], [1, 2, 0.5]]."
        )
    if not all(np.isfinite(table).all() for table in tables):
        raise InvalidNumberError("expected finite numbers, received others: leave them out.")
    ax.set(xlabel=names[0], ylabel=names[1])
    x, mean, deviation = tables[0].T
    high, low = (np.column_stack([x, mean + side * 2 * deviation]) for side in (1, -1))
    fit_frame(ax, np.vstack([high, low, *tables[1:]]), 0.03, equal=False)
    settled(ax)
    _draw(ax, np.concatenate([high, low[::-1]]), tables)
    return ax


def _draw(ax: Axes, edge: Vector, tables: list[Vector]) -> None:
    """Draw the band, the mean, discs and rings."""
    curve, seen, later = tables
    ax.add_patch(Polygon(edge, facecolor=COLORS["orange"], edgecolor="none", alpha=0.16, zorder=2))
    ax.plot(curve[:, 0], curve[:, 1], color=COLORS["orange"], linewidth=1.4, zorder=3,
            scalex=False, scaley=False)  # fmt: skip
    ax.plot(*seen.T, color=COLORS["blue"], markersize=3.6, markeredgewidth=0, zorder=4, **_STILL)
    ax.plot(*later.T, markerfacecolor=COLORS["paper"], markeredgecolor=COLORS["ink"],
            markersize=3.6, markeredgewidth=0.8, zorder=4, **_STILL)  # fmt: skip
