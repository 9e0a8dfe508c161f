"""The figure of the circle and its image: numbers, slider, the point to turn, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, ELLIPSE, SEGMENT = "pseudoinverse/svd", "#fig-svd-ellipse", "#fig-svd-segment"
SLIDER = "last entry of A"


def test_the_motors_and_a_turn_of_x(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, ELLIPSE)
    # by hand: (−3/5, 4/5) goes to (−9/5, −12/5 + 20/5); 9 + 16 + 25 = 50; 3·5 − 0·4 = 15
    assert told(figure) == {
        "Image of the circle": "an ellipse",
        "σ₁ and σ₂": "√45 ≈ 6.708 and √5 ≈ 2.236",
        "σ₁ σ₂ = |det A|": "15",
        "σ₁² + σ₂² = sum of squared entries": "50",
        "x": "(−3/5, 4/5)",
        "Ax": "(−9/5, 8/5)",
        "‖Ax‖": "√(29/5) ≈ 2.408",
        "Panes": "inputs from −1.5 to 1.5, outputs from −8 to 8 on each axis",
    }
    handle = figure.get_by_label("x = (")
    handle.focus()
    page.keyboard.press("ArrowRight")  # against the clock, to the triangle 20, 21, 29
    turned = told(figure)
    assert turned["x"] == "(−20/29, 21/29)"
    assert turned["σ₁² + σ₂² = sum of squared entries"] == "50"
    page.keyboard.press("ArrowLeft")
    assert told(figure)["x"] == "(−3/5, 4/5)"
    drag(page, handle, 75, 0)
    assert not told(figure)["x"].startswith("(−")
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["x"] == "(−3/5, 4/5)"


def test_the_segment_opens(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, SEGMENT)
    assert told(figure)["Image of the circle"] == "a segment, run through twice"
    assert told(figure)["σ₁ and σ₂"] == "√10 ≈ 3.162 and 0"
    figure.get_by_label(SLIDER).focus()
    page.keyboard.press("ArrowRight")
    opened = told(figure)
    assert opened["Image of the circle"] == "an ellipse"
    assert opened["σ₁ σ₂ = |det A|"] == "1/4"  # 1 · 9/4 − 1 · 2
    assert "slide" not in page.url
    figure.get_by_label("row 1, column 1").fill("0")
    figure.get_by_label("row 1, column 2").fill("-2")
    figure.get_by_label("row 2, column 2").fill("0")
    assert told(figure)["Image of the circle"] == "a circle"


def test_a_link_carries_the_numbers(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    page.goto(f"{page.url}{ELLIPSE}?A11=1&A12=2&A21=3&A22=4&angle=90")
    figure = moving(page, ELLIPSE)
    assert told(figure)["Ax"] == "(2, 4)"
    assert told(figure)["σ₁ σ₂ = |det A|"] == "2"


def test_what_cannot_be_read_is_refused(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, ELLIPSE)
    figure.get_by_label("row 1, column 1").fill("")
    expect(figure.locator(".figure-problem")).to_contain_text("expected a number")
    assert told(figure)["σ₁ σ₂ = |det A|"] == "15"
