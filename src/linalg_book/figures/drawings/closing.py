"""The line 3x + 4y = 12 beside the functions of an infinitely wide network: one picture."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import write_number
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.panes import Pane
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric import ntk

__all__ = ["same_triangle"]

_GAP = 0.14  # between the two panes, as a part of half a pane
_FRAME = (np.array([-2.2, -1.1]), np.array([2.4, 1.1]))
_MIDDLE, _HALF = np.array([1.9, 1.6]), 2.6  # of the plane that is shown
_REACH, _PLACES = 2.0, 161  # of the functions
_SHORTEST, _NAME = 12 / 5, "$12/5$"
_FOOT = np.array([36.0, 48.0]) / 25
_ALONG, _NORMAL = np.array([4.0, -3.0]) / 5, np.array([3.0, 4.0]) / 5
_OTHERS = (("$4$", 16 / 5, "purple", (0, (5, 3))), ("$3$", -9 / 5, "ink", (0, (1.2, 2))))
"""Other solutions: their length, steps of length 1 from the nearest one, and their look."""


class Family(NamedTuple):
    """Functions that pass through all points: the shortest, and a unit step to the others."""

    places: Vector
    shortest: Vector
    step: Vector
    points: Vector


@in_book_style
def same_triangle(points: Sequence[tuple[Number, Number]], probe: Number, ax: Axes) -> Axes:
    """Draw three solutions of 3x + 4y = 12, and three functions with the same lengths.

    On the left stand the nearest point of the line, of length 12/5, and its points on the axes, of
    the lengths 4 and 3.  On the right stand functions that pass through the points, multiplied so
    that the shortest has the length 12/5; lengths are those of the tangent kernel of an infinitely
    wide layer of ReLUs with inputs (1, t).  From the shortest the others differ by 16/5 and −9/5
    times a function of length 1, which is 0 at the points: the triangles are equal.

    Parameters
    ----------
    points : sequence of (t, y)
        What the functions pass through, up to one factor, at different places from −2 to 2.
    probe : number
        Another place: the functions differ by the part of the kernel's function there that is
        orthogonal to those of the points.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.4)`` suits the two panes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If two places coincide, the probe is one of them, or all targets are 0.

    Notes
    -----
    Introduced in: sec-width-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.same_triangle([(-1, 2), (1, -1)], 0.2, figures.axes(height=2.4))
    >>> [text.get_text() for text in ax.texts]
    ['$x$', '$y$', '$t$', '$4$', '$3$', '$12/5$', '$4$', '$3$', '$12/5$']
    """
    family = _family(points, probe)
    sketch = Sketch(ax, _FRAME, margin=0, bare=True)
    _draw_plane(sketch, _pane(sketch, -1, _HALF))
    _draw_functions(sketch, _pane(sketch, 1, 1.0), family)
    return sketch.finish()


def _family(points: Sequence[tuple[Number, Number]], probe: Number) -> Family:
    """Return the shortest function through the points, and a step of length 1 that is 0 there."""
    flat = finite_list("points", [], [*(entry for point in points for entry in point), probe])
    data, z = np.array(flat[:-1], dtype=float).reshape(-1, 2), float(flat[-1])
    y = data[:, 1]
    if len({*data[:, 0], z}) <= len(data) or not y.any():
        raise InvalidNumberError(
            f"expected points at different places, a probe beside them and a target other than 0, "
            f"received {list(points)!r} and {probe!r}: move what coincides."
        )
    places = np.linspace(-_REACH, _REACH, _PLACES)
    X, Z, P = (np.column_stack([np.ones_like(t), t])
               for t in (data[:, 0], np.array([z]), places))  # fmt: skip
    K, seen, probed = (np.asarray(ntk(A, B, depth=1)) for A, B in ((X, X), (P, X), (P, Z)))
    weights = np.linalg.solve(K, np.asarray(ntk(X, Z, depth=1)))
    left = float(np.ravel(ntk(Z, Z, depth=1) - np.asarray(ntk(Z, X, depth=1)) @ weights)[0])
    alpha = np.linalg.solve(K, y)
    factor = _SHORTEST / np.sqrt(y @ alpha)
    step = (probed - seen @ weights)[:, 0] / np.sqrt(left)
    return Family(places, factor * (seen @ alpha), step, data * [1, factor])


def _pane(sketch: Sketch, side: int, half: float) -> Pane:
    """Draw the bounds of a square pane."""
    pane = Pane(np.array([side * (1 + _GAP), 0.0]), half)
    pane.draw_bounds(sketch)
    return pane


def _draw_plane(sketch: Sketch, pane: Pane) -> None:
    """Draw the line, its nearest point and two others, each joined to the origin."""
    origin, foot = pane.at(-_MIDDLE), pane.at(_FOOT - _MIDDLE)
    for axis, name in zip(np.eye(2), ("$x$", "$y$"), strict=True):
        start, end = (pane.at(size * axis - _MIDDLE) for size in (-0.5, 4.1))
        sketch.segment(start, end, "muted", width=0.6, zorder=1.5)
        beside = pane.at(4.2 * axis - 0.3 * (1 - axis) - _MIDDLE)
        write_number(sketch.ax, name, (float(beside[0]), float(beside[1])), ha="center")
    start, end = (pane.at(_FOOT + t * _ALONG - _MIDDLE) for t in (-2.4, 3.8))
    sketch.segment(start, end, "blue", width=2.2)
    for text, t, color, style in _OTHERS:
        at = pane.at(_FOOT + t * _ALONG - _MIDDLE)
        sketch.segment(origin, at, color, style=style, width=1.8, zorder=3.5)
        sketch.point(at, color)
        sketch.label(text, [at], color, toward=_NORMAL)
    sketch.segment(origin, foot, "orange", width=2.6, zorder=4.5)
    sketch.right_angle(foot, _ALONG, -_NORMAL)
    sketch.point(origin, "ink", size=5)
    sketch.point(foot, "orange")
    sketch.label(_NAME, [foot], "orange", toward=_NORMAL)


def _draw_functions(sketch: Sketch, pane: Pane, family: Family) -> None:
    """Draw the shortest function and the two others through the points."""
    curves: list[tuple[str, Vector, tuple[str, Any, float]]]
    curves = [(text, family.shortest + t * family.step, (color, style, 1.8))
              for text, t, color, style in _OTHERS]  # fmt: skip
    curves.append((_NAME, family.shortest, ("orange", "-", 2.4)))
    high = 1.08 * max(float(np.abs(heights).max()) for _, heights, _ in curves)
    scale = np.array([_REACH, high])
    for axis in np.eye(2):
        sketch.segment(pane.at(-axis), pane.at(axis), "muted", width=0.6, zorder=1.5)
    write_number(sketch.ax, "$t$", (float(pane.center[0]) + 1.08, 0.0), ha="center")
    for text, heights, (color, style, width) in curves:
        path = pane.at(np.column_stack([family.places, heights]) / scale)
        sketch.curve(path, color, style=style, width=width)
        sketch.label(text, list(path[8:-8:8]), color)
    for point in family.points:
        sketch.point(pane.at(point / scale), "blue")
