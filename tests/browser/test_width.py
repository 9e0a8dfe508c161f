"""Formulas, code and tables fit a phone: what still scrolls is counted, and says so at its edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.axe import TWO_FRAMES, set_open
from tests.browser.conftest import CHAPTER, SIZE, wait_until
from tests.browser.figures import PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

WIDE = {"width": 1440, "height": 900}
MOST_FORMULAS = 10  # of all pages: rows of equations that are aligned, which none of us could break
MOST_TABLES = 1  # four columns of calls
CONTENT = ("div.math, .step-formula", "pre", ".pst-scrollable-table-container")
CUT = """(selector) => [...document.querySelectorAll(selector)]
  .filter((e) => e.getClientRects().length && e.scrollWidth > e.clientWidth + 1)
  .map((e) => (e.querySelector("annotation") ?? e).textContent.slice(0, 80))"""
# The smallest size of a formula's letters, and how each width that the build has told compares
# with that of the widest piece, as the browser sets it.
SET = """() => [...document.querySelectorAll("div.math .katex")]
  .filter((e) => e.getClientRects().length).map((e) => {
    const size = Number.parseFloat(getComputedStyle(e).fontSize);
    const pieces = [...e.querySelectorAll(".katex-base")];
    const widest = Math.max(...pieces.map((piece) => piece.getBoundingClientRect().width)) / size;
    const several = pieces.length > 1 ? 1.5 : 0; // em by which a further row is set in
    return [size, (widest + several) / Number(e.style.getPropertyValue("--widest"))];
  })"""

# Formulas whose punctuation stands on a line of its own, and words in the heads of tables that are
# broken.
ALONE = """() => [...document.querySelectorAll("span.math")].filter((formula) => {
  const next = formula.nextSibling;
  const last = [...formula.querySelectorAll(".katex-base")].at(-1);
  if (!last?.getClientRects().length || !/^[.,;:!?)]/.test(next?.data ?? "")) return false;
  const sign = document.createRange();
  sign.setStart(next, 0);
  sign.setEnd(next, 1);
  return sign.getBoundingClientRect().top > last.getBoundingClientRect().bottom - 3;
}).map((formula) => formula.querySelector("annotation").textContent)"""
BROKEN = """() => [...document.querySelectorAll("th code .pre")]
  .filter((e) => /^\\w+$/.test(e.textContent) && e.getClientRects().length > 1)
  .map((e) => e.textContent)"""


def cut(page: Page) -> dict[str, Any]:
    """Return the formulas, code and tables of a page that are wider than their place."""
    set_open(page, opened=True)
    page.evaluate("document.fonts.ready")
    page.evaluate(TWO_FRAMES)
    return {name: page.evaluate(CUT, name) for name in CONTENT}


def test_a_chapter_fits_a_phone_in_letters_that_can_be_read(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    formulas, code, tables = cut(page).values()
    assert len(formulas) <= 1
    assert code == tables == []
    sizes, told = zip(*page.evaluate(SET), strict=True)
    assert min(sizes) >= 13
    assert max(told) <= 1.01  # a width that is told too small would leave the formula cut
    assert sum(told) / len(told) >= 0.9
    page.set_viewport_size(WIDE)
    assert not any(cut(page).values())


@pytest.mark.parametrize("name", ["kernels/gaussian-processes", "kernels/kernel-regression"])
def test_no_line_begins_with_punctuation(name: str, visit: Callable[..., Page]) -> None:
    page = visit(name, viewport=PHONE)
    set_open(page, opened=True)
    assert page.evaluate(ALONE) == []
    page.add_style_tag(content=".nobreak { white-space: normal !important; }")
    assert page.evaluate(ALONE) != []  # this would see it


def test_no_name_in_the_head_of_a_table_is_broken(visit: Callable[..., Page]) -> None:
    page = visit("regression/numerics", viewport=PHONE)
    page.locator("table:has(th:nth-child(7))").evaluate_all("all => all.forEach(e => e.remove())")
    assert page.evaluate(BROKEN) == []
    page.add_style_tag(content="th code .pre { overflow-wrap: anywhere !important; }")
    assert page.evaluate(BROKEN) != []


def test_names_in_tables_are_whole_where_there_is_room(visit: Callable[..., Page]) -> None:
    page = visit("pseudoinverse/pinv-in-practice", viewport=SIZE)
    assert page.evaluate(BROKEN.replace("th code", "td code").replace("^\\w+$", "^\\S+$")) == []
    assert not any(cut(page).values())


def test_tables_of_four_columns_fit_a_phone(visit: Callable[..., Page]) -> None:
    page = visit("reference/notation", viewport=PHONE)
    assert page.locator(CONTENT[2]).count() == 5
    assert not any(cut(page).values())
    page.locator(f"{CONTENT[2]} td").first.evaluate("e => { e.style.minWidth = '20em'; }")
    assert len(cut(page)[CONTENT[2]]) == 1


def test_the_edge_of_what_scrolls_fades_where_there_is_more(visit: Callable[..., Page]) -> None:
    page = visit(only="equation-eq-one-equation-answer", viewport=PHONE)
    box = page.locator("div.math")
    box.locator(".katex-base").last.evaluate("e => { e.style.minWidth = '40em'; }")
    wait_until(page, "document.querySelector('div.math').tabIndex === 0")
    seen = []
    for place in (0, 10, 10_000):
        box.evaluate("(e, x) => { e.scrollLeft = x; }", place)
        page.evaluate(TWO_FRAMES)
        mask = box.evaluate("e => getComputedStyle(e).maskImage")
        seen.append((box.get_attribute("data-more"), "gradient" in mask))
    assert seen == [("end", True), ("both", True), ("start", True)]


@pytest.mark.full  # every page: the goal is a number for the whole book
def test_the_book_fits_a_phone(context: Callable[..., Any], site: str, names: list[str]) -> None:
    found: dict[int, list[str]] = {}
    wide: list[str] = []
    for width in (PHONE["width"], WIDE["width"]):
        page = context(viewport={**WIDE, "width": width}).new_page()
        found[width] = []
        for name in names:
            page.goto(f"{site}{name}.html")
            formulas, code, tables = cut(page).values()
            assert code == [], name
            found[width] += [f"{name}: {formula}" for formula in formulas]
            wide += tables
    assert len(found[PHONE["width"]]) <= MOST_FORMULAS, found
    assert found[WIDE["width"]] == []
    assert len(wide) <= MOST_TABLES, wide


def test_this_would_see_a_formula_that_is_cut(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only="equation-eq-one-equation-answer", viewport=PHONE)
    assert not any(cut(page).values())
    page.add_style_tag(content=".katex-display > .katex { white-space: nowrap !important; }")
    page.locator(".katex-base").last.evaluate("e => { e.style.minWidth = '40em'; }")
    assert len(cut(page)["div.math, .step-formula"]) == 1
