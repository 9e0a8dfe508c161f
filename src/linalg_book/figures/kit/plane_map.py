"""A 2×2 matrix between two planes: their subspaces, and vectors split between these."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.exact import four_subspaces
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.panes import half_of
from linalg_book.figures.kit.scenes import exact_texts
from linalg_book.figures.kit.sketch import Sketch

_GAP = 0.14  # between the two planes, as a part of half a plane
FRAME = (np.array([-2 - _GAP, -1.52]), np.array([2 + _GAP, 1.04]))  # of both planes
_NEAREST, _FARTHEST = 1e-12, 1e12
_TOUCHING = 1e-9
_STYLES = ("-", (0, (4, 2)))


@dataclass(frozen=True)
class SplitPlane:
    """A plane of the picture with two orthogonal subspaces, each by its basis."""

    center: Vector
    half: float
    first: Vector
    second: Vector
    colors: tuple[str, str]
    names: tuple[str, str]

    def at(self, point: Vector) -> Vector:
        """Place of a point of this plane in the picture, where every plane has half side 1."""
        return self.center + point / self.half

    def split(self, vector: Vector) -> Vector:
        """Return the part of a vector in the first subspace."""
        basis = self.first
        if basis.shape[1] == 0:
            return np.zeros(2)
        part: Vector = basis @ np.linalg.solve(basis.T @ basis, basis.T @ vector)
        return part


@dataclass(frozen=True)
class Map:
    """A 2×2 matrix with an input x and a wanted output b."""

    A: Vector
    x: Vector
    b: Vector
    domain: SplitPlane
    codomain: SplitPlane


def map_of(A: Sequence[Sequence[Number]], x: Sequence[Number], b: Sequence[Number]) -> Map:
    """Check the numbers and compute what their drawing shows."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (A, x, b)]
    if shapes != [(2, 2), (2,), (2,)]:
        raise ShapeError(
            f"expected a 2×2 matrix and two vectors of two entries, received A = {A!r}, x = {x!r}, "
            f"b = {b!r}: give for example A = [(1, 1), (2, 2)], x = (3, 1), b = (2, 9)."
        )
    matrix, into, wanted = (np.asarray(part, dtype=float) for part in (A, x, b))
    sizes = np.abs(np.concatenate([matrix.ravel(), into, wanted]))
    if not np.all((sizes == 0) | ((sizes >= _NEAREST) & (sizes <= _FARTHEST))):
        raise InvalidNumberError(
            f"expected 0 or numbers of a size from {_NEAREST:g} to {_FARTHEST:g}, received "
            f"A = {A!r}, x = {x!r}, b = {b!r}: scale them."
        )
    found = four_subspaces([exact_texts(row) for row in A]).answer
    column, row, null, left = (np.array(basis, dtype=float).reshape(2, -1) for basis in found)
    offset = np.array([1 + _GAP, 0.0])
    domain = SplitPlane(
        -offset, half_of([into]), row, null, ("blue", "orange"), ("row space", "null space")
    )
    codomain = SplitPlane(
        offset,
        half_of([matrix @ into, wanted]),
        column,
        left,
        ("green", "purple"),
        ("column space", "left null space"),
    )
    return Map(matrix, into, wanted, domain, codomain)


def draw_plane(sketch: Sketch, plane: SplitPlane) -> None:
    """Draw the frame, the axes and the two subspaces of a plane, and name them under it."""
    low, high = plane.center - 1, plane.center + 1
    corners = [low, np.array([high[0], low[1]]), high, np.array([low[0], high[1]])]
    sketch.curve(np.array([*corners, low]), "grid", width=0.8, weight=0.3, zorder=1)
    for axis in np.eye(2):
        ends = plane.center - axis, plane.center + axis
        sketch.segment(*ends, "muted", width=0.6, weight=0.3, zorder=1.5)
    for k, basis in enumerate((plane.first, plane.second)):
        look: dict[str, Any] = {
            "color": plane.colors[k],
            "width": 1.8,
            "style": _STYLES[k],
            "zorder": 2,
        }
        if basis.shape[1] == 2:
            sketch.area(corners, plane.colors[k], alpha=0.16)
        elif basis.shape[1] == 1:
            sketch.segment(*clip(plane.center, basis[:, 0], low, high), **look)
        else:
            sketch.point(plane.center, plane.colors[k], size=6)
        row = low + np.array([0.28, -0.18 - 0.24 * k])
        sketch.segment(row - np.array([0.26, 0]), row, **look)
        sketch.label(plane.names[k], [row], plane.colors[k], toward=(1, 0), gap=3.0)
    if plane.first.shape[1] == 1:
        first, second = (v[:, 0] / np.hypot(*v[:, 0]) for v in (plane.first, plane.second))
        sketch.right_angle(plane.center, first, second)


def draw_parts(sketch: Sketch, plane: SplitPlane, vector: Vector, name: str) -> None:
    """Draw a vector as the sum of its parts in the two subspaces."""
    part, tip = plane.at(plane.split(vector)), plane.at(vector)
    if np.linalg.norm(part - plane.center) > _TOUCHING:
        sketch.arrow(plane.center, part, plane.colors[0], width=2.6)
    if np.linalg.norm(tip - part) > _TOUCHING:
        sketch.arrow(part, tip, plane.colors[1], width=2.6)
    if vector.any():
        sketch.arrow(plane.center, tip, "ink", width=1.4)
    if name:
        sketch.point(tip, "ink", size=5)
        sketch.label(name, [tip], "ink")
