"""The figure of the four subspaces: numbers, slider, handles by mouse and keys, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, FIGURE = "systems/four-subspaces", "#fig-four-subspaces-plane"
LAST, SLIDER = "row 2, column 2", "last entry of A"


def test_the_rank_jumps_when_an_entry_moves(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, FIGURE)
    # by hand: (3, −1) = (1, 1) + (2, −2) and (−2, 6) = (2, 4) + (−4, 2)
    assert told(figure) == {
        "Rank": "1",
        "Row space, null space": "multiples of (1, 1); multiples of (1, −1)",
        "Column space, left null space": "multiples of (1, 2); multiples of (2, −1)",
        "x": "(3, −1) = (1, 1) + (2, −2)",
        "Ax": "(2, 4) = A (1, 1)",
        "b": "(−2, 6) = (2, 4) + (−4, 2)",
        "Ax = b": "no solution: y = (−4, 2) has Aᵀy = 0, but y · b = 20",
        "Panes": "inputs from −4 to 4, outputs from −8 to 8 on each axis",
    }
    figure.get_by_label(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    after = told(figure)
    assert after["Rank"] == "2"
    assert after["Row space, null space"] == "the whole plane; (0, 0) only"
    assert after["Ax = b"] == "exactly one solution"
    assert figure.get_by_label(LAST).input_value() in ("2.25", "9/4")
    assert "slide" not in page.url
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Rank"] == "1"


def test_the_null_space_part_leaves_the_image_alone(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, FIGURE)
    handle = figure.get_by_label("x = (")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")  # half a unit each: along (1, −1)
    expect(handle).to_have_attribute("aria-label", "x = (7/2, −3/2): arrow keys move it")
    assert told(figure)["Ax"] == "(2, 4) = A (1, 1)"
    drag(page, figure.get_by_label("b = ("), 60, 0)
    assert told(figure)["b"] != "(−2, 6) = (2, 4) + (−4, 2)"
    assert told(figure)["x"].startswith("(7/2, −3/2)")


def test_what_cannot_be_read_is_refused(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, FIGURE)
    figure.get_by_label(LAST).fill("")
    expect(figure.locator(".figure-problem")).to_contain_text("expected a number")
    assert told(figure)["Rank"] == "1"
