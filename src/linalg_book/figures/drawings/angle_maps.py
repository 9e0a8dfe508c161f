"""What a layer does to the angle between two inputs, again and again."""

from dataclasses import dataclass
from math import factorial, pi

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import write_number
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.scenes import Box, Scene, Tick, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.whole_numbers import whole_number

__all__ = ["angle_cobweb"]

_MOST = 1000  # layers
_SMALL = 0.5  # radians up to which a series takes the place of a difference
_TERMS = 8
TARGET = pi / 18
"""Ten degrees, a line to reach."""
_LOW, _HIGH = -0.12, pi + 0.12  # of the square
_BELOW, _ABOVE = 0.32, 0.03  # and around it
_CROWDED, _APART = 0.4, (0.33, 0.72)  # where a small angle has its name, beside the diagonal
_DASHES = (0, (5, 3))
_NUMBERS = ((0.0, "0"), (pi / 2, r"\pi/2"), (pi, r"\pi"))


@dataclass(frozen=True, kw_only=True)
class CobwebScene(Scene):
    """An angle in degrees, a number of layers, and the numbers of the axes."""

    kind, drawing = "cobweb", "angle_cobweb"
    start: str
    layers: int
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def angle_cobweb(start: Number, layers: int, ax: Axes) -> Axes:
    r"""Draw how layers of ReLU units shrink the angle between two inputs, as a staircase.

    The curve is the map of an infinitely wide layer, from an angle θ to the angle θ₊ with
    cos θ₊ = (sin θ + (π − θ) cos θ)/π.  Each layer goes to it and across to the
    diagonal.  The dashed line is at 10°.  A page moves the start by the black point on the axis.

    Parameters
    ----------
    start : number
        The angle of the inputs in degrees, from 0 to 180; a float counts as the decimal it shows.
    layers : int
        How often the map is applied, from 0 to 1000.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the angle or the number of layers is out of its bounds.

    Notes
    -----
    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.angle_cobweb(90, 3, figures.axes())
    >>> ax.texts[-1].get_text()
    '$\\theta_{3}$'
    """
    (degrees,) = finite_list("start", [], [start])
    if not 0 <= degrees <= 180:
        raise InvalidNumberError(
            f"expected an angle from 0 to 180 degrees, received start = {start!r}: give the "
            "smaller of the two angles between the inputs."
        )
    count = whole_number(layers, "layers", 0, _MOST)
    sketch = _frame(ax)
    grid = np.linspace(0, pi, 91)
    sketch.curve(np.column_stack([grid, grid]), "muted", width=1.2)
    sketch.curve(np.array([[_LOW, TARGET], [_HIGH, TARGET]]), "purple", width=1.2, style=_DASHES)
    sketch.curve(np.column_stack([grid, next_angle(grid)]), "blue", width=2.2)
    steps = staircase(np.deg2rad(degrees), count)
    end = steps[-1]
    sketch.curve(steps, "ink", width=1.2)
    sketch.segment(end, np.array([end[0], 0.0]), "orange", width=0.9)
    sketch.point(end, "orange", size=6)
    sketch.point(steps[0], "ink", size=8.4)
    _name(sketch, end, count)
    scene = CobwebScene(
        start=exact_texts([start])[0], layers=count,
        view=(_LOW, _LOW, round(_HIGH, 4), round(_HIGH, 4)),
        ticks={axis: [(round(x, 4), text.replace("\\pi", "π")) for x, text in _NUMBERS]
               for axis in "xy"},
    )  # fmt: skip
    record_scene(ax, scene)
    return ax


def next_angle(theta: Vector) -> Vector:
    """Return the angles after one layer; small ones keep all their digits."""
    theta = np.asarray(theta, dtype=float)
    gap = np.where(theta < _SMALL, _series(theta), np.sin(theta) - theta * np.cos(theta))
    lost = (2 * pi * np.sin(theta / 2) ** 2 - gap) / pi  # 1 − cos θ₊
    found: Vector = 2 * np.arcsin(np.sqrt(np.clip(lost / 2, 0, 1)))
    return found


def _series(theta: Vector) -> Vector:
    """Return sin θ − θ cos θ for a small θ: θ³/3 − θ⁵/30, and so on."""
    terms = [
        (-1) ** (k + 1) * theta ** (2 * k + 1) * 2 * k / factorial(2 * k + 1)
        for k in range(1, _TERMS + 1)
    ]
    return np.asarray(sum(reversed(terms)), dtype=float)


def staircase(start: float, layers: int) -> Vector:
    """Return the corners, one a row: from the axis to the curve, to the diagonal, and so on."""
    corners, theta = [(start, 0.0)], start
    for _ in range(layers):
        after = float(next_angle(np.array(theta)))
        corners += [(theta, after), (after, after)]
        theta = after
    return np.array(corners if layers else [(start, 0.0), (start, start)])


def _frame(ax: Axes) -> Sketch:
    """Draw the square with its numbers, and the names of the axes beside them."""
    low, high = np.array([0, _LOW - _BELOW]), np.array([pi, _HIGH + _ABOVE])
    sketch = Sketch(ax, [low, high], margin=0, bare=True)
    point = sketch.data_per_point
    for place, text in _NUMBERS:
        color, width = ("grid", 0.8) if place else ("muted", 0.9)
        for turn in (1, -1):  # upright, then level
            ends = [np.array([place, end])[::turn] for end in (_LOW, _HIGH)]
            sketch.curve(np.array(ends), color, width=width, weight=0.3, zorder=1.5)
        write_number(ax, f"${text}$", (place, _LOW - 12.5 * point), ha="center")
        write_number(ax, f"${text}$", (_LOW - 6 * point, place), ha="right")
    write_number(ax, r"$\theta$", (0.75 * pi, _LOW - 12.5 * point), ha="center")
    write_number(ax, r"$\theta_{+}$", (_LOW - 6 * point, 0.75 * pi), ha="right")
    return sketch


def _name(sketch: Sketch, end: Vector, count: int) -> None:
    """Write the names of the curve, of the line to reach and of the last angle."""
    sketch.label(r"$10^\circ$", [np.array([0.85 * pi, TARGET])], "purple", toward=(0, 1))
    curve = [np.array([x, float(next_angle(np.array(x)))]) for x in (0.8 * pi, 0.6 * pi)]
    sketch.label("one layer", curve, "blue", toward=(0, 1))
    name = rf"$\theta_{{{count}}}$"
    if end[0] < _CROWDED:
        sketch.label(name, [np.array(_APART)], "orange", gap=None)
    else:
        sketch.label(name, [end], "orange", toward=(-1, 1))
    sketch.finish()
