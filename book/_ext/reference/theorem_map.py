"""The map of results: what each one needs and where it is used, chapter by chapter.

At each result of a page a folded line says the same, and leads to the map.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from docutils import nodes

from frame.folding import details, summary
from reference.tables import inline, link, link_to, section
from reference.ties import NEEDS, all_needs, ties
from reference.whole_book import address, page_with, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from reference.ties import Ties
    from reference.whole_book import Place

NAME = "theorem-map"
BEFORE: WeakKeyDictionary[BuildEnvironment, dict[str, list[str]]] = WeakKeyDictionary()


def chapters(app: Sphinx, docname: str) -> list[nodes.Node]:
    """Return a section for each chapter, with its results."""
    known, blocks = ties(app), places(app)
    found: list[nodes.Node] = []
    for page, labels in groupby(known, key=lambda label: blocks[label].page):
        items = [_item(app, docname, blocks[label], known[label]) for label in labels]
        listed = nodes.bullet_list("", *items)
        found.append(section(app, docname, page, "map", listed))
    return found


def _item(app: Sphinx, docname: str, place: Place, own: Ties) -> nodes.list_item:
    """Return a result with its ties, which lead on within the map."""
    page, (label, _, title) = place
    name = [link_to(app, docname, page, place.item)]
    words = [nodes.Text(" "), *inline(title)] if title else []
    lines = [nodes.paragraph("", "", *name, *words, classes=["map-result"])]
    for head, others in (("needs", own.needs), ("used in", own.used_in)):
        if others:
            links = (link(f"#map-{other.item.label}", other.item.name) for other in others)
            kind = head.replace(" ", "-")
            lines.append(nodes.paragraph("", "", *_list(head, links), classes=[f"map-{kind}"]))
    return nodes.list_item("", *lines, ids=[f"map-{label}"])


def _list(head: str, links: Iterator[nodes.reference]) -> list[nodes.Node]:
    """Return a word and links with commas between them."""
    parts: list[nodes.Node] = [nodes.emphasis("", head)]
    for number, one in enumerate(links):
        parts += [nodes.Text(", " if number else " "), one]
    return parts


def show_ties(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Say at each result what it needs and where it is used, in a line that folds."""
    if app.builder.format != "html" or not page_with(app.env, NAME):
        return
    known = ties(app)
    for node in list(doctree.findall(nodes.Admonition)):
        own = known.get(str(node.get("label", "")))
        if own and (own.needs or own.used_in) and node["label"] in node["ids"]:
            node.append(_fold(app, docname, node["label"], own))


def _fold(app: Sphinx, docname: str, label: str, own: Ties) -> details:
    """Return the line under a result: how much it needs and is used, and, opened, what."""
    counts, lines = [], []
    for head, others in (("needs", own.needs), ("used in", own.used_in)):
        if others:
            counts.append(f"{head} {len(others)}")
            links = (link_to(app, docname, one.page, one.item) for one in others)
            lines.append(nodes.paragraph("", "", *_list(head.capitalize(), links)))
    target = address(app, docname, page_with(app.env, NAME), f"map-{label}")
    lines[-1] += [nodes.Text(" · "), link(target, "on the map")]
    words = ", ".join(counts)
    return details("", summary("", words[0].upper() + words[1:]), *lines, classes=["ties"])


def note_before(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Keep what results needed before this build reads; no page is outdated by that."""
    BEFORE[env] = all_needs(env)
    return []


def changed_ties(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages whose results have other ties than when they were written."""
    before, now = BEFORE.get(env, {}), all_needs(env)
    pages = {label: page for page, own in env.metadata.items() for label in own.get(NEEDS, {})}
    changed = set()
    for label in before.keys() | now.keys():
        old, new = set(before.get(label, [])), set(now.get(label, []))
        if old != new:
            changed |= {label} | (old ^ new)
    return sorted({pages[label] for label in changed if label in pages})


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("env-get-outdated", note_before)
    app.connect("env-get-updated", changed_ties)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
