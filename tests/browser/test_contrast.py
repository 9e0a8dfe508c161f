"""Readers who ask for more contrast, or whose system chooses the colors, see everything."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import wait_until
from tests.browser.figures import FAMILY, PLANES, SOLUTION, moving

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

MODES = {"more": {"contrast": "more"}, "forced": {"forced_colors": "active"}}
SCHEMES = ("light", "dark")
LINK = "article p a:not(.permalink, .headerlink)"  # without the signs that come with the mouse
LOOKS = list(product(MODES, SCHEMES))
# What an element is painted in, and the ground of the page, as the browser computes them.
RGB = """(color) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }"""
PAINTED = f"""([selector, property]) => [document.querySelector(selector), document.body]
  .map((e, i) => getComputedStyle(e)[i ? "backgroundColor" : property])
  .map({RGB})"""
TOKENS = f"""(names) => Object.fromEntries(names.map((name) => [
  name, ({RGB})(getComputedStyle(document.documentElement).getPropertyValue("--" + name)),
]))"""
INKS = (
    "ink",
    "ink-soft",
    "link",
    "focus",
    "definition",
    "theorem",
    "example",
    "exercise",
    "practice",
    "figure-ink",
    "figure-muted",
)
GROUNDS = ("paper", "tint")
INVISIBLE = """() => [...document.querySelectorAll(".moving-figure :is(path, circle, text)")]
  .filter((e) => !e.matches(".space-paper")) // it hides what lies behind a face
  .filter((e) => {
    const { fill, stroke } = getComputedStyle(e);
    const ground = getComputedStyle(document.body).backgroundColor;
    return [fill, stroke].every((c) => ["none", "rgba(0, 0, 0, 0)", ground].includes(c));
  })
  .map((e) => e.outerHTML)"""


def luminance(color: list[int]) -> float:
    """Return the relative luminance of a color, as WCAG 2.2 defines it."""
    parts = [c / 255 for c in color]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(page: Page, selector: str, name: str) -> float:
    """Return the contrast of what an element is painted in with the ground of the page."""
    low, high = sorted(luminance(color) for color in page.evaluate(PAINTED, [selector, name]))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def look(request: pytest.FixtureRequest, chapter: Page) -> Page:
    """Return the chapter in a mode and a scheme, with its figures moving."""
    mode, scheme = request.param
    for selector in (FAMILY, PLANES):
        moving(chapter, selector)
    chapter.emulate_media(color_scheme=scheme, **MODES[mode])
    wait_until(chapter, f"document.documentElement.dataset.theme === '{scheme}'")
    return chapter


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids="-".join)
def test_text_marks_of_figures_and_the_ring_of_focus_stand_out(look: Page) -> None:
    for selector in (
        "article p",
        ".caption-number",
        ".prev-next span",
        "article p a:not(.permalink)",
    ):
        assert contrast(look, selector, "color") >= 7, selector  # WCAG's AAA for text
    for name in ("plane-firm", "plane-zero", "plane-thick.plane-green"):
        assert contrast(look, f"{FAMILY} .{name}", "stroke") >= 4.5, name
    for name in ("plane-handle", "plane-head", "figure-word"):
        assert contrast(look, f"{FAMILY} .{name}", "fill") >= 4.5, name
    assert contrast(look, f"{PLANES} .space-line", "stroke") >= 4.5
    assert look.evaluate(INVISIBLE) == []
    look.keyboard.press("Tab")  # focus counts as by keys
    look.locator(f"{FAMILY} {SOLUTION}").focus()
    focused = f"{FAMILY} {SOLUTION}:focus-visible"
    assert contrast(look, focused, "outlineColor") >= 3
    assert look.locator(focused).evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 4


@pytest.mark.parametrize("look", [(mode, "light") for mode in MODES], indirect=True, ids="-".join)
def test_links_are_underlined_and_what_is_pressed_has_a_border(look: Page) -> None:
    bare = look.evaluate(
        f"[...document.querySelectorAll('.bd-sidebar-primary a, .prev-next a, {LINK}')]"
        ".filter(a => !getComputedStyle(a).textDecorationLine.includes('underline'))"
        ".map(a => a.outerHTML)"
    )
    assert bare == []
    pressed = "button, article summary"
    assert look.locator(pressed).count() > 10
    bare = look.evaluate(
        f"[...document.querySelectorAll('{pressed}')].filter(e => e.checkVisibility())"
        ".filter(e => ['Top', 'Right', 'Bottom', 'Left']"
        ".some(side => getComputedStyle(e)[`border${side}Style`] === 'none'))"
        ".map(e => e.outerHTML.slice(0, 200))"
    )
    assert bare == []


@pytest.mark.parametrize(
    "look", [("forced", scheme) for scheme in SCHEMES], indirect=True, ids="-".join
)
def test_drawings_take_the_colors_of_the_system(look: Page) -> None:
    system = look.evaluate(
        "['LinkText', 'CanvasText'].map(name => { const probe = document.createElement('i');"
        " probe.style.color = name; document.body.append(probe);"
        " return getComputedStyle(probe).color; })"
    )
    shown = [
        look.locator(f"{FAMILY} .plane-{name}").first.evaluate("e => getComputedStyle(e).stroke")
        for name in ("firm.plane-blue", "thick.plane-orange")
    ]
    assert shown == system
    still = f"{FAMILY} > .figure-svg"
    look.emulate_media(media="print")
    painted = look.locator(still).evaluate(
        "svg => [...svg.querySelectorAll('[stroke], [style], path')]"
        ".map(e => getComputedStyle(e).stroke)"
    )
    assert system[0] in painted


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_color_of_text_reaches_the_highest_level(
    scheme: str, visit: Callable[..., Page]
) -> None:
    page = visit("index", color_scheme=scheme, **MODES["more"])
    colors = page.evaluate(TOKENS, [*INKS, *GROUNDS])
    for ink, ground in product(INKS, GROUNDS):
        low, high = sorted(luminance(colors[name]) for name in (ink, ground))
        assert (high + 0.05) / (low + 0.05) >= 7, f"{ink} on {ground}"
