"""The index of terms: every defined term, and what others call it, sorted as English indexes are.

Word by word, without regard to capitals, accents, hyphens and quotation marks; what begins with no
letter stands first. Other names come from ``other_names`` in the front matter of chapters.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from reference.tables import inline, link, link_to
from reference.terms import terms_of
from reference.whole_book import address, numbered, places, reading_order
from searching.index import ALIASES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from reference.terms import Term
    from reference.whole_book import Place

NAME = "term-index"
SIGNS = "Signs"  # the heading of what begins with no letter
# what only a search understands: formulas in ASCII
FORMULA = re.compile(r"[\^()+⁺*/=_]|'[A-Z]|\d-\d")


@dataclass
class Entry:
    """A term or another name, where it is defined, and where else to look."""

    words: str
    defined: dict[str, nodes.Node] = field(default_factory=dict)
    see: dict[str, list[nodes.Node]] = field(default_factory=dict)


def sort_key(words: str) -> list[str]:
    r"""Return by what a term is sorted: its words, in plain small letters.

    >>> sorted(["leftmost", "left inverse", "Läuchli's matrix", "least-norm"], key=sort_key)
    ["Läuchli's matrix", 'least-norm', 'left inverse', 'leftmost']
    >>> sort_key(r"law of $\vect{u}$ given")
    ['law', 'of', 'u', 'given']
    """
    plain = re.sub(r"\\[a-zA-Z]+|[${}'’]", "", words)
    folded = unicodedata.normalize("NFKD", plain).casefold()
    kept = "".join(sign for sign in folded if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", kept)


def letters(app: Sphinx, docname: str) -> list[nodes.Node]:
    """Return the links to the letters, and a section for each letter."""
    found = sorted(entries(app, docname).items())
    sections: list[nodes.Node] = []
    for letter, group in groupby(found, key=lambda pair: heading(pair[0])):
        items = [nodes.list_item("", _line(entry)) for _, entry in group]
        listed = nodes.bullet_list("", *items)
        title = nodes.title("", letter)
        sections.append(nodes.section("", title, listed, ids=[f"index-{letter.lower()}"]))
    names = [one[0].astext() for one in sections]
    parts: list[nodes.Node] = []
    for name in names:
        parts += [nodes.Text(" "), link(f"#index-{name.lower()}", name)]
    return [nodes.paragraph("", "", *parts[1:], classes=["index-letters"]), *sections]


def heading(key: tuple[str, ...]) -> str:
    """Return the letter under which a term stands."""
    first = key[0][:1] if key else ""
    return first.upper() if first.isalpha() and first.isascii() else SIGNS


def entries(app: Sphinx, docname: str) -> dict[tuple[str, ...], Entry]:
    """Return the entries of the index by what they are sorted by."""
    found: dict[tuple[str, ...], Entry] = {}
    blocks = places(app)
    for page in reading_order(app.env):
        for term in terms_of(app.env, page):
            entry = found.setdefault(tuple(sort_key(term.words)), Entry(term.words))
            entry.defined[f"{page}#{term.anchor}"] = _place(app, docname, page, term, blocks)
    for page in reading_order(app.env):
        others = json.loads(app.env.metadata[page].get(ALIASES, "{}"))
        for label, names in others.items():
            if label in blocks:
                _add_names(app, docname, found, blocks[label], names)
    return found


def _add_names(
    app: Sphinx, docname: str, found: dict[tuple[str, ...], Entry], block: Place, names: str
) -> None:
    """Add what others call a block, where it leads to another line of the index."""
    address = f"{block.page}#{block.item.label}"
    spelled = {"".join(key) for key, entry in found.items() if address in entry.defined}
    for name in filter(None, map(str.strip, names.split(","))):
        key = tuple(sort_key(name))
        if not FORMULA.search(name) and "".join(key) not in spelled:
            entry = found.setdefault(key, Entry(name))
            entry.see[address] = _named(app, docname, block)


def _named(app: Sphinx, docname: str, block: Place) -> list[nodes.Node]:
    """Return the linked name of a block with its title."""
    named: list[nodes.Node] = [link_to(app, docname, block.page, block.item)]
    title = block.item.title
    return [*named, nodes.Text(" ("), *inline(title), nodes.Text(")")] if title else named


def _place(
    app: Sphinx, docname: str, page: str, term: Term, blocks: dict[str, Place]
) -> nodes.Node:
    """Return a link to where a term is defined, by the number of the block or of the section."""
    uri = address(app, docname, page, term.anchor)
    if term.anchor in blocks:
        return link(uri, blocks[term.anchor].item.name)
    if name := numbered(app, page, term.anchor):
        return link(uri, name)
    numbers = app.env.toc_secnumbers.get(page, {})
    around = (numbers[f"#{name}"] for name in term.sections if f"#{name}" in numbers)
    number = next(around, numbers.get(""))
    if not number:
        return link(uri, app.env.titles[page].astext())
    return link(uri, f"{'Section' if len(number) > 1 else 'Chapter'} {'.'.join(map(str, number))}")


def _line(entry: Entry) -> nodes.paragraph:
    """Return a line of the index: the term, its places, and where else to look."""
    parts: list[nodes.Node] = [nodes.inline("", "", *inline(entry.words), classes=["index-term"])]
    for place in entry.defined.values():
        parts += [nodes.Text(", "), place]
    see = list(entry.see.values())
    if see:
        parts += [nodes.Text("; " if entry.defined else ", ")]
        parts += [nodes.emphasis("", "see also" if entry.defined else "see"), nodes.Text(" ")]
    for number, named in enumerate(see):
        parts += [nodes.Text("; "), *named] if number else named
    return nodes.paragraph("", "", *parts)
