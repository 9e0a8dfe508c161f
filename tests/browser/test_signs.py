"""The sign # beside headings, titles and numbers: seen when wanted, reached by Tab and by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.figures import PHONE

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

KINDS = [
    "def-one-equation-norm",
    "thm-one-equation-nearest",
    "lem-one-equation-cauchy-schwarz",
    "cor-one-equation-point",
    "alg-one-equation-nearest",
    "ex-one-equation-nearest",
    "exr-one-equation-point",
    "fig-one-equation-family",
    "equation-eq-one-equation-answer",
]
SHOWN = """e => {
  const { visibility, opacity, display } = getComputedStyle(e);
  const { width, left, right } = e.getBoundingClientRect();
  return [visibility, opacity, display !== "none", width > 4 && left >= 0 && right <= innerWidth];
}"""
# The block of the sign that has the focus, empty elsewhere in the text, and none after the text.
FOCUSED = f"""() => {{
  const e = document.activeElement;
  const name = e.matches(".headerlink") ? e.getAttribute("href").slice(1) : "";
  return [e.closest("article") ? name : null, ({SHOWN})(e)];
}}"""
SEEN = ["visible", "1", True, True]


def signs_of(visit: Callable[..., Page], **options: object) -> Page:
    """Return a page with one block of each kind."""
    return visit(only=",".join(KINDS), reduced_motion="reduce", **options)


def test_signs_show_under_the_pointer_and_at_the_tab_key(visit: Callable[..., Page]) -> None:
    page = signs_of(visit)
    for name in KINDS:
        sign = page.locator(f"a.headerlink[href='#{name}']")
        assert sign.evaluate(SHOWN)[1] == "0", name  # quiet until it is wanted
        sign.locator("..").hover()
        assert sign.evaluate(SHOWN) == SEEN, name
        page.mouse.move(0, 0)
    reached = {}
    page.locator("article h1 a.headerlink").focus()
    while len(reached) < len(KINDS):
        page.keyboard.press("Tab")
        name, shown = page.evaluate(FOCUSED)
        assert name is not None, f"the Tab key left the text; it reached {list(reached)}"
        reached |= {name: shown} if name in KINDS else {}
    assert reached == dict.fromkeys(KINDS, SEEN)


def test_signs_stand_in_view_where_there_is_no_pointer(visit: Callable[..., Page]) -> None:
    page = signs_of(visit, viewport=PHONE, is_mobile=True, has_touch=True)
    shown = {n: page.locator(f"a.headerlink[href='#{n}']").evaluate(SHOWN) for n in KINDS}
    assert shown == dict.fromkeys(KINDS, SEEN)
