"""How much a page moves by itself while it loads and is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST_SHIFT = 0.02  # a tenth of what is commonly called poor
SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""
SCROLL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({ top: y, behavior: "instant" });
    await frame();
    await frame();
  }
}"""


def slow(page: Page) -> None:
    """Let a page load as on a phone with a slow network."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    speed = {"latency": 150, "downloadThroughput": 400_000, "uploadThroughput": 80_000}
    session.send("Network.emulateNetworkConditions", {"offline": False, **speed})


def shift_of(page: Page, address: str) -> float:
    """Return how much a page moves by itself while it loads and is scrolled to its end."""
    page.add_init_script(SHIFT)
    slow(page)
    page.goto(address)
    wait_until(page, "document.fonts.status === 'loaded'")
    page.evaluate(SCROLL)
    return float(page.evaluate("shift"))
