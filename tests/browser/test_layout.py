"""What a reader sees: width of lines, phones, print, figures and fonts in both color modes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import set_open
from tests.browser.conftest import SHORT, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PHONE = {"width": 360, "height": 780}

SCROLLERS_ARE_REACHED = """(() => {
  const boxes = [...document.querySelectorAll("div.math")];
  const isLaidOut = boxes.every((box) => box.checkVisibility({ contentVisibilityAuto: true }));
  return isLaidOut && boxes.every((b) => b.tabIndex === (b.scrollWidth > b.clientWidth ? 0 : -1));
})()"""

# Characters of each full line of the longest paragraphs: all lines but a paragraph's last.
LINE_LENGTHS = """() => {
  const lengths = [];
  for (const p of document.querySelectorAll("article section > p")) {
    if (p.querySelector(".math, code") || p.textContent.length < 120) continue;
    const lines = new Map();
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      for (let i = 0; i < text.length; i++) {
        const range = new Range();
        range.setStart(text, i);
        range.setEnd(text, i + 1);
        const box = range.getBoundingClientRect();
        const line = Math.round(box.bottom);
        if (box.width) lines.set(line, (lines.get(line) ?? 0) + 1);
      }
    }
    lengths.push(...[...lines.values()].slice(0, -1));
  }
  return lengths;
}"""

# Every color that a figure really shows, and every color that the page's style sheet gives figures.
PAINTS = """() => {
  const probe = document.body.appendChild(document.createElement("i"));
  const rgb = (color) => ((probe.style.color = color), getComputedStyle(probe).color);
  const names = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => [...(rule.style ?? [])]).filter((name) => name.startsWith("--figure-"));
  const root = getComputedStyle(document.documentElement);
  const given = new Set(names.map((name) => rgb(root.getPropertyValue(name))));
  const shown = new Set();
  for (const shape of document.querySelectorAll(".figure-svg :is(path, use, circle, rect, text)")) {
    if (shape.closest("defs, clipPath")) continue;
    const style = getComputedStyle(shape);
    for (const paint of [style.fill, style.stroke]) if (paint.startsWith("rgb")) shown.add(paint);
  }
  probe.remove();
  const plain = (set) => [...set].map((c) => c.match(/[0-9]+/g).slice(0, 3).join(" ")).sort();
  return { given: plain(given), shown: [...new Set(plain(shown))] };
}"""


def test_wide_formulas_scroll_in_their_own_box_and_by_keyboard(chapter: Page) -> None:
    page = chapter
    page.set_viewport_size(PHONE)
    set_open(page, opened=True)
    page.keyboard.press("Tab")  # the reader moves, by keyboard: the whole page is laid out
    wait_until(page, SCROLLERS_ARE_REACHED)
    wide = page.locator("div.math").evaluate_all(
        "boxes => boxes.filter(b => b.scrollWidth > b.clientWidth + 1)"
        ".map(b => [getComputedStyle(b).overflowX, b.tabIndex])"
    )
    assert wide, "no formula of the chapter is wider than a phone: the test sees nothing"
    assert {tuple(box) for box in wide} == {("auto", 0)}


def test_lines_of_text_are_comfortable(chapter: Page) -> None:
    page = chapter
    page.evaluate("document.fonts.ready")
    lengths = page.evaluate(LINE_LENGTHS)
    assert len(lengths) > 10
    assert 60 <= sum(lengths) / len(lengths) <= 80, lengths
    assert max(lengths) <= 85, lengths


def test_fonts_of_text_and_mathematics_are_loaded(chapter: Page) -> None:
    page = chapter
    page.evaluate("document.fonts.ready")
    for font in ("16px KaTeX_Main", "italic 16px KaTeX_Math", '16px "Source Serif 4"'):
        loaded = f"document.fonts.check('{font}', 'x') && [...document.fonts].some(f => "
        loaded += f"'{font}'.includes(f.family.replaceAll('\"', '')) && f.status === 'loaded')"
        assert page.evaluate(loaded), font


def test_colors_of_figures_follow_the_mode(chapter: Page) -> None:
    shown = {}
    for scheme in ("light", "dark"):
        chapter.emulate_media(color_scheme=scheme)
        wait_until(chapter, f"document.documentElement.dataset.theme === '{scheme}'")
        colors = chapter.evaluate(PAINTS)
        assert len(colors["shown"]) >= 3
        assert set(colors["shown"]) <= set(colors["given"]), scheme
        shown[scheme] = set(colors["shown"])
    assert not shown["light"] & shown["dark"]


def test_figures_are_drawn_in_view(visit: Callable[..., Page]) -> None:
    page = visit()  # where no figure has begun to move
    for viewport in ({"width": 1280, "height": 900}, PHONE):
        page.set_viewport_size(viewport)
        drawings = page.locator(".figure-svg")
        boxes = drawings.evaluate_all(
            "drawings => drawings.map(d => d.getBoundingClientRect())"
            ".map(box => [box.left, box.right, box.width, box.height])"
        )
        assert len(boxes) >= 3
        for left, right, width, height in boxes:
            assert left >= 0
            assert right <= viewport["width"]
            assert width >= 250
            assert height >= 100


def test_sections_are_listed_at_every_width(visit: Callable[..., Page]) -> None:
    for width in (360, 800, 1280, 1600):
        page = visit(SHORT, viewport={"width": width, "height": 900})
        summary = page.get_by_text("On this page", exact=True)
        expect(summary).to_be_in_viewport()  # not after the chapter
        link = page.locator(".page-toc a").first
        if not link.is_visible():
            summary.click()
        expect(link).to_be_in_viewport()
        left = "e => e.getBoundingClientRect().left"
        assert link.evaluate(left) >= summary.evaluate(left)  # the rail keeps the margin


def test_sections_stay_in_view_beside_a_long_chapter(chapter: Page) -> None:
    page = chapter
    page.set_viewport_size({"width": 1400, "height": 900})
    page.evaluate("scrollTo({top: 6000, behavior: 'instant'})")
    expect(page.locator(".page-toc summary")).to_be_in_viewport()
    expect(page.locator(".page-toc a.active").first).to_be_in_viewport()


def test_print_shows_the_text_and_the_solutions_only(chapter: Page) -> None:
    page = chapter
    solution = page.locator("details.solution p").first
    expect(solution).not_to_be_visible()
    page.emulate_media(media="print")
    expect(solution).to_be_visible()
    for part in (".site-header", "#site-contents", ".page-toc", ".prev-next", ".skip-link"):
        expect(page.locator(part).first).not_to_be_visible()
    assert page.locator(".figure-files").count() > 3
    expect(page.locator(".figure-files p:visible")).to_have_count(0)  # a file is no use on paper
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".figure-svg").first).to_be_visible()


def test_solutions_can_be_left_off_paper(visit: Callable[..., Page]) -> None:
    page = visit("systems/one-equation")
    page.get_by_label("Print solutions").uncheck()
    page.emulate_media(media="print")
    expect(page.locator("details.solution").first).not_to_be_visible()
    expect(page.locator("details.hint p").first).to_be_visible()


def test_print_may_break_proofs_and_examples_but_no_step(chapter: Page) -> None:
    page = chapter
    page.emulate_media(media="print")
    found = "all => [...new Set(all.map((each) => getComputedStyle(each).breakInside))]"
    assert page.locator(".live-example, .admonition.dropdown").evaluate_all(found) == ["auto"]
    assert page.locator(".worked-example .step").evaluate_all(found) == ["avoid"]


def test_dark_page_prints_on_white(visit: Callable[..., Page]) -> None:
    page = visit(SHORT, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    wait_until(page, "document.documentElement.dataset.theme === 'light'")
    background = "getComputedStyle(document.body).backgroundColor"
    assert min(page.evaluate(f"{background}.match(/[0-9]+/g).slice(0, 3).map(Number)")) > 240
    page.emulate_media(media="screen", color_scheme="dark")
    wait_until(page, "document.documentElement.dataset.theme === 'dark'")


def test_dark_page_is_light_before_it_is_printed(visit: Callable[..., Page]) -> None:
    page = visit(SHORT, color_scheme="dark")
    page.evaluate(
        "addEventListener('beforeprint', () => {"
        "  window.printed = document.documentElement.dataset.theme; })"
    )
    page.pdf()
    assert page.evaluate("window.printed") == "light"
    wait_until(page, "document.documentElement.dataset.theme === 'dark'")
