"""What a drawing shows, part by part, in words: for those who hear it instead of seeing it.

Everything comes from the finished drawing: its marks, the labels beside them, and numbers where it
has axes with numbers. So no drawing has to list its parts, and none can list them wrongly.
"""

import html
import re
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.text import Text

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.marks import Mark, color_name, marks_of
from linalg_book.figures.kit.notation import decimal
from linalg_book.figures.kit.spoken import spoken

_OPENING = '<desc id="parts">'
_POINTS = ("point", "ring")
_PAIR = re.compile(r"\(([^,()]+), ([^,()]+)\)$")
_SVG_DPI = 72
_UNKNOWN = re.compile(r"[a-z](_\w+)?")
_DISC = 2.0  # points that a marked point reaches to each side
_NEAR = 26.0  # points from a label to what it names
_MOST = 24  # parts that are said one by one
_FEW = 6  # points whose numbers are all said
_SAMPLES = 240  # places of a mark to which a label may be near
_COLOR_WORDS = {"ink": "", "muted": "gray"}
_PLURALS = {"ellipse": "ellipses", "axis": "axes"}


def parts_of(figure: Figure) -> list[str]:
    """Return one line for each part of a drawing that has been drawn, from back to front.

    >>> from linalg_book import figures
    >>> ax = figures.line((3, 4), 12, figures.axes())
    >>> ax.figure.draw_without_rendering()
    >>> parts_of(ax.figure)[2:4]
    ['blue line 3x + 4y = 12, from (−1.2, 3.9) to (4.72, −0.538)', 'blue point (4, 0)']
    """
    return [line for ax in figure.axes for line in _lines(ax)]


def _lines(ax: Axes) -> list[str]:
    marks = marks_of(ax)
    alone = _give_names(ax, marks)
    _rename(marks)
    named, others = _without_pieces(marks)
    said = [_said(mark, numbered=_has_numbers(ax)) for mark in named]
    said += [_counted(look, count) for look, count in others.items()]
    return [*_short(said), *_words(alone)]


def _rename(marks: Sequence[Mark]) -> None:
    """Call axes and planes what they are: a gray line, and an area with its outline."""
    filled = {mark.color for mark in marks if mark.kind == "area"}
    for mark in marks:
        if _is_axis(mark):
            mark.kind = "axis"
        elif mark.kind == "closed curve" and not mark.style and mark.color in filled:
            mark.kind = "plane" if "=" in "".join(mark.names) else "area"


def _is_axis(mark: Mark) -> bool:
    if mark.color != "muted" or mark.kind != "line":
        return False
    is_zero = bool(np.any(np.all(mark.points == 0, axis=0)))
    return is_zero or any(_UNKNOWN.fullmatch(name) for name in mark.names)


def _has_numbers(ax: Axes) -> bool:
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


def _give_names(ax: Axes, marks: Sequence[Mark]) -> list[str]:
    """Give each label to the mark that it stands beside; return those that stand alone."""
    alone = []
    numbered = _has_numbers(ax)
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
    pair = _PAIR.search(words)
    place = [_number(text) for text in pair.groups()] if pair else [None]
    if None in place:
        return None
    for k, mark in enumerate(marks):
        is_point = mark.kind in _POINTS and mark.count == 1
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
    edges = {k: gaps[k] - (disc if marks[k].kind in _POINTS else 0) for k in own or near}
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


def _without_pieces(marks: Sequence[Mark]) -> tuple[list[Mark], Counter[tuple[str, str, str]]]:
    """Leave out pieces of named areas, and count marks that look alike and have no name."""
    named, alike = [], {}
    for mark in marks:
        if mark.names:
            named.append(mark)
        else:
            alike.setdefault(mark.look, []).append(mark)
    counts: Counter[tuple[str, str, str]] = Counter()
    outlined = {mark.color for mark in marks if mark.kind in ("area", "plane") and mark.names}
    for look, same in alike.items():
        if look[-1] == "area" and look[1] in outlined:
            continue
        if len(same) <= _FEW and look[-1] != "area":
            named += same
        else:
            counts[look] = sum(mark.count for mark in same)
    return named, counts


def _look(look: tuple[str, str, str]) -> str:
    style, color, kind = look
    return " ".join(filter(None, [style, _COLOR_WORDS.get(color, color), kind]))


def _counted(look: tuple[str, str, str], count: int) -> str:
    if count == 1:
        return _look(look)
    return f"{count} {_look((*look[:2], _PLURALS.get(look[-1], look[-1] + 's')))}"


def _said(mark: Mark, *, numbered: bool) -> str:
    """Say one mark: what it is, its names, and where it is if the axes have numbers."""
    name = ", ".join(mark.names)
    head = _counted(mark.look, mark.count)
    place = _place(mark) if numbered and mark.kind != "axis" else ""
    if place and _PAIR.search(name) and mark.kind in _POINTS:
        place = ""  # its name says it exactly
    called = f"{head} {name}" if name else head
    return f"{called}, {place}" if name and place else f"{called} {place}".strip()


def _place(mark: Mark) -> str:
    if mark.kind in _POINTS:
        return ", ".join(map(_pair, mark.points)) if mark.count <= _FEW else ""
    if mark.kind in ("circle", "disc"):
        return f"around {_pair(mark.points[0])} with radius {spoken(decimal(mark.size))}"
    if mark.kind in ("line", "arrow", "curve") and mark.count == 1:
        return f"from {_pair(mark.points[0])} to {_pair(mark.points[-1])}"
    return ""


def _pair(point: Vector) -> str:
    return f"({', '.join(spoken(decimal(_rounded(float(x)))) for x in point)})"


def _rounded(value: float) -> float:
    return 0.0 if abs(value) < 1e-9 else value  # what arithmetic leaves of 0


def _short(said: list[str]) -> list[str]:
    """Leave out what would be too long to hear, and say how much."""
    lines = list(dict.fromkeys(said))
    if len(lines) <= _MOST:
        return lines
    return [*lines[:_MOST], f"and {len(lines) - _MOST} more"]


def _words(alone: list[str]) -> list[str]:
    """Say the labels that name no mark, in one line."""
    texts = list(dict.fromkeys(alone))
    if not texts:
        return []
    more = f" and {len(texts) - _MOST} more" if len(texts) > _MOST else ""
    return [f"words: {'; '.join(texts[:_MOST])}{more}"]


def with_parts(svg: str, figure: Figure) -> str:
    """Return a drawing's SVG with a description that has a line for each part."""
    before = figure.dpi
    figure.dpi = _SVG_DPI  # what was drawn last has set how large labels are
    try:
        lines = html.escape("\n".join(parts_of(figure)), quote=False)
    finally:
        figure.dpi = before
    return re.sub(r"<svg\b[^>]*>", lambda tag: f"{tag[0]}\n {_OPENING}{lines}</desc>", svg, count=1)


def parts_in(svg: str) -> list[str]:
    """Return the lines that ``with_parts`` has written, none into other drawings."""
    found = re.search(f"{_OPENING}(.*?)</desc>", svg, re.DOTALL)
    return html.unescape(found[1]).splitlines() if found else []
