"""The image to point at: by mouse and finger, in either square."""

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
    page = visit(CHAPTER, only=DIGIT[1:])
    figure = moving(page, DIGIT)
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


def test_a_painted_pixel_is_seen_in_both_squares(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=DIGIT[1:])
    figure = moving(page, DIGIT)
    expect(cell(figure, "text", 3, 5)).to_have_text("6")
    figure.get_by_label("ink of the pixel").press("End")
    expect(cell(figure, "text", 3, 5)).to_have_text("16")
    expect(cell(figure, ".pixels-ink", 3, 5)).to_have_css("fill-opacity", "1")
    figure.get_by_role("button", name="Reset").click()
    expect(cell(figure, "text", 3, 5)).to_have_text("6")


def test_a_finger_points(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=DIGIT[1:], viewport=PHONE, has_touch=True)
    figure = moving(page, DIGIT)
    cell(figure, ".pixels-ink", 8, 5).tap()
    assert told(figure)["Pixel"] == "row 8, column 5: 16 of 16"
