"""The printed book: what readers, screen readers and printers find in its files."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from tools.takeaway.book import NAME, Book, slug
from tools.takeaway.pages import find

from tests.browser.printed import (
    A4,
    LEAST_FILLED,
    headings_alone,
    links,
    loose_fonts,
    lowest,
    outline,
    tags,
    torn_figures,
)
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

SHORT = "networks/width-in-practice"
BOOK = Book(ROOT / "_build" / "html")


@pytest.fixture(scope="module")
def printed(
    browser: Browser, built_book: Path, tmp_path_factory: pytest.TempPathFactory
) -> PdfReader:
    """Print a short chapter."""
    assert browser.is_connected()
    assert built_book == BOOK.site
    return PdfReader(print_beside([SHORT], tmp_path_factory.mktemp("pdf"))[0])


def print_beside(words: list[str], folder: Path) -> list[Path]:
    """Print what the words name into a folder, in another process: it starts its own browser."""
    code = (
        "import sys; from pathlib import Path; from tools.takeaway.book import Book; "
        "from tools.takeaway.pdf.printing import print_all; "
        "print_all(Book(Path(sys.argv[1])), sys.argv[3:], Path(sys.argv[2]))"
    )
    call = [sys.executable, "-c", code, str(BOOK.site), str(folder), *words]
    env = {**os.environ, "SOURCE_DATE_EPOCH": "1764500000"}
    done = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return sorted(folder.glob("*.pdf"))


def check_pages(reader: PdfReader, title: str) -> None:
    """Hold every page to its size, its running head and number, and to being filled."""
    below = 1 if title else 2  # the whole book has parts above its chapters
    starts = {page for depth, _, page in outline(reader) if depth < below}
    for number, page in enumerate(reader.pages, 1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == A4
        if title:
            head = page.extract_text().split("\n", 1)[0]
            assert head == f"{title} {number}"
        last = number == len(reader.pages)
        assert last or number + 1 in starts or lowest(page) > LEAST_FILLED, f"page {number}"
    assert loose_fonts(reader) == set()
    assert headings_alone(reader) == []
    assert torn_figures(reader) == []


def check_words(text: str) -> None:
    """Find nothing that speaks of a screen: of forms, or of what a browser keeps."""
    assert "(No check asks" not in text
    assert "What this browser keeps" not in text.partition("Contents")[0]


def headings(page: str) -> list[str]:
    """Return the titles of a page, as its outline lists them."""
    article = find(BOOK.read(page), "//article[contains-class('bd-article')]")[0]
    for sign in find(article, "//*[contains-class('headerlink')]"):
        sign.drop_tree()
    return [" ".join(h.text_content().split()) for h in article.iter("h1", "h2", "h3", "h4")]


def test_pages_have_their_size_their_head_and_their_fonts(printed: PdfReader) -> None:
    check_pages(printed, headings(SHORT)[0])


def test_outline_and_contents_lead_to_the_sections(printed: PdfReader) -> None:
    entries = outline(printed)
    assert [title for _, title, _ in entries] == [*headings(SHORT), "Solutions"]
    contents = printed.pages[0].extract_text()
    for depth, title, page in entries:
        assert title in " ".join(printed.pages[page - 1].extract_text().split())
        if depth == 1:
            assert re.search(rf"^{re.escape(title)}\s*{page}$", contents, re.MULTILINE), title


def test_tags_name_what_stands_there(printed: PdfReader) -> None:
    root = printed.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    counts, words = tags(printed)
    tree = find(BOOK.read(SHORT), "//article[contains-class('bd-article')]")[0]
    assert counts["/H1"] == 1
    assert counts["/H2"] == len(find(tree, "//h2")) + 1
    assert counts["/Table"] >= len(find(tree, "//table"))
    for figure in find(tree, "//*[contains-class('figure-svg')]"):
        assert figure.get("aria-label") in words
    read = (
        "//annotation[not(ancestor::*[contains-class('answer-check') or contains-class('ties')])]"
    )
    formulas = {" ".join(found.text.split()) for found in find(tree, read)}
    assert formulas <= set(words)


def test_links_lead_within_the_document_or_to_the_site(printed: PdfReader) -> None:
    inside, outside = links(printed)
    assert {name.removeprefix("/") for name in inside} == {
        name.removeprefix("/") for name in printed.named_destinations
    }
    assert all(address.startswith("https://") for address in outside)
    tree = BOOK.read(SHORT)
    live = {
        f"{BOOK.address}{SHORT}.html#{e.get('data-figure')}"
        for e in find(tree, "//div[@data-live='figure']")
    }
    assert live <= set(outside)
    solutions = find(tree, "//details[contains-class('solution')]/@id")
    assert {f"/{slug(SHORT)}.{name}" for name in solutions} <= set(inside)


def test_text_is_whole_and_drawings_are_lines(printed: PdfReader) -> None:
    text = "\n".join(page.extract_text() for page in printed.pages)
    assert "Show the code" not in text
    assert "Try your own numbers" not in text
    check_words(text)
    assert "To try at " in text  # what a caption asks to pull
    tree = find(BOOK.read(SHORT), "//article[contains-class('bd-article')]")[0]
    for fold in find(tree, "//details[contains-class('fold')]/summary"):
        words = " ".join(fold.text_content().split())
        assert words in text or words == "Hint"
    pictures = find(tree, "//figure//svg//image")
    assert sum(len(page.images) for page in printed.pages) <= len(pictures)


def test_file_says_what_it_is_and_nothing_of_the_machine(printed: PdfReader) -> None:
    assert dict(printed.metadata or {}) == {
        "/Title": headings(SHORT)[0],
        "/Author": "The linalg_book authors",
        "/Subject": BOOK.edition,
        "/CreationDate": "D:20251130105320+00'00'",
        "/ModDate": "D:20251130105320+00'00'",
    }


def test_no_browser_is_said_in_one_sentence(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "tools.takeaway", "pdf", "svd"]
    env = {**os.environ, "CHROMIUM": str(tmp_path / "none")}
    done = subprocess.run(call, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("tools.takeaway: expected Chromium, found none of CHROMIUM, ")
    assert done.stderr.count("\n") == 1


@pytest.mark.full
@pytest.mark.usefixtures("browser", "built_book")
def test_every_chapter_and_the_whole_book(tmp_path: Path) -> None:
    for path in print_beside([], tmp_path):
        reader = PdfReader(path)
        whole = path.stem == NAME
        page = next((page for page in BOOK.chapters if slug(page) == path.stem), "")
        check_pages(reader, "" if whole else headings(page)[0])
        check_words("\n".join(page.extract_text() for page in reader.pages))
        titles = [title for _, title, _ in outline(reader)]
        if not whole:
            assert titles == [*headings(page), "Solutions"]
            continue
        assert set(titles) >= {title for page in BOOK.chapters for title in headings(page)}
        parts = [title for depth, title, _ in outline(reader) if depth == 0]
        assert parts == [BOOK.title, "Contents", *(part.title for part in BOOK.parts)]
