"""How much of a page is laid out while it loads, and how high the rest is taken to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.axe import TWO_FRAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

MOST = 2500  # elements, of the 15,000 to 45,000 that a chapter has
# How many elements of a page are laid out, and what far-off blocks are not.
LAID_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({ contentVisibilityAuto: true })).length"""
# Blocks that have another height when they are laid out than while they wait: each would move what
# is in view when its turn comes.
OTHER_HEIGHTS = """() => {
  const rules = (sheet) => [...sheet].flatMap((rule) => [rule, ...rules(rule.cssRules ?? [])]);
  const waiting = rules(document.styleSheets[0].cssRules)
    .filter((rule) => rule.style?.contentVisibility === "auto")
    .flatMap((rule) => [...document.querySelectorAll(rule.selectorText)]);
  document.documentElement.removeAttribute("data-fresh");
  const heights = () => waiting.map((block) => block.getBoundingClientRect().height);
  const whole = heights();
  for (const block of waiting) block.style.contain = "layout style paint";
  const alone = heights();
  for (const block of waiting) block.style.removeProperty("contain");
  document.documentElement.setAttribute("data-fresh", "");
  const others = waiting.filter((_, k) => Math.abs(whole[k] - alone[k]) > 0.1);
  return [waiting.length, others.map((block) => block.outerHTML.slice(0, 80))];
}"""


def lays_out_little(page: Page) -> bool:
    """Tell whether a page that has just loaded has laid out what it begins with, and no more."""
    page.evaluate(TWO_FRAMES)
    count: int = page.evaluate(LAID_OUT)
    return count <= MOST


def other_heights(page: Page) -> tuple[int, list[str]]:
    """Return how many blocks of a fresh page wait, and which are higher or lower when laid out."""
    waiting, others = page.evaluate(OTHER_HEIGHTS)
    return waiting, others
