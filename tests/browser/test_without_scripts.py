"""A page is complete without JavaScript, and when it is opened as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHAPTER, SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module", params=["served, no scripts", "file", "file, no scripts"])
def opened(
    request: pytest.FixtureRequest, browser: Browser, built_book: Path, site: str
) -> Iterator[Page]:
    """Open the chapter once in each way in which less than everything works."""
    scripts = "no scripts" not in request.param
    folder = f"{built_book.as_uri()}/" if "file" in request.param else site
    context = browser.new_context(
        viewport=SIZE, service_workers="block", java_script_enabled=scripts
    )
    page = context.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda one: failed.append(f"{one.failure}: {one.url}"))
    page.on("console", lambda message: failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{folder}{CHAPTER}.html", wait_until="networkidle")
    assert failed == []
    yield page
    context.close()


@pytest.fixture
def chapter(opened: Page) -> Page:
    """Return the chapter; each test leaves it as it came, but for its size and its address."""
    opened.set_viewport_size(SIZE)
    if not opened.url.endswith(f"{CHAPTER}.html"):
        opened.go_back()
    return opened


def font(page: Page, selector: str) -> str:
    """Return the typeface that the style sheet gives an element."""
    return page.locator(selector).first.evaluate("e => getComputedStyle(e).fontFamily")


def test_styles_and_fonts_apply(chapter: Page) -> None:
    assert font(chapter, "article section > p").split(",")[0].strip('"') == "Source Serif 4"
    assert font(chapter, ".katex").split(",")[0] == "KaTeX_Main"
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    families = {name.strip('"') for name in chapter.evaluate(loaded)}
    assert families >= {"Source Serif 4", "KaTeX_Main", "KaTeX_Math"}


def test_formulas_and_figures_show(chapter: Page) -> None:
    for selector in ("div.math .katex-html", "p .katex-html", ".figure-svg"):
        shape = chapter.locator(selector).first
        expect(shape).to_be_visible()
        box = shape.bounding_box()
        assert box is not None
        assert box["height"] > 8
    assert "$" not in chapter.locator("article p").first.inner_text()


def test_solutions_open(chapter: Page) -> None:
    block = chapter.locator("details.solution").first
    words = block.locator("p").first
    expect(words).not_to_be_visible()
    block.locator("summary").first.click()
    expect(words).to_be_visible()
    block.locator("summary").first.click()
    expect(words).not_to_be_visible()


def test_contents_open_and_close(chapter: Page) -> None:
    chapter.set_viewport_size({"width": 360, "height": 780})
    contents = chapter.locator("#site-contents")
    expect(contents).not_to_be_visible()
    chapter.get_by_role("button", name="Contents").click()
    expect(contents).to_be_visible()
    link = contents.get_by_role("link", name="Notation")
    expect(link).to_be_visible()
    chapter.keyboard.press("Escape")
    expect(contents).not_to_be_visible()


def test_controls_that_need_scripts_hide_without_them(chapter: Page) -> None:
    scripts = chapter.evaluate("document.querySelector('.mode-button').hidden") is False
    expect(chapter.locator(".mode-button")).to_be_visible(visible=scripts)


def test_links_lead_on(chapter: Page) -> None:
    following = chapter.locator(".prev-next .next")
    title = following.evaluate("link => link.lastChild.textContent.trim()")
    following.click()
    expect(chapter.locator("h1")).to_contain_text(title)
    expect(chapter.locator(".katex-html").first).to_be_visible()
