"""A small network trained at several scales: what it says, and where its hidden units end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import write_number
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.panes import Pane
from linalg_book.figures.kit.rows import short_rows
from linalg_book.figures.kit.scenes import Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import (
    Network,
    empirical_ntk,
    init_network,
    linearized_training,
    train_network,
)
from linalg_book.whole_numbers import whole_number

__all__ = ["lazy_or_rich"]

_PLACES = 81
_GAP = 0.14  # between the two panes, as a part of half a pane
_FRAME = (np.array([-2.2, -1.1]), np.array([2.5, 1.24]))
_REACH = 2.0  # of the pane with the curves
_ROUNDS, _CHUNK, _CLOSE = 400, 25, 2e-3


class Ends(NamedTuple):
    """Where training at one scale ends: the curve, the units, and how far the weights moved."""

    curve: Vector
    units: Vector
    signs: Vector
    moved: float


@dataclass(frozen=True, kw_only=True)
class LazyScene(Scene):
    """Curves at ``places`` and units for each of the ``scales``, and what they begin with.

    ``linear`` is the curve of the linear model; ``signs`` are those of the readout's weights;
    ``moved`` are changes of all weights over their length at the start; ``at`` counts the scale,
    ``held`` the place where a page takes hold of the curve, ``half`` is half the units' pane.
    """

    kind, drawing = "lazy", "lazy_or_rich"
    points: list[list[float]]
    places: list[float]
    scales: Texts
    linear: list[float]
    curves: list[list[float]]
    start: list[list[float]]
    units: list[list[list[float]]]
    signs: list[list[int]]
    moved: list[float]
    half: float
    held: int
    at: int


@in_book_style
def lazy_or_rich(  # noqa: PLR0913 (what is trained, and what is shown)
    points: Sequence[tuple[Number, Number]],
    scales: Sequence[Number],
    scale: Number,
    ax: Axes,
    *,
    units: int = 60,
    seed: int = 3,
) -> Axes:
    """Draw what a network says after training at a scale, and where its hidden units went.

    Inputs are (1, t), and all weights of one hidden layer of ReLUs are trained from one random
    start until α(f − f₀) meets the points.  On the left stands this curve, and dashed that of the
    linear model at the start.  On the right each unit a·φ(b·x) stands in the direction of b, at
    the distance √(abs(a)·‖b‖): a disc if a > 0, a ring if not, with a line from where it began.
    Units on a dashed line bend at one of the points.  A page changes the scale.

    Parameters
    ----------
    points : sequence of (t, y)
        What is to be met, at different places from −2 to 2.
    scales : sequence of numbers
        Positive values of α, rising.
    scale : number
        The one that is drawn.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.4)`` suits the two panes.
    units : int, default 60
        How many hidden units there are.
    seed : int, default 3
        Of the weights.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If scales are not positive or do not rise, or ``scale`` is none of them.

    Notes
    -----
    Introduced in: sec-width-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.lazy_or_rich([(-1, 1), (1, 0)], [1, 10], 10, figures.axes(height=2.4))
    >>> [text.get_text() for text in ax.texts]
    ['$t$', '$b_1$', '$b_2$']
    """
    known, data = _read_scales(scales, scale), np.array([[float(t), float(y)] for t, y in points])
    start = init_network(2, [whole_number(units, "units", 1)],
                         np.random.default_rng(whole_number(seed, "seed", 0)))  # fmt: skip
    places = np.linspace(-_REACH, _REACH, _PLACES)
    linear = _linear(start, data, places)
    ends = [_trained(start, data, places, alpha) for alpha in known]
    at = known.index(float(scale))
    half = 1.05 * max(float(np.max(np.abs(one.units))) for one in ends)
    held = _held(np.array([one.curve for one in ends]))
    began, _ = _units(start)
    sketch = Sketch(ax, _FRAME, margin=0, bare=True)
    _draw_curves(sketch, data, places, linear, ends[at].curve, held)
    _draw_units(sketch, data, began, ends[at], half)
    scene = LazyScene(
        points=short_rows(data), places=[round(float(t), 3) for t in places],
        scales=exact_texts(list(scales)), linear=short_rows([linear])[0],
        curves=short_rows([one.curve for one in ends]), start=short_rows(began),
        units=[short_rows(one.units) for one in ends],
        signs=[[int(sign) for sign in one.signs] for one in ends],
        moved=[float(f"{one.moved:.2g}") for one in ends], half=round(half, 2), held=held, at=at,
    )  # fmt: skip
    record_scene(ax, scene)
    return sketch.finish()


def _read_scales(scales: Sequence[Number], scale: Number) -> list[float]:
    """Read rising positive numbers, one of which is drawn."""
    *known, one = [float(value) for value in finite_list("scales", [], [*scales, scale])]
    if known != sorted(set(known)) or one not in known or known[0] <= 0:
        raise InvalidNumberError(
            f"expected positive scales that rise and one of them, received {list(scales)!r} and "
            f"{scale!r}: give what is to be drawn."
        )
    return known


def _inputs(places: Vector) -> Vector:
    """Return the inputs (1, t), one a row."""
    return np.column_stack([np.ones_like(places), places])


def _held(curves: Vector) -> int:
    """Return the place where the curves lie farthest apart, if possible in their order."""
    steps = np.diff(curves, axis=0)
    ordered = np.all(steps >= 0, axis=0) | np.all(steps <= 0, axis=0)
    span = np.ptp(curves, axis=0)
    return int(np.argmax(np.where(ordered, span, span / 100)))


def _linear(start: Network, data: Vector, places: Vector) -> Vector:
    """Return the curve of the linear model, trained from its start, which counts as 0."""
    X, Z = _inputs(data[:, 0]), _inputs(places)
    wanted = start.predict(X) + data[:, 1]
    return linearized_training(start, X, wanted, Z) - start.predict(Z)


def _trained(start: Network, data: Vector, places: Vector, alpha: float) -> Ends:
    """Train f toward f₀ + y/α, which is training α(f − f₀) toward y."""
    X, Z = _inputs(data[:, 0]), _inputs(places)
    wanted: Vector = start.predict(X) + data[:, 1] / alpha
    network: Any = start
    for _ in range(_ROUNDS):
        if alpha * np.abs(network.predict(X) - wanted).max() < _CLOSE:
            break
        largest = float(np.linalg.eigvalsh(np.asarray(empirical_ntk(network, X)))[-1])
        network = train_network(network, X, wanted, step=0.5 / largest, steps=_CHUNK,
                                every=_CHUNK).network  # fmt: skip
    pairs = list(zip(network.weights, start.weights, strict=True))
    moved = np.sqrt(sum(np.sum((new - old) ** 2) for new, old in pairs))
    length = np.sqrt(sum(np.sum(old**2) for _, old in pairs))
    units, signs = _units(network)
    curve = alpha * (network.predict(Z) - start.predict(Z))
    return Ends(curve, units, signs, float(moved / length))


def _units(network: Network) -> tuple[Vector, Vector]:
    """Return each unit, in the direction of b at √(abs(a)·‖b‖), and the signs of the a."""
    b, (a,) = network.weights
    lengths = np.linalg.norm(b, axis=1)
    return b * np.sqrt(np.abs(a) / lengths)[:, None], np.where(a > 0, 1, -1)


def _draw_curves(  # noqa: PLR0913, PLR0917 (what is in the pane)
    sketch: Sketch, data: Vector, places: Vector, linear: Vector, curve: Vector, held: int
) -> None:
    """Draw the points, the curve with the place where it is held, and the linear model's."""
    pane = _pane(sketch, -1, _REACH, {"$t$": (1.08, 0.0)})
    for heights, look in ((linear, ("purple", (0, (4, 2.4)), 1.6)), (curve, ("orange", "-", 2.2))):
        path = pane.at(np.column_stack([places, np.clip(heights, -_REACH, _REACH)]))
        sketch.curve(path, look[0], style=look[1], width=look[2])
    for point in data:
        sketch.point(pane.at(point), "blue")
    at = np.array([places[held], np.clip(curve[held], -_REACH, _REACH)])
    sketch.point(pane.at(at), "ink", size=8.4)


