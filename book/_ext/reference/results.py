"""The list of results: what each chapter states, draws to be moved, and works out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from citing.citation_records import Item, items, words_of
from live.interactive_figures import interactive_figure
from reference import verified_claims
from reference.claims import read_claims
from reference.tables import Cell, inline, link, link_to, row, section, table
from reference.whole_book import address, page_with, reading_order

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = "result-list"
MOVING = "moving"  # in a page's record: the figures that move, with the first sentences below them
HEADS = ("Number", "Name", "Tests")
SENTENCE_END = re.compile(r"(?<=[\w)$])[.?!](?=\s|$)")


def note_moving(app: Sphinx, doctree: nodes.document) -> None:
    """Keep which figures of a page move, and what their captions say first."""
    moving = {place["figure"] for place in doctree.findall(interactive_figure)}
    captions = {
        name: words_of(part)
        for figure in doctree.findall(nodes.figure)
        for name in figure["ids"]
        for part in figure.findall(nodes.caption)
        if name in moving
    }
    app.env.metadata[app.env.docname][MOVING] = {
        name: SENTENCE_END.split(" ".join(words.split()))[0] for name, words in captions.items()
    }


def tables(app: Sphinx, docname: str) -> list[nodes.Node]:
    """Return a table for each page that has results."""
    register = verified_claims.register(app.env)
    tests = {claim.label: len(claim.tests) for claim in read_claims(register)}
    found: list[nodes.Node] = []
    for page in reading_order(app.env):
        rows = [
            row(
                [[link_to(app, docname, page, item)]],
                [inline(title)],
                _tests(app, docname, item, tests),
            )
            for item, title in listed(app, page)
        ]
        if rows:
            shown = table(HEADS, (25, 60, 15), rows, NAME)
            found.append(section(app, docname, page, "results", shown))
    return found


def listed(app: Sphinx, page: str) -> list[tuple[Item, str]]:
    """Return what the list shows of a page: blocks with their titles, figures that move."""
    moving = app.env.metadata[page].get(MOVING, {})
    return [
        (item, moving.get(item.label, item.title))
        for item in items(app, page)
        if item.label in moving or not item.label.startswith(("fig-", "exr-"))
    ]


def _tests(app: Sphinx, docname: str, item: Item, tests: dict[str, int]) -> Cell:
    """Return how many tests check a claim, linked to them."""
    page = page_with(app.env, verified_claims.NAME)
    count = tests.get(item.label, 0)
    if not (page and count):
        return []
    words = f"{count} test{'s' if count > 1 else ''}"
    return [[link(address(app, docname, page, verified_claims.anchor(item.label)), words)]]
