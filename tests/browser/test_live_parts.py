"""The figure of a solution and its two parts: slider, keys, what it says, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.figures import moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, PARTS = "systems/least-norm", "#fig-least-norm-parts"


def test_the_slider_moves_the_solution_and_adds_to_the_norm(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, PARTS)
    # by hand: (2, 0, 4) = (3, 1, 2) − (1, 1, −2)
    assert told(figure) == {
        "Solution": "(2, 0, 4)",
        "Row-space part": "(3, 1, 2), squared norm 14",
        "Null-space part": "(−1) (1, 1, −2) = (−1, −1, 2), squared norm 6",
        "Squared norm": "14 + 6 = 20",
    }
    slider = figure.get_by_label("t, steps along the line")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    assert told(figure)["Squared norm"] == "14 + 0 = 14, the least"
    assert figure.locator(".space-along").count() == 0
    page.keyboard.press("ArrowRight")
    assert told(figure)["Solution"] == "(13/4, 5/4, 3/2)"
    assert slider.get_attribute("aria-valuetext") == "t = 1/4"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Solution"] == "(2, 0, 4)"


def test_turns_by_keys(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, PARTS)
    figure.locator(".space-drawing").focus()
    page.keyboard.press("ArrowUp")
    assert figure.get_by_label("tilt, in degrees").input_value() == "30"
