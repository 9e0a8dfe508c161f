"""The page of verified claims: each numbered theorem with its tests and its false neighbors.

``book/claims`` says which these are, and on how many cases each test runs.  In a book that has the
directive ``verified-claims``, a theorem without a test fails the build.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from citing.citation_records import Item, items
from reference.claims import read_claims, verifications

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from reference.claims import Neighbor, Verification

logger = logging.getLogger(__name__)

CLAIMS = ("thm-", "lem-", "cor-", "prp-")
LISTS_CLAIMS = "lists_claims"  # marks a page in Sphinx's record
HEADS = ("Claim", "Tests", "Exact cases")


class claims_tables(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of the tables, until all numbers are known."""


class VerifiedClaims(SphinxDirective):
    """``{verified-claims}``: every theorem, lemma and corollary, in a table for each chapter."""

    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Leave a place for the tables; they depend on all pages."""
        for path in register(self.env).iterdir():
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname][LISTS_CLAIMS] = True
        tables = nodes.container("", claims_tables())
        self.set_source_info(tables)
        self.add_name(tables)
        return [tables]


def register(env: BuildEnvironment) -> Path:
    """Return the folder of the register."""
    return Path(env.srcdir) / "claims"


def claims(app: Sphinx) -> Iterator[tuple[str, list[Item]]]:
    """Yield each page that states something, in reading order, with what it states."""
    for docname in reading_order(app.env):
        found = [item for item in items(app, docname) if item.label.startswith(CLAIMS)]
        if found:
            yield docname, found


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


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the tables in their place."""
    places = list(doctree.findall(claims_tables))
    if not places:
        return
    tests = verifications(register(app.env))
    neighbors = {claim.label: claim.neighbors for claim in read_claims(register(app.env))}
    stated = list(claims(app))
    for page, found in stated:
        for item in found:
            if not tests.get(item.label):
                file = f"book/claims/{page.rpartition('/')[2]}.yml"
                logger.error("%s has no test: name one in %s", item.label, file, location=page)
    for place in places:
        place.replace_self(
            [_chapter(app, docname, chapter, tests, neighbors) for chapter in stated]
        )


def _chapter(
    app: Sphinx,
    docname: str,
    stated: tuple[str, list[Item]],
    tests: dict[str, list[Verification]],
    neighbors: dict[str, tuple[Neighbor, ...]],
) -> nodes.section:
    """Return a chapter's title and its table: what is far from the view is laid out by sections."""
    page, found = stated
    uri = app.builder.get_relative_uri(docname, page)
    body = nodes.tbody()
    for item in found:
        known = tests.get(item.label, [])
        claim = nodes.reference("", item.name, refuri=f"{uri}#{item.label}", internal=True)
        names = [_linked(app, test) for test in known]
        total = str(sum(test.cases for test in known))
        body += _row([[claim, *_title(item.title)]], names, [[nodes.Text(total)]])
        body += [_false_row(neighbor) for neighbor in neighbors.get(item.label, ())]
    columns = [nodes.colspec(colwidth=width) for width in (30, 60, 10)]
    head = nodes.thead("", _row(*([[nodes.Text(head)]] for head in HEADS)))
    group = nodes.tgroup("", *columns, head, body, cols=len(HEADS))
    name = app.env.titles[page].astext()
    title = nodes.title("", "", nodes.reference("", name, refuri=uri, internal=True))
    table = nodes.table("", group, classes=["verified-claims"])
    return nodes.section("", title, table, ids=[f"claims-{page.rpartition('/')[2]}"])


def _row(*cells: Iterable[list[nodes.Node]]) -> nodes.row:
    """Return a row; each cell is a list of paragraphs."""
    return nodes.row(
        "",
        *(nodes.entry("", *(nodes.paragraph("", "", *line) for line in cell)) for cell in cells),
    )


def _false_row(neighbor: Neighbor) -> nodes.row:
    """Return a row, as wide as the table, with a false statement and where it fails."""
    lines = [
        nodes.paragraph("", "", nodes.emphasis("", head), *_inline(f" {text}"))
        for head, text in (
            ("False neighbor:", neighbor.statement),
            ("Counterexample:", neighbor.counterexample),
        )
    ]
    return nodes.row("", nodes.entry("", *lines, morecols=len(HEADS) - 1), classes=["neighbor"])


def _title(title: str) -> list[nodes.Node]:
    """Return the words of a title with its formulas."""
    return [nodes.Text(": "), *_inline(title)] if title else []


def _inline(text: str) -> list[nodes.Node]:
    """Return words with formulas between dollars."""
    parts = enumerate(re.split(r"\$([^$]*)\$", text))
    return [
        nodes.math(part, part) if number % 2 else nodes.Text(part) for number, part in parts if part
    ]


def _linked(app: Sphinx, test: Verification) -> list[nodes.Node]:
    """Return the words of a test's name, linked to its source where the book has a repository."""
    name = nodes.Text(test.name.removeprefix("test_").replace("_", " "))
    repository, commit = app.config.book_repository, app.config.book_commit
    if not (repository and commit):
        return [name]
    uri = f"{repository}/blob/{commit}/{test.path}#L{test.line}"
    return [nodes.reference("", "", name, refuri=uri, internal=False)]


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read a page that lists the claims again whenever any page changed."""
    if not (added or changed or removed):
        return []
    return [page for page in env.found_docs if env.metadata.get(page, {}).get(LISTS_CLAIMS)]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_node(claims_tables)
    app.add_directive("verified-claims", VerifiedClaims)
    app.connect("env-get-outdated", outdated)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
