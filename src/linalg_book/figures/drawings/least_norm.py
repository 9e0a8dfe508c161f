"""Least norm beside other choices: entries of vectors, curves through points, penalties."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, finite_list, line_of
from linalg_book.figures.kit.notation import equation, number, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["entries", "interpolants", "penalized"]

# color, dashes and whether the marks are rings, for each vector in turn
_LOOKS: tuple[tuple[str, Any, bool], ...] = (
    ("orange", "-", False),
    ("purple", (0, (5, 3)), True),
    ("green", (0, (1.2, 2)), True),
)
_DASHES = ((0, (1.2, 2)), (0, (5, 3)), (0, (8, 2, 1.5, 2)))
_ENDS = 0.94  # where the curves end: the limit is defined between -1 and 1
_DASHED = (0, (5, 3))
_SAME = 1e-9  # a side up to this part of the other counts as 0


@in_book_style
def entries(
    vectors: Sequence[Sequence[Number]], ax: Axes, names: tuple[str, str] = ("k", "x_k")
) -> Axes:
    r"""Draw the entries of up to three vectors against their places 0, 1, 2, ….

    Parameters
    ----------
    vectors : sequence of 1 to 3 sequences of numbers
        The vectors, all of the same length; the first is drawn boldest.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : pair of str
        Names of the places and of the entries, in mathematical notation.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no vector or more than three, lengths differ, or an entry is not finite.

    Notes
    -----
    The strokes between the marks only guide the eye.
    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.entries([(4, 3, 2, 1), (0, 10, 0, 0)], figures.axes())
    >>> r"$(4,\, 3,\, 2,\, 1)$" in [text.get_text() for text in ax.texts]
    True
    """
    lists = [finite_list("vectors", [], [float(y) for y in vector]) for vector in vectors]
    if not 1 <= len(lists) <= len(_LOOKS) or len({len(each) for each in lists}) != 1:
        raise ShapeError(
            f"expected one to three vectors of one length, received {vectors!r}: "
            "give for example [(4, 3, 2, 1), (0, 10, 0, 0)]."
        )
    curves = [np.column_stack([np.arange(len(each)), each]) for each in lists]
    sketch = Sketch(ax, list(np.concatenate(curves)), names=names, equal=False, margin=0.12)
    ax.set_xticks(range(len(lists[0])), [f"${k}$" for k in range(len(lists[0]))])
    for points, (color, style, hollow) in reversed(list(zip(curves, _LOOKS, strict=False))):
        sketch.curve(points, color, width=1.4 if hollow else 2.2, style=style)
        for point in points:
            sketch.point(point, color, hollow=hollow)
    for points, (color, _, _) in zip(curves, _LOOKS, strict=False):
        written = r",\, ".join(number(float(y)) for y in points[:, 1])
        places = sorted(points, key=lambda point: -abs(point[1]))
        sketch.label(f"$({written})$", places, color, gap=8.0)
    return sketch.finish()


@in_book_style
def interpolants(points: Sequence[tuple[Number, Number]], counts: Sequence[int], ax: Axes) -> Axes:
    r"""Draw the polynomials with the least coefficients through points, and their limit.

    Among the polynomials with n coefficients that pass through the points, the one drawn has the
    least sum of squared coefficients.  The limit for large n is a combination of the
    functions 1/(1 - st), one for the place s of each point.

    Parameters
    ----------
    points : sequence of pairs of numbers
        Places, all different and between -0.9 and 0.9, and values.
    counts : sequence of up to 3 integers
        Numbers n of coefficients, at least as many as points.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a place is too far out or given twice, or a count is too small.

    Notes
    -----
    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.interpolants([(0, 1), (0.5, 2)], [2, 3], figures.axes())
    >>> r"$n = \infty$" in [text.get_text() for text in ax.texts]
    True
    """
    places = np.array(finite_list("points", [], [float(s) for s, _ in points]))
    values = np.array(finite_list("points", [], [float(y) for _, y in points]))
    _check(places, counts)
    grid = np.linspace(-_ENDS, _ENDS, 95)
    curves = [np.column_stack([grid, _polynomial(places, values, n, grid)]) for n in counts]
    alpha = np.linalg.solve(1 / (1 - np.outer(places, places)), values)
    limit = np.column_stack([grid, (1 / (1 - np.outer(grid, places))) @ alpha])
    names = ("t", "f(t)")
    marks = list(np.column_stack([places, values]))
    sketch = Sketch(ax, [*limit, *curves[0], *marks], names=names, equal=False, margin=0.06)
    for curve, style in zip(curves, _DASHES, strict=False):
        sketch.curve(curve, "blue", width=1.5, style=style)
    sketch.curve(limit, "orange", width=2.2)
    for mark in marks:
        sketch.point(mark, "ink")
    sketch.label(r"$n = \infty$", [limit[k] for k in (94, 90, 0, 6)], "orange", toward=(-1, 1))
    for n, curve in zip(counts, curves, strict=True):
        sketch.label(f"$n = {n}$", [curve[k] for k in (0, 4, 8, 12, 16, 94)], "blue")
    return sketch.finish()


def _check(places: Vector, counts: Sequence[int]) -> None:
    """Refuse places and counts for which there is no such curve."""
    too_far = np.abs(places) > 0.9
    if too_far.any() or len(set(places.tolist())) < len(places):
        raise InvalidNumberError(
            f"expected different places between -0.9 and 0.9, received {places.tolist()}: "
            "give for example [(0, 1), (0.5, 2)]."
        )
    if not 1 <= len(counts) <= len(_DASHES) or min(counts) < len(places):
        raise ShapeError(
            f"expected one to three numbers of coefficients, each at least {len(places)}, "
            f"received {counts!r}: give for example [2, 3]."
        )


def _polynomial(places: Vector, values: Vector, n: int, grid: Vector) -> Vector:
    """Evaluate the polynomial with n least coefficients through the points."""
    powers = np.arange(n)
    coefficients = numeric.least_norm(places[:, np.newaxis] ** powers, values)
    curve: Vector = grid[:, np.newaxis] ** powers @ coefficients
    return curve


@in_book_style
def penalized(
    a: Sequence[Number], b: Number, x: Sequence[Number], penalties: Sequence[Number], ax: Axes
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
    level = sketch.line(part, drawn.along, "blue", width=1.4, style=_DASHED)
    sketch.line(ORIGIN, drawn.normal, "muted", width=1.2)
    radius = float(np.hypot(*part))
    sketch.circle(ORIGIN, radius, "muted", width=1.0, style=_DASHED, weight=0.5)
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
