"""What the keyboard reaches, how the color mode changes, and what the search finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import CHAPTER, SHORT, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

THEME = "document.documentElement.dataset.theme"
# Notes the mode and the ground of the page at its first frame and when it has been parsed.
NOTE_MODES = """
window.modes = [];
const note = () => window.modes.push([
  document.documentElement.dataset.theme,
  document.body ? getComputedStyle(document.body).backgroundColor : null,
]);
document.addEventListener("DOMContentLoaded", note);
new MutationObserver((_, observer) => {
  if (document.body) { observer.disconnect(); note(); }
}).observe(document, { childList: true, subtree: true });
"""


def test_skip_link_comes_first_and_works(visit: Callable[..., Page]) -> None:
    page = visit(SHORT)
    link = page.get_by_role("link", name="Skip to main content")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main-content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_menu_button_opens_the_contents_and_escape_closes_them(visit: Callable[..., Page]) -> None:
    page = visit(SHORT, viewport={"width": 360, "height": 780})
    button = page.get_by_role("button", name="Contents")
    contents = page.locator("#site-contents")
    button.focus()
    page.keyboard.press("Enter")
    expect(contents).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-contents') !== null")
    page.keyboard.press("Escape")
    expect(contents).not_to_be_visible()
    expect(button).to_be_focused()


def test_contents_lead_to_the_sections_of_a_long_page(visit: Callable[..., Page]) -> None:
    page = visit(viewport={"width": 360, "height": 780})
    sections = page.locator("#site-contents .own-sections a")
    expect(sections).to_have_count(0)
    button = page.get_by_role("button", name="Contents")
    for _ in range(2):  # each time one list
        button.click()
        expect(sections).to_have_count(page.locator(".page-toc a").count())
        page.keyboard.press("Escape")
    button.click()
    last = sections.filter(has_text="Exercises")
    place = str(last.get_attribute("href"))
    last.click()
    expect(page.locator("#site-contents")).not_to_be_visible()
    expect(page.locator(f"{place} > h2")).to_be_in_viewport()


def test_focus_is_visible_everywhere(visit: Callable[..., Page]) -> None:
    page = visit()
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(s => [document.activeElement.outerHTML.slice(0, 90), s.outlineStyle, "
            "parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert style[1] != "none", style
        assert style[2] >= 2, style


def test_link_to_a_folded_solution_opens_it(chapter: Page) -> None:
    page = chapter
    block = page.locator("details.solution[id]").nth(1)
    page.evaluate("id => { location.hash = id; }", block.get_attribute("id"))
    expect(block.locator("p").first).to_be_visible()
    expect(page.locator("details.solution[id] p").first).not_to_be_visible()


def test_mode_button_cycles_and_is_remembered(visit: Callable[..., Page], site: str) -> None:
    page = visit(SHORT, color_scheme="light")
    button = page.locator(".mode-button")
    seen = []
    for _ in range(3):
        button.click()
        seen.append((page.evaluate(THEME), button.inner_text().strip()))
    assert seen == [("light", "Color: light"), ("dark", "Color: dark"), ("light", "Color: system")]
    button.click()
    button.click()
    page.goto(f"{site}index.html")
    assert page.evaluate(THEME) == "dark"
    expect(button).to_contain_text("dark")


def test_system_mode_follows_the_system(visit: Callable[..., Page]) -> None:
    page = visit(SHORT, color_scheme="dark")
    assert page.evaluate(THEME) == "dark"
    page.emulate_media(color_scheme="light")
    wait_until(page, f"{THEME} === 'light'")


def test_dark_page_is_dark_from_its_first_frame(visit: Callable[..., Page]) -> None:
    page = visit(SHORT, color_scheme="light")
    button = page.locator(".mode-button")
    button.click()
    button.click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.add_init_script(NOTE_MODES)
    page.reload()
    modes = page.evaluate("window.modes")
    assert len(modes) == 2
    assert modes == [["dark", dark]] * 2


def test_search_finds_the_chapter(visit: Callable[..., Page]) -> None:
    page = visit("index")
    for words in ("perpendicular", "hyperplane"):
        page.get_by_role("searchbox", name="Search the book").fill(words)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/search.html?q={words}*")
        expect(page.get_by_role("searchbox")).to_have_count(1)
        result = page.locator("#search-results li").filter(has_text="One equation").first
        expect(result).to_be_visible()
        marked = page.locator("#search-results mark").first
        expect(marked).to_have_text(re.compile(words[:5], re.IGNORECASE))
        for part in ("$", "\\", "data-tex"):
            assert part not in page.locator("#search-results").inner_text()
    result.get_by_role("link").click()
    page.wait_for_url(f"**/{CHAPTER}.html*")


def test_search_answers_while_typing_and_from_a_folder(
    context: Callable[..., BrowserContext], built_book: Path
) -> None:
    page = context().new_page()
    page.goto(f"{(built_book / 'search.html').as_uri()}?q=L%C3%A4uchli")
    expect(page.get_by_role("status")).to_contain_text("places")
    page.get_by_role("searchbox").fill("Theorem 3.1")
    result = page.locator("#search-results li").first
    expect(result).to_contain_text("The nearest point of a hyperplane")
    page.get_by_role("searchbox").fill("xylophone")
    expect(page.get_by_role("status")).to_have_text("Nothing found for “xylophone”.")
    expect(page.locator("#search-results li")).to_have_count(0)


def test_scrolled_boxes_are_reached_only_while_they_scroll(chapter: Page) -> None:
    page = chapter
    page.set_viewport_size({"width": 360, "height": 780})
    reached = "[...document.querySelectorAll('div.math')].filter(b => b.tabIndex === 0).length"
    wait_until(page, f"{reached} > 0")
    page.set_viewport_size({"width": 1280, "height": 900})
    wait_until(page, f"{reached} === 0")
    outputs = "[...document.querySelectorAll('div.output')].filter(b => b.tabIndex === 0).length"
    wait_until(page, f"{outputs} === 0")  # the link at a formula's edge makes no box scroll


def test_a_box_that_a_late_font_widens_is_reached(visit: Callable[..., Page]) -> None:
    page = visit(only="thm-one-equation-nearest")
    page.wait_for_load_state("networkidle")  # no other font comes
    page.evaluate("document.fonts.ready")
    box = "[...document.querySelectorAll('div.math')].find(b => b.tabIndex < 0 && b.clientWidth)"
    page.evaluate(f"""() => {{
        window.box = {box};
        window.box.querySelector('.katex').style.whiteSpace = 'nowrap'; // no row may end in it
        window.box.querySelector('.katex-html').style.paddingRight = '2000px';
    }}""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.box.tabIndex") == -1  # its size is the same as before
    page.evaluate("document.fonts.dispatchEvent(new Event('loadingdone'))")
    page.wait_for_function("window.box.tabIndex === 0")


