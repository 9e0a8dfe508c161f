"""What axe-core says of a page, and the states of a page in which it is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Page

PHONE = {"width": 360, "height": 900}
DESKTOP = {"width": 1280, "height": 900}
TOUCH = {"viewport": {"width": 412, "height": 823}, "has_touch": True, "is_mobile": True}
# The rules whose answers depend on what a style sheet says of colors and lines, not on the page;
# half of the time.
COLORS = ("color-contrast", "link-in-text-block")
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Each live part in its turn, until it has started: what starts before it may move it away again.
COME_NEAR = """async (parts) => {
  for (const place of document.querySelectorAll(parts)) {
    for (let tries = 0; tries < 300 && !place.dataset.liveState; tries += 1) {
      place.scrollIntoView({ behavior: "instant", block: "center" });
      await new Promise(requestAnimationFrame);
    }
  }
}"""
# Figures that have started and say nothing.
SILENT = """() => [...document.querySelectorAll("[data-live=figure]")]
  .map((place) => document.getElementById(place.dataset.figure))
  .filter((figure) => !figure.querySelector(".figure-readout dd")?.checkVisibility())
  .map((figure) => figure.id)"""
# The many boxes of each formula as one text in a box of the same size, and its MathML as one text:
# three quarters of a chapter's elements, of which axe needs only color and place.
FLATTEN = """() => {
  const formulas = [...document.querySelectorAll(".katex-html")]
    .filter((formula) => !formula.querySelector("[style*=color]"));
  const sizes = formulas.map((formula) => ({
    width: `${Math.max(formula.offsetWidth, formula.scrollWidth)}px`,
    height: `${formula.offsetHeight}px`,
  }));
  formulas.forEach((formula, i) => {
    formula.textContent = formula.textContent;
    Object.assign(formula.style, { display: "inline-block", overflow: "clip", ...sizes[i] });
  });
  for (const math of document.querySelectorAll("math")) math.textContent = math.textContent;
}"""

# Elements that reach beyond the page's right edge and are in no box that scrolls or hides them.
OVERFLOWING = """() => {
  const boxed = (e) => {
    for (let box = e.parentElement; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  return [...document.body.querySelectorAll("*")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !boxed(e))
    .map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 60)}`);
}"""


def violations(page: Page, rules: Sequence[str] = (), *, without: Sequence[str] = ()) -> list[str]:
    """Return what axe-core finds by all its rules or some, one line for each element."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "elementRef": False}
    options["rules"] = {rule: {"enabled": False} for rule in without}
    if rules:
        options["runOnly"] = list(rules)
    result: dict[str, Any] = page.evaluate(f"() => axe.run(document, {json.dumps(options)})")
    assert len(result["passes"]) > (0 if rules else 10)
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def set_open(page: Page, *, opened: bool) -> None:
    """Open or close every block that folds, and wait until the page has measured its boxes."""
    page.evaluate("o => document.querySelectorAll('details').forEach(d => { d.open = o; })", opened)
    page.evaluate(TWO_FRAMES)


def start(page: Page, parts: str = "[data-live=figure]") -> None:
    """Bring live parts into view, so that they start, and wait until figures say what they show."""
    page.evaluate(COME_NEAR, parts)
    expect(page.locator(f":is({parts}):not([data-live-state=started])")).to_have_count(0)
    assert page.evaluate(SILENT) == []


def too_wide(page: Page) -> list[str]:
    """Return what is wider than the window and in no box that scrolls, with the page's name."""
    size = page.viewport_size
    assert size is not None
    found: list[str] = page.evaluate(OVERFLOWING)
    if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
        found.append("the page itself scrolls sideways")
    return [f"{page.url} at {size['width']}: {line}" for line in found]
