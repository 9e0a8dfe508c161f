"""Ways to measure length: circles, diamonds and squares around the origin."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import (
    Number,
    circle_points,
    line_of,
    require_two_intercepts,
)
from linalg_book.figures.kit.notation import equation, length, normal_name, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["level_circles", "norm_balls", "unit_balls"]

_DASHES = (0, (5, 3))


@in_book_style
def level_circles(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    """Draw circles that grow around the origin until one touches the line a·x = b.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, not both zero.
    b : number
        The right-hand side.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If ``a`` has not two entries, an entry is not finite, or both coefficients are zero.

    Notes
    -----
    Where the circle touches, its radius and the normal vector of the line are parallel.
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.level_circles((3, 4), 12, figures.axes())
    >>> "radius $12/5$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    reach = 1.75 * drawn.unit
    sketch = Sketch(ax, [np.array([-reach, -reach]), np.array([reach, reach])], margin=0)
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    for third in (1, 2, 4, 5):
        sketch.circle(ORIGIN, third / 3 * drawn.unit, "muted", width=1.0, style=_DASHES)
    if drawn.distance > 0:
        sketch.circle(ORIGIN, drawn.distance, "orange", width=2.4)
        sketch.segment(ORIGIN, drawn.foot, "orange", width=1.6)
        sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
        angle = np.arctan2(-drawn.outward[1], -drawn.outward[0])
        turns = angle + np.array([0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75])
        places = list(circle_points(drawn.distance, turns))
        sketch.label(f"radius ${length(drawn.distance)}$", places, "orange", gap=None)
    tip = drawn.foot + 0.7 * drawn.unit * drawn.normal
    sketch.arrow(drawn.foot, tip, "purple", zorder=4.5)
    sketch.label(f"direction of ${normal_name(drawn.a)}$", [tip, (drawn.foot + tip) / 2], "purple")
    sketch.point(ORIGIN, "ink", size=5)
    sketch.point(drawn.foot, "orange")
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    return sketch.finish()


@in_book_style
def norm_balls(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    r"""Draw the line a·x = b with the smallest diamond, circle and square that touch it.

    The diamond measures the sum of the sizes of x and y, the circle the norm, the square the
    larger of the two sizes.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients: not zero, and of different size.
    b : number
        The right-hand side, nonzero.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the line does not cut both axes away from the origin, or it touches a whole side.

    Notes
    -----
    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.norm_balls((3, 4), 12, figures.axes())
    >>> r"$(0,\, 3)$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    require_two_intercepts(drawn)
    sizes = np.abs(drawn.a)
    if sizes[0] == sizes[1]:
        raise InvalidNumberError(
            f"expected coefficients of different size, received a = {drawn.a}: "
            "with equal ones the line touches a whole side of the diamond."
        )
    corner = drawn.intercepts[int(np.argmax(sizes))]
    even = np.sign(drawn.a) * drawn.b / sizes.sum()
    reach, side = float(np.abs(corner).max()), abs(float(even[0]))
    diamond = reach * np.array([(1, 0), (0, 1), (-1, 0), (0, -1)])
    square = side * np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    wide = 1.25 * reach
    sketch = Sketch(ax, [np.array([-wide, -wide]), np.array([wide, wide])], margin=0)
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    for corners, color, style in ((diamond, "purple", _DASHES), (square, "green", (0, (1.2, 2)))):
        sketch.curve(np.vstack([corners, corners[:1]]), color, width=1.8, style=style, weight=0.5)
    sketch.circle(ORIGIN, drawn.distance, "orange", width=1.8)
    marks = ((corner, "purple"), (drawn.foot, "orange"), (even, "green"))
    for mark, color in marks:
        sketch.point(mark, color)
        sketch.label(f"${pair(mark)}$", [mark], color, toward=drawn.outward)
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    return settled(sketch.finish())


@in_book_style
def unit_balls(ax: Axes) -> Axes:
    """Draw the points of norm 1: a diamond for the 1-norm, a circle, a square for the ∞-norm.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.unit_balls(figures.axes(height=3.2))
    >>> len(ax.patches)
    1
    """
    square = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)], dtype=float)
    diamond = np.array([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)], dtype=float)
    sketch = Sketch(ax, [np.array([-1.75, -1.2]), np.array([1.75, 1.2])], margin=0)
    sketch.curve(square, "green", style=(0, (1.2, 2)), width=2.2)
    sketch.circle(ORIGIN, 1, "orange")
    sketch.curve(diamond, "purple", style=(0, (6, 3)))
    spots = (
        (np.array([1.0, 0.8]), "green", r"$\Vert\mathbf{x}\Vert_\infty = 1$"),
        (np.array([-0.83, 0.56]), "orange", r"$\Vert\mathbf{x}\Vert = 1$"),
        (np.array([0.1, -0.22]), "purple", r"$\Vert\mathbf{x}\Vert_1 = 1$"),
    )
    sides = ((1.0, 0.0), (-1.0, 0.0), (1.0, 0.0))
    for (at, color, text), toward in zip(spots, sides, strict=True):
        sketch.label(text, [at], color, toward=toward)
    return settled(sketch.finish())
