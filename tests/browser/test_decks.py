"""Slides in a browser: what fits, keys, figures, notes, paper, and without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import COLORS, FLATTEN, violations
from tests.browser.conftest import wait_until
from tests.browser.listening import listen
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

SIZE = {"width": 1280, "height": 720}
DECK = "slides/one-equation"
FIGURE = "fig-one-equation-family"
EXAMPLE = "ex-one-equation-nearest"
THEOREM = "thm-one-equation-nearest"
PAGES = [name.split("/") for name in sources() if "/" in name]
SLUGS = [slug for folder, slug in PAGES if folder != "reference"]
CURRENT = "[...document.querySelectorAll('section.slide.present')].pop()"
READY = "document.body.classList.contains('is-ready')"
MOST_BYTES, MOST_REQUESTS = 300_000, 20
# One script fits the slides of every deck. With each commit the decks of the heaviest drawings and
# of the longest formulas; every deck, since each has lines of its own, with ``make audit-full``.
OFTEN = ("one-equation", "low-rank", "ntk")
DECKS = [s if s in OFTEN else pytest.param(s, marks=pytest.mark.full) for s in SLUGS]
# What reaches beyond its slide, all slides laid out at once: parts that end too low, and boxes of
# formulas, code and tables that hold more than they show.
OVERFLOWING = """() => {
  document.body.classList.add("is-measured");
  for (const one of document.querySelectorAll(".slides section")) {
    one.hidden = false;
    one.style.display = "block";
  }
  const found = []; // each with its slide
  for (const slide of document.querySelectorAll("section.slide")) {
    const box = slide.getBoundingClientRect();
    const zoom = box.width / 1280;
    if (!slide.lastElementChild.previousElementSibling.getBoundingClientRect().height)
      found.push(`${slide.id}: not laid out`);
    const parts = ":scope > :not(.notes), .slide-body > *, figcaption";
    for (const part of slide.querySelectorAll(parts)) {
      const { bottom, right, height } = part.getBoundingClientRect();
      if (height && (bottom > box.top + 720 * zoom + 1 || right > box.right + 1))
        found.push(`${slide.id}: ${part.className} ends at ${(bottom - box.top) / zoom}`);
    }
    for (const part of slide.querySelectorAll(".slide-body :is(div.math, pre, .output, table)"))
      if (part.scrollWidth > part.clientWidth + 1) found.push(`${slide.id}: ${part.className}`);
    const letters = parseFloat(getComputedStyle(slide).fontSize);
    if (letters < 11) found.push(`${slide.id}: letters of ${letters} px`);
  }
  document.body.classList.remove("is-measured");
  return [document.querySelectorAll("section.slide").length, found];
}"""


@pytest.fixture
def deck(visit: Callable[..., Page]) -> Callable[..., Page]:
    """Return a function that opens slides and waits until they are ready."""

    def open_deck(fragment: str = "", **options: object) -> Page:
        page = visit(DECK, fragment=fragment, viewport=SIZE, **options)
        wait_until(page, READY)
        return page

    return open_deck


def current(page: Page) -> str:
    return str(page.evaluate(f"{CURRENT}.id")).removeprefix("slide-")


@pytest.mark.parametrize("slug", DECKS)
def test_no_slide_holds_more_than_it_shows(slug: str, visit: Callable[..., Page]) -> None:
    page = visit(f"slides/{slug}", viewport=SIZE)
    wait_until(page, READY, patience=60)
    count, found = page.evaluate(OVERFLOWING)
    assert count > 10
    assert found == []


def test_the_measure_sees_what_does_not_fit(deck: Callable[..., Page]) -> None:
    page = deck()
    page.locator(f"#slide-{THEOREM}").evaluate("slide => slide.style.setProperty('--fit', '2')")
    assert any(THEOREM in line for line in page.evaluate(OVERFLOWING)[1])


def test_keys_show_one_step_at_a_time(deck: Callable[..., Page]) -> None:
    page = deck(f"#{EXAMPLE}")
    steps = page.locator(f"#slide-{EXAMPLE} .step")
    count = steps.count()
    assert count > 1
    for shown in range(1, count):
        expect(steps.nth(shown)).to_have_css("opacity", "0")
        page.keyboard.press("ArrowRight")
        expect(steps.nth(shown)).to_have_css("opacity", "1")
    page.keyboard.press("ArrowRight")
    assert current(page) == f"{EXAMPLE}-more"
    more = page.locator(f"#slide-{EXAMPLE}-more .step").first
    number = more.evaluate("s => getComputedStyle(s.parentElement).counterReset")
    assert number == f"step {count}"  # the numbers go on
    page.keyboard.press("Home")
    assert current(page) == "title"


def test_a_figure_moves_and_its_keys_turn_no_slide(deck: Callable[..., Page]) -> None:
    page = deck(f"#{FIGURE}")
    figure = page.locator(f"#{FIGURE}")
    handle = figure.locator(".figure-handle").first
    expect(handle).to_be_visible()
    before = figure.locator(".figure-readout").inner_text()
    box = handle.bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 40, middle[1] + 30, steps=4)
    moved = handle.bounding_box()
    assert moved is not None
    page.mouse.up()
    assert abs(moved["x"] - box["x"]) + abs(moved["y"] - box["y"]) > 15
    expect(figure.locator(".figure-readout")).not_to_have_text(before, use_inner_text=True)
    handle.focus()
    turned = figure.locator(".figure-readout").inner_text()
    page.keyboard.press("ArrowRight")
    expect(figure.locator(".figure-readout")).not_to_have_text(turned, use_inner_text=True)
    assert current(page) == FIGURE


def test_notes_have_a_window_that_follows(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(viewport=SIZE).new_page()
    page.goto(f"{site}{DECK}.html#{THEOREM}")
    wait_until(page, READY)
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    notes = opened.value
    expect(notes.locator("body.is-ready")).to_be_attached()
    panel = notes.locator(".speaker-notes")
    expect(panel).to_contain_text("Proof")
    page.keyboard.press("ArrowRight")
    expect(panel).to_contain_text("take square roots")
    notes.keyboard.press("ArrowLeft")
    wait_until(page, f"{CURRENT}.id === 'slide-{THEOREM}'")


def test_one_slide_is_one_page_on_paper(deck: Callable[..., Page], site: str) -> None:
    page = deck()
    count = page.locator("section.slide").count()
    page.goto(f"{site}{DECK}.html?print-pdf")
    wait_until(page, READY)
    wait_until(page, "document.querySelectorAll('.pdf-page').length > 0")
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == count
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_without_scripts_it_is_a_document(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(java_script_enabled=False, viewport=SIZE).new_page()
    page.goto(f"{site}{DECK}.html#{THEOREM}")
    expect(page.locator(f"#{THEOREM}")).to_be_in_viewport()
    for part in (f"#{FIGURE} > .figure-svg", f"#{EXAMPLE} .step >> nth=3", "aside >> nth=0"):
        expect(page.locator(part)).to_be_visible()


def test_slides_are_light_and_ask_nobody_else(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(viewport=SIZE).new_page()
    said = listen(page, site)
    sizes: list[int] = []
    page.on("requestfinished", lambda r: sizes.append(r.sizes()["responseBodySize"]))
    page.goto(f"{site}slides/low-rank.html")  # the heaviest
    wait_until(page, READY)
    page.wait_for_load_state("networkidle")
    assert said == []
    assert sum(sizes) <= MOST_BYTES
    assert len(sizes) <= MOST_REQUESTS


@pytest.mark.parametrize("place", ["title", THEOREM, EXAMPLE, FIGURE])
def test_slides_are_accessible(place: str, deck: Callable[..., Page], axe: str) -> None:
    page = deck(f"#{place}", color_scheme="light")
    page.evaluate(FLATTEN)
    page.evaluate(axe)
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.reload()  # which is when slides ask for it
    wait_until(page, READY)
    page.evaluate(FLATTEN)
    page.evaluate(axe)
    assert violations(page, COLORS) == []
    page.emulate_media(contrast="more")
    assert violations(page, COLORS) == []


def test_all_slides_at_once(deck: Callable[..., Page]) -> None:
    page = deck(f"#{THEOREM}")
    page.keyboard.press("o")
    expect(page.locator(".reveal.overview")).to_be_visible()
    expect(page.locator(f"#slide-{THEOREM}")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".reveal.overview")).to_have_count(0)
