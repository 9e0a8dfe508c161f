"""Columns that depend on each other, or nearly: the line of best fits, and two blades."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, clip, line_of, require_two_intercepts
from linalg_book.figures.kit.panes import Pane
from linalg_book.figures.kit.scenes import Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["minimizer_line", "scissors"]

_GAP = 0.14  # between the two panes, as a part of half a pane
_FRAME = (np.array([-2 - _GAP, -1.34]), np.array([2 + _GAP, 1.04]))
_HALVES = (5.0, 4.0)  # of the columns' pane and of the weights'
_REACH = 2  # the first entry of both columns
_SOME = 1e-9
_DASHES = (0, (4, 2.5))


@dataclass(frozen=True, kw_only=True)
class ScissorsScene(Scene):
    """The opening h of the columns (2, h) and (2, −h), and a vector y."""

    kind, drawing = "scissors", "scissors"
    h: str
    y: Texts


class Blades(NamedTuple):
    """The fit of y by two columns: exact weights where they are settled, else the shortest."""

    columns: Vector  # one a row
    weights: Vector
    shortest: Vector
    fitted: Vector


def blades_of(h: Number, y: Sequence[Number]) -> Blades:
    """Check the numbers and compute what the drawing shows."""
    if len(y) != 2:
        raise ShapeError(
            f"expected y with two entries, received {y!r}: give two, for example (4, 1)."
        )
    opening, first, second = (Fraction(text) for text in exact_texts([h, *y]))
    least = first / (2 * _REACH)
    apart = second / (2 * opening) if opening else Fraction(0)
    weights = [least + apart, least - apart]
    step = [_REACH * weights[0], opening * weights[0]]
    sizes = ((_HALVES[0], [*step, first, second, opening]), (_HALVES[1], [*weights, least]))
    if any(abs(entry) > half for half, entries in sizes for entry in entries):
        raise InvalidNumberError(
            f"expected weights up to {_HALVES[1]:g} and vectors up to {_HALVES[0]:g} in size, "
            f"received h = {h!r}, y = {y!r}: take a wider opening, or a shorter y."
        )
    columns = np.array([[_REACH, opening], [_REACH, -opening]], dtype=float)
    fit = np.array(weights, dtype=float)
    return Blades(columns, fit, np.full(2, float(least)), fit @ columns)


@in_book_style
def scissors(h: Number, y: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw the columns (2, h) and (2, −h) as blades, y as their combination, and its weights.

    On the left the two steps w₁x₁ and w₂x₂ (thin) lead from the origin to the fit of y.  On the
    right stands the line of the weights with the settled sum, its shortest point as a ring, and
    the step from there (dashed) to the weights of the fit.

    Parameters
    ----------
    h : number
        Half the opening; for 0 the columns are equal, and the shortest fit is drawn.
    y : sequence of 2 numbers
        What is fitted.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.5)`` suits the two panes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If ``y`` has not two finite entries, or the fit does not fit into the panes.

    Notes
    -----
    Floats count as the decimals that they show.
    Introduced in: sec-singular-normal-equations

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.scissors(1, (4, 1), figures.axes(height=2.5))
    >>> r"$\mathbf{x}_1$" in [text.get_text() for text in ax.texts]
    True
    """
    found = blades_of(h, y)
    left, right = (
        Pane(np.array([side * (1 + _GAP), 0.0]), half)
        for side, half in zip((-1, 1), _HALVES, strict=True)
    )
    sketch = Sketch(ax, _FRAME, margin=0, bare=True)
    for pane, name in ((left, "the columns and $\\mathbf{y}$"), (right, "the weights")):
        _ground(sketch, pane, name)
    _draw_columns(sketch, left, found, np.array([float(entry) for entry in y]))
    _draw_weights(sketch, right, found)
    record_scene(ax, ScissorsScene(h=exact_texts([h])[0], y=exact_texts(y)))
    return sketch.finish()


