"""The image to point at: mouse, finger, keys, sliders, print, axe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import PHONE, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

CHAPTER, DIGIT = "data/data-as-vectors", "#fig-data-as-vectors-digit"


def cell(figure: Locator, kind: str, row: int, column: int) -> Locator:
    """Return a square of the image or a number of the matrix, counted from 1."""
    return figure.locator(f".pixels-drawing {kind}").nth(8 * (row - 1) + column - 1)


def test_pointing_at_a_pixel_marks_its_entry(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, DIGIT)
    expect(figure.locator("> .figure-svg")).not_to_be_visible()
    # the digit as scikit-learn prints it: its squares add up to 3074
    assert told(figure) == {
        "Pixel": "row 3, column 5: 6 of 16",
        "In code": "image[2, 4]",
        "In the long list": "entry 21 = 2 · 8 + 5",
        "Squared length of the image": "3074",
    }
    cell(figure, ".pixels-ink", 5, 3).hover()
    assert told(figure)["Pixel"] == "row 5, column 3: 16 of 16"
    cell(figure, "text", 6, 5).hover()
    assert told(figure)["Pixel"] == "row 6, column 5: 13 of 16"
    marks = [figure.locator(".pixels-mark").nth(k).bounding_box() for k in (0, 1)]
    for mark, target in zip(marks, (".pixels-ink", "text"), strict=True):
        inside = cell(figure, target, 6, 5).bounding_box()
        assert mark is not None
        assert inside is not None
        assert mark["x"] - 2 <= inside["x"] <= mark["x"] + mark["width"]
        assert mark["y"] - 2 <= inside["y"] + inside["height"] / 2 <= mark["y"] + mark["height"]


def test_keys_walk_and_sliders_paint(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, DIGIT)
    figure.locator(".pixels-drawing").focus()
    for key in ("ArrowUp", "ArrowRight", "End"):
        page.keyboard.press(key)
    assert told(figure)["Pixel"] == "row 2, column 8: 0 of 16"
    figure.get_by_label("ink of the pixel").focus()
    page.keyboard.press("End")
    assert told(figure)["Pixel"] == "row 2, column 8: 16 of 16"
    assert told(figure)["Squared length of the image"] == "3330"
    assert cell(figure, "text", 2, 8).text_content() == "16"
    figure.get_by_label("row of the pixel").focus()
    page.keyboard.press("Home")
    assert told(figure)["Pixel"] == "row 1, column 8: 0 of 16"
    assert figure.get_by_label("row of the pixel").get_attribute("aria-valuetext") == "row 1"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["Pixel"] == "row 3, column 5: 6 of 16"
    assert cell(figure, "text", 2, 8).text_content() == "0"


def test_a_finger_points(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, viewport=PHONE, has_touch=True)
    figure = moving(page, DIGIT)
    cell(figure, ".pixels-ink", 8, 5).tap()
    assert told(figure)["Pixel"] == "row 8, column 5: 16 of 16"
