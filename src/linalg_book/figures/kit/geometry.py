"""Points, directions and lengths of a line a·x = b, as the drawings need them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError

Vector: TypeAlias = NDArray[np.float64]
Number: TypeAlias = int | float | Fraction
_NEAREST, _FARTHEST = 1e-100, 1e100  # squares of lengths stay within float64
_PARALLEL = 1e-9  # sine of the angle between two lines that counts as 0


@dataclass(frozen=True)
class Line:
    """A line of the plane with its nearest point to the origin."""

    a: tuple[float, float]
    b: float
    foot: Vector
    normal: Vector
    along: Vector

    @property
    def distance(self) -> float:
        """Distance of the line from the origin."""
        return float(np.hypot(*self.foot))

    @property
    def unit(self) -> float:
        """Length to which the drawing is scaled: the distance, or 1 through the origin."""
        return self.distance or 1.0

    @property
    def intercepts(self) -> list[Vector]:
        """Where the line meets the axes: one or two different points, x-axis first."""
        points = []
        if self.a[0] != 0:
            points.append(np.array([self.b / self.a[0], 0.0]))
        if self.a[1] != 0 and (self.b != 0 or self.a[0] == 0):
            points.append(np.array([0.0, self.b / self.a[1]]))
        return points

    @property
    def visible_intercepts(self) -> list[Vector]:
        """The intercepts that fit into a drawing of the nearest point."""
        return [point for point in self.intercepts if np.hypot(*point) <= 6 * self.unit]

    @property
    def outward(self) -> Vector:
        """Direction from the origin to the line."""
        return self.normal if self.b >= 0 else -self.normal

    def at(self, s: float) -> Vector:
        """Point of the line at signed distance s from the foot."""
        return self.foot + s * self.along


def line_of(a: Sequence[Number], b: Number) -> Line:
    """Check the equation a·x = b and compute what its drawings share."""
    entries = list(a) if np.ndim(np.asarray(a, dtype=object)) == 1 else []
    if len(entries) != 2:
        raise ShapeError(
            f"expected two coefficients (a line of the plane), received a = {a!r}: "
            "give a as two numbers, for example (3, 4)."
        )
    foot = numeric.closest_point(entries, b)
    if b != 0 and not _NEAREST <= np.max(np.abs(foot)) <= _FARTHEST:
        raise InvalidNumberError(
            f"expected a line between {_NEAREST:g} and {_FARTHEST:g} away from the origin, "
            f"received a = {a!r}, b = {b!r}: choose other units."
        )
    first, second = float(entries[0]), float(entries[1])
    largest = max(abs(first), abs(second))
    normal = np.array([first / largest, second / largest])
    normal /= np.hypot(*normal)
    along = np.array([normal[1], -normal[0]])
    return Line((first, second), float(b), foot, normal, along)


def crossing_lines(A: Sequence[Sequence[Number]], b: Sequence[Number]) -> tuple[Line, Line]:
    """Check two equations a·x = b whose lines cross and of which both contain x."""
    if len(A) != 2 or len(b) != 2:
        raise ShapeError(
            f"expected two equations, received A = {A!r}, b = {b!r}: give for example "
            "A = [(1, 2), (3, 2)], b = (8, 12)."
        )
    first, second = (line_of(row, side) for row, side in zip(A, b, strict=True))
    slope = float(first.normal @ second.along)
    if 0 in (first.a[0], second.a[0]) or abs(slope) < _PARALLEL:
        raise ShapeError(
            f"expected two lines that cross and both contain x, received A = {A!r}: "
            "give for example A = [(1, 2), (3, 2)]."
        )
    return first, second


def combined(first: Line, second: Line, factor: float) -> Line:
    """Subtract a multiple of the first equation from the second."""
    row = [q - factor * p for p, q in zip(first.a, second.a, strict=True)]
    return line_of(row, second.b - factor * first.b)


def clip(point: Vector, direction: Vector, low: Vector, high: Vector) -> tuple[Vector, Vector]:
    """Cut the line through a point of the box [low, high] to the box."""
    starts, ends = [-np.inf], [np.inf]
    for k in range(2):
        if direction[k] != 0:
            crossings = sorted(
                ((low[k] - point[k]) / direction[k], (high[k] - point[k]) / direction[k])
            )
            starts.append(crossings[0])
            ends.append(crossings[1])
    return point + max(starts) * direction, point + min(ends) * direction


def circle_points(radius: float, angles: Vector | None = None) -> Vector:
    """Points of a circle around the origin, one a row; by default all around."""
    turns = np.linspace(0, 2 * np.pi, 121) if angles is None else angles
    return radius * np.column_stack([np.cos(turns), np.sin(turns)])


def require_two_intercepts(line: Line) -> None:
    """Refuse a line that is parallel to an axis, as far as floats can tell, or meets the origin."""
    if len(line.intercepts) < 2 or not np.all(np.isfinite(line.intercepts)):
        raise InvalidNumberError(
            "expected a line that cuts both axes away from the origin, received "
            f"a = {line.a}, b = {line.b}: give three numbers other than zero."
        )


def finite_list(name: str, usual: Sequence[float], given: Sequence[Number] | None) -> list[float]:
    """Take the given numbers, or the usual ones if none are given."""
    try:
        values = np.asarray(usual if given is None else given, dtype=float)
    except (TypeError, ValueError):
        values = np.array([np.nan])
    if values.ndim != 1 or values.size == 0:
        raise ShapeError(
            f"expected {name} as a list of one number or more, received {given!r}: "
            f"give for example {name}=[1, 2]."
        )
    if not np.all(np.isfinite(values)):
        raise InvalidNumberError(
            f"expected finite numbers in {name}, received {given!r}: replace the other entries."
        )
    return [float(value) for value in values]


def few_points(points: Sequence[Sequence[Number]], most: int) -> Vector:
    """Read points with two coordinates, from one to so many, one a row."""
    shape = np.shape(np.asarray(points, dtype=object))
    if len(shape) != 2 or shape[1] != 2 or not 1 <= shape[0] <= most:
        raise ShapeError(
            f"expected from 1 to {most} points with two coordinates, received {points!r}: "
            "give for example [(0, 1), (1, 3)]."
        )
    table: Vector = np.array(points, dtype=float)
    if not np.isfinite(table).all():
        raise InvalidNumberError(f"expected finite numbers, received {points!r}: change them.")
    return table
