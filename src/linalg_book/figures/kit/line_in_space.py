"""A line in a box around the origin: its nearest point, ways across to it, one of its points."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.planes_in_space import planes_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, face_in_box, line_in_box
from linalg_book.figures.kit.space_sketch import (
    box_half,
    frame_of_space,
    right_angle,
)

_MEETS = 1e-9  # gaps up to this part of the box count as 0
_SEEN_ALONG = 0.01  # a line that looks shorter than this part of the box is a point to the eye
_SAME = 1e-9  # differences up to this part of the box count as 0


@dataclass(frozen=True)
class LineInSpace:
    """A line with its point nearest to the origin and its unit direction."""

    nearest: Vector
    direction: Vector
    half: float

    @property
    def plane(self) -> Plane:
        """The plane through the origin perpendicular to the line."""
        return Plane(self.direction, 0.0)

    def ground(self) -> list[Piece]:
        """List the box, the plane and the line."""
        face = Piece("blue", face_in_box(self.plane, self.half))
        line = Piece("line", line_in_box(self.nearest, self.direction, self.half))
        return [*frame_of_space(self.half), face, line]

    def shortest_way(self, forward: float = 1) -> list[Piece]:
        """List the way from the origin across to the line and its right angle, if it has any."""
        if not self.nearest.any():
            return []
        across = Piece("across", np.array([np.zeros(3), self.nearest]))
        return [across, *right_angle(self.nearest, forward * self.direction, self.half)]

    def marks(self, name: str, point: Vector) -> list[Piece]:
        """List the origin, one more point and the nearest point, which is painted last."""
        points = {"origin": np.zeros(3), name: point, "nearest": self.nearest}
        return [Piece(each, place[np.newaxis]) for each, place in points.items()]


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


def name_line(sketch: Sketch, eye: View, drawn: Perpendiculars) -> None:
    """Name the line at an end; for an eye that looks along it, beside its point."""
    ends = eye.project(line_in_box(drawn.nearest, drawn.direction, drawn.half))
    at, tip = eye.project(np.array([drawn.nearest, drawn.tip]))
    is_point = np.ptp(ends, axis=0).max() < _SEEN_ALONG * drawn.half
    away = at - tip if is_point and not np.allclose(at, tip) else ends[0]
    sketch.label("$L$", list(ends), "purple", toward=away)
