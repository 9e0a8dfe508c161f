"""Read built pages quickly: half of a page is KaTeX's boxes, which hold nothing of ours."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

BOXES = '<span class="katex-html"'
SPAN = re.compile(r"<(/?)span\b[^>]*>")


def without_boxes(source: str) -> str:
    """Return a page with KaTeX's visible boxes empty; the MathML beside them says the same."""
    kept, position = [], 0
    while (start := source.find(BOXES, position)) >= 0:
        inside, end = _content(source, start)
        kept.append(source[position:inside])
        position = end
    return "".join([*kept, source[position:]])


def _content(source: str, start: int) -> tuple[int, int]:
    """Return where the content of the span at a place begins and ends."""
    depth, inside = 0, start
    for tag in SPAN.finditer(source, start):
        depth += -1 if tag[1] else 1
        if tag.start() == start:
            inside = tag.end()
        if depth == 0:
            return inside, tag.start()
    return inside, len(source)


def parsed(source: str) -> BeautifulSoup:
    """Return a page as a tree, by the fast parser; vnu sees to it that all parsers agree."""
    return BeautifulSoup(without_boxes(source), "lxml")
