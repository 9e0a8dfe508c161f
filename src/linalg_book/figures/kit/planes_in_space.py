"""Planes of space by their equations: where two of them meet, and their names in a picture."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, face_in_box, line_in_box
from linalg_book.figures.kit.space_sketch import (
    FACES,
    box_half,
    frame_of_space,
    right_angle,
)

_NEARLY_PARALLEL = 1e-12  # sine of an angle between normals that counts as 0
_FLAT = 1e-9  # two vectors with a smaller sine between them span no plane


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


def spanned_plane(u: Vector, v: Vector) -> Plane:
    """Return the plane of all combinations of two vectors that are no multiples of each other."""
    normal = np.cross(u, v)
    size = float(np.linalg.norm(normal))
    if not size > _FLAT * float(np.linalg.norm(u) * np.linalg.norm(v)):
        raise InvalidNumberError(
            "expected two vectors of which neither is a multiple of the other, received "
            f"u = {u.tolist()}, v = {v.tolist()}: change one of them."
        )
    return Plane(normal / size, 0.0)


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