def test_arrow_keys_lead_from_a_heading_to_every_paragraph(chapter: Page) -> None:
    page = chapter
    page.emulate_media(reduced_motion="reduce")
    heading = page.locator("article h2 a.headerlink").first
    expect(heading).to_have_accessible_name("Link to this heading")
    heading.focus()
    page.keyboard.press("ArrowDown")
    first = page.locator("article h2 ~ p a.permalink").first
    expect(first).to_be_focused()
    expect(first).to_be_visible()
    expect(first).to_have_accessible_name("Link to this paragraph")
    page.keyboard.press("ArrowUp")
    expect(heading).to_be_focused()
    expect(first).not_to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.url.endswith(str(first.get_attribute("href")))


def test_permalinks_are_no_stops_of_the_tab_key(chapter: Page) -> None:
    page = chapter
    page.locator("article h2 a.headerlink").first.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('a.permalink')") is False


def test_permalink_shows_under_the_pointer_and_takes_no_room(chapter: Page) -> None:
    page = chapter
    paragraph = page.locator("article section > p").nth(2)
    height = "e => e.getBoundingClientRect().height"
    before = paragraph.evaluate(height)
    link = paragraph.locator("a.permalink")
    expect(link).not_to_be_visible()
    paragraph.hover()
    expect(link).to_be_visible()
    assert paragraph.evaluate(height) == before
