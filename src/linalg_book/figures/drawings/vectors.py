"""Arrows from the origin: their lengths and angles, and the shadow of one on another."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, circle_points, finite_list
from linalg_book.figures.kit.notation import length, pair
from linalg_book.figures.kit.scenes import VectorsScene, exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["arrows", "length_and_direction", "two_vectors"]

_COLORS = ("blue", "orange", "green", "purple")
_NEAREST, _FARTHEST = 1e-12, 1e12
_TOUCHING = 1e-9
_ARC = 34.0  # radius of an angle in points


@in_book_style
def arrows(
    vectors: Sequence[Sequence[Number]],
    names: Sequence[str],
    ax: Axes,
    *,
    axis_names: tuple[str, str] = ("x", "y"),
) -> Axes:
    r"""Draw up to four arrows from the origin, each with its name and its entries.

    Parameters
    ----------
    vectors : sequence of 1 to 4 pairs of numbers
        The tips, none of them the origin.
    names : sequence of as many texts
        What stands beside each tip, before its entries.
    ax : matplotlib.axes.Axes
        Where to draw.
    axis_names : tuple of 2 texts
        What the axes count.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, an entry is not finite, or a tip is the origin.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.arrows([(2, 1), (1, 1)], ["first", "second"], figures.axes())
    >>> sorted(text.get_text().split()[0] for text in ax.texts)[:3]
    ['$x$', '$y$', 'first']
    """
    tips = [np.array(finite_list("vectors", [0.0], [float(x) for x in v])) for v in vectors]
    fits = 1 <= len(tips) <= len(_COLORS) and len(names) == len(tips)
    if not fits or any(tip.shape != (2,) or not tip.any() for tip in tips):
        raise ShapeError(
            "expected one to four pairs of numbers other than (0, 0), and a name for each, "
            f"received {vectors!r} and {names!r}: give for example [(2, 1)] and ['first']."
        )
    labels = tuple(rf"\mathrm{{{name}}}" if len(name) > 1 else name for name in axis_names)
    sketch = Sketch(ax, tips, margin=0.14, names=(labels[0], labels[1]))
    order = sorted(range(len(tips)), key=lambda k: -float(np.hypot(*tips[k])))
    for k in order:  # the shorter of two arrows in one direction stays visible
        rank = order.index(k)
        sketch.arrow(ORIGIN, tips[k], _COLORS[k], width=1.8 + 0.8 * rank, zorder=4 + rank)
    for k, tip in enumerate(tips):
        sketch.label(f"{names[k]} ${pair(tip)}$", [tip], _COLORS[k])
    return sketch.finish()


@in_book_style
def length_and_direction(vector: Sequence[Number], ax: Axes) -> Axes:
    """Draw an arrow, its length, and the arrow of length 1 in the same direction.

    Parameters
    ----------
    vector : sequence of 2 numbers
        The tip of the arrow, not the origin.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not two finite numbers, or both are 0.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.length_and_direction((3, 4), figures.axes())
    >>> "length $5$" in [text.get_text() for text in ax.texts]
    True
    """
    tip = np.array(finite_list("vector", [0.0], [float(x) for x in vector]))
    if tip.shape != (2,) or not tip.any():
        raise ShapeError(
            f"expected two numbers, not both 0, received {vector!r}: give for example (3, 4)."
        )
    size = float(np.hypot(*tip))
    unit = tip / size
    side = np.array([-unit[1], unit[0]])
    corner = np.array([tip[0], 0.0])
    sketch = Sketch(ax, [tip, np.ones(2), -np.ones(2)], margin=0.12)
    sketch.circle(ORIGIN, 1, "muted", width=1.0, style="--")
    sketch.segment(ORIGIN, corner, "ink", width=1.2, style=(0, (4, 3)))
    sketch.segment(corner, tip, "ink", width=1.2, style=(0, (4, 3)))
    sketch.arrow(ORIGIN, tip, "blue")
    sketch.arrow(ORIGIN, unit, "orange", width=3.0, zorder=5)
    sketch.label(f"${pair(tip)}$", [tip], "blue")
    sketch.side_label(f"length ${length(size)}$", unit, tip, "blue", toward=side)
    sketch.label(f"${pair(unit)}$", [unit], "orange", toward=-side)
    return sketch.finish()


@in_book_style
def two_vectors(a: Sequence[Number], b: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw two arrows, the angle between them, and b as a part along a and a rest across it.

    The part along a is the projection of b: the point of the line through a that is nearest to b.

    Parameters
    ----------
    a, b : sequence of 2 numbers
        The arrows; each may be the zero vector.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not two numbers in each, or one is not finite, too small or too large.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.two_vectors((3, 4), (4, 2), figures.axes())
    >>> r"$\mathbf{p} = (12/5,\, 16/5)$" in [text.get_text() for text in ax.texts]
    True
    """
    along, tip = (_readable(name, vector) for name, vector in (("a", a), ("b", b)))
    shadow = shadow_of(along, tip)
    room = [] if along.any() or tip.any() else [np.ones(2)]
    sketch = Sketch(ax, [along, tip, shadow, *room], margin=0.16)
    if along.any():
        sketch.line(ORIGIN, along, "blue", width=0.9, weight=0.4, style=(0, (4, 3)))
        sketch.arrow(ORIGIN, along, "blue", width=1.8)
        sketch.label(rf"$\mathbf{{a}} = {pair(along)}$", [along], "blue")
    if np.linalg.norm(tip - shadow) > _TOUCHING * np.linalg.norm(tip):
        sketch.arrow(shadow, tip, "green", width=2.2)
        sketch.side_label(r"$\mathbf{r}$", shadow, tip, "green")
        if shadow.any():
            back, across = -shadow / np.hypot(*shadow), tip - shadow
            sketch.right_angle(shadow, back, across / np.hypot(*across))
    if shadow.any():
        sketch.arrow(ORIGIN, shadow, "orange", width=3.0, zorder=5)
        sketch.label(rf"$\mathbf{{p}} = {pair(shadow)}$", [shadow], "orange")
    if tip.any():
        sketch.arrow(ORIGIN, tip, "purple", width=1.8)
        sketch.label(rf"$\mathbf{{b}} = {pair(tip)}$", [tip], "purple")
    _angle(sketch, along, tip)
    record_scene(ax, VectorsScene(a=exact_texts(a), b=exact_texts(b)))
    return sketch.finish()


