"""Cut a page into the places that a search can lead to, each with its title and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from addresses.block_links import KINDS
from searching.plain_text import plain

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

PLACES = "section[id], div.admonition[id], figure[id], table[id], div.citation"
# what says nothing in words, or what another place says, or what nobody wants to be told yet
LEFT_OUT = (
    "script, svg, div.cell, .highlight, .answer-check, .live-example > ol, details.solution, "
    ".api-more > summary, .term-index, .result-list, .theorem-map"
)
BLOCKS = "p, li, dd, td, th, figcaption"  # between which words end
TITLES = "h1, h2, h3, h4, h5, h6, p.admonition-title, summary, .caption-number"
WORKS, FUNCTIONS = "work", "function"
NAMED = {**KINDS, "fig": "figure", "tab": "table", "sec": "section", "api": FUNCTIONS}
PARTS = re.compile(r"-content$")  # of a block that has an address of its own
FIRST_SENTENCE = re.compile(r"(?<=[a-z]{2})\. ")


class Record(NamedTuple):
    """A place of a page: its anchor, what it is, its title, the terms it defines, its text."""

    anchor: str
    kind: str
    title: str
    terms: str
    text: str


def records(soup: BeautifulSoup) -> list[Record]:
    """Return the places of a page whose formulas have no macros; the page is used up."""
    for element in soup.select("[data-tex]"):
        element.replace_with(plain(str(element["data-tex"])))
    figures = soup.select("figure[id]")
    for figure in figures:  # they stand in outputs, of which the rest is left out
        cell = figure.find_parent("div", class_="cell")
        if cell is not None:
            cell.replace_with(figure.extract())
    for element in soup.select(LEFT_OUT):
        element.decompose()
    for element in soup.select(BLOCKS):
        element.append(" ")
    for element in soup.select("dt"):
        element.append(": ")
    found = [record for place in soup.select(PLACES)[::-1] if (record := _record(place))]
    return found[::-1]


def kind_of(place: Tag) -> str:
    """Return what a place is; nothing for a part of another one."""
    if "citation" in place.get("class", []):
        return WORKS
    anchor = str(place["id"])
    if place.find("h1", recursive=False):
        return "page"
    if place.name == "section" and not PARTS.search(anchor):
        return (
            FUNCTIONS if anchor.startswith("api-") and place.find("dl", class_="py") else "section"
        )
    return "" if place.name == "section" else NAMED.get(anchor.partition("-")[0], "")


def _record(place: Tag) -> Record | None:
    """Take a place out of its page, after the places inside it."""
    kind = kind_of(place)
    if not kind:
        return None
    heading = place.select_one(TITLES) if kind != WORKS else None
    title = _words(heading.extract()) if heading else ""
    bold = place.select("strong") if kind in {"definition", "section", "page"} else []
    terms = ", ".join(dict.fromkeys(_words(term) for term in bold))
    text = _words(place.extract())
    if kind == WORKS:
        text = text.partition("]")[2].strip()
        title = FIRST_SENTENCE.split(text)[0]
    if kind == FUNCTIONS:
        text = text.partition("Parameters:")[0]
    return Record(str(place["id"]), kind, title, terms, text)


def _words(element: Tag) -> str:
    """Return an element's text on one line."""
    return " ".join(element.get_text().split())
