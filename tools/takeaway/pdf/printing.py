"""Which documents are printed, and where they are put."""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.takeaway.book import NAME, TakeawayError, slug
from tools.takeaway.pdf.chromium import print_document, print_pieces, started
from tools.takeaway.pdf.document import book_pieces, chapter_document
from tools.takeaway.pdf.merging import Piece, merge
from tools.takeaway.pdf.reading import Printed, pack_pdf

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def print_chapter(browser: Browser, book: Book, page: str, folder: Path) -> Path:
    """Print one chapter and return the file."""
    out = folder / f"{slug(page)}.pdf"
    with written([chapter_document(book, page, address(book))], folder) as (document,):
        pack_pdf(print_document(browser, document), out, book.author, book.edition)
    return out


def print_book(browser: Browser, book: Book, folder: Path) -> Path:
    """Print the whole book and return the file."""
    out = folder / f"{NAME}.pdf"
    pieces = book_pieces(book, address(book))
    with written([text for text, _ in pieces], folder) as documents:
        printed = print_pieces(browser, documents)
    whole = merge(
        [Piece(one.content, opens) for one, (_, opens) in zip(printed, pieces, strict=True)]
    )
    headings = [heading for one in printed for heading in one.headings]
    pack_pdf(Printed(whole, headings), out, book.author, book.edition)
    return out


def address(book: Book) -> str:
    """Return the address of the site's folder."""
    return f"{book.site.resolve().as_uri()}/"


@contextmanager
def written(texts: list[str], folder: Path) -> Iterator[list[Path]]:
    """Write documents into a folder, as long as they are printed."""
    paths = [folder.resolve() / f"document-{number}.html" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    yield paths
    for path in paths:
        path.unlink()


def print_all(book: Book, words: list[str], folder: Path) -> list[Path]:
    """Print what the words name into a folder and return the files."""
    names = chosen(book, words)
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    with started() as browser:
        for name in names:
            start = time.perf_counter()
            made.append(
                print_book(browser, book, folder)
                if name == "book"
                else print_chapter(browser, book, name, folder)
            )
            print(f"{made[-1].name}: {time.perf_counter() - start:.1f} s", flush=True)
    return made
