"""The page of verified claims: each numbered theorem with its tests and its false neighbors.

``book/claims`` says which these are, and on how many cases each test runs.  In a book that has the
directive ``verified-claims``, a theorem without a test fails the build.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from citing.citation_records import Item, items
from reference.claims import read_claims, verifications
from reference.tables import inline, link_to, row, section, table
from reference.whole_book import reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from reference.claims import Neighbor, Verification

logger = logging.getLogger(__name__)

NAME = "verified-claims"
CLAIMS = ("thm-", "lem-", "cor-", "prp-")
HEADS = ("Claim", "Tests", "Exact cases")


def register(env: BuildEnvironment) -> Path:
    """Return the folder of the register."""
    return Path(env.srcdir) / "claims"


def claims(app: Sphinx) -> Iterator[tuple[str, list[Item]]]:
    """Yield each page that states something, in reading order, with what it states."""
    for docname in reading_order(app.env):
        found = [item for item in items(app, docname) if item.label.startswith(CLAIMS)]
        if found:
            yield docname, found


def tables(app: Sphinx, docname: str) -> list[nodes.Node]:
    """Return a table for each chapter; a claim without a test is an error."""
    tests = verifications(register(app.env))
    neighbors = {claim.label: claim.neighbors for claim in read_claims(register(app.env))}
    stated = list(claims(app))
    for page, found in stated:
        for item in found:
            if not tests.get(item.label):
                file = f"book/claims/{page.rpartition('/')[2]}.yml"
                logger.error("%s has no test: name one in %s", item.label, file, location=page)
    return [_chapter(app, docname, chapter, tests, neighbors) for chapter in stated]


def anchor(label: str) -> str:
    """Return the address of a claim's row on the page."""
    return f"claim-{label}"


def _chapter(
    app: Sphinx,
    docname: str,
    stated: tuple[str, list[Item]],
    tests: dict[str, list[Verification]],
    neighbors: dict[str, tuple[Neighbor, ...]],
) -> nodes.section:
    """Return a chapter's title and its table."""
    page, found = stated
    rows = []
    for item in found:
        known = tests.get(item.label, [])
        claim = [link_to(app, docname, page, item), *_title(item.title)]
        names = [_linked(app, test) for test in known]
        total = str(sum(test.cases for test in known))
        rows.append(row([claim], names, [[nodes.Text(total)]], ids=[anchor(item.label)]))
        rows += [_false_row(neighbor) for neighbor in neighbors.get(item.label, ())]
    return section(app, docname, page, "claims", table(HEADS, (30, 60, 10), rows, NAME))


def _false_row(neighbor: Neighbor) -> nodes.row:
    """Return a row, as wide as the table, with a false statement and where it fails."""
    lines = [
        nodes.paragraph("", "", nodes.emphasis("", head), *inline(f" {text}"))
        for head, text in (
            ("False neighbor:", neighbor.statement),
            ("Counterexample:", neighbor.counterexample),
        )
    ]
    return nodes.row("", nodes.entry("", *lines, morecols=len(HEADS) - 1), classes=["neighbor"])


def _title(title: str) -> list[nodes.Node]:
    """Return the words of a title with its formulas."""
    return [nodes.Text(": "), *inline(title)] if title else []


def _linked(app: Sphinx, test: Verification) -> list[nodes.Node]:
    """Return the words of a test's name, linked to its source where the book has a repository."""
    name = nodes.Text(test.name.removeprefix("test_").replace("_", " "))
    repository, commit = app.config.book_repository, app.config.book_commit
    if not (repository and commit):
        return [name]
    uri = f"{repository}/blob/{commit}/{test.path}#L{test.line}"
    return [nodes.reference("", "", name, refuri=uri, internal=False)]
