"""All solutions of a·x = b beside the shortest one."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import (
    Line,
    Number,
    Vector,
    finite_list,
    line_of,
)
from linalg_book.figures.kit.notation import equation, length, normal_name, number, pair
from linalg_book.figures.kit.scenes import LineScene, exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["nearest_point", "solution_family", "squared_distance"]

_SHORTEST = r"\mathbf{x}^{\star}"
_DASHES = (0, (5, 3))


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


def _normal_arrow(drawn: Line) -> tuple[Vector, str]:
    """End of the arrow for the normal vector, true to scale if that is readable."""
    size = float(np.hypot(*drawn.a))
    shortest = 1.25 if drawn.b > 0 else 0.5  # a shorter one hides behind the perpendicular
    if shortest * drawn.unit <= size <= 3 * drawn.unit:
        return np.array(drawn.a), f"${normal_name(drawn.a)}$"
    return 1.6 * drawn.unit * drawn.normal, f"direction of ${normal_name(drawn.a)}$"


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
    (right,) = exact_texts([b])
    record_scene(ax, LineScene(a=exact_texts(a), b=right, t=t, others=others))
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
        sketch.side_label(text, ORIGIN, drawn.foot, "orange", toward=-forward)
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
