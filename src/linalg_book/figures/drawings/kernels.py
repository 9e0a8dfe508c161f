"""Kernel regression: a curve that is a sum of bumps, one over each point."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, few_points
from linalg_book.figures.kit.labels import Label, obstacle, place
from linalg_book.figures.kit.scenes import Box, Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["kernel_curve"]

_SAMPLES = 161  # of a curve
_MOST = 6  # points
_ROOM = 2.0  # length scales beside the points
_DASHES = (0, (6, 3.5))
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@dataclass(frozen=True, kw_only=True)
class BumpsScene(Scene):
    """Points, a length scale and a penalty; names of the axes, what the grid fills, its lines."""

    kind, drawing = "bumps", "kernel_curve"
    points: list[Texts]
    length: str
    penalty: str
    names: list[str]
    view: Box
    ticks: tuple[list[float], list[float]]


@in_book_style
def kernel_curve(
    points: Sequence[Sequence[Number]], length_scale: Number, penalty: Number, ax: Axes
) -> Axes:
    r"""Draw the fit of a Gaussian kernel to points, and the bumps αᵢ k(x, xᵢ) that it adds up.

    What the curve misses is dashed.  Points may be above each other.

    Parameters
    ----------
    points : sequence of 1 to 6 pairs of numbers
        The points.
    length_scale : number
        ℓ > 0, in the unit of the abscissas.
    penalty : number
        λ, not negative; 0 stands for the least-norm fit.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, a number is not finite, the length scale is not positive or the
        penalty is negative.

    Notes
    -----
    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.kernel_curve([(0, 1), (1, 0), (2, 1)], 0.85, 0, figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['$\\alpha_1$', '$\\alpha_2$', '$\\alpha_3$']
    """
    table = few_points(points, _MOST)
    places, length = table[:, :1], float(length_scale)
    K = numeric.gaussian_kernel(places, length_scale=length)
    fit = numeric.kernel_regression(K, table[:, 1], float(penalty))
    ax.set_xlabel("$x$")
    ax.set_ylabel("$f(x)$")
    room = _ROOM * length
    ends = float(places.min()) - room, float(places.max()) + room
    grid = np.linspace(*ends, _SAMPLES)
    bumps = fit.alpha * numeric.gaussian_kernel(grid[:, np.newaxis], places, length_scale=length)
    curve = bumps.sum(axis=1)
    heights = np.concatenate([[0.0], table[:, 1], fit.alpha, curve])
    top = heights.max() if np.ptp(heights) else 1.0
    corners = np.array([[ends[0], heights.min()], [ends[1], top]])
    low, high, _ = fit_frame(ax, corners, 0.06, equal=False)
    settled(ax)
    grid = np.linspace(low[0], high[0], _SAMPLES)
    bumps = fit.alpha * numeric.gaussian_kernel(grid[:, np.newaxis], places, length_scale=length)
    _draw(ax, table, grid, bumps, fit.predict(K))
    _name_bumps(ax, table, fit.alpha, grid, bumps)
    across, up = (axis.get_majorticklocs().tolist() for axis in (ax.xaxis, ax.yaxis))
    scene = BumpsScene(
        points=[exact_texts(point) for point in points],
        length=exact_texts([length_scale])[0],
        penalty=exact_texts([penalty])[0],
        names=["x", "f(x)"],
        view=(float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        ticks=(across, up),
    )
    record_scene(ax, scene)
    return ax


def _draw(ax: Axes, table: Vector, grid: Vector, bumps: Vector, fitted: Vector) -> None:
    """Draw bumps, their sum, what is missed, and the points."""
    ax.axhline(0, color=COLORS["muted"], linewidth=1.0, zorder=2)
    for bump in bumps.T:
        ax.plot(grid, bump, color=COLORS["ink"], linewidth=1.1, zorder=3, **_STILL)
    ax.plot(grid, bumps.sum(axis=1), color=COLORS["orange"], linewidth=2.6, zorder=4, **_STILL)
    for (x, y), value in zip(table, fitted, strict=True):
        if abs(y - value) > 1e-9:
            ax.plot([x, x], [y, value], color=COLORS["purple"], linestyle=_DASHES,
                    linewidth=1.6, zorder=5, **_STILL)  # fmt: skip
    for x, y in table:
        ax.plot(x, y, color=COLORS["blue"], marker="o", markersize=7, zorder=6, **_STILL)


def _name_bumps(ax: Axes, table: Vector, alpha: Vector, grid: Vector, bumps: Vector) -> None:
    """Write the height of each bump beside its top."""
    curves = [*bumps.T, bumps.sum(axis=1)]
    paths = [ax.transData.transform(np.column_stack([grid, curve])) for curve in curves]
    marks = ax.transData.transform(table.repeat(2, axis=0))
    hidden = np.concatenate([*(obstacle(path, 1.0) for path in paths), obstacle(marks, 4.0)])
    labels = [
        Label(f"$\\alpha_{i}$", [top], COLORS["ink"])
        for i, top in enumerate(np.column_stack([table[:, 0], alpha]), start=1)
    ]
    place(ax, labels, hidden)
