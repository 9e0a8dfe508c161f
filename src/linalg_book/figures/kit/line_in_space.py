"""A line in a box around the origin, its nearest point, and the plane of all ways across to it."""

from dataclasses import dataclass

import numpy as np

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.space import Piece, Plane, face_in_box, line_in_box
from linalg_book.figures.kit.space_sketch import frame_of_space, right_angle


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
