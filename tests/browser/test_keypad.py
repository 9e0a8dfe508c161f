"""Keys for answers on a touch screen: under the field, which keeps the focus and stays in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Callable

TOUCH = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}
EXERCISE = "exr-one-equation-by-hand"
FIELD = f"#{EXERCISE}-check-1"


def tapped(page: Page) -> tuple[Locator, Locator]:
    """Tap a field; return it and its keys."""
    place = page.locator(f"[data-name={EXERCISE}-check-1]")
    place.evaluate("place => place.scrollIntoView({block: 'end', behavior: 'instant'})")
    page.locator(FIELD).tap()
    return page.locator(FIELD), page.get_by_role("group", name="Keys for this answer")


def test_an_answer_is_tapped_and_checked(visit: Callable[..., Page], axe: str) -> None:
    page = visit(only=EXERCISE, **TOUCH)
    field, keys = tapped(page)
    expect(keys).to_be_visible()
    expect(field).to_have_attribute("inputmode", "none")
    for box in (field, keys):
        frame = box.bounding_box()
        assert frame
        assert 60 <= frame["y"] <= frame["y"] + frame["height"] <= 640
    for name in (*"36", "slash", *"25", "comma", *"48", "slash", *"255", "delete"):
        keys.get_by_role("button", name=name, exact=True).tap()
        expect(field).to_be_focused()
    expect(field).to_have_value("36/25, 48/25")
    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("form", has=field).get_by_role("button", name="Check").tap()
    expect(page.locator(f"{FIELD}-feedback")).to_contain_text("Right")


def test_the_ordinary_keyboard_is_there_for_those_who_want_it(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE, **TOUCH)
    field, keys = tapped(page)
    keys.get_by_role("button", name="Keyboard").tap()
    expect(field).to_have_attribute("inputmode", "text")
    expect(field).to_be_focused()
    expect(keys.get_by_role("button")).to_have_count(1)
    page.keyboard.type("3")
    keys.get_by_role("button", name="Number keys").tap()
    expect(field).to_have_attribute("inputmode", "none")
    keys.get_by_role("button", name="minus").tap()
    expect(field).to_have_value("3−")


def test_keys_work_without_the_focus_in_the_field_and_go_with_it(
    visit: Callable[..., Page],
) -> None:
    page = visit(only=EXERCISE, **TOUCH)
    field, keys = tapped(page)
    key = keys.get_by_role("button", name="semicolon, next row")
    key.focus()
    page.keyboard.press("Enter")
    expect(field).to_have_value("; ")
    expect(key).to_be_focused()
    page.locator("h1").evaluate("() => document.activeElement.blur()")
    expect(keys).to_have_count(0)


def test_there_are_no_keys_for_a_mouse(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE)
    place = page.locator(f"[data-name={EXERCISE}-check-1]")
    place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.locator(FIELD).click()
    expect(page.locator(FIELD)).not_to_have_attribute("inputmode", "none")
    expect(page.locator(".keypad")).to_have_count(0)