def shadow_of(a: Vector, b: Vector) -> Vector:
    """Return the projection of b onto the line through a; the origin if a is zero."""
    if not a.any():
        return np.zeros(2)
    unit: Vector = a / np.hypot(*a)
    return (unit @ b) * unit


def _angle(sketch: Sketch, a: Vector, b: Vector) -> None:
    """Draw the arc of the angle between two arrows near the origin, and name it."""
    if not a.any() or not b.any():
        return
    start, end = (float(np.arctan2(v[1], v[0])) for v in (a, b))
    turn = (end - start + np.pi) % (2 * np.pi) - np.pi
    if abs(turn) < _TOUCHING:
        return
    radius = min(_ARC * sketch.data_per_point, 0.6 * float(min(np.hypot(*a), np.hypot(*b))))
    arc = circle_points(radius, start + turn * np.linspace(0, 1, 31))
    sketch.curve(arc, "ink", width=1.1, weight=0.5)
    sketch.label(r"$\theta$", [arc[15]], "ink", toward=arc[15], gap=2.0)


def _readable(name: str, vector: Sequence[Number]) -> Vector:
    """Check that a vector has two entries that a drawing can show."""
    entries = np.array(finite_list(name, [3.0, 4.0], [float(x) for x in vector]))
    if entries.shape != (2,):
        raise ShapeError(
            f"expected two numbers in {name}, received {vector!r}: give for example (3, 4)."
        )
    sizes = np.abs(entries[entries != 0])
    if not np.all((sizes >= _NEAREST) & (sizes <= _FARTHEST)):
        raise InvalidNumberError(
            f"expected 0 or numbers of a size from {_NEAREST:g} to {_FARTHEST:g}, received "
            f"{name} = {vector!r}: scale them."
        )
    return entries
