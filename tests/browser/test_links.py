"""Links into a long page arrive, though live parts above their target start and grow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

TARGETS = ["thm-one-equation-nearest", "exr-one-equation-descent", "sol-one-equation-circle"]
LENGTH = "document.documentElement.scrollHeight"


def settled_top(page: Page, target: str) -> float:
    """Return where an element is when the page is there, and has stopped scrolling and growing."""
    place, before = page.locator(f"#{target}"), None
    page.wait_for_load_state("load")
    expect(place).to_be_in_viewport()
    for _ in range(50):
        page.wait_for_timeout(300)
        now = (place.evaluate("e => e.getBoundingClientRect().top"), page.evaluate(LENGTH))
        if now == before:
            break
        before = now
    return float(now[0])


@pytest.mark.parametrize("target", TARGETS)
def test_link_from_elsewhere_arrives(
    target: str, context: Callable[..., BrowserContext], site: str
) -> None:
    page = context().new_page()
    page.goto(f"{site}{CHAPTER}.html#{target}")
    assert 50 <= settled_top(page, target) <= 100  # just below the header


@pytest.mark.parametrize("target", TARGETS)
def test_link_from_the_top_of_the_page_arrives(target: str, visit: Callable[..., Page]) -> None:
    page = visit()
    page.evaluate(f"location.hash = '{target}'")
    assert 50 <= settled_top(page, target) <= 100


@pytest.mark.parametrize("fragment", ["100%", "%E0%A4%A"])
def test_malformed_fragment_keeps_nothing_from_starting(
    fragment: str, context: Callable[..., BrowserContext], site: str
) -> None:
    page = context().new_page()
    page.goto(f"{site}{CHAPTER}.html?only=exr-one-equation-by-hand#{fragment}")
    place = page.locator("[data-live='check']").first
    place.evaluate("e => e.scrollIntoView({block: 'center'})")
    expect(place.get_by_role("button", name="Check")).to_be_visible()
