"""Fixtures of the tests in a browser: one browser for all, one context for each test."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tools.audit.browser import NO_BROWSER, find_browser
from tools.audit.server import serving

from tests.browser.excerpt import excerpt
from tests.built import sources
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
CHAPTER = "systems/one-equation"
SHORT = "reference/notation"  # for what the frame of every page does: a chapter has 1 MB
OTHERS = "search and citations"  # the short pages without a source
PATIENCE = 15  # seconds: a machine may have more to do
expect.set_options(timeout=PATIENCE * 1000)


def wait_until(page: Page, condition: str, patience: float = PATIENCE) -> None:
    """Wait until an expression is true; the policy refuses the way in which Playwright waits."""
    end = time.monotonic() + patience
    while not page.evaluate(condition):
        assert time.monotonic() < end, f"not true after {patience} s: {condition}"
        page.wait_for_timeout(50)


def pages_of(source: str, names: list[str]) -> list[str]:
    """Return the page of a source, or all pages that have none."""
    return [name for name in names if name not in sources()] if source == OTHERS else [source]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser; without one, skip here and fail in continuous integration."""
    path = find_browser()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(NO_BROWSER)
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(built_book: Path) -> Iterator[str]:
    """Serve the built book and return its address."""
    with serving(built_book, excerpt) as address:
        yield address


@pytest.fixture(scope="session")
def names(built_book: Path) -> list[str]:
    """Return the names of all pages, for example ``systems/one-equation``."""
    paths = [p.relative_to(built_book) for p in built_book.rglob("*.html")]
    return sorted(p.with_suffix("").as_posix() for p in paths if p.parts[0] != "_static")


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of the accessibility checker."""
    path = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.exists():
        pytest.fail(f"expected {path.relative_to(ROOT)}: `make test` installs what tests need")
    return path.read_text(encoding="utf-8")


@pytest.fixture
def context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that makes a context; all are closed when the test ends.

    Without a service worker, unless a test asks for it: what that answers passes by ``route``.
    """
    made: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        size = {"width": 1280, "height": 900}
        options = {"viewport": size, "service_workers": "block", **options}
        made.append(browser.new_context(**options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def visit(context: Callable[..., BrowserContext], site: str) -> Callable[..., Page]:
    """Return a function that opens a page of the book in a new context.

    ``only`` names the parts that the test is about; the page has no others then.
    """

    def open_page(name: str = CHAPTER, *, only: str = "", **options: Any) -> Page:
        page = context(**options).new_page()
        page.goto(f"{site}{name}.html{f'?only={only}' if only else ''}")
        return page

    return open_page
