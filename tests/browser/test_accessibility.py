"""axe-core finds nothing on any page, in any state in which its answer could differ.

Of its rules only those of contrast and of links in a text depend on what style sheets say of
colors and lines, and ``tests/book/test_contrast`` computes the contrast of every pair of colors,
light and dark; only what is hidden depends on the width. So ``test_every_page`` looks at each page
once, with all open, and the colors of one page of each type are looked at, in both modes. All pages
in all modes, widths and states are looked at by ``make audit-full``.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import (
    COLORS,
    DESKTOP,
    FLATTEN,
    PHONE,
    set_open,
    start,
    too_wide,
    violations,
)
from tests.browser.conftest import CHAPTER, OTHERS, pages_of, wait_until
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

WIDTHS = {"desktop": DESKTOP, "phone": PHONE}
LOOKS = list(product(("light", "dark"), WIDTHS))
# One page of each type: what they are made of is the same, and so are its colors.
TYPES = ["index", CHAPTER, "reference/notation", "reference/api", f"cite/{CHAPTER}", "search"]
# The reference is long and made of the same parts: one function, with its worked example.
ONLY = {"reference/api": "api-exact-closest-point"}


@pytest.mark.parametrize("name", TYPES)
def test_colors_stand_out_on_each_type_of_page(
    name: str, visit: Callable[..., Page], axe: str
) -> None:
    page = visit(
        name,
        only=ONLY.get(name, ""),
        viewport=DESKTOP,
        color_scheme="dark",
        reduced_motion="reduce",
    )
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    set_open(page, opened=True)
    start(page)
    page.evaluate(FLATTEN)
    page.evaluate(axe)
    assert violations(page, COLORS) == []
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    wait_until(page, "document.documentElement.dataset.theme === 'light'")
    assert violations(page, COLORS) == []


def test_axe_finds_nothing_with_the_contents_open(visit: Callable[..., Page], axe: str) -> None:
    page = visit("index", viewport=PHONE)
    page.get_by_role("button", name="Contents").click()
    assert page.locator("#site-contents").is_visible()
    page.evaluate(axe)
    assert violations(page) == []


def test_axe_would_find_something(visit: Callable[..., Page], axe: str) -> None:
    page = visit("search")
    page.evaluate("document.querySelector('.search-page-form input').removeAttribute('aria-label')")
    page.add_style_tag(content="h1 { color: #999 !important; width: 2000px; }")
    page.evaluate(axe)
    assert {line.split()[1] for line in violations(page)} == {"label:", "color-contrast:"}
    assert {line.split()[1] for line in violations(page, COLORS)} == {"color-contrast:"}
    assert any("H1" in line for line in too_wide(page))


def test_axe_would_find_what_is_faint_and_a_box_out_of_reach(
    visit: Callable[..., Page], axe: str
) -> None:
    page = visit(only="thm-one-equation-nearest", viewport=PHONE)
    page.add_style_tag(content=".katex-html { color: #999; } p a { text-decoration: none; }")
    page.evaluate(
        "() => { const box = document.querySelector('div.math').cloneNode(true);"
        " box.className = ''; box.removeAttribute('tabindex');"  # the page's scripts know of none
        " box.style.cssText = 'overflow-x: auto; width: 40px';"
        " const text = document.createElement('p');"
        " text.innerHTML = 'Words before <a href=\"#\">a link</a> and after it.';"
        " document.querySelector('article').append(box, text); }"
    )
    page.evaluate(FLATTEN)
    page.evaluate(axe)
    found = {line.split()[1] for line in violations(page)}
    assert found == {*(f"{rule}:" for rule in COLORS), "scrollable-region-focusable:"}


@pytest.mark.full
@pytest.mark.parametrize("look", LOOKS, ids="-".join)
@pytest.mark.parametrize("source", [*sources(), OTHERS])
def test_axe_finds_nothing_in_any_mode_width_or_state(
    source: str, look: tuple[str, str], visit: Callable[..., Page], names: list[str], axe: str
) -> None:
    scheme, width = look
    found = []
    for name in pages_of(source, names):
        page = visit(name, viewport=WIDTHS[width], color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(axe)
        for opened in (False, True):
            set_open(page, opened=opened)
            found += violations(page)
        start(page)
        found += violations(page) + too_wide(page)
    assert found == []
