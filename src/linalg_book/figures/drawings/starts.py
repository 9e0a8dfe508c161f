"""Networks with random weights, on the way to where training their last layer ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.rows import rising, short_rows
from linalg_book.figures.kit.scenes import Box, Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import gaussian_process, nngp

__all__ = ["trained_starts"]

_STARTS = 8
_PLACES = 41
_TALL = 4.0


@dataclass(frozen=True, kw_only=True)
class StartsScene(Scene):
    """Functions before and after training, at ``places``, and the band that they tend to.

    ``before[width][start][place]``, ``after`` alike; ``mean`` and ``deviation`` of the limit at
    the places; ``at`` counts the width, and tells the share of the way, from 0 to 1.
    """

    kind, drawing = "starts", "trained_starts"
    points: list[list[float]]
    held: int
    places: list[float]
    widths: list[int]
    before: list[list[list[float]]]
    after: list[list[list[float]]]
    mean: list[float]
    deviation: list[float]
    at: tuple[int, float]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def trained_starts(  # noqa: PLR0913, PLR0917 (what is drawn by lot, and what is shown)
    points: Sequence[tuple[Number, Number]],
    widths: Sequence[int],
    width: int,
    share: float,
    seed: int,
    ax: Axes,
) -> Axes:
    """Draw eight random networks on their way to the nearest ones that pass through the points.

    Inputs are (1, t) on a line of numbers t, φ = ReLU, and only the last layer moves, straight to
    the nearest solution, or least-squares solution.  The shaded band reaches two deviations to both
    sides of the mean of the limit, where the widths are infinite and the points are met.  A page
    pulls one of the functions to its point, and changes the width.

    Parameters
    ----------
    points : sequence of (t, y)
        What the trained networks are to say, at different places from −2 to 2.
    widths : sequence of int
        Rising numbers k of hidden units.
    width : int
        The one that is drawn.
    share : float
        How much of the way is gone, from 0 to 1.
    seed : int
        Of the weights.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    InvalidNumberError
        If widths do not rise, ``width`` is none of them, or ``share`` is not from 0 to 1.

    Notes
    -----
    Introduced in: sec-nngp

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.trained_starts([(0, 1), (1, 2)], [5, 50], 50, 0.5, 1, figures.axes())
    >>> len(ax.lines) > 8
    True
    """
    counts = rising(widths, "widths")
    if width not in counts or not 0 <= share <= 1:
        raise InvalidNumberError(
            f"expected a width among {counts} and a share from 0 to 1, received {width!r} and "
            f"{share!r}: give what is to be drawn."
        )
    data = np.array([[float(t), float(y)] for t, y in points])
    places = np.unique(np.round([*np.linspace(-2, 2, _PLACES), *data[:, 0]], 6))
    ways = [_ways(data, places, k, seed) for k in counts]
    at, held = counts.index(width), int(np.searchsorted(places, data[-1, 0]))
    mean, deviation = _limit(data, places)
    view = (-2.0, -_TALL, 2.0, _TALL)
    sketch = Sketch(ax, [np.array(view[:2]), np.array(view[2:])], margin=0.0,
                    names=("t", "f"), equal=False)  # fmt: skip
    settled(ax)
    edges = [mean + 2 * side * deviation for side in (1, -1)]
    high, low = (_inside(places, heights) for heights in edges)
    sketch.area(list(np.concatenate([high, low[::-1]])), "blue", alpha=0.14)
    shown = (1 - share) * ways[at][0] + share * ways[at][1]
    for number, heights in enumerate(shown[::-1], 1):
        held_one = number == _STARTS
        look = {"width": 2.2} if held_one else {"width": 1.1, "alpha": 0.55}
        sketch.curve(_inside(places, heights), "orange", **look)
    for point in data:
        sketch.point(point, "blue")
    sketch.point(np.array([places[held], np.clip(shown[0, held], -_TALL, _TALL)]), "ink", size=8.4)
    scene = StartsScene(
        points=short_rows(data), held=held, places=places.tolist(), widths=counts, view=view,
        before=[short_rows(before) for before, _ in ways],
        after=[short_rows(after) for _, after in ways],
        mean=short_rows([mean])[0], deviation=short_rows([deviation])[0], at=(at, float(share)),
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    sketch.finish()
    return ax


def _ways(data: Vector, places: Vector, k: int, seed: int) -> tuple[Vector, Vector]:
    """Return eight functions of the same hidden layer, before and after training."""
    rng = np.random.default_rng([seed, k])
    B, starts = rng.standard_normal((2, k)), rng.standard_normal((_STARTS, k))
    features, seen = (
        np.maximum(np.column_stack([np.ones_like(t), t]) @ B, 0) / np.sqrt(k)
        for t in (places, data[:, 0])
    )
    missed = data[:, 1] - starts @ seen.T
    far = np.argsort(-np.abs(missed[:, -1]))  # the one that is held has the longest way
    starts, steps = starts[far], missed[far] @ np.linalg.pinv(seen).T
    return starts @ features.T, (starts + steps) @ features.T


def _limit(data: Vector, places: Vector) -> tuple[Vector, Vector]:
    """Return mean and deviation of the infinitely wide network that meets the points."""
    X, Z = (np.column_stack([np.ones_like(t), t]) for t in (data[:, 0], places))
    process = gaussian_process(_kernel(X, X), data[:, 1])
    between = _kernel(Z, X)
    return process.mean(between), process.deviation(between, np.diag(_kernel(Z, Z)).copy())


def _kernel(X: Vector, Z: Vector) -> Vector:
    """Compute E φ(u)φ(v) for ReLU; the weight variance 2 undoes the division by two entries."""
    found: Vector = np.asarray(nngp(X, Z, depth=1, weight_variance=2)) / 2
    return found


def _inside(places: Vector, heights: Vector) -> Vector:
    """Return points of the picture; those beyond it stay at its edge."""
    return np.column_stack([places, np.clip(heights, -_TALL, _TALL)])
