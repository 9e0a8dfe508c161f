"""Outlines of the letters in drawings: each once a page, and no finer than an eye can see.

Matplotlib puts the outline of each letter into each drawing, in steps of a six-thousandth of the
letter's size. A chapter has eight drawings, so they were a sixth of its weight.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COARSE = 16  # of Matplotlib's steps to one of ours: a thirtieth of a point in a drawing
SCALE = 1 / 64  # by which Matplotlib shrinks its outlines
GLYPH = re.compile(
    r'<path id="(?P<name>[A-Z][\w-]*-[0-9a-f]+)" d="(?P<outline>[^"]*)"\s+'
    r'transform="scale\(0\.015625\)"\s*/>'
)
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SHEET = '<svg xmlns="http://www.w3.org/2000/svg"><defs>{}</defs></svg>'


def take_out(source: str) -> tuple[str, dict[str, str]]:
    """Return a drawing without the outlines of its letters, and these by name."""
    found = {glyph["name"]: coarse(glyph["outline"]) for glyph in GLYPH.finditer(source)}
    return GLYPH.sub("", source), found


def coarse(outline: str) -> str:
    """Return an outline in larger steps."""
    return " ".join(NUMBER.sub(lambda n: str(round(float(n[0]) / COARSE)), outline).split())


def sheet(outlines: dict[str, str]) -> str:
    """Return a drawing that shows nothing and holds the outlines that others use."""
    scale = SCALE * COARSE
    paths = (
        f'<path id="{name}" d="{outline}" transform="scale({scale})"/>'
        for name, outline in sorted(outlines.items())
    )
    return SHEET.format("".join(paths))


def share(drawing: str, prefix: str, names: Iterable[str]) -> str:
    """Let a shortened drawing, whose ids have a prefix, use the outlines of the page."""
    known = "|".join(map(re.escape, names))
    return (
        re.sub(rf'href="#{prefix}-({known})"', r'href="#glyph-\1"', drawing) if known else drawing
    )
