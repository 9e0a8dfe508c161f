"""The plane that two vectors span in space, and the lines, points and sheets beside or in it."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.line_in_space import (
    Perpendiculars,
    perpendiculars_of,
    solution_parts_of,
)
from linalg_book.figures.kit.scenes import (
    PartsScene,
    PerpendicularsScene,
    exact_texts,
    record_scene,
)
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, line_in_box
from linalg_book.figures.kit.space_sketch import (
    frame_of_space,
    name_axes,
    name_point,
    paint,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

__all__ = ["embedded_plane", "perpendiculars", "solution_parts"]

_SEEN_ALONG = 0.01  # a line that looks shorter than this part of the box is a point to the eye
_FLAT = 1e-9  # two vectors with a smaller sine between them span no plane


@in_book_style
def perpendiculars(
    A: Sequence[Sequence[Number]],
    b: Sequence[Number],
    c: Sequence[Number],
    ax: Axes,
    view: tuple[float, float] = (70.0, 18.0),
) -> Axes:
    """Draw the line of two planes and a perpendicular to it: through O and c₁a₁ + c₂a₂.

    The shaded plane holds all perpendiculars through the origin.  The dashed segment is the
    shortest way from the one that is drawn to the line.

    Parameters
    ----------
    A : sequence of 2 rows with 3 numbers each
        The coefficients of two planes that meet in a line.
    b : sequence of 2 numbers
        The right-hand sides.
    c : sequence of 2 numbers
        The multipliers of the rows.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.9)`` gives the box its room.
    view : tuple of 2 numbers
        Azimuth and elevation of the eye in degrees.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the planes do not meet in a line or cannot be drawn, or ``c`` is not two numbers.

    Notes
    -----
    Introduced in: sec-planes

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.axes(height=3.9)
    >>> ax = figures.perpendiculars([(1, 1, 1), (0, 1, 2)], (6, 8), (2, 0), ax)
    >>> "$L$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = perpendiculars_of(A, b, c)
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, drawn.half)
    paint(sketch, drawn.pieces(), [drawn.plane], eye, drawn.half)
    _name_line(sketch, eye, drawn)  # first: seen along, it has the least room
    if drawn.nearest.any():
        name_point(sketch, eye, drawn.nearest, "orange")
    if drawn.tip.any() and not np.allclose(drawn.tip, drawn.nearest):
        name_point(sketch, eye, drawn.tip, "green")
    name_axes(sketch, eye, drawn.half)
    rows, angles = [exact_texts(row) for row in A], (eye.azimuth, eye.elevation)
    scene = PerpendicularsScene(
        A=rows, b=exact_texts(b), c=exact_texts(c), half=drawn.half, view=angles
    )
    record_scene(ax, scene)
    return sketch.finish()


def _name_line(sketch: Sketch, eye: View, drawn: Perpendiculars) -> None:
    """Name the line at an end; for an eye that looks along it, beside its point."""
    ends = eye.project(line_in_box(drawn.nearest, drawn.direction, drawn.half))
    at, tip = eye.project(np.array([drawn.nearest, drawn.tip]))
    is_point = np.ptp(ends, axis=0).max() < _SEEN_ALONG * drawn.half
    away = at - tip if is_point and not np.allclose(at, tip) else ends[0]
    sketch.label("$L$", list(ends), "purple", toward=away)


