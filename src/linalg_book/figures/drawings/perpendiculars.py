"""A line in space and the perpendiculars to it through the origin, of which one meets it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.drawings.planes import planes_of
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.line_in_space import LineInSpace
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, View, line_in_box
from linalg_book.figures.kit.space_sketch import (
    name_axes,
    name_point,
    paint,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

_MEETS = 1e-9  # gaps up to this part of the box count as 0
_SEEN_ALONG = 0.01  # a line that looks shorter than this part of the box is a point to the eye


@dataclass(frozen=True)
class Perpendiculars(LineInSpace):
    """A line, and the combination of the normals that one perpendicular leads to."""

    tip: Vector

    def pieces(self) -> list[Piece]:
        """List what is drawn, in the order of painting where nothing else decides."""
        pieces = self.ground()
        if self.tip.any():
            pieces.append(Piece("skew", line_in_box(np.zeros(3), self.tip, self.half)))
            foot = (self.nearest @ self.tip) / (self.tip @ self.tip) * self.tip
            if np.linalg.norm(foot - self.nearest) > _MEETS * self.half:
                pieces.append(Piece("gap", np.array([foot, self.nearest])))
        return [*pieces, *self.shortest_way(), *self.marks("tip", self.tip)]


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
    if drawn.nearest.any():
        name_point(sketch, eye, drawn.nearest, "orange")
    _name_line(sketch, eye, drawn)
    if drawn.tip.any() and not np.allclose(drawn.tip, drawn.nearest):
        name_point(sketch, eye, drawn.tip, "green")
    name_axes(sketch, eye, drawn.half)
    rows, angles = [exact_texts(row) for row in A], [eye.azimuth, eye.elevation]
    numbers = {"A": rows, "b": exact_texts(b), "c": exact_texts(c)}
    record_scene(ax, "perpendiculars", **numbers, half=drawn.half, view=angles)
    return sketch.finish()


def _name_line(sketch: Sketch, eye: View, drawn: Perpendiculars) -> None:
    """Name the line at an end; for an eye that looks along it, beside its point."""
    ends = eye.project(line_in_box(drawn.nearest, drawn.direction, drawn.half))
    at, tip = eye.project(np.array([drawn.nearest, drawn.tip]))
    is_point = np.ptp(ends, axis=0).max() < _SEEN_ALONG * drawn.half
    away = at - tip if is_point and not np.allclose(at, tip) else ends[0]
    sketch.label("$L$", list(ends), "purple", toward=away)


def perpendiculars_of(
    A: Sequence[Sequence[Number]], b: Sequence[Number], c: Sequence[Number]
) -> Perpendiculars:
    """Check the numbers and compute what their drawing shows."""
    planes = planes_of(A, b)
    if planes.nearest is None or planes.direction is None or len(c) != 2:
        raise ShapeError(
            f"expected two planes that meet in a line, and two multipliers, received A = {A!r}, "
            f"c = {c!r}: give for example A = [(1, 1, 1), (0, 1, 2)], c = (2, 0)."
        )
    tip = np.array(c, dtype=float) @ np.array(A, dtype=float)
    return Perpendiculars(planes.nearest, planes.direction, planes.half, tip)
