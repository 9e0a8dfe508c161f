"""Every style rule holds in every page of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from places import site_pages
from tests.paths import ROOT
from tools.rules import (
    BOOK_RULES,
    CHAPTER_RULES,
    PAGE_RULES,
    BookRule,
    Chapter,
    ChapterRule,
    Finding,
    PageRule,
    read_chapter,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BOOK = ROOT / "book"


def report(findings: Sequence[Finding]) -> str:
    """Return all findings, one a line, in reading order."""
    ordered = sorted(findings, key=lambda item: (item.path, item.line))
    return "\n".join(["", *map(str, ordered)])


@pytest.fixture(scope="module")
def book() -> list[Chapter]:
    """Every page of the book; folders that begin with an underscore hold none."""
    paths = [
        path
        for path in sorted(BOOK.rglob("*.md"))
        if not any(part.startswith(("_", ".")) for part in path.relative_to(BOOK).parts)
    ]
    chapters = [read_chapter(path, ROOT) for path in paths]
    assert any(chapter.in_part for chapter in chapters), (
        f"expected at least one chapter in a part's folder under book/, found {len(paths)} pages "
        "and no chapter: run the tests from a complete copy of the repository"
    )
    return chapters


@pytest.mark.parametrize("rule", CHAPTER_RULES, ids=lambda rule: rule.__name__)
def test_chapter_rule(rule: ChapterRule, book: list[Chapter]) -> None:
    findings = [finding for chapter in book for finding in rule(chapter)]
    assert not findings, report(findings)


@pytest.mark.parametrize("rule", BOOK_RULES, ids=lambda rule: rule.__name__)
def test_book_rule(rule: BookRule, book: list[Chapter]) -> None:
    findings = rule(book)
    assert not findings, report(findings)


@pytest.mark.parametrize("rule", PAGE_RULES, ids=lambda rule: rule.__name__)
def test_page_rule(rule: PageRule, built_book: Path) -> None:
    pages = site_pages(built_book)
    assert any("cell_output" in page.read_text(encoding="utf-8") for page in pages), (
        f"expected pages with the output of cells in {built_book}, found none: build the book first"
    )
    findings = [finding for page in pages for finding in rule(page, built_book)]
    assert not findings, report(findings)