def _draw_units(sketch: Sketch, data: Vector, began: Vector, ends: Ends, half: float) -> None:
    """Draw where units that bend at a point lie, and the ways of all units to their ends."""
    pane = _pane(sketch, 1, half, {"$b_1$": (1.1, 0.0), "$b_2$": (0.0, 1.1)})
    for t in data[:, 0]:
        ray = np.array([-t, 1.0]) / max(abs(float(t)), 1.0)
        sketch.segment(pane.at(-half * ray), pane.at(half * ray), "purple", width=0.9,
                       style=(0, (4, 2.4)), zorder=1.8)  # fmt: skip
    for old, new, sign in zip(began, ends.units, ends.signs, strict=True):
        sketch.segment(pane.at(old), pane.at(new), "muted", width=0.9, zorder=2)
        sketch.point(pane.at(new), "orange", hollow=bool(sign < 0), size=4.4, zorder=5)


def _pane(sketch: Sketch, side: int, half: float, names: dict[str, tuple[float, float]]) -> Pane:
    """Draw a square pane with its axes and their names."""
    pane = Pane(np.array([side * (1 + _GAP), 0.0]), half)
    pane.draw_bounds(sketch)
    for axis in np.eye(2):
        sketch.segment(pane.center - axis, pane.center + axis, "muted", width=0.6, zorder=1.5)
    for text, (x, y) in names.items():
        write_number(sketch.ax, text, (pane.center[0] + x, pane.center[1] + y), ha="center")
    return pane
