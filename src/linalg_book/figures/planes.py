"""Two planes in space: the line in which they meet, and its nearest point to the origin."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.geometry import Number, Vector
from linalg_book.figures.notation import equation, number
from linalg_book.figures.scenes import exact_texts, record_scene
from linalg_book.figures.sketch import Sketch
from linalg_book.figures.space import (
    Piece,
    Plane,
    View,
    box_edges,
    face_in_box,
    line_in_box,
    paint_order,
)
from linalg_book.figures.style import in_book_style

_NEARLY_PARALLEL = 1e-12  # sine of an angle between normals that counts as 0
_NEAREST, _FARTHEST = 1e-100, 1e100  # squares of lengths stay within float64
# A face is paper under a tint: what lies behind it stays faintly visible.
_PAPER, _TINT = 0.45, 0.3
_CORNER = 0.09  # side of the right angle's square, as a part of the box
_COLORS = ("blue", "green")
# name of a piece: (color, width in points)
_STROKES = {
    "box": ("grid", 0.8),
    "axis": ("muted", 0.9),
    "line": ("purple", 2.6),
    "across": ("orange", 2.6),
    "corner": ("ink", 1.1),
}
_MARKS = {"origin": ("ink", 5.0), "nearest": ("orange", 8.0)}


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
        pieces = [Piece("box", edge) for edge in box_edges(half)]
        pieces += [Piece("axis", half * np.array([-axis, axis])) for axis in np.eye(3)]
        pieces += [
            Piece(color, face)
            for plane, color in zip(self.planes, _COLORS, strict=False)
            if len(face := face_in_box(plane, half))
        ]
        if self.nearest is None or self.direction is None:
            return [*pieces, Piece("origin", origin)]
        pieces.append(Piece("line", line_in_box(self.nearest, self.direction, half)))
        if self.nearest.any():
            pieces.append(Piece("across", np.array([origin[0], self.nearest])))
            pieces += [Piece("corner", side) for side in self._corner(self.nearest, self.direction)]
        return [*pieces, Piece("origin", origin), Piece("nearest", self.nearest[np.newaxis])]

    def _corner(self, nearest: Vector, direction: Vector) -> list[Vector]:
        """Return two sides of the small square at the right angle."""
        side = _CORNER * self.half
        along, back = side * direction, -side * nearest / np.linalg.norm(nearest)
        start, middle, end = nearest + np.array([along, along + back, back])
        return [np.array([start, middle]), np.array([middle, end])]


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
    reach = 1.5 * drawn.half  # what the box needs in every view
    sketch = Sketch(ax, [np.array([-reach, -reach]), np.array([reach, reach])], margin=0, bare=True)
    order = paint_order(drawn.pieces(), drawn.planes, eye.toward, drawn.half)
    for layer, piece in enumerate(order):
        _paint(sketch, piece.name, eye.project(piece.points), 2 + layer / 100)
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
    planes = tuple(_plane(row, side) for row, side in zip(A, b, strict=True))
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


def box_half(distances: Sequence[float]) -> float:
    """Return half the side of a box around the origin: 1, 2 or 5 times a power of ten."""
    farthest = max(distances)
    if farthest == 0:
        return 1.0
    if not _NEAREST <= farthest <= _FARTHEST:
        raise InvalidNumberError(
            f"expected planes between {_NEAREST:g} and {_FARTHEST:g} away from the origin, "
            f"received a distance of {farthest:g}: choose other units."
        )
    power = 10.0 ** np.floor(np.log10(farthest))
    return float(next(k * power for k in (1, 2, 5, 10, 20) if k * power >= 1.25 * farthest))


def _plane(row: Sequence[Number], right: Number) -> Plane:
    """Scale an equation so that its normal vector has length 1."""
    foot = numeric.closest_point(row, right)
    entries = [float(x) for x in row]
    largest = max(map(abs, entries))
    normal = np.array([x / largest for x in entries])
    normal /= np.linalg.norm(normal)
    return Plane(normal, float(foot @ normal))


def _paint(sketch: Sketch, name: str, points: Vector, layer: float) -> None:
    """Paint one piece that lies wholly before or behind every other."""
    if name in _COLORS:
        for color, alpha in (("paper", _PAPER), (name, _TINT)):
            sketch.area(list(points), color, alpha=alpha, weight=0.35, zorder=layer)
        outline = np.concatenate([points, points[:1]])
        sketch.curve(outline, name, width=1.1, weight=0.6, zorder=layer)
    elif name in _MARKS:
        color, size = _MARKS[name]
        sketch.point(points[0], color, size=size, zorder=layer)
    else:
        color, width = _STROKES[name]
        sketch.segment(points[0], points[1], color, width=width, weight=0.5, zorder=layer)


def _label(sketch: Sketch, drawn: TwoPlanes, eye: View, equations: list[str]) -> None:
    """Name the nearest point, the planes and the axes."""
    sketch.label("$O$", [np.zeros(2)], "ink")
    if drawn.nearest is not None and drawn.nearest.any():
        at = eye.project(drawn.nearest[np.newaxis])[0]
        written = r",\, ".join(number(float(x)) for x in drawn.nearest)
        sketch.label(f"$({written})$", [at], "orange", toward=at)
    faces = [face_in_box(plane, drawn.half) for plane in drawn.planes]
    for k, text in enumerate(equations):
        face = faces[min(k, len(faces) - 1)]
        corners = eye.project(face) if len(face) else np.array([[0, (k - 1) * drawn.half]])
        farthest_first = corners[np.argsort(-np.hypot(*corners.T), kind="stable")]
        toward = farthest_first[0]
        color = _COLORS[k] if k < len(faces) else "ink"
        sketch.label(f"${text}$", list(farthest_first), color, toward=toward)
    for axis, name in zip(np.eye(3), "xyz", strict=True):
        tip = eye.project(drawn.half * axis[np.newaxis])[0]
        sketch.label(f"${name}$", [tip], "muted", toward=tip)
