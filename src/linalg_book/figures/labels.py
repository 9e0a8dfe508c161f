"""Labels that find a free place: beside their point, off the lines, inside the axes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib import patheffects
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.figures.geometry import Vector
from linalg_book.figures.style import COLORS

_ANGLES = np.deg2rad(np.arange(0, 360, 15))
_SPACE = 3.0  # points kept free around a label
# Around a label that a line crosses: keeps the line off its letters.
_HALO = [patheffects.withStroke(linewidth=3.5, foreground=COLORS["paper"])]
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


@dataclass(frozen=True)
class _Place:
    anchor: Vector
    offset: Vector  # from the anchor to the center of the text, in pixels
    box: Vector  # left, bottom, right, top in pixels


def place(ax: Axes, labels: Sequence[Label], obstacles: Vector) -> None:
    """Write each label where it hides least; obstacles are rows (x, y, weight) in pixels."""
    pixels = ax.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
    taken: list[Vector] = []
    frame = ax.get_window_extent()
    bounds = np.array([frame.x0, frame.y0, frame.x1, frame.y1])
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
        size = np.array([extent.width, extent.height])
        best = min(
            _candidates(ax, label, size, pixels),
            key=lambda found: found[0] + _cost(found[1].box, taken, obstacles, bounds, pixels),
        )[1]
        written.xy = (float(best.anchor[0]), float(best.anchor[1]))
        written.set_position(tuple(best.offset / pixels))
        if np.any(_covered(best.box, obstacles)):
            written.set_path_effects(_HALO)
        taken.append(best.box)


def _candidates(ax: Axes, label: Label, size: Vector, pixels: float) -> list[tuple[float, _Place]]:
    """List the places around a label's anchors with the cost of their order."""
    found = []
    for rank, anchor in enumerate(label.anchors):
        start = ax.transData.transform(anchor)
        for cost, offset in _offsets(label, size, pixels):
            corner = start + offset - size / 2
            box = np.concatenate([corner, corner + size])
            found.append((0.4 * rank + cost, _Place(anchor, offset, box)))
    return found


def _offsets(label: Label, size: Vector, pixels: float) -> list[tuple[float, Vector]]:
    """List shifts of a label's center from its anchor with the cost of their order."""
    if not label.gaps:
        return [(0.0, np.zeros(2))]
    found = []
    for step, gap in enumerate(label.gaps):
        for angle in _ANGLES:
            direction = np.array([np.cos(angle), np.sin(angle)])
            reach = float(np.min(size / 2 / np.maximum(np.abs(direction), 1e-9)))
            turn = 0.0 if label.toward is None else 1.5 * (1 - float(direction @ label.toward))
            found.append((0.5 * step + turn, direction * (gap * pixels + reach)))
    return found


def _cost(
    box: Vector, taken: Sequence[Vector], obstacles: Vector, bounds: Vector, pixels: float
) -> float:
    """Say how bad a place is: labels covered, axes left, lines and points covered."""
    margin = _SPACE * pixels
    low, high = box[:2] - margin, box[2:] + margin
    cost = 3 * float(np.sum(np.maximum(bounds[:2] - low, 0) + np.maximum(high - bounds[2:], 0)))
    for other in taken:
        shared = np.minimum(high, other[2:]) - np.maximum(low, other[:2])
        if np.all(shared > 0):
            cost += 20 + float(np.min(shared))
    inside = _covered(np.concatenate([low, high]), obstacles)
    return cost + float(np.sum(obstacles[inside, 2]))


def _covered(box: Vector, obstacles: Vector) -> NDArray[np.bool_]:
    """Say for each obstacle whether it lies in a box."""
    inside = (obstacles[:, :2] > box[:2]) & (obstacles[:, :2] < box[2:])
    return np.all(inside, axis=1)
