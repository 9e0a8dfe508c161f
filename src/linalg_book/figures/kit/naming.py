"""Which mark of a drawing a label names: the one of its color that it stands beside."""

import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.text import Text

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.marks import Mark, color_name
from linalg_book.figures.kit.spoken import spoken

POINTS = ("point", "ring")
PAIR = re.compile(r"\(([^,()]+), ([^,()]+)\)$")
_DISC = 2.0  # points that a marked point reaches to each side
_NEAR = 26.0  # points from a label to what it names
_SAMPLES = 240  # places of a mark to which a label may be near


def has_numbers(ax: Axes) -> bool:
    """Say whether both axes say the drawing's own numbers, and not powers of ten or names."""
    return ax.axison and all(map(_is_numbered, (ax.xaxis, ax.yaxis)))


def _is_numbered(axis: Axis) -> bool:
    places = axis.get_majorticklocs()
    texts = [spoken(text) for text in axis.get_major_formatter().format_ticks(list(places))]
    written = [(place, _number(text)) for place, text in zip(places, texts, strict=True) if text]
    return bool(written) and all(
        value is not None and np.isclose(value, place, rtol=5e-3, atol=1e-9)
        for place, value in written
    )


def _number(text: str) -> float | None:
    """Read a number as a label writes it; nothing for what is none."""
    try:
        return float(Fraction(text.replace("−", "-")))
    except (ValueError, ZeroDivisionError):
        return None


def give_names(ax: Axes, marks: Sequence[Mark]) -> list[str]:
    """Give each label to the mark that it stands beside; return those that stand alone."""
    alone = []
    numbered = has_numbers(ax)
    reach = _NEAR * ax.get_figure(root=True).dpi / 72  # type: ignore[union-attr]
    places = [ax.transData.transform(_samples(mark.points)) for mark in marks]
    for text in ax.texts:
        words = spoken(text.get_text())
        if not words or not text.get_visible():
            continue
        gaps = [_gap(text, place) for place in places]
        best = _there(words, marks) if numbered else None
        if best is None:
            best = _best(color_name(text.get_color()), marks, gaps, reach)
        if best is None:
            alone.append(words)
        else:
            marks[best].names.append(words)
    return alone


def _there(words: str, marks: Sequence[Mark]) -> int | None:
    """Return the point at the place that a label ends with, such as (36/25, 48/25)."""
    pair = PAIR.search(words)
    place = [_number(text) for text in pair.groups()] if pair else [None]
    if None in place:
        return None
    for k, mark in enumerate(marks):
        is_point = mark.kind in POINTS and mark.count == 1
        if is_point and np.allclose(mark.points[0], np.array(place, float), rtol=5e-3, atol=1e-9):
            return k
    return None


def _best(color: str, marks: Sequence[Mark], gaps: Sequence[float], reach: float) -> int | None:
    """Choose among the marks in reach: first those of the label's color, then the nearest."""
    near = [k for k, gap in enumerate(gaps) if gap <= reach]
    own = [k for k in near if marks[k].color == color]
    if color not in ("ink", "") and not own:
        return None
    disc = _DISC / _NEAR * reach
    edges = {k: gaps[k] - (disc if marks[k].kind in POINTS else 0) for k in own or near}
    return min(edges, key=edges.__getitem__, default=None)


def _samples(points: Vector) -> Vector:
    """Return places of a mark, also between its points."""
    if len(points) == 1:
        return points
    steps = np.linspace(0, len(points) - 1, max(_SAMPLES, len(points)))
    return np.column_stack([np.interp(steps, np.arange(len(points)), axis) for axis in points.T])


def _gap(text: Text, places: Vector) -> float:
    """Return the distance from a label's box to the nearest of some places, in pixels."""
    box = text.get_window_extent()
    low, high = np.array([box.x0, box.y0]), np.array([box.x1, box.y1])
    beyond = np.maximum(np.maximum(low - places, places - high), 0)
    return float(np.min(np.hypot(*beyond.T)))
