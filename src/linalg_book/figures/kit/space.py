"""Faces, segments and points in space, and the order in which to paint them.

A face or a segment is cut along every plane of the drawing.  No piece then crosses a plane, so
the pieces behind a plane, those in it and those before it can be painted in this order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from linalg_book.figures.kit.geometry import Vector

_TOUCHING = 1e-9  # distances up to this part of the box count as 0


@dataclass(frozen=True)
class View:
    """Directions to look from, in degrees; the picture is a parallel projection."""

    azimuth: float
    elevation: float

    @property
    def toward(self) -> Vector:
        """Unit vector that points to the eye."""
        turn, rise = np.deg2rad([self.azimuth, self.elevation])
        return np.array([np.cos(turn) * np.cos(rise), np.sin(turn) * np.cos(rise), np.sin(rise)])

    def project(self, points: Vector) -> Vector:
        """Return the picture's coordinates, right and up, one row a point."""
        turn, rise = np.deg2rad([self.azimuth, self.elevation])
        right = np.array([-np.sin(turn), np.cos(turn), 0.0])
        up = np.array(
            [-np.cos(turn) * np.sin(rise), -np.sin(turn) * np.sin(rise), float(np.cos(rise))]
        )
        picture: Vector = points @ np.column_stack([right, up])
        return picture


@dataclass(frozen=True)
class Plane:
    """The plane normal·x = offset, with a normal vector of length 1."""

    normal: Vector
    offset: float

    @property
    def foot(self) -> Vector:
        """Point of the plane nearest to the origin."""
        return self.offset * self.normal

    def heights(self, points: Vector) -> Vector:
        """Signed distances of the rows of ``points`` from the plane."""
        heights: Vector = points @ self.normal - self.offset
        return heights


@dataclass(frozen=True)
class Piece:
    """Something to paint: one point, the two ends of a segment, or the corners of a face."""

    name: str
    points: Vector


def box_edges(half: float) -> list[Vector]:
    """Return the twelve edges of the cube [-half, half]³."""
    edges = []
    for axis, signs in product(range(3), product((-half, half), repeat=2)):
        ends = np.insert(np.array([signs, signs]), axis, [-half, half], axis=1)
        edges.append(ends)
    return edges


def face_in_box(plane: Plane, half: float) -> Vector:
    """Return the corners of the part of a plane inside the cube, none if it misses the cube."""
    first = np.cross(plane.normal, np.eye(3)[np.argmin(np.abs(plane.normal))])
    first /= np.linalg.norm(first)
    second = np.cross(plane.normal, first)
    reach = 4 * half
    corners = [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    face = np.array([plane.foot + reach * (s * first + t * second) for s, t in corners])
    for axis, sign in product(np.eye(3), (1, -1)):
        face = below(face, Plane(sign * axis, half), half)
    return face


def line_in_box(point: Vector, direction: Vector, half: float) -> Vector:
    """Return the ends of the part of a line inside the cube, none if it misses the cube."""
    unit = direction / np.linalg.norm(direction)
    ends: Vector = point + np.outer([-4 * half, 4 * half], unit)
    for axis, sign in product(np.eye(3), (1, -1)):
        ends = below(ends, Plane(sign * axis, half), half)
    return ends


def below(points: Vector, plane: Plane, half: float) -> Vector:
    """Return the part of a face or segment where the plane's heights are at most 0."""
    heights = plane.heights(points)
    heights[np.abs(heights) <= _TOUCHING * half] = 0
    kept: list[Vector] = []
    count = len(points)
    for i in range(count):
        if heights[i] <= 0:
            kept.append(points[i])
        j = (i + 1) % count
        if heights[i] * heights[j] < 0 and (count > 2 or i == 0):
            share = heights[i] / (heights[i] - heights[j])
            kept.append(points[i] + share * (points[j] - points[i]))
    whole = len(kept) >= min(count, 3)
    return np.array(kept if whole else []).reshape(-1, 3)


def paint_order(
    pieces: Sequence[Piece], planes: Sequence[Plane], toward: Vector, half: float
) -> list[Piece]:
    """Cut the pieces along the planes and return them from back to front.

    What lies in several planes, such as their line, comes with the last of them.  Pieces that no
    plane separates keep their order.
    """
    if not planes:
        return list(pieces)
    plane, rest = planes[0], planes[1:]
    if plane.normal @ toward < 0:
        plane = Plane(-plane.normal, -plane.offset)
    behind: list[Piece] = []
    within: list[Piece] = []
    before: list[Piece] = []
    for piece in pieces:
        if _lies_in(piece, plane, half):
            later = any(_lies_in(piece, other, half) for other in rest)
            (before if later else within).append(piece)
            continue
        for part, sign in ((behind, 1), (before, -1)):
            side = Plane(sign * plane.normal, sign * plane.offset)
            points = below(piece.points, side, half)
            if len(points) and np.min(side.heights(points)) < -_TOUCHING * half:
                part.append(replace(piece, points=points))
    within.sort(key=lambda piece: -min(len(piece.points), 3))
    return [
        *paint_order(behind, rest, toward, half),
        *within,
        *paint_order(before, rest, toward, half),
    ]


def _lies_in(piece: Piece, plane: Plane, half: float) -> bool:
    return bool(np.all(np.abs(plane.heights(piece.points)) <= _TOUCHING * half))
