"""Pieces in another site's frame: live parts, what they weigh, and who may find them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import COLORS, violations
from tests.browser.conftest import CHAPTER, CLIPBOARD, LISTENS, wait_until
from tests.browser.listening import listen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page, Route

THEOREM = "thm-one-equation-nearest"
FIGURE = "fig-one-equation-family"
EXAMPLE = "ex-one-equation-nearest"
EXERCISE = "exr-one-equation-by-hand"
PIECES = (THEOREM, FIGURE, EXAMPLE, EXERCISE)
LOOKS = (
    """marks => marks.map(mark => [getComputedStyle(mark).stroke, getComputedStyle(mark).fill])"""
)
# Bytes as they travel, 17,000 of them the letters of the text, 32,000 those of any formula, 2,600
# the rules of formulas that no page has yet, such as roots: a statement, and what has scripts.
MOST = {THEOREM: 110_000, EXAMPLE: 118_000, EXERCISE: 135_000, FIGURE: 150_000}


@pytest.mark.parametrize("label", PIECES)
def test_a_frame_is_light_and_asks_nobody_else(
    label: str, context: Callable[..., BrowserContext], site: str
) -> None:
    page = context().new_page()
    said = listen(page, site)
    sizes: list[int] = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto(f"{site}embed/{label}.html")
    page.wait_for_load_state("networkidle")
    assert said == []
    assert sum(sizes) <= MOST[label]


def test_a_figure_moves_in_a_frame_and_is_saved(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(accept_downloads=True).new_page()
    page.goto(f"{site}404.html")
    page.set_content(f'<iframe src="{site}embed/{FIGURE}.html" width="800" height="700"></iframe>')
    frame = page.frame_locator("iframe")
    readout = frame.locator(".figure-readout")
    expect(readout).to_be_visible()
    before = readout.inner_text()
    frame.locator(".figure-handle").first.focus()
    page.keyboard.press("ArrowRight")
    expect(readout).not_to_have_text(before, use_inner_text=True)
    with page.expect_download() as saved:
        frame.get_by_role("button", name="Save SVG").click()
    assert saved.value.suggested_filename == f"{FIGURE}.svg"
    assert "<svg" in saved.value.path().read_text("utf-8")


@pytest.mark.parametrize("folder", ["embed/fig-planes-skew", "slides/planes"])
def test_a_figure_in_space_has_the_colors_of_its_chapter(
    folder: str, visit: Callable[..., Page]
) -> None:
    colors = []
    for address in ("systems/planes", folder):
        page = visit(address, fragment="#fig-planes-skew")
        drawing = page.locator("#fig-planes-skew .space-drawing")
        drawing.wait_for()
        colors.append(drawing.locator("path").evaluate_all(LOOKS))
    assert colors[0] == colors[1]
    assert len({stroke for stroke, _ in colors[0]}) >= 5


def test_a_link_to_what_was_dragged_leads_to_the_chapter(visit: Callable[..., Page]) -> None:
    page = visit(f"embed/{FIGURE}", permissions=CLIPBOARD)
    page.locator(".figure-handle").first.focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_text("Copied.", exact=True)).to_be_attached()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert f"/systems/one-equation.html#{FIGURE}?" in copied
    page.goto(copied.replace("systems/one-equation", f"embed/{FIGURE}"))
    expect(page.locator(".figure-readout")).to_contain_text("168/113")


def test_an_exercise_is_checked_in_a_frame(visit: Callable[..., Page]) -> None:
    page = visit(f"embed/{EXERCISE}")
    check = page.locator(".answer-check").nth(1)
    check.locator("input").fill("2")
    check.get_by_role("button", name="Check").click()
    expect(check.locator(".check-feedback")).to_contain_text("Right")


def test_an_example_takes_own_numbers_in_a_frame(visit: Callable[..., Page]) -> None:
    page = visit(f"embed/{EXAMPLE}")
    page.locator(".live-toggle").click()
    expect(page.locator(".live-form")).to_be_visible()


@pytest.mark.parametrize("label", PIECES)
def test_a_frame_is_accessible(label: str, visit: Callable[..., Page], axe: str) -> None:
    page = visit(f"embed/{label}", viewport={"width": 400, "height": 600}, color_scheme="light")
    page.wait_for_load_state("networkidle")
    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.emulate_media(color_scheme="dark")
    page.reload()  # which is when a frame asks for it
    page.wait_for_load_state("networkidle")
    page.evaluate(axe)
    assert violations(page, COLORS) == []
    page.emulate_media(contrast="more")
    assert violations(page, COLORS) == []


def test_a_frame_stands_without_scripts(context: Callable[..., BrowserContext], site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{site}embed/{FIGURE}.html")
    expect(page.locator(f"#{FIGURE} > .figure-svg")).to_be_visible()
    credit = page.locator("footer a").first
    expect(credit).to_have_attribute("href", f"../systems/one-equation.html#{FIGURE}")
    expect(credit).to_be_visible()


def test_no_such_piece_is_no_page(visit: Callable[..., Page], site: str) -> None:
    page = visit()
    assert page.request.get(f"{site}embed/thm-nothing.html").status == 404


def test_frames_are_kept_by_no_worker(built_book: Path) -> None:
    texts = [(built_book / "embed" / f"{label}.html").read_text("utf-8") for label in PIECES]
    assert not any("data-offline" in text for text in texts)


def test_latex_is_copied_beside_cite(visit: Callable[..., Page]) -> None:
    page = visit(only=THEOREM, permissions=CLIPBOARD)
    button = page.locator(f"#{THEOREM} .copy-latex")
    expect(button).to_have_accessible_name("Copy LaTeX: Theorem 3.1")
    wait_until(page, LISTENS)
    button.press("Enter")
    expect(page.get_by_text("Copied.", exact=True)).to_be_attached()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    opening = r"\begin{theorem}[The nearest point of a hyperplane]\label{thm-one-equation-nearest}"
    assert copied.startswith(opening)
    assert r"\mathbf{x}^{\star} = \frac{b}{\left\lVert \mathbf{a} \right\rVert^2}" in copied
    assert r"\vect" not in copied
    link = page.locator(f"#{THEOREM} .slide-link")
    expect(link).to_have_attribute("href", f"../slides/one-equation.html#{THEOREM}")
    assert json.dumps(copied).isascii()


def test_a_button_that_is_pressed_early_copies_when_the_live_layer_is_there(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(permissions=CLIPBOARD).new_page()
    held: list[Route] = []
    page.route("**/_static/live/main.js", lambda route: held.append(route))  # noqa: PLW0108 (a list takes no marks)
    page.goto(f"{site}{CHAPTER}.html?only={THEOREM}")
    button = page.locator(f"#{THEOREM} .copy-latex")
    button.press("Enter")
    expect(button).to_have_attribute("data-pressed", "")
    page.wait_for_load_state("load")
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.get_by_text("Copied.", exact=True)).to_be_attached()
    expect(button).not_to_have_attribute("data-pressed", "")
