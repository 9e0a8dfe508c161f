"""Planes in space: where they meet, and the point nearest to the origin."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InconsistentSystemError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.notation import equation
from linalg_book.figures.kit.planes_in_space import TwoPlanes, name_faces, plane_of, planes_of
from linalg_book.figures.kit.scenes import PlanesScene, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, face_in_box, line_in_box
from linalg_book.figures.kit.space_sketch import (
    FACES,
    box_half,
    frame_of_space,
    name_axes,
    name_point,
    paint,
    right_angle,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

__all__ = ["planes_in_box", "two_planes"]

_PARALLEL = 1e-12  # sine of an angle between normals that counts as 0


@in_book_style
def two_planes(
    A: Sequence[Sequence[Number]],
    b: Sequence[Number],
    ax: Axes,
    view: tuple[float, float] = (70.0, 18.0),
) -> Axes:
    """Draw two planes in a box, their line, and the point of the line nearest to the origin.

    Parallel planes are drawn without a line; equations of one plane give a single face.

    Parameters
    ----------
    A : sequence of 2 rows with 3 numbers each
        The coefficients; no row is zero.
    b : sequence of 2 numbers
        The right-hand sides.
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
        If ``A`` is not 2×3, a row is zero, an entry is not finite, or the planes are so far away
        or so nearly parallel that floats cannot draw them.

    Notes
    -----
    Faces hide what lies behind them; they are cut along each other to be painted in order.
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.two_planes([(1, 1, 1), (1, -1, 0)], (6, 2), figures.axes(height=3.9))
    >>> "$x - y = 2$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = planes_of(A, b)
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, drawn.half)
    paint(sketch, drawn.pieces(), drawn.planes, eye, drawn.half)
    equations = [
        equation([float(x) for x in row], float(side)) for row, side in zip(A, b, strict=True)
    ]
    _label(sketch, drawn, eye, equations)
    rows = [exact_texts(row) for row in A]
    angles = (eye.azimuth, eye.elevation)
    record_scene(ax, PlanesScene(A=rows, b=exact_texts(b), half=drawn.half, view=angles))
    return sketch.finish()


def _label(sketch: Sketch, drawn: TwoPlanes, eye: View, equations: list[str]) -> None:
    """Name the nearest point, the planes and the axes."""
    if drawn.nearest is not None and drawn.nearest.any():
        name_point(sketch, eye, drawn.nearest, "orange")
    name_faces(sketch, drawn.planes, eye, drawn.half, equations)
    name_axes(sketch, eye, drawn.half)


@in_book_style
def planes_in_box(
    A: Sequence[Sequence[Number]],
    b: Sequence[Number],
    ax: Axes,
    view: tuple[float, float] = (70.0, 18.0),
) -> Axes:
    """Draw up to three planes, the lines in which they cross, and their point nearest to O.

    Parameters
    ----------
    A : sequence of 1 to 3 rows with 3 numbers each
        The coefficients; no row is zero.
    b : sequence of as many numbers
        The right-hand sides.
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
        If the shapes do not fit, a row is zero or an entry is not finite.

    Notes
    -----
    Introduced in: sec-planes

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.planes_in_box([(2, -1, 2)], [9], figures.axes(height=3.9))
    >>> "$2x - y + 2z = 9$" in [text.get_text() for text in ax.texts]
    True
    """
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (A, b)]
    if shapes not in [[(m, 3), (m,)] for m in (1, 2, 3)]:
        raise ShapeError(
            f"expected one to three rows of three coefficients and as many right-hand sides, "
            f"received A = {A!r}, b = {b!r}: give for example A = [(1, 1, 1)], b = [6]."
        )
    planes = [plane_of(row, side) for row, side in zip(A, b, strict=True)]
    nearest = _nearest(planes)
    marked = [abs(plane.offset) for plane in planes] if nearest is None else []
    half = box_half([*marked, *([] if nearest is None else [float(np.linalg.norm(nearest))])])
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, half)
    paint(sketch, _pieces(planes, nearest, half), planes, eye, half)
    if nearest is not None and nearest.any():
        name_point(sketch, eye, nearest, "orange" if len(planes) < len(FACES) else "ink")
    equations = [
        equation([float(x) for x in row], float(side)) for row, side in zip(A, b, strict=True)
    ]
    name_faces(sketch, planes, eye, half, equations)
    name_axes(sketch, eye, half)
    return sketch.finish()


def _nearest(planes: Sequence[Plane]) -> Vector | None:
    """Return the common point nearest to the origin, or None if the planes have none."""
    try:
        return numeric.least_norm([plane.normal for plane in planes], [p.offset for p in planes])
    except InconsistentSystemError:
        return None


def _pieces(planes: Sequence[Plane], nearest: Vector | None, half: float) -> list[Piece]:
    """List what is drawn, in the order of painting where nothing else decides."""
    faces = [(color, face_in_box(p, half)) for p, color in zip(planes, FACES, strict=False)]
    pieces = [*frame_of_space(half), *(Piece(c, face) for c, face in faces if len(face))]
    for first, second in combinations(planes, 2):
        direction = np.cross(first.normal, second.normal)
        if np.linalg.norm(direction) > _PARALLEL:
            normals, offsets = [first.normal, second.normal], [first.offset, second.offset]
            line = line_in_box(numeric.least_norm(normals, offsets), direction, half)
            pieces += [Piece("crossing", line)] if len(line) else []
    origin = np.zeros(3)
    if nearest is not None:
        if nearest.any() and len(planes) == 1:
            pieces.append(Piece("across", np.array([origin, nearest])))
            within = np.cross(planes[0].normal, np.eye(3)[np.argmin(np.abs(planes[0].normal))])
            pieces += right_angle(nearest, within / np.linalg.norm(within), half)
        pieces.append(Piece("nearest", nearest[np.newaxis]))
    return [*pieces, Piece("origin", origin[np.newaxis])]
