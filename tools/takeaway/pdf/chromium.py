"""Prints documents with the system's Chromium."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, sync_playwright

from tools.audit.browser import NO_BROWSER, find_browser
from tools.takeaway.book import TakeawayError
from tools.takeaway.pdf.reading import pages_of_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FLAGS = ["--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
FIT = Path(__file__).with_name("fit.js")
PAPER: ViewportSize = {"width": 794, "height": 1123}  # A4 in the pixels of style sheets
PASSES = 4
PATIENCE = 600_000  # milliseconds: the whole book has hundreds of pages
NUMBER = """(pages) => {
  for (const place of document.querySelectorAll(".page-of")) {
    place.textContent = pages[place.dataset.to] ?? "";
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


def print_document(browser: Browser, document: Path) -> bytes:
    """Return an HTML file as a PDF.

    Page numbers in the text are those of the print before; the last two prints agree.
    """
    page = browser.new_page(viewport=PAPER)
    page.set_default_timeout(PATIENCE)
    page.emulate_media(media="print", color_scheme="light")
    page.goto(document.as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    if wide := page.evaluate(FIT.read_text(encoding="utf-8")):
        raise TakeawayError(f"{document.stem}: wider than the paper: {'; '.join(wide[:5])}")
    printed = settled(page)
    page.close()
    return printed


def settled(page: Page) -> bytes:
    """Print until the numbers of pages in the text are those of the pages."""
    numbers: dict[str, int] = {}
    for _ in range(PASSES):
        printed = page.pdf(
            tagged=True, outline=True, prefer_css_page_size=True, print_background=True
        )
        found = pages_of_names(printed)
        if found == numbers:
            return printed
        numbers = found
        page.evaluate(NUMBER, numbers)
    raise TakeawayError("the numbers of pages did not settle: shorten what stands beside them")
