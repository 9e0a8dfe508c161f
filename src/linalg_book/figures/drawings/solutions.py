"""All solutions of a·x = b beside the shortest one."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import Line, Number, circle_points, finite_list, line_of
from linalg_book.figures.kit.notation import equation, length, normal_name, number
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

_SHORTEST = r"\mathbf{x}^{\star}"
_DASHES = (0, (5, 3))


@in_book_style
def solution_family(
    a: Sequence[Number], b: Number, ax: Axes, shifts: Sequence[float] | None = None
) -> Axes:
    r"""Draw several solutions, each the shortest one plus a vector along the line.

    For the last shift the right triangle is drawn whose hypotenuse is the longer solution.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, not both zero.
    b : number
        The right-hand side.
    ax : matplotlib.axes.Axes
        Where to draw.
    shifts : sequence of numbers, optional
        Signed distances along the line from the nearest point, in the direction
        ``(a[1], -a[0])``; by default 1, 2 and -4/3 times the line's distance from the origin,
        so that the triangle's sides are as 3 to 4 to 5.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If ``a`` has not two entries, both coefficients are zero, there is no shift,
        or an entry is not finite.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.solution_family((3, 4), 12, figures.axes(), shifts=[-1.8, 0.7])
    >>> r"$\|\mathbf{v}\| = 7/10$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    steps = finite_list("shifts", [drawn.unit * k for k in (1, 2, -4 / 3)], shifts)
    ends = [drawn.at(s) for s in steps]
    sketch = Sketch(ax, [*ends, drawn.foot], margin=0.2)
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    for end in ends[:-1]:
        if drawn.distance > 0:
            sketch.arrow(ORIGIN, end, "muted", width=1.1, short=4)
        sketch.point(end, "blue", hollow=True)
    _pythagoras(sketch, drawn, steps[-1])
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    multiples = [Fraction(s / float(np.hypot(*drawn.a))).limit_denominator(10_000) for s in steps]
    *others, t = exact_texts(multiples)
    record_scene(ax, "line", a=exact_texts(a), b=exact_texts([b])[0], t=t, others=others)
    return sketch.finish()


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
def squared_distance(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    """Draw the squared length of a solution against its position along the line a·x = b.

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
    Position 0 is the nearest point; the parabola is the theorem of Pythagoras.
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.squared_distance((3, 4), 12, figures.axes())
    >>> [text.get_text() for text in ax.texts][-1]
    'least: $144/25$'
    """
    drawn = line_of(a, b)
    least, step = drawn.distance**2, drawn.unit
    positions = np.linspace(-1.6 * step, 1.6 * step, 41)
    curve = np.column_stack([positions, least + positions**2])
    low, corner = np.array([0.0, least]), np.array([step, least])
    end = np.array([step, least + step**2])
    names = ("s", r"\|\mathbf{x}(s)\|^2")
    sketch = Sketch(ax, [curve[0], curve[-1]], names=names, equal=False, margin=0.1)
    ax.set_xlabel("position $s$ along the line")
    sketch.curve(curve, "blue")
    sketch.segment(low, corner, "muted", width=1.1, style=_DASHES)
    sketch.segment(corner, end, "green", width=2.6)
    sketch.segment(ORIGIN, low, "orange", width=2.6)
    sketch.point(end, "blue", hollow=True)
    sketch.point(low, "orange")
    sketch.side_label("$s^2$", corner, end, "green", toward=(1, 0))
    sketch.label(f"least: ${number(least)}$", [low, low / 2], "orange", toward=(-1, -1))
    return sketch.finish()


def _pythagoras(sketch: Sketch, drawn: Line, step: float) -> None:
    """Draw one solution as the shortest one plus a step along the line."""
    end, forward = drawn.at(step), np.sign(step) * drawn.along
    if drawn.distance > 0:
        sketch.arrow(ORIGIN, drawn.foot, "orange", width=2.6, short=4)
        text = rf"$\|{_SHORTEST}\| = {length(drawn.distance)}$"
        sketch.side_label(text, ORIGIN, drawn.foot, "orange")
    if step != 0:
        sketch.arrow(drawn.foot, end, "green", width=2.6, short=4, zorder=4.6)
        text = rf"$\|\mathbf{{v}}\| = {length(abs(step))}$"
        sketch.side_label(text, drawn.foot, end, "green", toward=drawn.outward)
    if step != 0 and drawn.distance > 0:
        sketch.arrow(ORIGIN, end, "purple", short=4)
        sketch.right_angle(drawn.foot, forward, -drawn.outward)
        text = rf"$\|{_SHORTEST} + \mathbf{{v}}\| = {length(float(np.hypot(*end)))}$"
        sketch.side_label(text, ORIGIN, end, "purple", toward=forward)
    sketch.point(end, "purple")
    sketch.point(drawn.foot, "orange")
