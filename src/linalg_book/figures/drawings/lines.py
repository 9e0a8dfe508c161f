"""Lines of the plane: where they meet the axes, how they turn, the triangle they cut off."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import (
    Number,
    Vector,
    circle_points,
    combined,
    crossing_lines,
    finite_list,
    line_of,
    require_two_intercepts,
)
from linalg_book.figures.kit.notation import equation, length, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["intercept_triangle", "line", "pencil", "tilted_lines"]

_TURNS = (0.25, 0.5, 0.75)  # parts of the multiplier, for the lines between


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


@in_book_style
def intercept_triangle(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    """Draw the right triangle of the origin and the two intercepts, with its height.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, both nonzero.
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
        If the line does not cut both axes away from the origin.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.intercept_triangle((3, 4), 12, figures.axes())
    >>> [text.get_text() for text in ax.texts][-4:]
    ['$4$', '$3$', '$5$', '$12/5$']
    """
    drawn = line_of(a, b)
    require_two_intercepts(drawn)
    right, top = drawn.intercepts
    across, up = np.sign(right), np.sign(top)
    sketch = Sketch(ax, [right, top])
    sketch.area([ORIGIN, right, top], "blue")
    sketch.segment(ORIGIN, right, "ink")
    sketch.segment(ORIGIN, top, "ink")
    sketch.segment(right, top, "blue", width=2.4)
    sketch.segment(ORIGIN, drawn.foot, "orange", width=2.4, style=(0, (4, 2)))
    sketch.right_angle(ORIGIN, across, up)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    sketch.point(drawn.foot, "orange")
    hypotenuse = float(np.hypot(right[0], top[1]))
    sketch.side_label(f"${length(abs(right[0]))}$", ORIGIN, right, toward=-up)
    sketch.side_label(f"${length(abs(top[1]))}$", ORIGIN, top, toward=-across)
    sketch.side_label(f"${length(hypotenuse)}$", right, top, "blue", toward=drawn.outward)
    sketch.side_label(f"${length(drawn.distance)}$", ORIGIN, drawn.foot, "orange")
    return sketch.finish()


@in_book_style
def pencil(A: Sequence[Sequence[Number]], b: Sequence[Number], ax: Axes) -> Axes:
    """Draw two lines and how the second turns about their crossing until x is eliminated.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The coefficients of two lines that cross; the first entry of each is not 0.
    b : sequence of 2 numbers
        The right-hand sides.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the lines do not cross, an entry is not finite, or a first entry is 0.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.pencil([(1, 2), (3, 2)], (8, 12), figures.axes())
    >>> "$-4y = -12$" in [text.get_text() for text in ax.texts]
    True
    """
    first, second = crossing_lines(A, b)
    normals = np.array([first.normal, second.normal])
    crossing: Vector = np.linalg.solve(
        normals, np.array([line.normal @ line.foot for line in (first, second)])
    ).astype(float)
    factor = second.a[0] / first.a[0]
    sketch = Sketch(ax, [crossing, 1.7 * crossing, -0.25 * crossing])
    for share in _TURNS:
        between = combined(first, second, share * factor)
        sketch.line(crossing, between.along, "muted", width=0.9, weight=0.4, zorder=2)
    shown = ((first, "blue"), (second, "green"), (combined(first, second, factor), "orange"))
    for drawn, color in shown:
        spots = sketch.line(crossing, drawn.along, color)
        sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, color)
    sketch.point(crossing, "ink")
    sketch.label(f"${pair(crossing)}$", [crossing], "ink")
    return sketch.finish()
