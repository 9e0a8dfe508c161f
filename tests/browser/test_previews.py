"""A reference shows what it leads to, by pointer, key and finger; the link works as before."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import TOUCH, violations
from tests.browser.conftest import LISTENS, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

CHAPTER = "regression/least-squares"
HERE = "thm-least-squares-normal-equations"  # its ties lead to this page and to another one
MOST = 6_000  # bytes of script, packed
FIGURE = "fig-least-squares-foot"


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """Return a chapter with one theorem, whose ties are open."""
    opened = visit(CHAPTER, only=f"{HERE},thm-least-squares-frisch-waugh")
    wait_until(opened, LISTENS)
    opened.locator(f"#{HERE} summary").click()
    expect(link_to(opened, "thm-pseudoinverse-least-norm")).to_be_visible()
    return opened


def link_to(page: Page, anchor: str) -> Locator:
    return page.locator(f"#{HERE} a[href$='#{anchor}']")


def preview(page: Page) -> Locator:
    return page.locator("#preview")


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("thm-least-squares-frisch-waugh", "Frisch"),  # on this page
        ("thm-pseudoinverse-least-norm", "Theorem 8.2"),  # on another one
    ],
)
def test_pointing_shows_it_and_leaving_hides_it(page: Page, anchor: str, words: str) -> None:
    link_to(page, anchor).hover()
    expect(preview(page)).to_be_visible()
    expect(preview(page)).to_contain_text(words)
    assert preview(page).locator("[id], .ties, .cite-link, .headerlink").count() == 0
    page.mouse.move(5, 5)
    expect(preview(page)).to_be_hidden()


def test_the_preview_may_be_entered_and_escape_closes_it(page: Page) -> None:
    link_to(page, "thm-pseudoinverse-least-norm").hover()
    expect(preview(page)).to_be_visible()
    preview(page).hover()
    page.wait_for_timeout(400)
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    page.wait_for_timeout(500)
    expect(preview(page)).to_be_hidden()


def test_the_key_that_moves_the_focus_shows_it_and_the_link_is_followed(page: Page) -> None:
    page.locator(f"#{HERE} summary").focus()
    page.keyboard.press("Tab")
    expect(preview(page)).to_be_visible()
    focused = page.locator("a:focus")
    expect(focused).to_have_attribute("aria-details", "preview")
    page.keyboard.press("Escape")
    expect(preview(page)).to_be_hidden()
    expect(focused).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/pseudoinverse/pseudoinverse.html#thm-pseudoinverse-least-norm")


def test_passing_over_shows_nothing(page: Page) -> None:
    link_to(page, "thm-pseudoinverse-least-norm").hover()
    page.mouse.move(5, 5)
    page.wait_for_timeout(700)
    expect(preview(page)).to_be_hidden()


def test_a_preview_stands_in_the_window_and_off_its_reference(page: Page) -> None:
    link = link_to(page, "thm-pseudoinverse-least-norm")
    link.hover()
    expect(preview(page)).to_be_visible()
    shown, of = preview(page).bounding_box(), link.bounding_box()
    assert shown is not None
    assert of is not None
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 1280
    assert shown["y"] >= of["y"] + of["height"] or shown["y"] + shown["height"] <= of["y"]


def test_a_drawing_of_another_page_comes_whole(visit: Callable[..., Page]) -> None:
    page = visit("reference/results")
    page.wait_for_load_state("networkidle")
    page.locator(f"a[href$='#{FIGURE}']").hover()
    expect(preview(page).locator("svg.figure-svg")).to_be_visible()
    missing = page.evaluate(
        """() => [...document.querySelector("#preview").innerHTML
          .matchAll(/(?:href="|url\\(["']?)#([\\w:.-]+)/g)]
          .map(([, name]) => name).filter((name) => !document.getElementById(name))"""
    )
    assert missing == []


def test_without_a_network_nothing_is_shown_and_nothing_breaks(page: Page) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route("**/pseudoinverse/pseudoinverse.html", lambda route: route.abort())
    link_to(page, "thm-pseudoinverse-least-norm").hover()
    page.wait_for_timeout(800)
    expect(preview(page)).to_be_hidden()
    link_to(page, "thm-least-squares-frisch-waugh").hover()
    expect(preview(page)).to_be_visible()
    assert said == []


def test_a_long_press_shows_it_and_a_tap_follows(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=HERE, **TOUCH)
    page.wait_for_load_state("networkidle")
    page.locator(f"#{HERE} summary").tap()
    link = link_to(page, "thm-pseudoinverse-least-norm")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box is not None
    session = page.context.new_cdp_session(page)
    point = {"x": box["x"] + 5, "y": box["y"] + box["height"] / 2}
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    expect(preview(page)).to_be_visible()
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(400)
    assert CHAPTER in page.url
    expect(preview(page)).to_be_visible()
    page.keyboard.press("Escape")
    link.tap()
    page.wait_for_url("**/pseudoinverse/pseudoinverse.html#thm-pseudoinverse-least-norm")


def test_a_preview_is_accessible(page: Page, axe: str) -> None:
    link_to(page, "thm-pseudoinverse-least-norm").hover()
    expect(preview(page)).to_be_visible()
    page.evaluate(axe)
    assert violations(page) == []


def test_the_script_is_small(built_book: Path) -> None:
    folder = built_book / "_static/live/previews"
    assert sum(path.stat().st_size for path in folder.glob("*.js")) < 2 * MOST
    assert sum(len(gzip.compress(path.read_bytes())) for path in folder.glob("*.js")) <= MOST


def test_the_way_to_a_result_is_listed(visit: Callable[..., Page]) -> None:
    page = visit("reference/theorem-map")
    path = page.locator(".path-result")
    page.get_by_label("What do I need for").select_option(f"map-{HERE}")
    expect(path).to_contain_text("It rests on")
    direct = path.locator("li.direct a")
    assert [one.inner_text() for one in direct.all()] == ["Theorem 8.2"]
    assert path.locator("li").count() > 1
    page.get_by_label("What do I need for").select_option("map-def-data-as-vectors-vector")
    expect(path).to_contain_text("It refers to no other result.")
    expect(path.locator("li")).to_have_count(0)
