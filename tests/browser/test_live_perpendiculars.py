"""The figure of perpendiculars that miss their line: sliders, keys, what it says, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.figures import moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, SKEW, TWO = "systems/planes", "#fig-planes-skew", "#fig-planes-two"
FIRST, SECOND = "multiplier of the first normal", "multiplier of the second normal"


def test_sliders_close_the_gap(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, SKEW)
    # by hand: (2, 2, 2) is (−1, 0, 1) away from (1, 2, 3)
    assert told(figure) == {
        "Point": "2 (1, 1, 1) + 0 (0, 1, 2) = (2, 2, 2)",
        "Times the direction of L": "(2, 2, 2) · (1, −2, 1) = 0",
        "Equations": "x + y + z = 6 (as wanted), y + 2z = 6 (wanted: 8)",
        "Gap to L": "squared length 2: the lines are skew",
    }
    assert figure.locator(".space-gap").count() > 0
    figure.get_by_label(SECOND).focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    assert told(figure)["Gap to L"] == "none: the line meets L, but not at this point"
    assert figure.locator(".space-gap").count() == 0
    for name in (FIRST, SECOND):
        figure.get_by_label(name).focus()
        for _ in range(4):
            page.keyboard.press("ArrowLeft")
    assert told(figure)["Gap to L"] == "none: the point is on L"
    assert figure.get_by_label(FIRST).get_attribute("aria-valuetext") == "c₁ = 1"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Gap to L"] == "squared length 2: the lines are skew"


def test_turns_by_keys(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, SKEW)
    picture = figure.locator(".space-drawing")
    before = picture.inner_html()
    picture.focus()
    page.keyboard.press("ArrowLeft")
    assert figure.get_by_label("turn, in degrees").input_value() == "-25"
    assert picture.inner_html() != before
