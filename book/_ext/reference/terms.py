"""What pages define: each word in bold type where it is defined, with its place.

Bold type marks a term where it is defined, and nothing else, but for the lead-ins of lists, which
end with a period. A definition without one is known by its title.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.addnodes import desc

from addresses.block_links import KINDS
from citing.citation_records import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TERMS = "terms"  # in a page's record
ELSEWHERE = (desc, nodes.field_list, nodes.entry, nodes.figure, nodes.title)
LEAD_IN = (".", ":", "?", "!")
LABEL = re.compile(rf"(?:{'|'.join(KINDS)})-[a-z0-9-]+")


class Term(NamedTuple):
    """A term, with formulas between dollars; its place; the sections around it, inner first."""

    words: str
    anchor: str
    sections: list[str]


def note_terms(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what a page defines."""
    text = doctree.astext()
    found = [_term(node, text) for node in doctree.findall(nodes.strong) if _defines(node)]
    known = {term.anchor for term in found}
    for node in doctree.findall(nodes.Admonition):
        label = str(node.get("label", ""))
        if label.startswith("def-") and label not in known:
            title = words_of(node[0]).removeprefix("(").removesuffix(")")
            found.append(Term(_small(title, text), label, _sections(node)))
    app.env.metadata[app.env.docname][TERMS] = [list(term) for term in found]


def terms_of(env: BuildEnvironment, docname: str) -> Iterator[Term]:
    """Yield what a page defines."""
    for fields in env.metadata[docname].get(TERMS, []):
        yield Term(*fields)


def _defines(node: nodes.strong) -> bool:
    """Tell whether bold type marks a term here."""
    if words_of(node).endswith(LEAD_IN) or not isinstance(node.parent, nodes.paragraph):
        return False
    return not any(isinstance(one, ELSEWHERE) for one in _around(node))


def _term(node: nodes.strong, text: str) -> Term:
    words = words_of(node)
    before = node.parent.astext().partition(node.astext())[0].rstrip()
    if not before or before.endswith(LEAD_IN):
        words = _small(words, text)
    return Term(words, _anchor(node), _sections(node))


def _small(words: str, text: str) -> str:
    """Return words that begin a sentence as they stand in one: names keep their capital."""
    first = words.partition(" ")[0]
    small = first[:1].lower() + first[1:]
    return small + words[len(first) :] if re.search(rf"\b{re.escape(small)}\b", text) else words


def _anchor(node: nodes.Node) -> str:
    """Return the label of the block around a term, else the address of its paragraph."""
    ids = [name for one in _around(node) for name in one.get("ids", [])]
    return next((name for name in ids if LABEL.fullmatch(name) and not _part(name)), ids[0])


def _part(name: str) -> bool:
    return name.endswith("-content")


def _sections(node: nodes.Node) -> list[str]:
    return [one["ids"][0] for one in _around(node) if isinstance(one, nodes.section) and one["ids"]]


def _around(node: nodes.Node) -> Iterator[nodes.Element]:
    """Yield what a node stands in, from the inside out."""
    around = node.parent
    while around is not None:
        yield around
        around = around.parent
