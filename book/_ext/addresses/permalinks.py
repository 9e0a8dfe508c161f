"""Give every paragraph, list item and unnumbered formula an address and a link that shows it.

An address comes from the section and from the first words, so it stays when other paragraphs
are added. Labels, numbered formulas, figures and headings have addresses of their own.
"""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from docutils import nodes

from frame.page_marks import mark

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHOWN_WORDS = 3  # in the address
KEPT_WORDS = 8  # that decide the address; a later word may change without changing it
WORD = re.compile(r"[a-z0-9]+")
ELSEWHERE = (
    nodes.entry, nodes.footnote, nodes.citation, nodes.figure, nodes.field_list, nodes.line_block,
)  # fmt: skip


def add_permalinks(app: Sphinx, doctree: nodes.document) -> None:
    """Give each paragraph, list item and unnumbered formula of a page its address."""
    taken = ids_of(doctree)
    for paragraph in list(doctree.findall(nodes.paragraph)):
        if _is_prose(paragraph):
            link_paragraph(paragraph, taken)
    for formula in doctree.findall(nodes.math_block):
        if not formula.get("number") and not formula.get("label"):
            # not among its ids: Sphinx would give each formula with an id a number
            name = new_id("f", _section(formula), words_of(formula), taken)
            taken.add(name)
            formula["permalink"] = name


def ids_of(doctree: nodes.document) -> set[str]:
    """Return all ids of a page."""
    return {name for node in doctree.findall(nodes.Element) for name in node.get("ids", [])}


def link_paragraph(paragraph: nodes.paragraph, taken: set[str]) -> None:
    """Give a paragraph, or the list item that it begins, an address and the link to it."""
    parent = paragraph.parent
    first = isinstance(parent, nodes.list_item) and parent[0] is paragraph
    name = address(paragraph, parent if first else paragraph, "p", taken)
    paragraph.append(mark(class_="permalink", href=f"#{name}", title="Link to this paragraph"))


def address(node: nodes.Element, holder: nodes.Element, kind: str, taken: set[str]) -> str:
    """Return the id of a holder, after giving it one from a node's first words if it has none."""
    if not holder["ids"]:
        name = new_id(kind, _section(node), words_of(node), taken)
        taken.add(name)
        holder["ids"].append(name)
    return str(holder["ids"][0])


def new_id(kind: str, section: str, words: list[str], taken: set[str]) -> str:
    """Return an id that is not taken: the first words, and a digest of more words."""
    shown = [word for word in words if WORD.fullmatch(word)][:SHOWN_WORDS]
    for kept in (KEPT_WORDS, len(words)):
        name = "-".join([kind, *shown, _digest([section, *words[:kept]])])
        if name not in taken:
            return name
    number = 2
    while f"{name}-{number}" in taken:  # the same paragraph twice in one section
        number += 1
    return f"{name}-{number}"


def words_of(node: nodes.Element) -> list[str]:
    """Return what a paragraph says, as lowercase words; each formula is one word, as LaTeX."""
    if isinstance(node, nodes.math_block):
        return [f"${node.astext()}$"]
    words: list[str] = []
    for part in node.findall(nodes.Text):
        if isinstance(part.parent, nodes.math):
            words.append(f"${part}$")
        else:
            plain = unicodedata.normalize("NFKD", part.lower())
            words += WORD.findall(plain)
    return words


def _digest(words: list[str]) -> str:
    """Return four letters and digits."""
    digest = hashlib.sha256("\n".join(words).encode()).digest()
    return base64.b32encode(digest)[:4].decode().lower()


def _section(node: nodes.Element) -> str:
    """Return the name of the section or block around a node, its label where it has one."""
    around: nodes.Element | None = node.parent
    while around is not None and not isinstance(around, nodes.section):
        around = around.parent
    names: list[str] = around["ids"] if around is not None else []
    return next((name for name in names if name.startswith("sec-")), names[0] if names else "")


def _is_prose(paragraph: nodes.paragraph) -> bool:
    """Tell whether a paragraph is the book's text: not a table's, a caption or a cell's output."""
    around = paragraph.parent
    while around is not None:
        if isinstance(around, ELSEWHERE) or around.get("nb_element"):
            return False
        around = around.parent
    return True
