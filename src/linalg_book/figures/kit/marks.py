"""The marks of a finished drawing: what each is, its color and its points."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import Collection, LineCollection, PathCollection
from matplotlib.colors import to_hex, to_rgba
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Ellipse, FancyArrowPatch, Patch, Rectangle

from linalg_book.figures.kit.colors import COLORS
from linalg_book.figures.kit.geometry import Vector

_COLOR_NAMES = {to_hex(color): name for name, color in COLORS.items()}
_UNSEEN = {"grid", "paper"}
_CLOSED = 4  # points of the shortest path that comes back
_STYLES = {"--": "dashed", "dashed": "dashed", ":": "dotted", "dotted": "dotted"}
_ENDS = 2
_CORNER = 3  # points of the small path that marks a right angle
_CLOSE = 1e-6  # part of a path's size that counts as nothing


@dataclass
class Mark:
    """One mark: its kind in the singular, its look, its points, and the names beside it."""

    kind: str
    color: str
    style: str
    points: Vector
    count: int = 1  # of equal marks in one artist, such as the points of a cloud
    size: float = 0.0  # radius of a circle
    names: list[str] = field(default_factory=list)

    @property
    def look(self) -> tuple[str, str, str]:
        """What a reader sees of it but for its place."""
        return self.style, self.color, self.kind


def marks_of(ax: Axes) -> list[Mark]:
    """Return the marks of an axes from back to front, without grid and ground."""
    artists: list[Artist] = [*ax.lines, *ax.patches, *ax.collections, *ax.images]
    seen = [artist for artist in artists if artist.get_visible()]
    found = [
        mark for artist in sorted(seen, key=lambda a: a.get_zorder()) for mark in _read(artist)
    ]
    return [mark for mark in found if mark.color not in _UNSEEN and len(mark.points)]


def color_name(color: Any) -> str:
    """Return the book's name of a color, nothing for others, as those of a color map."""
    try:
        return _COLOR_NAMES.get(to_hex(color), "")
    except ValueError:  # "none", or one color for each point
        return ""


def _read(artist: Artist) -> Iterator[Mark]:
    if isinstance(artist, Line2D):
        yield _line(artist)
    elif isinstance(artist, FancyArrowPatch):
        ends = np.array(vars(artist)["_posA_posB"])  # its path ends before its tip
        yield Mark("arrow", color_name(artist.get_edgecolor()), _style(artist), ends)
    elif isinstance(artist, Patch):
        yield _patch(artist)
    elif isinstance(artist, Collection):
        yield _collection(artist)
    else:  # an image
        left, right, bottom, top = artist.get_extent()  # type: ignore[attr-defined]
        yield Mark("image", "", "", np.array([[left, bottom], [right, top]]))


def _style(artist: Any) -> str:
    return _STYLES.get(str(artist.get_linestyle()), "") or _dashes(artist)


def _dashes(artist: Any) -> str:
    """Say whether a line's own pattern interrupts it."""
    pattern = getattr(artist, "_unscaled_dash_pattern", None)  # a line hides a pattern's numbers
    return "dashed" if pattern and pattern[1] else ""


def _line(line: Line2D) -> Mark:
    points = np.column_stack(
        [np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)]
    )
    points = points[np.all(np.isfinite(points), axis=1)]
    if line.get_linestyle() in ("None", "none", "", " "):
        face, edge = (
            color_name(c) for c in (line.get_markerfacecolor(), line.get_markeredgecolor())
        )
        kind = "ring" if face == "paper" else "point"
        return Mark(kind, edge if kind == "ring" else face or edge, "", points, len(points))
    kind = _path_kind(points)
    if kind == "point":
        points = points[:1]
    return Mark(kind, color_name(line.get_color()), _style(line), points)


def _path_kind(points: Vector) -> str:
    """Say what a path is by its points."""
    if len(points) <= _ENDS:
        is_dot = len(points) > 0 and np.all(points == points[0])  # of a round pen
        return "point" if is_dot else "line"
    size = float(np.max(np.ptp(points, axis=0)))
    if len(points) == _CORNER:
        first, second = np.diff(points, axis=0)
        is_even = np.isclose(np.hypot(*first), np.hypot(*second), rtol=1e-3)
        if is_even and abs(first @ second) <= _CLOSE * size**2:
            return "right angle"
    gap = float(np.hypot(*(points[-1] - points[0])))
    if len(points) >= _CLOSED and gap <= _CLOSE * size:
        return "closed curve"
    chord = (points[-1] - points[0]) / (gap or 1)
    off = (points - points[0]) @ np.array([-chord[1], chord[0]])
    return "line" if np.max(np.abs(off)) <= _CLOSE * size else "curve"


def _patch(patch: Patch) -> Mark:
    face = to_rgba(patch.get_facecolor())
    filled = patch.get_fill() and face[-1] > 0
    color = color_name(face if filled else patch.get_edgecolor())
    outline = patch.get_transform().transform(patch.get_path().vertices)
    points = patch.axes.transData.inverted().transform(outline) if patch.axes else outline
    if isinstance(patch, Circle):
        kind = "disc" if filled else "circle"
        return Mark(kind, color, _style(patch), np.array([patch.center]), size=patch.radius)
    kind = "ellipse" if isinstance(patch, Ellipse) else "area"
    if isinstance(patch, Rectangle):
        kind = "rectangle" if filled else "frame"
    return Mark(kind, color, _style(patch), points)


def _collection(collection: Collection) -> Mark:
    if isinstance(collection, PathCollection):
        points = np.asarray(collection.get_offsets(), float)
        return Mark("point", _only(collection.get_facecolor()), "", points, len(points))
    paths = [np.asarray(path.vertices, float) for path in collection.get_paths()]
    points = np.concatenate(paths) if paths else np.empty((0, 2))
    is_lines = isinstance(collection, LineCollection)
    colors: Any = collection.get_edgecolor() if is_lines else collection.get_facecolor()
    kind, count = ("line", len(paths)) if is_lines else ("area", 1)
    return Mark(kind, _only(colors), "", points, count)


def _only(colors: Any) -> str:
    """Return the name of the color of a collection, nothing if there are several."""
    return color_name(colors[0]) if len(colors) == 1 else ""
