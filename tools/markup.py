"""Read built pages quickly: most of a page is formulas, whose pieces hold nothing of ours."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from lxml import html

BOXES = '<span class="katex-html"'
PIECES = re.compile(r"(?<=<semantics>).*?(?=<annotation )", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
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


def without_pieces(source: str) -> str:
    """Return a page with the MathML of each formula as one row of text; what was typed stays."""
    return PIECES.sub(lambda found: f"<mrow>{TAG.sub('', found[0])}</mrow>", source)


def parsed(source: str) -> BeautifulSoup:
    """Return a page as a tree, by the fast parser; vnu sees to it that all parsers agree."""
    return BeautifulSoup(without_pieces(without_boxes(source)), "lxml")


def elements(source: str) -> html.HtmlElement:
    """Return a page as elements of lxml, in a fraction of the time of ``parsed``."""
    parser = html.HTMLParser(encoding="utf-8")
    return html.document_fromstring(without_boxes(source).encode(), parser)
