"""What two half planes have in common, as an angle."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["activation_wedge"]

_REACH = 1.25  # of the wedge, in lengths of an arrow
_DASHES = (0, (5, 3))
_SEEN = 0.05


@in_book_style
def activation_wedge(x: Sequence[Number], z: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw two directions, and all vectors that make acute angles with both of them.

    Both arrows have length 1, whatever the lengths of x and z.  The dashed lines are orthogonal
    to them; the shaded wedge between the lines has the angle π − θ, where θ is that of the arrows.

    Parameters
    ----------
    x, z : sequence of 2 numbers
        The directions, not (0, 0) and not opposite.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not two finite numbers each, both are 0, or the directions are opposite.

    Notes
    -----
    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.activation_wedge((1, 0), (0, 1), figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['$\\mathbf{x}$', '$\\mathbf{z}$', '$\\theta$', '$\\pi - \\theta$']
    """
    first, second = _direction("x", x), _direction("z", z)
    if np.allclose(first, -second):
        raise ShapeError(
            f"expected two directions that are not opposite, received {x!r} and {z!r}: no vector "
            "makes an acute angle with both of them, so there is no wedge to draw."
        )
    start, end = _bearings(first, second)
    edges = end - np.pi / 2, start + np.pi / 2
    rim = _REACH * _arc(*edges)
    sketch = Sketch(ax, [*_arc(0, 2 * np.pi), *rim], margin=0.06, bare=True)
    sketch.area([ORIGIN, *rim], "blue", alpha=0.16)
    for edge in (start + np.pi / 2, end + np.pi / 2):
        sketch.line(ORIGIN, _arc(edge, edge)[0], "muted", width=1.2, style=_DASHES)
    for bearing, turn in ((start, -np.pi / 2), (end, np.pi / 2)):
        along, across = (_arc(angle, angle)[0] for angle in (bearing, bearing + turn))
        sketch.right_angle(ORIGIN, along, across)
    for tip, name in ((first, "x"), (second, "z")):
        sketch.arrow(ORIGIN, tip, "blue")
        sketch.label(rf"$\mathbf{{{name}}}$", [tip], "blue")
    _angle(sketch, 0.34 * _arc(start, end), r"$\theta$", "ink")
    _angle(sketch, 0.66 * _arc(*edges), r"$\pi - \theta$", "orange")
    return sketch.finish()


def _angle(sketch: Sketch, arc: Vector, name: str, color: str) -> None:
    """Draw an arc with its name, unless it is hardly more than a point."""
    if np.hypot(*(arc[-1] - arc[0])) < _SEEN:
        return
    sketch.curve(arc, color, width=1.4)
    sketch.label(name, list(arc[5::10]), color, toward=arc[30])


def _direction(name: str, vector: Sequence[Number]) -> Vector:
    """Return a vector of two numbers with length 1."""
    read = np.array(finite_list(name, [0.0], [float(entry) for entry in vector]))
    if read.shape != (2,) or not read.any():
        raise ShapeError(
            f"expected two numbers for {name}, not both 0, received {vector!r}: give for example "
            "(3, 4)."
        )
    unit: Vector = read / np.hypot(*read)
    return unit


def _bearings(first: Vector, second: Vector) -> tuple[float, float]:
    """Return the angles of two directions, the second after the first by less than π."""
    start = float(np.arctan2(first[1], first[0]))
    turn = float(np.arctan2(first[0] * second[1] - first[1] * second[0], first @ second))
    return (start, start + turn) if turn >= 0 else (start + turn, start)


def _arc(start: float, end: float) -> Vector:
    """Return points of the circle of radius 1 from one angle to another."""
    angles = np.linspace(start, end, 61)
    return np.column_stack([np.cos(angles), np.sin(angles)])
