"""What a drawing shows, part by part, in words: for those who hear it instead of seeing it.

Everything comes from the finished drawing: its marks, the labels beside them, and numbers where it
has axes with numbers. So no drawing has to list its parts, and none can list them wrongly.
"""

import html
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.marks import Mark, marks_of
from linalg_book.figures.kit.naming import PAIR, POINTS, give_names, has_numbers
from linalg_book.figures.kit.notation import decimal
from linalg_book.figures.kit.spoken import spoken

_OPENING = '<desc id="parts">'
_SVG_DPI = 72
_UNKNOWN = re.compile(r"[a-z](_\w+)?")
_MOST = 24  # parts that are said one by one
_FEW = 6  # points whose numbers are all said
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
    alone = give_names(ax, marks)
    _rename(marks)
    named, others = _without_pieces(marks)
    said = [_said(mark, numbered=has_numbers(ax)) for mark in named]
    said += [_counted(look, count) for look, count in others.items()]
    return [*_short(said), *_words(alone)]


def _rename(marks: Sequence[Mark]) -> None:
    """Call axes and planes what they are: a gray line, and an area with its outline."""
    filled = {mark.color for mark in marks if mark.kind == "area"}
    for mark in marks:
        is_equation = "=" in "".join(mark.names)
        if _is_axis(mark):
            mark.kind = "axis"
        elif mark.kind == "closed curve" and not mark.style and mark.color in filled:
            mark.kind = "plane" if is_equation else "area"
        elif mark.kind == "area" and is_equation:
            mark.kind = "plane"


def _is_axis(mark: Mark) -> bool:
    if mark.color != "muted" or mark.kind != "line":
        return False
    is_zero = bool(np.any(np.all(mark.points == 0, axis=0)))
    return is_zero or any(_UNKNOWN.fullmatch(name) for name in mark.names)


def _without_pieces(marks: Sequence[Mark]) -> tuple[list[Mark], Counter[tuple[str, str, str]]]:
    """Leave out pieces of named areas, and count marks that look alike and have no name."""
    named: list[Mark] = []
    alike: dict[tuple[str, str, str], list[Mark]] = {}
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
    if place and PAIR.search(name) and mark.kind in POINTS:
        place = ""  # its name says it exactly
    called = f"{head} {name}" if name else head
    return f"{called}, {place}" if name and place else f"{called} {place}".strip()


def _place(mark: Mark) -> str:
    if mark.kind in POINTS:
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
