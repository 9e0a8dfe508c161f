"""Prints documents with the system's Chromium."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, sync_playwright

from tools.audit.browser import NO_BROWSER, find_browser
from tools.takeaway.book import TakeawayError
from tools.takeaway.pdf.reading import Printed, number_of_pages, pages_of_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
FIT = Path(__file__).with_name("fit.js")
PAPER: ViewportSize = {"width": 794, "height": 1123}  # A4 in the pixels of style sheets
PASSES = 4
HEADINGS = """[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .map((heading) => heading.textContent.trim().replace(/\\s+/g, " "))"""
PATIENCE = 600_000  # milliseconds: the whole book has hundreds of pages
UNSETTLED = "the numbers of pages did not settle: shorten what stands beside them"
NUMBER = """({ pages, before }) => {
  document.documentElement.style.counterReset = `page ${before}`;
  for (const place of document.querySelectorAll(".page-of")) {
    place.textContent = pages[place.dataset.to] ?? "000";
  }
}"""


@contextmanager
def started() -> Iterator[Browser]:
    """Start Chromium."""
    path = find_browser()
    if path is None:
        raise TakeawayError(NO_BROWSER)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, document: Path) -> Iterator[Page]:
    """Open an HTML file as it will be printed."""
    page = browser.new_page(viewport=PAPER)
    page.set_default_timeout(PATIENCE)
    page.emulate_media(media="print", color_scheme="light")
    page.goto(document.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    if wide := page.evaluate(FIT.read_text(encoding="utf-8")):
        raise TakeawayError(f"{document.stem}: wider than the paper: {'; '.join(wide[:5])}")
    yield page
    page.close()


def printed(page: Page, numbers: dict[str, int], before: int = 0) -> bytes:
    """Return an open document as PDF, with the numbers of pages of names in its text.

    ``before`` says how many pages stand before it.
    """
    page.evaluate(NUMBER, {"pages": numbers, "before": before})
    return page.pdf(tagged=True, outline=True, prefer_css_page_size=True, print_background=True)


def print_document(browser: Browser, document: Path) -> Printed:
    """Return a document as a PDF; it is printed until the numbers in its text are its own."""
    numbers: dict[str, int] = {}
    with opened(browser, document) as page:
        for _ in range(PASSES):
            content = printed(page, numbers)
            found = pages_of_names(content)
            if found == numbers:
                return Printed(content, page.evaluate(HEADINGS))
            numbers = found
    raise TakeawayError(UNSETTLED)


def print_pieces(browser: Browser, documents: list[Path]) -> list[Printed]:
    """Return the documents of a book, numbered throughout, each with names of the others."""
    numbers: dict[str, int] = {}
    starts = [0] * len(documents)
    for _ in range(PASSES):
        pieces: list[Printed] = []
        found: dict[str, int] = {}
        place = 0
        for start, document in zip(starts, documents, strict=True):
            with opened(browser, document) as page:
                content = printed(page, numbers, start)
                pieces.append(Printed(content, page.evaluate(HEADINGS)))
            own = pages_of_names(content)
            found |= {name: place + number for name, number in own.items()}
            place += number_of_pages(content)
        if found == numbers:
            return pieces
        numbers = found
        lengths = [number_of_pages(piece.content) for piece in pieces]
        starts = [sum(lengths[:number]) for number in range(len(lengths))]
    raise TakeawayError(UNSETTLED)
