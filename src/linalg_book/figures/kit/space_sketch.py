"""How pieces of space look: strokes, faces and marks painted from back to front, and axes named."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.notation import pair
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, box_edges, paint_order

_NEAREST, _FARTHEST = 1e-100, 1e100  # squares of lengths stay within float64
# A face is paper under a tint: what lies behind it stays faintly visible.
_PAPER, _TINT = 0.45, 0.3
_CORNER = 0.09  # side of the right angle's square, as a part of the box
FACES = ("blue", "green", "orange")
# name of a piece: (color, width in points, style)
_STROKES: Mapping[str, tuple[str, float, object]] = {
    "box": ("grid", 0.8, "-"),
    "axis": ("muted", 0.9, "-"),
    "crossing": ("ink", 1.1, "-"),
    "line": ("purple", 2.6, "-"),
    "across": ("orange", 2.6, "-"),
    "corner": ("ink", 1.1, "-"),
    "skew": ("green", 2.0, "-"),
    "along": ("green", 4.2, "-"),
    "whole": ("ink", 1.8, (0, (5, 2))),
    "gap": ("ink", 1.4, (0, (3, 2))),
    "residual": ("purple", 2.2, (0, (4, 2.5))),
    "mesh": ("blue", 0.8, "-"),
}
# how bad it is if words cover the piece: short ones would vanish
_WEIGHTS = {"gap": 3.0, "residual": 2.0}
_MARKS = {
    "origin": ("ink", 5.0),
    "nearest": ("orange", 8.0),
    "solution": ("ink", 7.0),
    "tip": ("green", 7.0),
}


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


def sketch_of_box(ax: Axes, half: float) -> Sketch:
    """Make a drawing that holds the box in every view, with the origin named."""
    reach = 1.5 * half
    sketch = Sketch(ax, [np.array([-reach, -reach]), np.array([reach, reach])], margin=0, bare=True)
    sketch.label("$O$", [np.zeros(2)], "ink")
    return sketch


def frame_of_space(half: float) -> list[Piece]:
    """Return the edges of the box and the axes."""
    edges = [Piece("box", edge) for edge in box_edges(half)]
    return edges + [Piece("axis", half * np.array([-axis, axis])) for axis in np.eye(3)]


def sheet_corners(u: Vector, v: Vector, reach: int) -> Vector:
    """Return the corners of a sheet of squared paper spanned by two vectors, all around."""
    signs = reach * np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], dtype=float)
    corners: Vector = signs @ np.array([u, v])
    return corners


def sheet_mesh(u: Vector, v: Vector, reach: int) -> list[Piece]:
    """Return the lines of such a sheet."""
    lines = []
    for k in range(-reach, reach + 1):
        for along, across in ((u, v), (v, u)):
            ends = np.array([k * across - reach * along, k * across + reach * along])
            lines.append(Piece("mesh", ends))
    return lines


def right_angle(nearest: Vector, direction: Vector, half: float) -> list[Piece]:
    """Return two sides of the small square between a unit direction and the way to the origin."""
    side = _CORNER * half
    along, back = side * direction, -side * nearest / np.linalg.norm(nearest)
    start, middle, end = nearest + np.array([along, along + back, back])
    return [Piece("corner", np.array(ends)) for ends in ([start, middle], [middle, end])]


def paint(
    sketch: Sketch, pieces: Sequence[Piece], planes: Sequence[Plane], eye: View, half: float
) -> None:
    """Paint pieces from back to front."""
    for layer, piece in enumerate(paint_order(pieces, planes, eye.toward, half)):
        _paint_piece(sketch, piece.name, eye.project(piece.points), 2 + layer / 100)


def name_axes(sketch: Sketch, eye: View, half: float, names: Sequence[str] = "xyz") -> None:
    """Name the axes."""
    for axis, name in zip(np.eye(3), names, strict=True):
        tip = eye.project(half * axis[np.newaxis])[0]
        sketch.label(f"${name}$", [tip], "muted", toward=tip)


def name_point(sketch: Sketch, eye: View, point: Vector, color: str) -> None:
    """Write the coordinates of a point beside it."""
    at = eye.project(point[np.newaxis])[0]
    sketch.label(f"${pair(point)}$", [at], color, toward=at if at.any() else None)


def _paint_piece(sketch: Sketch, name: str, points: Vector, layer: float) -> None:
    """Paint one piece that lies wholly before or behind every other."""
    if name in FACES:
        for color, alpha in (("paper", _PAPER), (name, _TINT)):
            sketch.area(list(points), color, alpha=alpha, weight=0.35, zorder=layer)
        outline = np.concatenate([points, points[:1]])
        sketch.curve(outline, name, width=1.1, weight=0.6, zorder=layer)
    elif name in _MARKS:
        color, size = _MARKS[name]
        sketch.point(points[0], color, size=size, zorder=layer)
    else:
        color, width, style = _STROKES[name]
        ends = (points[0], points[1])
        weight = _WEIGHTS.get(name, 0.5)
        sketch.segment(*ends, color, width=width, style=style, weight=weight, zorder=layer)
