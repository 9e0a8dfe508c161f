"""One solution of two equations in space as the sum of its row-space and null-space parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.drawings.planes import planes_of
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.line_in_space import LineInSpace
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.space import Piece, View, line_in_box
from linalg_book.figures.kit.space_sketch import (
    box_half,
    name_axes,
    name_point,
    paint,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

_SAME = 1e-9  # differences up to this part of the box count as 0


@dataclass(frozen=True)
class SolutionParts(LineInSpace):
    """The line of all solutions and one of them; the plane across is the row space."""

    solution: Vector

    @property
    def is_apart(self) -> bool:
        """Whether the solution is another point than the nearest one."""
        return not np.allclose(self.solution, self.nearest, atol=_SAME * self.half)

    def pieces(self) -> list[Piece]:
        """List what is drawn, in the order of painting where nothing else decides."""
        pieces, forward = self.ground(), 1
        if self.is_apart:
            pieces.append(Piece("along", np.array([self.nearest, self.solution])))
            pieces.append(Piece("whole", np.array([np.zeros(3), self.solution])))
            forward = -1 if (self.solution - self.nearest) @ self.direction < 0 else 1
        return [*pieces, *self.shortest_way(forward), *self.marks("solution", self.solution)]


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
    rows, angles = [exact_texts(row) for row in A], [eye.azimuth, eye.elevation]
    numbers = {"A": rows, "b": exact_texts(b), "x": exact_texts(x)}
    record_scene(ax, "parts", **numbers, half=drawn.half, view=angles)
    return sketch.finish()


def solution_parts_of(
    A: Sequence[Sequence[Number]], b: Sequence[Number], x: Sequence[Number]
) -> SolutionParts:
    """Check the numbers and compute what their drawing shows."""
    planes = planes_of(A, b)
    solution = np.array([float(entry) for entry in x])
    if planes.nearest is not None and planes.direction is not None and solution.shape == (3,):
        step = (solution - planes.nearest) @ planes.direction
        half = box_half([float(np.linalg.norm(planes.nearest)), float(np.abs(solution).max())])
        on_line = planes.nearest + step * planes.direction
        if np.allclose(on_line, solution, rtol=0, atol=_SAME * half):
            return SolutionParts(planes.nearest, planes.direction, half, solution)
    raise ShapeError(
        f"expected two planes that meet in a line, and a point x of it, received A = {A!r}, "
        f"b = {b!r}, x = {x!r}: give for example A = [(1, 1, 1), (1, -1, 0)], b = (6, 2), "
        "x = (2, 0, 4)."
    )
