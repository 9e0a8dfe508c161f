"""A product of two weights, its tangent at a start, and where training both of them ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.notation import equation
from linalg_book.figures.kit.scenes import Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["tangent_and_path"]

_LEVELS = 6  # between the target and the start
_SCALES = [1, 2, 4, 8, 16]
_DASHES = (0, (5, 3))


@dataclass(frozen=True, kw_only=True)
class TangentScene(Scene):
    """Two weights, and the scales of the model that a reader may choose, the first one drawn."""

    kind, drawing = "tangent", "tangent_and_path"
    start: Texts
    scales: list[int]


@in_book_style
def tangent_and_path(start: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw how training moves two weights until their product is 0, and the tangent's shortcut.

    Thin curves are level curves of w₁w₂.  The product keeps w₁² − w₂²; its tangent at the start
    asks for points of a line, of which the nearest to the start is marked by a ring.  A page moves
    the start, and zooms in at it with the scale of the model.

    Parameters
    ----------
    start : sequence of 2 numbers
        The weights before training, both positive.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    ShapeError
        If ``start`` is no pair.
    InvalidNumberError
        If a weight is not positive and finite.

    Notes
    -----
    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.tangent_and_path((4, 3), figures.axes())
    >>> "$3w_1 + 4w_2 = 12$" in [text.get_text() for text in ax.texts]
    True
    """
    w = _read(start)
    product, normal = float(w[0] * w[1]), w[::-1]
    nearest = w - product / (w @ w) * normal
    way = _way(w)
    sketch = Sketch(ax, [1.3 * w], margin=0.07, names=("w_1", "w_2"))
    for level in product / _LEVELS * np.arange(1, 18):
        sketch.curve(_level(level, sketch), "muted", width=0.9, weight=0.2, zorder=2)
    spots = sketch.line(nearest, np.array([w[0], -w[1]]), "blue")
    sketch.segment(w, nearest, "purple", style=_DASHES, width=1.8)
    along = np.array([-w[0], w[1]]) / np.hypot(*w)
    sketch.right_angle(nearest, along, normal / np.hypot(*w))
    sketch.curve(way, "orange")
    sketch.point(way[-1], "orange")
    sketch.point(nearest, "orange", hollow=True)
    sketch.point(w, "ink", size=8.4)
    sketch.label("tangent", [nearest], "orange", toward=-normal)
    sketch.label("network", [way[-1]], "orange", toward=(1, 1))
    sketch.label(r"$\mathbf{w}_0$", [w], toward=normal)
    line = equation(normal.tolist(), product, ("w_1", "w_2"))
    sketch.label(f"${line}$", spots, "blue", toward=-normal)
    record_scene(ax, TangentScene(start=exact_texts(start), scales=_SCALES))
    return sketch.finish()


def _way(w: Vector) -> Vector:
    """Return points of the hyperbola from a start to the axis where the product is 0."""
    shares = np.linspace(1, 0, 49) ** 2
    kept, products = w[0] ** 2 - w[1] ** 2, w[0] * w[1] * shares
    larger = np.sqrt((abs(kept) + np.hypot(kept, 2 * products)) / 2)
    smaller = np.divide(products, larger, out=np.zeros_like(larger), where=larger > 0)
    return np.column_stack([larger, smaller] if kept >= 0 else [smaller, larger])


def _level(level: float, sketch: Sketch) -> Vector:
    """Return the part in view of the curve of all points with a product."""
    right, top = (float(edge) for edge in sketch.high)
    first = np.geomspace(min(level / top, right), right, 61)
    return np.column_stack([first, level / first])


def _read(start: Sequence[Number]) -> Vector:
    """Check the start."""
    w = np.array([float(entry) for entry in start])
    if w.shape != (2,):
        raise ShapeError(
            f"start is expected to be two numbers, but is {start!r}: give for example (4, 3)."
        ).about("start")
    if not np.isfinite(w).all() or w.min() <= 0:
        raise InvalidNumberError(
            f"start is expected to hold positive numbers, but is {start!r}: give for example "
            "(4, 3)."
        ).about("start")
    return w
