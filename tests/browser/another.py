"""The exercise of which these tests ask for another one, and its place on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

EXERCISE = "exr-one-equation-by-hand"
PYTHON = 60_000  # milliseconds until Python has started on a busy machine


def place(page: Page) -> Locator:
    """Bring the place of more exercises into view."""
    found = page.locator(f"[data-another={EXERCISE}]")
    found.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
    return found
