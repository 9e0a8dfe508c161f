"""Tables and words of the pages that the build makes from all pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from reference.whole_book import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sphinx.application import Sphinx

    from citing.citation_records import Item

Cell = list[list[nodes.Node]]  # a list of paragraphs


def row(*cells: Iterable[list[nodes.Node]], **attributes: list[str]) -> nodes.row:
    """Return a row; each cell is a list of paragraphs."""
    entries = (
        nodes.entry("", *(nodes.paragraph("", "", *line) for line in cell)) for cell in cells
    )
    return nodes.row("", *entries, **attributes)


def table(
    heads: Sequence[str], widths: Sequence[int], rows: Iterable[nodes.row], name: str
) -> nodes.table:
    """Return a table with these heads and a class of this name."""
    columns = [nodes.colspec(colwidth=width) for width in widths]
    head = nodes.thead("", row(*([[nodes.Text(head)]] for head in heads)))
    group = nodes.tgroup("", *columns, head, nodes.tbody("", *rows), cols=len(heads))
    return nodes.table("", group, classes=[name])


def section(app: Sphinx, docname: str, page: str, kind: str, *content: nodes.Node) -> nodes.section:
    """Return a chapter's title, linked, and what follows: ``kind`` begins the section's id.

    What is far from the view is laid out by sections.
    """
    uri = app.builder.get_relative_uri(docname, page)
    number = ".".join(map(str, app.env.toc_secnumbers.get(page, {}).get("", ())))
    words = f"{number}. " if number else ""
    title = nodes.title("", "", nodes.Text(words), link(uri, app.env.titles[page].astext()))
    return nodes.section("", title, *content, ids=[f"{kind}-{page.rpartition('/')[2]}"])


def link(uri: str, words: str) -> nodes.reference:
    """Return a link within the book."""
    return nodes.reference("", words, refuri=uri, internal=True)


def link_to(app: Sphinx, docname: str, page: str, item: Item) -> nodes.reference:
    """Return a link from one page to a labeled block of another, in the block's name."""
    return link(address(app, docname, page, item.label), item.name)


def inline(text: str) -> list[nodes.Node]:
    """Return words with formulas between dollars."""
    parts = enumerate(re.split(r"\$([^$]*)\$", text))
    return [
        nodes.math(part, part) if number % 2 else nodes.Text(part) for number, part in parts if part
    ]
