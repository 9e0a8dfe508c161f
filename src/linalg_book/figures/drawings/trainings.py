"""Networks and their linear models on the way to two targets, in the plane of both outputs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.rows import rising, short_rows
from linalg_book.figures.kit.scenes import Box, Scene, Tick, Two, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import (
    difference_network,
    init_network,
    linearized_training,
    ntk,
    train_network,
)

__all__ = ["training_ways"]

_NETWORKS = 4
_TIMES = 24
_STEP, _STEPS = 0.02, 500
_DASHES = (0, (4, 2.5))


@dataclass(frozen=True, kw_only=True)
class TrainingScene(Scene):
    """Ways of both outputs: ``networks[width][draw][time]``, ``linear`` alike, and the limit's.

    ``at`` counts the width and the time.
    """

    kind, drawing = "training", "training_ways"
    target: Two
    widths: list[int]
    times: list[float]
    networks: list[list[list[list[float]]]]
    linear: list[list[list[list[float]]]]
    limit: list[list[float]]
    at: tuple[int, int]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def training_ways(  # noqa: PLR0913, PLR0917 (what is drawn by lot, and what is shown)
    angle: Number,
    target: tuple[Number, Number],
    widths: Sequence[int],
    width: int,
    time: int,
    seed: int,
    ax: Axes,
) -> Axes:
    r"""Draw how the outputs of trained networks at two inputs reach two targets.

    The inputs have length √2 and an angle between them.  Four networks of one hidden layer, with
    the error function and two copies subtracted, start at 0; solid lines are their ways, dashed
    ones those of their linear models, and the broad one is that of the infinitely wide network.
    Discs and rings are where they are at one time.  A page changes the width and the time.

    Parameters
    ----------
    angle : number
        Between the inputs, in degrees.
    target : pair of numbers
        What the outputs are to be.
    widths : sequence of int
        Rising numbers k of hidden units of each copy.
    width : int
        The one that is drawn.
    time : int
        From 0, the start, to 24, nearly the end.
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
        If widths do not rise, ``width`` is none of them, or ``time`` is not from 0 to 24.

    Notes
    -----
    Descent with the step 0.02 stands for the flow of gradients.

    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.training_ways(60, (3, -1), [2, 8], 8, 6, 1, figures.axes())
    >>> len(ax.lines) > 8
    True
    """
    counts = rising(widths, "widths")
    if width not in counts or not 0 <= time <= _TIMES:
        raise InvalidNumberError(
            f"expected a width among {counts} and a time from 0 to {_TIMES}, received {width!r} "
            f"and {time!r}: give what is to be drawn."
        )
    y = (float(target[0]), float(target[1]))
    ways = [_ways(float(angle), y, k, seed) for k in counts]
    limit = _limit(float(angle), y)
    at = counts.index(width)
    every = np.concatenate([np.reshape(each, (-1, 2)) for pair in ways for each in pair])
    low, high = every.min(axis=0), every.max(axis=0)
    room = 0.08 * (high - low)  # for the names of target and axes
    sketch = Sketch(ax, [low, high + room, np.array(y)], margin=0.05,
                    names=(r"f(\mathbf{x}_1)", r"f(\mathbf{x}_2)"), equal=False)  # fmt: skip
    settled(ax)
    sketch.curve(limit, "muted", width=5.0, alpha=0.45, zorder=2)
    for network, linear in zip(*ways[at], strict=True):
        sketch.curve(network, "orange", width=1.4)
        sketch.curve(linear, "purple", width=1.2, style=_DASHES)
        sketch.point(linear[time], "purple", hollow=True, size=5.0)
        sketch.point(network[time], "orange", size=5.0)
    sketch.point(np.array(y), "blue")
    sketch.point(limit[time], "ink", size=8.4)
    sketch.label(r"$\mathbf{y}$", [np.array(y)], "blue")
    scene = TrainingScene(
        target=y, widths=counts, times=[round(_STEP * int(n), 2) for n in _counts()],
        networks=[[short_rows(way) for way in pair[0]] for pair in ways],
        linear=[[short_rows(way) for way in pair[1]] for pair in ways],
        limit=short_rows(limit), at=(at, time),
        view=(float(sketch.low[0]), float(sketch.low[1]), float(sketch.high[0]),
              float(sketch.high[1])),
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    return sketch.finish()


def _counts() -> Vector:
    """Return the numbers of steps that are kept, close together at the start."""
    found: Vector = np.round(_STEPS * np.linspace(0, 1, _TIMES + 1) ** 2).astype(int)
    return found


def _inputs(angle: float) -> Vector:
    """Return both inputs, of length √2, so that the layer, which divides by √2, sees length 1."""
    turns = np.radians([0, angle])
    found: Vector = np.sqrt(2) * np.column_stack([np.cos(turns), np.sin(turns)])
    return found


@lru_cache
def _ways(angle: float, y: tuple[float, float], k: int, seed: int) -> tuple[Vector, Vector]:
    """Return the ways of some networks and of their linear models: draws × times × 2 each."""
    X, kept = _inputs(angle), _counts()
    both = []
    for draw in range(_NETWORKS):
        rng = np.random.default_rng([seed, k, draw])
        network = difference_network(init_network(2, [k], rng, activation="erf", weight_variance=1))
        trained = train_network(network, X, y, step=_STEP, steps=_STEPS).outputs[kept]
        linear = linearized_training(network, X, y, time=_STEP * kept, step=_STEP)
        both.append((trained, linear))
    networks, linears = zip(*both, strict=True)
    return np.array(networks), np.array(linears)


def _limit(angle: float, y: tuple[float, float]) -> Vector:
    """Return the way of the infinitely wide network."""
    rates, Q = np.linalg.eigh(ntk(_inputs(angle), depth=1, activation="erf", weight_variance=1))
    left = (1 - _STEP * rates) ** _counts()[:, None]
    found: Vector = (1 - left) * (Q.T @ np.array(y)) @ Q.T
    return found
