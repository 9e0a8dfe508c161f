"""How much of a page is laid out while it loads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.axe import TWO_FRAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

# How much a page has moved by itself, from its beginning.
SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""

MOST = 2500  # elements, of the 15,000 to 45,000 that a chapter has
# How many elements of a page are laid out, and what far-off blocks are not.
LAID_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length"""


def lays_out_little(page: Page) -> bool:
    """Tell whether a page that has just loaded has laid out what it begins with, and no more."""
    page.evaluate(TWO_FRAMES)
    count: int = page.evaluate(LAID_OUT)
    return count <= MOST