def _ground(sketch: Sketch, pane: Pane, name: str) -> None:
    """Draw the square, the axes and the name of a pane."""
    low, high = pane.center - 1, pane.center + 1
    corners = [low, np.array([high[0], low[1]]), high, np.array([low[0], high[1]]), low]
    sketch.curve(np.array(corners), "grid", width=0.8, weight=0.3, zorder=1)
    for axis in np.eye(2):
        ends = pane.center - axis, pane.center + axis
        sketch.segment(*ends, "muted", width=0.6, weight=0.3, zorder=1.5)
    sketch.label(name, [pane.center + np.array([0.0, -1.17])], "muted", gap=None)


def _draw_columns(sketch: Sketch, pane: Pane, found: Blades, y: Vector) -> None:
    """Draw the two blades, the two steps to the fit, and what is missed."""
    corner = found.weights[0] * found.columns[0]
    for start, end in ((np.zeros(2), corner), (corner, found.fitted)):
        sketch.segment(pane.at(start), pane.at(end), "ink", width=1.2, weight=0.5)
    for k, column in enumerate(found.columns):
        sketch.arrow(pane.center, pane.at(column), "blue", width=2.6)
        side = -1 if column[1] < 0 or (k and column[1] == 0) else 1
        sketch.label(rf"$\mathbf{{x}}_{k + 1}$", [pane.at(column)], "blue", toward=(0, side))
    if np.linalg.norm(y - found.fitted) > _SOME:
        sketch.segment(pane.at(y), pane.at(found.fitted), "purple", width=1.8, style=_DASHES)
    sketch.point(pane.at(y), "ink", size=5)
    sketch.label(r"$\mathbf{y}$", [pane.at(y)], "ink")


def _draw_weights(sketch: Sketch, pane: Pane, found: Blades) -> None:
    """Draw the line of the settled sum, its shortest point and the weights."""
    low, high = pane.center - 1, pane.center + 1
    ends = clip(pane.at(found.shortest), np.array([1.0, -1.0]), low, high)
    sketch.segment(*ends, "blue", width=1.8)
    if np.linalg.norm(found.weights - found.shortest) > _SOME:
        tip = pane.at(found.weights)
        sketch.arrow(pane.at(found.shortest), tip, "purple", width=2.2, style="--")
        sketch.point(tip, "ink", size=5)
        sketch.label(r"$\mathbf{w}$", [tip], "ink")
    sketch.point(pane.at(found.shortest), "orange", hollow=True, size=8)


@in_book_style
def minimizer_line(
    a: Sequence[Number],
    b: Number,
    points: Mapping[str, Sequence[Number]],
    names: tuple[str, str],
    ax: Axes,
) -> Axes:
    r"""Draw the line a·w = b of two weights with some of its points, each with its name.

    The two axes have scales of their own.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, neither of them 0.
    b : number
        The right-hand side, not 0.
    points : mapping of names to pairs of numbers
        Points of the line; the first is ringed.
    names : pair of str
        The names of the axes in mathematical notation, such as ``("w_1", "w_2")``.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the line does not cut both axes away from the origin, or a point is not on it.

    Notes
    -----
    Introduced in: sec-singular-normal-equations

    Examples
    --------
    >>> from linalg_book import figures
    >>> points = {"the shortest": (1, 1), "the first alone": (2, 0)}
    >>> ax = figures.minimizer_line((1, 1), 2, points, ("w_1", "w_2"), figures.axes())
    >>> "the shortest" in [text.get_text() for text in ax.texts]
    True
    """
    line = line_of(a, b)
    require_two_intercepts(line)
    places = {name: np.array([float(entry) for entry in point]) for name, point in points.items()}
    for name, place in places.items():
        if abs(np.dot(line.a, place) - line.b) > _SOME * abs(line.b):
            raise InvalidNumberError(
                f"expected points with a·w = {b}, received {points[name]!r} as {name!r}: "
                "leave it out."
            )
    across, up = line.intercepts
    room = [1.45 * across, 1.15 * up]  # for words
    sketch = Sketch(
        ax, [*line.intercepts, *room, *places.values()], names=names, equal=False, margin=0.1
    )
    sketch.line(line.foot, line.along, "blue", width=2.2)
    for k, (name, place) in enumerate(places.items()):
        sketch.point(place, "ink" if k else "orange", hollow=not k, size=6 if k else 8)
        sketch.label(name, [place], "ink", toward=(1, 0.15))
    return sketch.finish()
