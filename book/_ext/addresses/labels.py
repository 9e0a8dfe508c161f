"""Keep published labels alive: a label that has moved leads on from its old address.

``book/labels.json`` lists every published label with its address. An entry with ``moved_to``
names the label that took its place; tests/book/test_label_registry.py watches over the rest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

Registry = dict[str, dict[str, str]]


class Move(NamedTuple):
    """A label that has moved: its old page and anchor, and where it is now."""

    label: str
    page: str
    anchor: str
    new_page: str
    new_anchor: str


def read_registry(app: Sphinx) -> Registry:
    """Return the registry of this book; a book without published labels has none."""
    path = Path(app.srcdir) / "labels.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def moves(registry: Registry) -> list[Move]:
    """Return every label that has moved, in the order of the registry."""
    found = []
    for label, entry in registry.items():
        if "moved_to" in entry:
            old, new = _place(entry["address"]), _place(final(registry, label)["address"])
            found.append(Move(label, *old, *new))
    return found


def final(registry: Registry, label: str) -> dict[str, str]:
    """Return the entry to which a label leads in the end."""
    seen = [label]
    while next_label := registry[seen[-1]].get("moved_to"):
        if next_label not in registry or next_label in seen:
            raise ValueError(
                f"book/labels.json: {label} leads to {next_label}, which "
                f"{'leads back' if next_label in seen else 'is not registered'}: "
                "name the label that took its place"
            )
        seen.append(next_label)
    return registry[seen[-1]]


def _place(address: str) -> tuple[str, str]:
    page, _, anchor = address.partition("#")
    return page.removesuffix(".html"), anchor


def note_labels(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the labels of a page; Sphinx merges a page's metadata when it reads in parallel."""
    labels = [
        name
        for name, explicit in doctree.nametypes.items()
        if explicit
        and (id_ := doctree.nameids.get(name)) is not None
        and not isinstance(doctree.ids.get(id_), (nodes.footnote, nodes.citation))
    ]
    labels += [node["label"] for node in doctree.findall(nodes.Element) if node.get("label")]
    app.env.metadata[app.env.docname]["labels"] = sorted(set(labels))


def keep_anchors(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the old anchor of a label that moved within its page before what it names now."""
    for move in moves(read_registry(app)):
        if move.page == move.new_page == docname:
            for node in list(doctree.findall(nodes.Element)):
                if move.new_anchor in node.get("ids", []) and node.parent is not None:
                    place = node.parent.index(node)
                    node.parent.insert(place, nodes.target("", "", ids=[move.anchor]))
                    break


def list_moves(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Tell the template which labels left a page for another one."""
    gone = [m for m in moves(read_registry(app)) if m.page == pagename != m.new_page]
    context["moves"] = gone


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write a page of links where a page has gone."""
    if app.builder.name != "html":
        return
    pages = {move.page for move in moves(read_registry(app))}
    for page in sorted(pages - set(app.env.all_docs)):
        yield page, {"title": f"Moved: {page}"}, "moved.html"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("html-collect-pages", collect_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
