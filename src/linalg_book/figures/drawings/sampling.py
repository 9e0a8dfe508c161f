"""Kernels that random features estimate, beside the exact kernel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.scenes import Box, Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import FourierFeatures, gaussian_kernel, random_fourier_features
from linalg_book.whole_numbers import whole_number

__all__ = ["settling_kernel"]

_LOW, _HIGH = -0.75, 1.65
"""The fixed scale of estimates; what is beyond is drawn at its edge."""
_ROOM = 0.2  # at the edges, for names
_DASHES = (0, (5, 3))
_MOST = 16
_HELD = 0.9  # where the band is held, as a share of the width


@dataclass(frozen=True, kw_only=True)
class SettlingScene(Scene):
    """Distances of the pairs of points in length scales, and estimates of their kernel.

    ``pairs`` and ``phases`` have for each seed, for each count, an estimate for each distance.
    ``at`` counts the count and the seed that are shown, from 0.
    """

    kind, drawing = "settling", "settling_kernel"
    distances: list[float]
    counts: list[int]
    pairs: list[list[list[float]]]
    phases: list[list[list[float]]]
    at: tuple[int, int]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def settling_kernel(  # noqa: PLR0913 (what is estimated, how often, and what is shown)
    points: Sequence[Sequence[Number]] | NDArray[Any],
    counts: Sequence[int],
    seeds: Sequence[int],
    count: int,
    ax: Axes,
    *,
    length_scale: float = 1.0,
) -> Axes:
    r"""Draw a Gaussian kernel over distance, and what random Fourier features make of it.

    Discs are estimates from cosines and sines, rings are those from cosines with random phases,
    both from the first ``count`` of the same frequencies.  The shaded band reaches two standard
    deviations of a disc to both sides of the curve, the dashed lines two of a ring.  A page moves
    the band by the black point on its edge.

    Parameters
    ----------
    points : sequence of N points of one length
        At most 16; each pair, and each point with itself, gives a disc and a ring.
    counts : sequence of int
        Rising numbers of frequencies.
    seeds : sequence of int
        One for each set of frequencies; the first is drawn.
    count : int
        The number of frequencies that is drawn, one of ``counts``.
    ax : matplotlib.axes.Axes
        Where to draw.
    length_scale : float, default 1
        ℓ > 0, in the unit of the points.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If counts do not rise from 1 on, ``count`` is none of them, there are too many points, or
        the kernel refuses them.

    Notes
    -----
    Introduced in: sec-sampling

    Examples
    --------
    >>> from linalg_book import figures
    >>> points = [[0, 0], [3, 4]]
    >>> ax = figures.settling_kernel(points, [10, 100], [1], 10, figures.axes(), length_scale=5)
    >>> [text.get_text() for text in ax.texts][-3:]
    ['exact', 'pairs', 'phases']
    """
    steps = [whole_number(k, "counts", 1) for k in counts]
    if steps != sorted(set(steps)) or count not in steps or not seeds:
        raise InvalidNumberError(
            f"expected rising counts with {count!r} among them and a seed, received {counts!r} "
            f"and {seeds!r}: give what is to be drawn."
        )
    X = np.asarray(points, dtype=float)
    kernel = np.asarray(gaussian_kernel(X, length_scale=length_scale))
    if len(kernel) > _MOST:
        raise ShapeError(f"expected up to {_MOST} points, received {len(kernel)}: draw fewer.")
    upper = np.triu_indices(len(kernel))
    distances = np.sqrt(-2 * np.log(kernel[upper]))
    drawn = [_estimates(X, steps, seed, length_scale, upper) for seed in seeds]
    view = (0.0, _LOW, round(1.06 * float(distances.max(initial=1.0)), 4), _HIGH)
    sketch = _frame(ax, view)
    at = steps.index(count)
    _bands(sketch, view, count)
    for color, values in (("orange", drawn[0][1][at]), ("blue", drawn[0][0][at])):
        for d, value in zip(distances, np.clip(values, _LOW, _HIGH), strict=True):
            sketch.point(np.array([d, value]), color, hollow=color == "orange", size=4.4)
    sketch.point(held_at(view, count), "ink", size=8.4)
    _name(sketch, view, count)
    scene = SettlingScene(
        distances=_short(distances), counts=steps, at=(at, 0), view=view,
        pairs=[[_short(row) for row in pairs] for pairs, _ in drawn],
        phases=[[_short(row) for row in phases] for _, phases in drawn],
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    return ax


def band(distances: Vector, count: int, *, phases: bool) -> Vector:
    """Return two standard deviations of an estimate of exp(−d²/2) from so many frequencies."""
    squares = np.exp(-(distances**2))
    found: Vector = 2 * np.sqrt((0.5 * (1 - squares) ** 2 + (0.5 if phases else 0.0)) / count)
    return found


def _estimates(
    X: Vector, counts: Sequence[int], seed: int, length: float, upper: Any
) -> tuple[list[Vector], list[Vector]]:
    """Estimate each entry by pairs and with phases, from the first of the same frequencies."""
    whole = random_fourier_features(
        X.shape[1], counts[-1], np.random.default_rng(seed), length_scale=length, phases=True
    )
    shifts = whole.phases
    made = []
    for phases in (None, shifts):
        maps = [
            FourierFeatures(whole.frequencies[:, :k], None if phases is None else phases[:k])
            for k in counts
        ]
        made.append([(one(X) @ one(X).T)[upper] for one in maps])
    return made[0], made[1]


def _frame(ax: Axes, view: Box) -> Sketch:
    """Set scales and round numbers, and keep the layout."""
    corners = [np.array(view[:2]), np.array(view[2:])]
    names = (r"d / \ell", r"\hat{\kappa}")
    sketch = Sketch(ax, corners, margin=0.0, names=names, equal=False)
    ax.set_yticks([-0.5, 0, 0.5, 1, 1.5], ["$-0.5$", "$0$", "$0.5$", "$1$", "$1.5$"])
    settled(ax)
    return sketch


def _bands(sketch: Sketch, view: Box, count: int) -> None:
    """Draw the curve, the shaded band of pairs and the dashed edges for phases."""
    d = np.linspace(0.0, view[2], 90)
    curve = np.exp(-(d**2) / 2)
    inner, outer = (band(d, count, phases=phases) for phases in (False, True))
    high, low = (_inside(d, curve + side * inner) for side in (1, -1))
    sketch.area(list(np.concatenate([high, low[::-1]])), "blue", alpha=0.16)
    for side in (-1, 1):
        sketch.curve(_inside(d, curve + side * outer), "orange", width=1.4, style=_DASHES)
    sketch.curve(np.column_stack([d, curve]), "ink", width=2.0)


def _inside(d: Vector, heights: Vector) -> Vector:
    """Return points of the picture; those beyond it stay at its edge."""
    return np.column_stack([d, np.clip(heights, _LOW, _HIGH)])


def held_at(view: Box, count: int) -> Vector:
    """Return the point of the shaded band's upper edge by which a page moves it."""
    d = _HELD * view[2]
    return np.array([d, float(np.exp(-(d**2) / 2) + band(np.array(d), count, phases=False))])


def _name(sketch: Sketch, view: Box, count: int) -> None:
    """Write names beside curve and bands."""
    d = np.linspace(0.3, 0.75, 6) * view[2]
    curve = np.exp(-(d**2) / 2)
    low = curve - band(d, count, phases=False)
    high = curve + band(d, count, phases=True)
    exact, below, above = (
        list(np.column_stack([d, np.clip(heights, _LOW + _ROOM, _HIGH - _ROOM)]))
        for heights in (curve, low, high)
    )
    sketch.label("exact", exact, "ink", toward=(1, 1))
    sketch.label("pairs", below[::-1], "blue", toward=(0, -1))
    sketch.label("phases", above, "orange", toward=(0, 1))
    sketch.finish()


def _short(row: Vector) -> list[float]:
    return [round(float(value), 3) + 0.0 for value in row]
