"""An answer with letters is judged by Python, which the reader starts by checking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.fake_python import answer_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator, Page

CHAPTER, EXERCISE = "systems/planes", "exr-planes-price"
NAME = f"{EXERCISE}-check-1"


@pytest.fixture
def open_check(context: Callable[..., BrowserContext], site: str) -> Callable[..., Locator]:
    """Return a function that opens the chapter at the check, with Python answered here."""

    def open_page(**options: object) -> Locator:
        made = context(**options)
        answer_here(made)
        page = made.new_page()
        page.goto(f"{site}{CHAPTER}.html?only={EXERCISE}")
        place = page.locator(f"[data-name='{NAME}']")
        place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
        expect(place.get_by_role("button", name="Check (starts Python, 11 MB)")).to_be_visible()
        return place

    return open_page


def feedback(place: Locator) -> Locator:
    """Return what is said about an answer."""
    return place.locator(f"#{NAME}-feedback")


def test_answers_with_letters_are_judged(open_check: Callable[..., Locator]) -> None:
    place = open_check()
    field = place.get_by_role("textbox")
    expect(place.locator(".check-hint")).to_have_text("An expression such as 5s^2 − t/4.")
    for text, state, said in (
        ("s^2/3 − t^2/2", "wrong", "Not yet. This gives −1/6 for s = 1 and t = 1, not 5/6."),
        ("s^2/3 +", "malformed", "Not readable. Expected an expression in s, t such as"),
        ("(2s² + 3t²)/6", "right", "Right."),
    ):
        field.fill(text)
        field.press("Enter")
        expect(feedback(place)).to_contain_text(said)
        expect(feedback(place)).to_have_attribute("data-state", state)
        expect(field).to_be_focused()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(place.locator("[type=submit]")).to_have_accessible_name("Check: The least heat H(s, t)")


def test_checking_can_be_stopped_and_failures_are_told(open_check: Callable[..., Locator]) -> None:
    place = open_check()
    page: Page = place.page
    field = place.get_by_role("textbox")
    field.fill("s^2/3 + t^2/2")
    page.evaluate("dispatchEvent(new Event('make-python-slow'))")
    place.get_by_role("button", name="Check").click()
    expect(feedback(place)).to_contain_text("Loading Python")
    expect(place.get_by_role("button", name="Cancel")).to_be_focused()
    page.keyboard.press("Enter")
    expect(feedback(place)).to_contain_text("Stopped.")
    expect(place.get_by_role("button", name="Check")).to_be_focused()
    expect(place.get_by_role("button", name="Cancel")).not_to_be_visible()
    page.evaluate("dispatchEvent(new Event('break-python'))")
    field.press("Enter")
    expect(feedback(place)).to_contain_text("Python broke.")
    page.evaluate("dispatchEvent(new Event('mend-python'))")
    field.press("Enter")
    expect(feedback(place)).to_have_text("Right.")


def test_axe_finds_nothing_and_a_phone_has_room(
    open_check: Callable[..., Locator], axe: str
) -> None:
    place = open_check(viewport={"width": 360, "height": 780})
    page = place.page
    page.evaluate("dispatchEvent(new Event('make-python-slow'))")
    place.get_by_role("textbox").press("Enter")
    expect(place.get_by_role("button", name="Cancel")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate(axe)
    assert violations(page) == []
