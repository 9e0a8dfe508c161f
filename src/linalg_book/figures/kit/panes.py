"""Square panes side by side, each of half side 1 in the picture, with round scales."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.sketch import Sketch

_HALVES = (1, 1.5, 2, 3, 4, 6, 8, 10)


@dataclass(frozen=True)
class Pane:
    """A square pane of half side 1 in the picture, around a center."""

    center: Vector
    half: float

    def at(self, point: Vector) -> Vector:
        """Place of a point, or of each row, in the picture."""
        return self.center + point / self.half

    def draw_bounds(self, sketch: Sketch) -> None:
        """Draw the square around the pane."""
        turns = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]])
        sketch.curve(self.center + turns, "grid", width=0.8, weight=0.3, zorder=1)


def half_of(points: Sequence[Vector]) -> float:
    """Return half the side of a plane that shows the points: a round number."""
    farthest = 1.1 * float(np.max(np.abs(points)))
    if farthest == 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(farthest))
    return float(next(k * power for k in _HALVES if k * power >= farthest))
