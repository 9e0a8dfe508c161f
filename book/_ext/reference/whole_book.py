"""What the lists of the whole book ask of Sphinx's record: pages in their order, and names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from addresses.block_links import KINDS
from citing.citation_records import Item, items

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LISTS = "lists"  # in a page's record: the lists that stand on it, by the names of their directives


class Place(NamedTuple):
    """A labeled block, and the page that it stands on."""

    page: str
    item: Item


def reading_order(env: BuildEnvironment) -> list[str]:
    """Return the names of all pages in the order of the table of contents."""
    ordered: list[str] = []

    def visit(docname: str) -> None:
        if docname not in ordered:
            ordered.append(docname)
            for child in env.toctree_includes.get(docname, []):
                visit(child)

    visit(env.config.root_doc)
    return ordered


def places(app: Sphinx) -> dict[str, Place]:
    """Return every labeled block that can be cited, by its label, in reading order."""
    return {
        item.label: Place(page, item)
        for page in reading_order(app.env)
        for item in items(app, page)
    }


def page_with(env: BuildEnvironment, name: str) -> str:
    """Return the page on which a list stands; an empty string if the book has none."""
    pages = (page for page in sorted(env.found_docs) if name in env.metadata[page].get(LISTS, {}))
    return next(pages, "")


def numbered(app: Sphinx, page: str, label: str) -> str:
    """Return a block's kind and number, "Exercise 3.4"; an empty string for what has none."""
    kind = KINDS.get(label.partition("-")[0], "")
    number = app.env.toc_fignumbers.get(page, {}).get(kind, {}).get(label, ())
    return f"{kind.capitalize()} {'.'.join(map(str, number))}" if number else ""


def address(app: Sphinx, docname: str, page: str, anchor: str) -> str:
    """Return the address of a place of one page, as another page links to it."""
    return f"{app.builder.get_relative_uri(docname, page)}#{anchor}"
