"""The error of the shortest fit against the number of features."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.log_axis import logarithms
from linalg_book.figures.kit.scenes import Box, Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import interpolation_error
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.whole_numbers import whole_number

__all__ = ["features_through_peak"]

_ROUND = (1, 3, 10, 30, 100, 300, 1000, 3000, 10000)
_DASHES, _DOTS = (0, (5, 3)), (0, (1.2, 2))
_OVER = 3.0  # the highest median is so far below the upper edge, as a factor

Draws = Mapping[int, Sequence[Sequence[Number]]]


@dataclass(frozen=True, kw_only=True)
class PeakScene(Scene):
    """The truth, the numbers of features, and for each N the errors of some draws.

    ``heights`` has for each N in ``examples`` rows of decimal logarithms of errors: first the
    medians, then single draws.
    """

    kind, drawing = "peak", "features_through_peak"
    total: int
    signal: float
    noise: float
    features: list[int]
    examples: list[int]
    heights: list[list[list[float]]]
    at: tuple[int, int]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def features_through_peak(  # noqa: PLR0913, PLR0917 (what is simulated, and where to look)
    truth: tuple[int, Number, Number],
    features: Sequence[int],
    errors: Draws,
    examples: int,
    used: int,
    ax: Axes,
) -> Axes:
    r"""Draw the mean error of the shortest fit with p of d equal features, and simulated errors.

    The mean is that of ``numeric.interpolation_error``, where the features that are not used act
    as noise.  It is infinite for \|p − N\| ≤ 1, where the curve leaves the picture.

    Parameters
    ----------
    truth : tuple of d, ‖w‖² and τ²
        The number of features in truth, the squared length of their equal coefficients, and the
        variance of the noise.
    features : sequence of int
        Values of p, rising from 1 on, at most d.
    errors : mapping of int to sequences of positive numbers
        For each number of examples N, rows with an error for each p: the median of many draws
        first, then some single draws.
    examples, used : int
        The N and the p that are shown, of those given.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is out of its bounds, or rows have other lengths than ``features``.

    Notes
    -----
    Introduced in: sec-interpolation

    Examples
    --------
    >>> from linalg_book import figures
    >>> data = ((4, 1, 1), [1, 2, 4], {2: [[1, 3, 2]]}, 2, 4)
    >>> ax = figures.features_through_peak(*data, figures.axes())
    >>> [text.get_text() for text in ax.texts][-2:]
    ['mean', 'median']
    """
    d = whole_number(truth[0], "truth", 1)
    signal, noise = (at_least_zero(value, "truth") for value in truth[1:])
    if not noise:
        raise InvalidNumberError("expected a variance of the noise above 0, received 0.")
    places = [whole_number(p, "features", 1, d) for p in features]
    heights = {N: [logarithms("errors", row) for row in rows] for N, rows in errors.items()}
    if any(len(row) != len(places) for rows in heights.values() for row in rows):
        raise ShapeError(f"expected {len(places)} errors in each row, one for each of features.")
    if examples not in heights or used not in places:
        raise ShapeError(f"expected N of {list(heights)} and p of features, received others.")
    view = _view(d, [rows[0] for rows in heights.values()])
    sketch = _frame(ax, view)
    medians, *single = heights[examples]
    for row in single:
        _path(sketch, np.column_stack([places, row]), "muted", width=0.8)
    threshold = np.array([[examples, view[1]], [examples, view[3]]])
    _path(sketch, threshold, "purple", width=1.4, style=_DOTS)
    for run in mean_runs(truth, examples):
        _path(sketch, run, "orange", width=2.4)
    dashed = np.column_stack([places, medians])
    _path(sketch, dashed, "ink", width=1.6, style=_DASHES)
    marked = np.array([used, min(np.log10(mean_error(truth, examples, used)), view[3])])
    sketch.point(marked, "orange", size=8.4)
    _name(sketch, dashed, examples, marked)
    scene = PeakScene(
        total=d, signal=signal, noise=noise, features=places, examples=list(heights),
        heights=[[_short(row) for row in rows] for rows in heights.values()],
        at=(examples, used), view=view,
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    return ax


def mean_error(truth: tuple[int, Number, Number], examples: int, used: int) -> float:
    """Return the mean error with some of the features; the others act as noise."""
    d, signal, noise = truth[0], float(truth[1]), float(truth[2])
    unused = signal * (d - used) / d
    return unused + interpolation_error(examples, used, signal - unused, noise + unused)


def mean_runs(truth: tuple[int, Number, Number], examples: int) -> list[Vector]:
    """Return p and the logarithm of the mean left of the peak, and right of it.

    Where the mean is infinite beside them, a run ends in the infinite.
    """
    places = range(1, truth[0] + 1)
    found = [(p, float(np.log10(mean_error(truth, examples, p)))) for p in places]
    runs = [[one for one in found if side * (one[0] - examples) >= 1] for side in (-1, 1)]
    return [np.array(run) for run in runs if len(run) > 1]


def _view(d: int, medians: Sequence[Vector]) -> Box:
    """Return what the picture shows: p from 0 to d, and errors up to some way over the medians."""
    low = min(0.0, float(np.floor(min(row.min() for row in medians))))
    top = max(float(row.max()) for row in medians) + np.log10(_OVER)
    return (0.0, low, float(d), round(float(top), 4))


def _frame(ax: Axes, view: Box) -> Sketch:
    """Set scales and round numbers, and keep the layout."""
    corners = [np.array(view[:2]), np.array(view[2:])]
    names = ("p", r"\,\mathrm{error}")
    sketch = Sketch(ax, corners, margin=0.02, names=names, equal=False)
    shown = [value for value in _ROUND if view[1] <= np.log10(value) <= view[3]]
    ax.set_yticks([float(np.log10(value)) for value in shown], [f"${value}$" for value in shown])
    settled(ax)
    return sketch


def _path(sketch: Sketch, points: Vector, color: str, **look: Any) -> None:
    """Draw a path; where it leaves the picture it runs along the edge."""
    sketch.curve(np.minimum(points, sketch.high), color, **look)


def _name(sketch: Sketch, medians: Vector, examples: int, marked: Vector) -> None:
    """Write names beside the curves and the upright line."""
    low, high = sketch.low, sketch.high
    right = [point for point in medians if point[0] > 0.6 * high[0]]
    heights = [low[1] + share * (high[1] - low[1]) for share in (0.94, 0.88, 0.8, 0.7)]
    spots = [np.array([float(examples), height]) for height in heights]
    sketch.label("$p = N$", spots, "purple", toward=(1, 0))
    sketch.label("mean", [marked], "orange", toward=(1, 1))
    sketch.label("median", right[:: max(1, len(right) // 6)] or list(medians), "ink",
                 toward=(-1, -1))  # fmt: skip
    sketch.finish()


def _short(row: Vector) -> list[float]:
    return [round(float(value), 3) for value in row]
