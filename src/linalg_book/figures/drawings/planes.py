"""Two planes in space: the line in which they meet, and its nearest point to the origin."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.notation import equation
from linalg_book.figures.kit.scenes import exact_texts, record_scene
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

_NEARLY_PARALLEL = 1e-12  # sine of an angle between normals that counts as 0


@dataclass(frozen=True)
class TwoPlanes:
    """Two planes with their line, unless they are parallel."""

    planes: tuple[Plane, ...]
    nearest: Vector | None
    direction: Vector | None
    half: float

    def pieces(self) -> list[Piece]:
        """List what is drawn, in the order of painting where nothing else decides."""
        half, origin = self.half, np.zeros((1, 3))
        pieces = frame_of_space(half)
        pieces += [
            Piece(color, face)
            for plane, color in zip(self.planes, FACES, strict=False)
            if len(face := face_in_box(plane, half))
        ]
        if self.nearest is None or self.direction is None:
            return [*pieces, Piece("origin", origin)]
        pieces.append(Piece("line", line_in_box(self.nearest, self.direction, half)))
        if self.nearest.any():
            pieces.append(Piece("across", np.array([origin[0], self.nearest])))
            pieces += right_angle(self.nearest, self.direction, half)
        return [*pieces, Piece("origin", origin), Piece("nearest", self.nearest[np.newaxis])]


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
    angles = [eye.azimuth, eye.elevation]
    record_scene(ax, "planes", A=rows, b=exact_texts(b), half=drawn.half, view=angles)
    return sketch.finish()


def planes_of(A: Sequence[Sequence[Number]], b: Sequence[Number]) -> TwoPlanes:
    """Check the equations and compute what their drawing shows."""
    shapes = [np.asarray(part, dtype=object).shape for part in (A, b)]
    if shapes != [(2, 3), (2,)]:
        raise ShapeError(
            f"expected two rows of three coefficients and two right-hand sides, received "
            f"A = {A!r}, b = {b!r}: give for example A = [(1, 1, 1), (1, -1, 0)], b = (6, 2)."
        )
    planes = tuple(plane_of(row, side) for row, side in zip(A, b, strict=True))
    direction = np.cross(planes[0].normal, planes[1].normal)
    sine = float(np.linalg.norm(direction))
    if sine > _NEARLY_PARALLEL:
        normals, offsets = zip(*((plane.normal, plane.offset) for plane in planes), strict=True)
        nearest = numeric.least_norm(np.array(normals), offsets)
        half = box_half([float(np.linalg.norm(nearest))])
        return TwoPlanes(planes, nearest, direction / sine, half)
    half = box_half([abs(plane.offset) for plane in planes])
    same_side = float(np.sign(planes[0].normal @ planes[1].normal))
    gap = abs(planes[0].offset - same_side * planes[1].offset)
    shown = planes[:1] if gap <= _NEARLY_PARALLEL * half else planes
    return TwoPlanes(shown, None, None, half)


def plane_of(row: Sequence[Number], right: Number) -> Plane:
    """Scale an equation so that its normal vector has length 1."""
    foot = numeric.closest_point(row, right)
    entries = [float(x) for x in row]
    largest = max(map(abs, entries))
    normal = np.array([x / largest for x in entries])
    normal /= np.linalg.norm(normal)
    return Plane(normal, float(foot @ normal))


def _label(sketch: Sketch, drawn: TwoPlanes, eye: View, equations: list[str]) -> None:
    """Name the nearest point, the planes and the axes."""
    if drawn.nearest is not None and drawn.nearest.any():
        name_point(sketch, eye, drawn.nearest, "orange")
    name_faces(sketch, drawn.planes, eye, drawn.half, equations)
    name_axes(sketch, eye, drawn.half)


def name_faces(
    sketch: Sketch, planes: Sequence[Plane], eye: View, half: float, equations: Sequence[str]
) -> None:
    """Write each equation beside the farthest corner of its face."""
    faces = [face_in_box(plane, half) for plane in planes]
    for k, text in enumerate(equations):
        face = faces[min(k, len(faces) - 1)]
        corners = eye.project(face) if len(face) else np.array([[0, (k - 1) * half]])
        farthest_first = corners[np.argsort(-np.hypot(*corners.T), kind="stable")]
        toward = farthest_first[0]
        color = FACES[k] if k < len(faces) else "ink"
        sketch.label(f"${text}$", list(farthest_first), color, toward=toward)
