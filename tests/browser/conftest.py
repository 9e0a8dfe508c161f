"""Fixtures of the tests in a browser: one browser for all, and pages that know of no other."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)
from tools.audit.browser import NO_BROWSER, find_browser
from tools.audit.server import serving

from places import site_pages
from tests.browser.examples import LABEL, with_form
from tests.browser.excerpt import excerpt
from tests.browser.fake_python import answer_here
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
SIZE: ViewportSize = {"width": 1280, "height": 900}
CLIPBOARD = ["clipboard-read", "clipboard-write"]
MEDIA = {"color_scheme", "contrast", "forced_colors", "reduced_motion"}
AS_IT_COMES = """() => {
  document.activeElement?.blur();
  document.querySelectorAll("article details").forEach((block) => { block.open = false; });
  history.replaceState(null, "", location.pathname);
  scrollTo({ top: 0, behavior: "instant" });
}"""
# The live layer of a chapter has run: only then it asks for what keeps the reader's place.
LISTENS = """performance.getEntriesByType("resource")
  .some(({ name }) => name.endsWith("/reading/start.js"))"""
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
    """Return the names of all pages, for example ``systems/one-equation``; no frames, no slides."""
    paths = [p.relative_to(built_book) for p in site_pages(built_book)]
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
        options = {"viewport": SIZE, "service_workers": "block", **options}
        made.append(browser.new_context(**options))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def usual(browser: Browser) -> Iterator[BrowserContext]:
    """Return the context of all pages that ask for nothing that only a context can give.

    A context of its own costs a page of 40 kB as much again as the page.
    """
    made = browser.new_context(viewport=SIZE, service_workers="block")
    yield made
    made.close()


def fresh(context: BrowserContext, site: str, viewport: ViewportSize = SIZE, **media: Any) -> Page:
    """Open a page in a context that others have used, without anything that they stored."""
    page = context.new_page()
    clear = {"origin": site.rstrip("/"), "storageTypes": "all"}
    session = context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", clear)
    session.detach()
    page.set_viewport_size(viewport)
    page.emulate_media(**media)
    return page


@pytest.fixture
def visit(
    usual: BrowserContext, context: Callable[..., BrowserContext], site: str
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page of the book that knows of no other.

    ``only`` names the parts that the test is about; the page has no others then. ``fragment`` is
    the end of a link that leads into it.
    """
    made: list[Page] = []

    def open_page(
        name: str = CHAPTER, *, only: str = "", fragment: str = "", **options: Any
    ) -> Page:
        is_usual = options.keys() <= {"viewport", *MEDIA}
        page = fresh(usual, site, **options) if is_usual else context(**options).new_page()
        made.append(page)
        page.goto(f"{site}{name}.html{f'?only={only}' if only else ''}{fragment}")
        return page

    yield open_page
    for page in made:
        page.close()


def as_it_comes(page: Page) -> Page:
    """Take back what tests that only look may do to a page."""
    page.set_viewport_size(SIZE)
    page.emulate_media(media="null", **dict.fromkeys(MEDIA, "null"))
    page.mouse.move(0, 0)
    page.evaluate(AS_IT_COMES)
    return page


@pytest.fixture(scope="session")
def opened(usual: BrowserContext, site: str) -> Page:
    """Open the chapter once for all tests that only look."""
    page = fresh(usual, site)
    page.goto(f"{site}{CHAPTER}.html")
    return page


@pytest.fixture
def chapter(opened: Page) -> Page:
    """Return the chapter as it comes, but for live parts, which have started where they were seen.

    For tests that change nothing but size, media, folds, place and focus.
    """
    return as_it_comes(opened)


@pytest.fixture(scope="session")
def answered(browser: Browser) -> Iterator[BrowserContext]:
    """Return a context in which every page asks this process instead of Python in a worker."""
    made = browser.new_context(viewport=SIZE, service_workers="block", permissions=CLIPBOARD)
    answer_here(made)
    yield made
    made.close()


@pytest.fixture
def open_example(answered: BrowserContext, site: str) -> Iterator[Callable[..., Locator]]:
    """Return a function that opens the first worked example of the chapter, alone or in it."""
    made: list[Page] = []

    def open_page(fragment: str = "", *, only: str = f"?only={LABEL}", **options: Any) -> Locator:
        made.append(fresh(answered, site, **options))
        page = made[-1]
        page.goto(f"{site}{CHAPTER}.html{only}#{LABEL}{fragment}")
        example = page.locator(f"#{LABEL}")
        example.scroll_into_view_if_needed()
        expect(example.locator(".live-toggle")).to_be_visible()
        return example

    yield open_page
    for page in made:
        page.close()


@pytest.fixture
def example(open_example: Callable[..., Locator]) -> Locator:
    """Return the example with its form open."""
    return with_form(open_example())
