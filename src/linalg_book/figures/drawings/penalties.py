"""A loss of one measurement with a penalty on length, and three ways to measure length."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, finite_list, line_of, require_two_intercepts
from linalg_book.figures.kit.notation import equation, number, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

_DASHES = (0, (5, 3))
_SAME = 1e-9  # a side up to this part of the other counts as 0


@in_book_style
def penalized(
    a: Sequence[Number],
    b: Number,
    x: Sequence[Number],
    penalties: Sequence[Number],
    ax: Axes,
) -> Axes:
    r"""Draw a point x with its part in the row space of a, and where ridge minimizers lie.

    All points of the dashed line through x have the loss of x; on it the part in the row space
    is nearest to the origin.  For each penalty λ the minimizer of (a·x - b)² + λ‖x‖² is marked.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, not both zero.
    b : number
        The right-hand side.
    x : sequence of 2 numbers
        A point, neither in the row space nor on its perpendicular.
    penalties : sequence of numbers
        Penalties, each positive.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no line, ``x`` is not a point of that kind, or a penalty is not positive.

    Notes
    -----
    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.penalized((3, 4), 12, (5, 0), [25], figures.axes())
    >>> r"$\lambda = 25$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    point = np.array(finite_list("x", [], [float(entry) for entry in x]))
    sizes = finite_list("penalties", [], [float(size) for size in penalties])
    part = (point @ drawn.normal) * drawn.normal if point.shape == (2,) else point
    sides = [float(np.linalg.norm(side)) for side in (part, point - part)]
    if min(sides) <= _SAME * max(sides):
        raise ShapeError(
            f"expected a point x with a part in the row space and a part across it, received "
            f"x = {x!r}: give for example a = (3, 4), x = (5, 0)."
        )
    if min(sizes) <= 0:
        raise InvalidNumberError(
            f"expected penalties greater than 0, received {penalties!r}: give for example [25]."
        )
    squared = drawn.a[0] ** 2 + drawn.a[1] ** 2
    minimizers = [squared / (squared + size) * drawn.foot for size in sizes]
    sketch = Sketch(ax, [drawn.foot, part, point, -0.3 * drawn.foot], margin=0.14)
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    level = sketch.line(part, drawn.along, "blue", width=1.4, style=_DASHES)
    sketch.line(ORIGIN, drawn.normal, "muted", width=1.2)
    radius = float(np.hypot(*part))
    sketch.circle(ORIGIN, radius, "muted", width=1.0, style=_DASHES, weight=0.5)
    sketch.arrow(ORIGIN, part, "orange", width=2.6, short=4)
    sketch.arrow(part, point, "green", width=2.6, short=4, zorder=4.6)
    sketch.arrow(ORIGIN, point, "purple", short=4)
    sketch.right_angle(part, (point - part) / np.hypot(*(point - part)), -part / radius)
    for spot, size in zip(minimizers, sizes, strict=True):
        sketch.point(spot, "ink", size=5)
        sketch.label(rf"$\lambda = {number(size)}$", [spot], "ink", toward=-drawn.along)
    sketch.point(point, "purple")
    sketch.point(part, "orange")
    sketch.label(rf"$\mathbf{{x}} = {pair(point)}$", [point], "purple", toward=(0.3, -1))
    sketch.label(r"$\mathbf{x}_{\mathrm{r}}$", [part], "orange", toward=drawn.outward)
    sketch.side_label(r"$\mathbf{x}_{\mathrm{n}}$", part, point, "green", toward=drawn.outward)
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=-drawn.outward)
    same = float(point @ np.array(drawn.a))
    sketch.label(f"${equation(drawn.a, same)}$", level, "blue", toward=drawn.outward)
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
