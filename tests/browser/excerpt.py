"""Short copies of a built page: its frame and the parts of it that a test is about.

A chapter has a megabyte, most of it formulas, and a browser needs more than a second for it. A
test of one figure asks for ``page.html?only=fig-…`` and gets the same head, scripts and markup
without the rest. What holds for whole chapters is tested on whole chapters.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from lxml import html

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("id", "data-figure", "data-another")


@cache
def excerpt(path: Path, query: str) -> bytes | None:
    """Return the part of a page that a query asks for; nothing where it asks for all."""
    wanted = parse_qs(query).get("only", [""])[0].split(",")
    if path.suffix != ".html" or not wanted[0]:
        return None
    page = html.parse(str(path), html.HTMLParser(encoding="utf-8"))
    (article,) = page.getroot().iter("article")
    found = {e.get(name) for e in article.iter() for name in NAMES if name in e.attrib}
    if missing := set(wanted) - found:
        raise ValueError(f"expected ids of {path.name}, received {sorted(missing)}")
    for section in article.findall("section"):
        _keep(section, set(wanted))
    return bytes(html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>"))


def _keep(section: html.HtmlElement, wanted: set[str]) -> None:
    """Empty a section but for the parts and sections that are asked for, which stay whole."""
    for part in list(section):
        if part.tag == "section":
            if part.get("id") not in wanted:
                _keep(part, wanted)
        elif part.tag != "h1" and not _names(part) & wanted:
            section.remove(part)


def _names(part: html.HtmlElement) -> set[str]:
    """Return the names that an element and what it holds go by."""
    return {e.get(name) for e in part.iter() for name in NAMES if name in e.attrib}
