"""Figures that move: drag, keys, inputs, reset; and the static drawing where nothing can move."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.conftest import CHAPTER, as_it_comes, fresh, wait_until
from tests.browser.figures import (
    BOTH,
    FAMILY,
    NEAREST,
    NORMAL,
    PLANES,
    SOLUTION,
    drag,
    moving,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page


@pytest.fixture(scope="module")
def opened_once(usual: BrowserContext, site: str) -> Iterator[Page]:
    """Open the figures once for all tests that leave them as their button puts them back."""
    page = fresh(usual, site)
    page.goto(f"{site}{CHAPTER}.html?only={BOTH}")
    yield page
    page.close()


@pytest.fixture
def page(opened_once: Page) -> Page:
    """Return the page of both figures, which show the numbers of the book."""
    shown = as_it_comes(opened_once)
    for selector in (FAMILY, PLANES):
        moving(shown, selector).get_by_role("button", name="Reset").click()
    return shown


def test_geometry_is_that_of_the_static_figure(page: Page) -> None:
    board = moving(page, FAMILY).locator(".plane-drawing")
    box = board.bounding_box()
    assert box is not None
    # as in print, but in the column of the screen: on paper it has another width
    figure = page.locator(FAMILY)
    figure.evaluate("e => e.classList.remove('is-moving')")
    still = figure.locator("> .figure-svg").bounding_box()
    assert still is not None
    assert box["width"] == pytest.approx(still["width"], abs=1)
    assert box["height"] == pytest.approx(still["height"], abs=1)
    figure.evaluate("e => e.classList.add('is-moving')")
    handle = board.locator(NEAREST).bounding_box()
    assert handle is not None
    # by hand: the nearest point (1.44, 1.92) in a picture that reaches from x = −3.01 to 6.63
    # and from y = −2.70 to 5.11
    across = (handle["x"] + handle["width"] / 2 - box["x"]) / box["width"]
    up = 1 - (handle["y"] + handle["height"] / 2 - box["y"]) / box["height"]
    assert across == pytest.approx((1.44 + 3.01) / 9.64, abs=0.01)
    assert up == pytest.approx((1.92 + 2.70) / 7.81, abs=0.01)


def test_solution_is_dragged_along_the_line(page: Page) -> None:
    figure = moving(page, FAMILY)
    board = figure.locator(".plane-drawing").bounding_box()
    assert board is not None
    unit = board["width"] / 9.64  # the picture reaches from x = −3.01 to 6.63
    # from (−1.12, 3.84), where t = −16/25, far beyond the nearest point: 5 units, so 1 in t
    drag(page, figure.locator(SOLUTION), 4 * unit, 3 * unit)
    after = told(figure)
    assert after["Line"] == "3x + 4y = 12"
    assert after["Nearest point"].startswith("(36/25, 48/25)")
    t = float(figure.locator("input[name=t]").input_value())
    assert 0.3 <= t <= 0.4
    point = after["Solution"].partition(", t")[0].strip("()").replace("−", "-")
    x, y = (Fraction(entry) for entry in point.split(", "))
    assert 3 * x + 4 * y == 12


def test_numbers_are_typed_and_refused_in_the_words_of_the_package(
    page: Page,
) -> None:
    figure = moving(page, FAMILY)
    figure.get_by_label("c, the right-hand side").fill("26")
    figure.get_by_label("a, the coefficient of x").fill("5")
    figure.get_by_label("b, the coefficient of y").fill("12")
    assert told(figure)["Nearest point"] == "(10/13, 24/13), squared distance 4"
    figure.get_by_label("a, the coefficient of x").fill("0")
    figure.get_by_label("b, the coefficient of y").fill("0")
    problem = figure.locator(".figure-problem")
    expect(problem).to_contain_text("expected a system with a solution, but the equation says 0 = ")
    expect(problem).to_contain_text("0 = 26")
    expect(figure.get_by_label("a, the coefficient of x")).to_have_attribute("aria-invalid", "true")
    figure.get_by_label("c, the right-hand side").fill("0")
    expect(problem).to_contain_text("all are 0 and 0 = 0 holds everywhere")
    figure.get_by_label("a, the coefficient of x").fill("")
    expect(problem).to_contain_text("expected a number")
    figure.get_by_label("a, the coefficient of x").fill("0.1")
    expect(problem).to_be_empty()
    assert told(figure)["Line"] == "(1/10)x = 0"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Line"] == "3x + 4y = 12"
    assert figure.get_by_label("a, the coefficient of x").input_value() == "3"


@pytest.mark.parametrize("width", [1280, 360])
def test_a_handle_is_taken_within_22_pixels_and_does_not_jump(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    figure = moving(page, FAMILY)
    before = told(figure)
    box = figure.locator(NORMAL).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    for dx, dy in ((0, 21), (21, 0), (-15, -15)):
        page.mouse.move(x + dx, y + dy)
        page.mouse.down()
        expect(figure.locator(NORMAL)).to_be_focused()
        page.mouse.move(x + dx + 1, y + dy)
        page.mouse.up()
        page.evaluate("document.activeElement.blur()")
    assert told(figure) == before


def test_a_far_line_gets_a_larger_frame(page: Page) -> None:
    figure = moving(page, FAMILY)
    figure.get_by_label("c, the right-hand side").fill("1200")
    box = figure.locator(".plane-drawing").bounding_box()
    handle = figure.locator(NEAREST).bounding_box()
    assert box is not None
    assert handle is not None
    assert box["x"] < handle["x"] < box["x"] + box["width"]
    assert box["y"] < handle["y"] < box["y"] + box["height"]


def test_planes_turn_by_mouse_and_come_back(page: Page) -> None:
    figure = moving(page, PLANES)
    picture = figure.locator(".space-drawing")
    before = picture.inner_html()
    drag(page, picture, 60, 20)
    assert picture.inner_html() != before
    figure.get_by_role("button", name="Reset").click()
    assert picture.inner_html() == before


def test_readout_is_announced_politely_and_once(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    figure = moving(page, FAMILY)
    page.wait_for_timeout(800)
    assert page.locator(".announcements").count() == 0  # nobody touched anything
    page.evaluate(
        "window.said = []; new MutationObserver(() => { const t = document"
        ".querySelector('.announcements')?.textContent; if (t) window.said.push(t); })"
        ".observe(document.querySelector('main'), {childList: true, subtree: true})"
    )
    figure.locator(SOLUTION).evaluate(
        "e => { for (let i = 0; i < 5; i += 1) "
        "e.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight'})); }"
    )
    wait_until(page, "window.said.length > 0")
    page.wait_for_timeout(800)  # nothing more comes
    said = page.evaluate("window.said")
    assert len(said) == 1
    assert "t = −27/50" in said[0]  # −0.64 + 5 · 0.02


def test_axe_finds_nothing_where_a_number_is_refused(page: Page, axe: str) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    figure = moving(page, FAMILY)
    figure.get_by_label("a, the coefficient of x").fill("")
    expect(figure.locator(".figure-problem")).not_to_be_empty()
    page.evaluate(axe)
    assert violations(page) == []


def test_colors_follow_the_mode(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    figure = moving(page, FAMILY)
    fill = "e => getComputedStyle(e).fill"
    assert figure.locator(SOLUTION).evaluate(fill) == "rgb(162, 64, 124)"
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html[data-theme=dark]")).to_be_attached(timeout=15_000)
    assert figure.locator(SOLUTION).evaluate(fill) == "rgb(226, 155, 198)"


@pytest.mark.parametrize("way", ["without scripts", "from a file", "library lost"])
def test_static_drawing_stays(
    way: str, context: Callable[..., BrowserContext], site: str, built_book: Path
) -> None:
    page = context(java_script_enabled=way != "without scripts").new_page()
    if way == "library lost":
        page.route("**/vendor/fraction*/**", lambda route: route.abort())
    whole = f"{built_book.as_uri()}/{CHAPTER}.html"
    page.goto(whole if way == "from a file" else f"{site}{CHAPTER}.html?only={BOTH}")
    figure = page.locator(FAMILY)
    figure.scroll_into_view_if_needed()
    page.wait_for_timeout(1500)
    expect(figure.locator("> .figure-svg")).to_be_visible()
    expect(figure.locator(".moving-figure")).to_have_count(0)


def test_nothing_moves_by_itself(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH, reduced_motion="reduce")
    for selector in (FAMILY, PLANES):
        moving(page, selector)
    assert page.evaluate("document.getAnimations().length") == 0
    shown = page.locator(f"{PLANES} .space-drawing").inner_html()
    page.wait_for_timeout(500)
    assert page.locator(f"{PLANES} .space-drawing").inner_html() == shown
