"""Which documents are printed, and where they are put."""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tools.takeaway.book import NAME, TakeawayError, slug
from tools.takeaway.pdf.chromium import print_document, started
from tools.takeaway.pdf.document import book_document, chapter_document
from tools.takeaway.pdf.reading import pack_pdf

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tools.takeaway.book import Book

def chosen(book: Book, words: list[str]) -> list[str]:
    """Return what the words name: chapters, ``book``; all of it where there is none."""
    known = {slug(page): page for page in book.chapters} | {"book": "book"}
    if unknown := [word for word in words if slug(word) not in known]:
        raise TakeawayError(
            f"expected names of chapters or book, received {' '.join(unknown)}: the names are "
            f"{', '.join(known)}"
        )
    return [known[slug(word)] for word in words] or [*known.values()]


def print_one(browser: Browser, book: Book, name: str, folder: Path) -> Path:
    """Print one chapter or the whole book and return the file."""
    whole = name == "book"
    site = f"{book.site.resolve().as_uri()}/"
    text = book_document(book, site) if whole else chapter_document(book, name, site)
    out = folder / f"{NAME if whole else slug(name)}.pdf"
    document = out.with_suffix(".html")
    document.write_text(text, encoding="utf-8")
    pack_pdf(print_document(browser, document), out, book.author, book.edition)
    document.unlink()
    return out


def print_all(book: Book, words: list[str], folder: Path) -> list[Path]:
    """Print what the words name into a folder and return the files."""
    names = chosen(book, words)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with started() as browser:
        for name in names:
            start = time.perf_counter()
            made.append(print_one(browser, book, name, folder))
            print(f"{made[-1].name}: {time.perf_counter() - start:.1f} s", flush=True)
    return made
