"""The figure of two vectors: handles by mouse and keys, numbers, the zero vector, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, FIGURE = "data/similarity", "#fig-similarity-shadow"


def test_keys_and_mouse_move_the_tips(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, FIGURE)
    # by hand: 3·4 + 4·2 = 20, 20/25 = 4/5, p = (12/5, 16/5), r = (8/5, −6/5)
    assert told(figure) == {
        "a · b": "3 · 4 + 4 · 2 = 20",
        "Squared lengths": "a · a = 25, b · b = 20",
        "Cosine of θ": "20/√500 ≈ 0.8944",
        "Angle θ": "≈ 26.57°",
        "Projection of b": "p = 4/5 a = (12/5, 16/5)",
        "Rest": "r = b − p = (8/5, −6/5), a · r = 0",
        "p · p + r · r": "16 + 4 = 20",
    }
    handle = figure.get_by_label("b = (")
    handle.focus()
    page.keyboard.press("ArrowDown")  # half a unit
    expect(handle).to_have_attribute("aria-label", "b = (4, 3/2): arrow keys move it")
    assert told(figure)["a · b"] == "3 · 4 + 4 · 3/2 = 18"
    before = told(figure)["Squared lengths"]
    drag(page, figure.get_by_label("a = ("), -60, 20)
    assert told(figure)["Squared lengths"] != before
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Projection of b"] == "p = 4/5 a = (12/5, 16/5)"


def test_a_right_angle_and_the_zero_vector_by_number(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, FIGURE)
    figure.get_by_label("entry 1 of b").fill("8")
    figure.get_by_label("entry 2 of b").fill("-6")
    assert told(figure)["Angle θ"] == "90°"
    assert told(figure)["Projection of b"] == "p = 0 a = (0, 0)"
    for entry in (1, 2):
        figure.get_by_label(f"entry {entry} of a").fill("0")
    assert told(figure)["Cosine of θ"] == "not defined: a is the zero vector"
    figure.get_by_label("entry 1 of a").fill("x")
    expect(figure.locator(".figure-problem")).to_contain_text("expected a number")


def test_a_link_shows_its_vectors(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    page.goto(f"{page.url}{FIGURE}?a1=1&a2=2&b1=20&b2=40")
    figure = moving(page, FIGURE)
    expect(figure.get_by_label("b = (20, 40)")).to_be_in_viewport()
    assert told(figure)["Angle θ"] == "0°"
