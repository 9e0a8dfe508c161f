"""Gaussian processes: a mean with its band, and draws through points."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from linalg_book import numeric
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, few_points
from linalg_book.figures.kit.scenes import Box, Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["gaussian_band"]

_SAMPLES = 161  # of a curve
_MOST = 6  # points
_FEATURES = 200
"""Enough for draws of the Gaussian kernel up to ten length scales from the middle."""
_LEAST = 3.0  # how many units of height are shown at least, to both sides of 0
_ROOM = 1.6  # beside the points
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@dataclass(frozen=True, kw_only=True)
class BandScene(Scene):
    """Points, length scale and deviation of the noise; what the draws are made from.

    ``weights`` has for each draw the weights of the features around the abscissa ``center``,
    ``errors`` a standard normal number for each point.
    """

    kind, drawing = "band", "gaussian_band"
    points: list[Texts]
    length: str
    noise: str
    center: float
    weights: list[list[float]]
    errors: list[list[float]]
    names: list[str]
    view: Box
    ticks: tuple[list[float], list[float]]


@in_book_style
def gaussian_band(  # noqa: PLR0913 (the data, two numbers of the model, and what is drawn)
    points: Sequence[Sequence[Number]],
    length_scale: Number,
    noise: Number,
    ax: Axes,
    *,
    draws: int = 3,
    seed: int = 1,
) -> Axes:
    r"""Draw a Gaussian process, given its values at points: mean, band and draws.

    The kernel is the Gaussian one, with variance 1.  The shaded band reaches two standard
    deviations of f(x) to both sides of the mean.  Each thin curve is a draw without data, whose
    weights were projected onto those that meet the points.

    Parameters
    ----------
    points : sequence of 1 to 6 pairs of numbers
        The points.
    length_scale : number
        ℓ > 0, in the unit of the abscissas.
    noise : number
        τ, the standard deviation of the noise in the values, not negative.
    ax : matplotlib.axes.Axes
        Where to draw.
    draws : int, default 3
        How many draws.
    seed : int, default 1
        Where their random numbers come from.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, a number is not finite, the length scale is not positive, the
        noise is negative, or there is none and two values stand at one place.

    Notes
    -----
    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.gaussian_band([(0, 1), (1, 0)], 1, 0, figures.axes())
    >>> len(ax.lines), len(ax.patches)
    (7, 1)
    """
    table = few_points(points, _MOST)
    rng = np.random.default_rng(seed)
    weights = np.round(rng.standard_normal((draws, _FEATURES)), 2)
    errors = np.round(rng.standard_normal((draws, len(table))), 2)
    ax.set_xlabel("$x$")
    ax.set_ylabel("$f(x)$")
    across, up = table.T
    tall = max(_LEAST, float(np.abs(up).max()) + 1)
    corners = np.array([[across.min() - _ROOM, -tall], [across.max() + _ROOM, tall]])
    low, high, _ = fit_frame(ax, corners, 0.0, equal=False)
    settled(ax)
    center = round(float(low[0] + high[0]) / 2, 4)
    grid = np.linspace(low[0], high[0], _SAMPLES)
    scale, tau = float(length_scale), float(noise)
    _draw(ax, table, grid, _curves(table, grid, (scale, tau), center, (weights, errors)))
    scene = BandScene(
        points=[exact_texts(point) for point in points],
        length=exact_texts([length_scale])[0],
        noise=exact_texts([noise])[0],
        center=center,
        weights=weights.tolist(),
        errors=errors.tolist(),
        names=["x", "f(x)"],
        view=(float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        ticks=(ax.xaxis.get_majorticklocs().tolist(), ax.yaxis.get_majorticklocs().tolist()),
    )
    record_scene(ax, scene)
    return ax


def features(x: Vector, scale: float, center: float) -> Vector:
    """Return features of the Gaussian kernel around a center, one row for each place."""
    z = (x - center) / scale
    rows = np.empty((len(z), _FEATURES))
    rows[:, 0] = np.exp(-(z**2) / 2)
    for j in range(1, _FEATURES):
        rows[:, j] = rows[:, j - 1] * z / np.sqrt(j)
    return rows


def _curves(
    table: Vector, grid: Vector, model: tuple[float, float], center: float, chance: Any
) -> tuple[Vector, Vector, Vector]:
    """Compute mean, deviation and draws; a draw moves by the fit to what it misses."""
    (places, values), (scale, tau), (weights, errors) = table.T, model, chance
    K = numeric.gaussian_kernel(places[:, None], length_scale=scale)
    between = numeric.gaussian_kernel(grid[:, None], places[:, None], length_scale=scale)
    process = numeric.gaussian_process(K, values, tau**2)
    free = weights @ features(grid, scale, center).T
    there = weights @ features(places, scale, center).T + tau * errors
    moved = [
        one + numeric.gaussian_process(K, values - seen, tau**2).mean(between)
        for one, seen in zip(free, there, strict=True)
    ]
    deviation = process.deviation(between, np.ones(len(grid)))
    return process.mean(between), deviation, np.array(moved)


def _draw(ax: Axes, table: Vector, grid: Vector, curves: tuple[Vector, Vector, Vector]) -> None:
    """Draw the band, the draws, the mean and the points."""
    mean, deviation, draws = curves
    bottom, top = ax.get_ylim()
    high, low = (np.clip(mean + side * 2 * deviation, bottom, top) for side in (1, -1))
    ax.axhline(0, color=COLORS["muted"], linewidth=0.9, zorder=1.5)
    edge = np.column_stack([np.append(grid, grid[::-1]), np.append(high, low[::-1])])
    ax.add_patch(Polygon(edge, facecolor=COLORS["orange"], edgecolor="none", alpha=0.16, zorder=2))
    for draw in draws:
        ax.plot(grid, draw, color=COLORS["ink"], linewidth=1.2, zorder=3, **_STILL)
    ax.plot(grid, mean, color=COLORS["orange"], linewidth=2.6, zorder=4, **_STILL)
    for x, y in table:
        ax.plot(x, y, color=COLORS["blue"], marker="o", markersize=8.4, zorder=6, **_STILL)