@in_book_style
def solution_parts(
    A: Sequence[Sequence[Number]],
    b: Sequence[Number],
    x: Sequence[Number],
    ax: Axes,
    view: tuple[float, float] = (70.0, 18.0),
) -> Axes:
    r"""Draw a solution of two equations as the sum of a vector of the row space and a step along.

    The shaded plane through the origin is the row space; it meets the line of all solutions at
    a right angle, in the least-norm solution.

    Parameters
    ----------
    A : sequence of 2 rows with 3 numbers each
        The coefficients of two planes that meet in a line.
    b : sequence of 2 numbers
        The right-hand sides.
    x : sequence of 3 numbers
        A solution of both equations.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.9)`` gives the box its room.
    view : tuple of 2 numbers
        Azimuth and elevation of the eye in degrees.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the planes do not meet in a line or cannot be drawn, or ``x`` is no solution.

    Notes
    -----
    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.axes(height=3.9)
    >>> ax = figures.solution_parts([(1, 1, 1), (1, -1, 0)], (6, 2), (2, 0, 4), ax)
    >>> r"$(2,\, 0,\, 4)$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = solution_parts_of(A, b, x)
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, drawn.half)
    paint(sketch, drawn.pieces(), [drawn.plane], eye, drawn.half)
    ends = eye.project(line_in_box(drawn.nearest, drawn.direction, drawn.half))
    sketch.label("$L$", list(ends), "purple", toward=ends[0])
    if drawn.nearest.any():
        name_point(sketch, eye, drawn.nearest, "orange")
    if drawn.is_apart:
        name_point(sketch, eye, drawn.solution, "ink")
    name_axes(sketch, eye, drawn.half)
    rows, angles = [exact_texts(row) for row in A], (eye.azimuth, eye.elevation)
    scene = PartsScene(A=rows, b=exact_texts(b), x=exact_texts(x), half=drawn.half, view=angles)
    record_scene(ax, scene)
    return sketch.finish()


@in_book_style
def embedded_plane(  # noqa: PLR0913 - keywords with defaults: the look
    u: Sequence[Number],
    v: Sequence[Number],
    at: tuple[int, int],
    ax: Axes,
    *,
    reach: int = 2,
    view: tuple[float, float] = (110.0, 26.0),
) -> Axes:
    r"""Draw the squared paper s u + t v in space, and the way to one of its crossings.

    Parameters
    ----------
    u, v : sequence of 3 numbers
        Where the sheet's two unit arrows lie in space; neither is a multiple of the other.
    at : tuple of 2 integers
        The crossing (s, t): s steps of u in orange, then t steps of v in green.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.9)`` gives the box its room.
    reach : int
        Squares of the sheet in each direction from the origin.
    view : tuple of 2 numbers
        Azimuth and elevation of the eye in degrees.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If u and v are not three numbers each or span no plane, or the crossing is off the sheet.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.axes(height=3.9)
    >>> ax = figures.embedded_plane((1, 0, 0), (0, 1, 1), (2, 1), ax)
    >>> r"$(2,\, 1,\, 1)$" in [text.get_text() for text in ax.texts]
    True
    """
    first, second = (np.asarray(vector, dtype=float) for vector in (u, v))
    if first.shape != (3,) or second.shape != (3,) or max(map(abs, at)) > reach:
        raise ShapeError(
            f"expected two vectors of three entries and a crossing at most {reach} squares from "
            f"the origin, received u = {u!r}, v = {v!r}, at = {at!r}: change these."
        )
    normal = np.cross(first, second)
    size = float(np.linalg.norm(normal))
    if not size > _FLAT * float(np.linalg.norm(first) * np.linalg.norm(second)):
        raise InvalidNumberError(
            f"expected two vectors of which neither is a multiple of the other, received u = {u!r},"
            f" v = {v!r}: change one of them."
        )
    corners = _sheet(first, second, reach)
    half = float(np.abs(corners).max())
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, half)
    plane = Plane(normal / size, 0.0)
    bend = at[0] * first
    tip = bend + at[1] * second
    pieces = [*frame_of_space(half), Piece("blue", corners), *_mesh(first, second, reach)]
    for name, ends in (("whole", [0 * tip, tip]), ("across", [0 * tip, bend])):
        pieces += [Piece(name, np.array(ends))] if np.any(ends[1]) else []
    pieces += [Piece("skew", np.array([bend, tip]))] if at[1] else []
    pieces += [Piece("origin", np.zeros((1, 3))), Piece("tip", tip[np.newaxis])]
    paint(sketch, pieces, [plane], eye, half)
    name_point(sketch, eye, tip, "green")
    for count, name, start, end, color in (
        (at[0], "u", 0 * tip, bend, "orange"),
        (at[1], "v", bend, tip, "green"),
    ):
        if count:
            factor = {1: "", -1: "-"}.get(count, str(count))
            first_end, last_end = eye.project(np.array([start, end]))
            text = rf"${factor}\mathbf{{{name}}}$"
            sketch.side_label(text, first_end, last_end, color)
    name_axes(sketch, eye, half)
    return sketch.finish()


def _sheet(u: Vector, v: Vector, reach: int) -> Vector:
    """Return the corners of the sheet, all around."""
    signs = reach * np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], dtype=float)
    corners: Vector = signs @ np.array([u, v])
    return corners


def _mesh(u: Vector, v: Vector, reach: int) -> list[Piece]:
    """Return the lines of the squared paper."""
    lines = []
    for k in range(-reach, reach + 1):
        for along, across in ((u, v), (v, u)):
            ends = np.array([k * across - reach * along, k * across + reach * along])
            lines.append(Piece("mesh", ends))
    return lines
