"""The page of the works cited: their order, their editions, and one way to name many authors."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from pybtex.database import parse_file

from tests.book.site import read_site
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def entries(built_book: Path) -> list[str]:
    """Return the entries of the bibliography, in the order of the page."""
    page = next(page for page in read_site(built_book) if page.name == "reference/bibliography")
    return [entry.get_text() for entry in page.soup.select(".citation")]


def letters(words: str) -> str:
    """Return the plain small letters of words, as a dictionary orders them."""
    plain = unicodedata.normalize("NFKD", words.replace("ø", "o"))
    return re.sub(r"[^a-z]", "", plain.lower())


def test_nothing_stands_between_the_entries() -> None:
    source = (ROOT / "book/references.bib").read_text(encoding="utf-8")
    between = re.split(r"^@\w+\{.*?^\}$", source, flags=re.MULTILINE | re.DOTALL)
    assert "".join(between).strip() == "", "BibTeX passes over it, and so do readers"


def test_works_stand_in_the_order_of_their_authors(entries: list[str]) -> None:
    works = parse_file(str(ROOT / "book/references.bib")).entries.values()
    families = {
        letters(work.fields["title"]): letters(" ".join(work.persons["author"][0].last_names))
        for work in works
    }
    order = [
        next(
            families[title] for title in sorted(families, key=len)[::-1] if title in letters(entry)
        )
        for entry in entries
    ]
    assert "lauchli" in order
    assert order == sorted(order)


def test_editions_and_many_authors_are_written_one_way(entries: list[str]) -> None:
    assert any("4th edition" in entry for entry in entries)
    assert [entry for entry in entries if re.search(r"\d edition|et al", entry)] == []


def test_citations_name_many_authors_as_the_list_does(built_book: Path) -> None:
    texts = {page.name: page.soup.get_text() for page in read_site(built_book)}
    assert [name for name, text in texts.items() if re.search(r"\bet al\b", text)] == []
    assert "Salton and others" in texts["data/similarity"]
