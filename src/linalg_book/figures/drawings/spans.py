"""The plane that two vectors span in space, and the lines, points and sheets beside or in it."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Number
from linalg_book.figures.kit.line_in_space import (
    name_line,
    perpendiculars_of,
    solution_parts_of,
)
from linalg_book.figures.kit.planes_in_space import spanned_plane
from linalg_book.figures.kit.scenes import (
    PartsScene,
    PerpendicularsScene,
    exact_texts,
    record_scene,
)
from linalg_book.figures.kit.space import Piece, View, line_in_box
from linalg_book.figures.kit.space_sketch import (
    frame_of_space,
    name_axes,
    name_point,
    paint,
    sheet_corners,
    sheet_mesh,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

__all__ = ["embedded_plane", "perpendiculars", "solution_parts"]


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
    name_line(sketch, eye, drawn)  # first: seen along, it has the least room
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
    plane = spanned_plane(first, second)
    corners = sheet_corners(first, second, reach)
    half = float(np.abs(corners).max())
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, half)
    bend = at[0] * first
    tip = bend + at[1] * second
    pieces = [*frame_of_space(half), Piece("blue", corners), *sheet_mesh(first, second, reach)]
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
