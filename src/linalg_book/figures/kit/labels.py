"""Labels that find a free place: beside their point, off the lines, inside the axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.style import COLORS

_ANGLES = np.deg2rad(np.arange(0, 360, 15))
_SPACE = 3.0  # points kept free around a label
# Around a label that a line crosses: keeps the line off its letters.
_HALO: list[patheffects.AbstractPathEffect] = [
    patheffects.withStroke(linewidth=3.5, foreground=COLORS["paper"])
]
# Behind a label that stands on its curve: interrupts the curve.
_PATCH = {"boxstyle": "round,pad=0.12", "facecolor": COLORS["paper"], "edgecolor": "none"}


@dataclass(frozen=True)
class Label:
    """Text that belongs beside one of several points, best one first.

    ``gaps`` are the distances to try, in points; without any the text is centered on its point.
    """

    text: str
    anchors: Sequence[Vector]
    color: str
    toward: Vector | None = None
    gaps: tuple[float, ...] = (5.0, 8.0, 12.0)
    size: float | None = None


def place(ax: Axes, labels: Sequence[Label], obstacles: Vector) -> None:
    """Write each label where it hides least; obstacles are rows (x, y, weight) in pixels."""
    pixels = ax.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
    taken: list[Vector] = []
    frame = np.ravel(ax.get_window_extent().get_points())
    for label in labels:
        written = ax.annotate(
            label.text,
            xy=(0, 0),
            xytext=(0, 0),
            textcoords="offset points",
            ha="center",
            va="center",
            color=label.color,
            size=label.size,
            zorder=9,
            annotation_clip=False,
            bbox=None if label.gaps else dict(_PATCH),
        )
        written.set_in_layout(False)
        extent = written.get_window_extent()
        offsets, turns = _offsets(label, np.array([extent.width, extent.height]), pixels)
        points = ax.transData.transform(np.array(label.anchors))
        centers = points[:, np.newaxis] + offsets
        half = np.array([extent.width, extent.height]) / 2
        boxes = np.concatenate([centers - half, centers + half], axis=2)
        costs = 0.4 * np.arange(len(points))[:, np.newaxis] + turns
        costs = costs + _costs(boxes, taken, obstacles, frame, _SPACE * pixels)
        anchor, offset = divmod(int(np.argmin(costs)), costs.shape[1])
        written.xy = (float(label.anchors[anchor][0]), float(label.anchors[anchor][1]))
        written.set_position(tuple(offsets[offset] / pixels))
        best = boxes[anchor, offset]
        if np.any(_covered(best, obstacles)):
            written.set_path_effects(_HALO)
        taken.append(best)


def obstacle(path: Vector, weight: float) -> Vector:
    """Return what a label keeps clear of: samples of a path in pixels, one every three pixels."""
    samples = []
    for start, end in pairwise(path):
        count = 2 + int(np.hypot(*(end - start)) / 3)
        points = np.linspace(start, end, count)
        samples.append(np.column_stack([points, np.full(count, weight)]))
    return np.concatenate(samples)


def _offsets(label: Label, size: Vector, pixels: float) -> tuple[Vector, Vector]:
    """List shifts of a label's center from its anchor, with the cost of each."""
    if not label.gaps:
        return np.zeros((1, 2)), np.zeros(1)
    directions = np.column_stack([np.cos(_ANGLES), np.sin(_ANGLES)])
    reach = np.min(size / 2 / np.maximum(np.abs(directions), 1e-9), axis=1)
    turns = np.zeros(len(directions))
    if label.toward is not None:
        turns = 1.5 * (1 - directions @ label.toward)
    shifts = [directions * (gap * pixels + reach)[:, np.newaxis] for gap in label.gaps]
    costs = [turns + 0.5 * step for step in range(len(label.gaps))]
    return np.concatenate(shifts), np.concatenate(costs)


def _costs(
    boxes: Vector, taken: Sequence[Vector], obstacles: Vector, frame: Vector, margin: float
) -> Vector:
    """Say how bad places are: labels covered, axes left, lines and points covered."""
    wide = boxes + margin * np.array([-1, -1, 1, 1])
    beyond = np.maximum(frame[:2] - wide[..., :2], 0) + np.maximum(wide[..., 2:] - frame[2:], 0)
    costs: Vector = 5 * np.sum(beyond, axis=-1)
    for other in taken:
        shared = np.minimum(wide[..., 2:], other[2:]) - np.maximum(wide[..., :2], other[:2])
        least = np.min(shared, axis=-1)
        costs += np.where(least > 0, 20 + least, 0)
    return costs + _covered(wide[..., np.newaxis, :], obstacles) @ obstacles[:, 2]


def _covered(boxes: Vector, obstacles: Vector) -> NDArray[np.bool_]:
    """Say for each obstacle whether it lies in a box."""
    x, y = obstacles[:, 0], obstacles[:, 1]
    inside: NDArray[np.bool_] = (
        (x > boxes[..., 0]) & (x < boxes[..., 2]) & (y > boxes[..., 1]) & (y < boxes[..., 3])
    )
    return inside
