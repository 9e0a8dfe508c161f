"""A line a·x = b: where it meets the axes, its nearest point, its turning about one point."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import (
    Line,
    Number,
    Vector,
    circle_points,
    finite_list,
    line_of,
    require_two_intercepts,
)
from linalg_book.figures.kit.notation import equation, length, normal_name, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style


@in_book_style
def line(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    """Draw the line a·x = b on a square grid and mark where it meets the axes.

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
    An intercept farther away than six times the line's distance from the origin is left out.
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.line((3, 4), 12, figures.axes())
    >>> [text.get_text() for text in ax.texts][-1]
    '$3x + 4y = 12$'
    """
    drawn = line_of(a, b)
    crossings = drawn.visible_intercepts
    sketch = Sketch(ax, [*crossings, drawn.at(-drawn.unit), drawn.at(drawn.unit)])
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    for crossing in crossings:
        sketch.point(crossing, "blue")
        sketch.label(f"${pair(crossing)}$", [crossing], toward=drawn.outward)
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    return sketch.finish()


@in_book_style
def nearest_point(a: Sequence[Number], b: Number, ax: Axes, *, answer: bool = True) -> Axes:
    """Draw the line a·x = b, its normal vector and the perpendicular from the origin.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, not both zero.
    b : number
        The right-hand side.
    ax : matplotlib.axes.Axes
        Where to draw.
    answer : bool
        Whether to write the coordinates and the distance.
        Without them the origin is called O and the foot of the perpendicular P.

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
    The arrow of the normal vector is true to scale where that is readable.
    Otherwise its label says that it shows only the direction.
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.nearest_point((3, 4), 12, figures.axes())
    >>> "distance $12/5$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    tip, name = _normal_arrow(drawn)
    crossings = drawn.visible_intercepts
    sketch = Sketch(ax, [*crossings, tip, drawn.at(-drawn.unit), drawn.at(drawn.unit)])
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    sketch.arrow(ORIGIN, tip, "purple", width=1.6)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    if drawn.distance > 0:
        sketch.segment(ORIGIN, drawn.foot, "orange", width=3.2, zorder=4.5)
        if answer:
            text = f"distance ${length(drawn.distance)}$"
            sketch.side_label(text, ORIGIN, drawn.foot, "orange")
    sketch.point(ORIGIN, "ink", size=5)
    sketch.point(drawn.foot, "orange")
    if not answer:
        sketch.label("$O$", [ORIGIN], "ink", toward=-drawn.outward)
    foot = pair(drawn.foot) if answer else "P"
    sketch.label(f"${foot}$", [drawn.foot], "orange", toward=drawn.outward)
    sketch.label(name, [tip], "purple")
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    return sketch.finish()


@in_book_style
def tilted_lines(
    a: Sequence[Number], b: Number, ax: Axes, factors: Sequence[float] | None = None
) -> Axes:
    """Shrink the second coefficient and see the line turn about its first intercept.

    The nearest points stay on a half circle and come to rest at the first intercept,
    while the other intercept runs away: a small coefficient harms the one, not the other.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, both nonzero.
    b : number
        The right-hand side, nonzero.
    ax : matplotlib.axes.Axes
        Where to draw.
    factors : sequence of numbers, optional
        What the second coefficient is multiplied by, nonzero; by default 1, 1/2 and 1/4.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the line does not cut both axes away from the origin, or a factor is 0 or not finite.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.tilted_lines((1, 1), 1, figures.axes())
    >>> "$x + y/4 = 1$" in [text.get_text() for text in ax.texts]
    True
    """
    first = line_of(a, b)
    sizes = finite_list("factors", [1, 1 / 2, 1 / 4], factors)
    turned = [line_of((first.a[0], f * first.a[1]), first.b) for f in sizes]
    for each in turned:
        require_two_intercepts(each)
    fixed, upward = first.intercepts
    reach = abs(fixed[0])
    sketch = Sketch(ax, [fixed, 2.4 * reach * np.sign(upward)], margin=0.1)
    half = circle_points(reach / 2, np.linspace(0, np.sign(upward[1]) * np.pi, 61))
    sketch.curve(fixed / 2 + half, "muted", width=1.2, style=(0, (5, 3)))
    for each in turned:
        spots = sketch.line(each.foot, each.along, "blue", width=1.8)
        spots.sort(key=lambda spot: -abs(spot[1]))
        sketch.segment(ORIGIN, each.foot, "orange", width=1.6)
        sketch.point(each.foot, "orange")
        sketch.label(f"${equation(each.a, each.b)}$", spots[:6], "blue", toward=each.outward)
        if abs(each.intercepts[1][1]) < 2.5 * reach:
            sketch.point(each.intercepts[1], "blue", hollow=True)
    sketch.point(fixed, "ink", size=5)
    return sketch.finish()


def _normal_arrow(drawn: Line) -> tuple[Vector, str]:
    """End of the arrow for the normal vector, true to scale if that is readable."""
    size = float(np.hypot(*drawn.a))
    shortest = 1.25 if drawn.b > 0 else 0.5  # a shorter one hides behind the perpendicular
    if shortest * drawn.unit <= size <= 3 * drawn.unit:
        return np.array(drawn.a), f"${normal_name(drawn.a)}$"
    return 1.6 * drawn.unit * drawn.normal, f"direction of ${normal_name(drawn.a)}$"
