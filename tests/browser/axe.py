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
CONTRAST = ("color-contrast",)  # the only rule whose answer depends on light and dark
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
UNSTARTED = "[data-live=figure]:not([data-live-state])"

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


def violations(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Return what axe-core finds by all its rules or some, one line for each element."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "elementRef": False}
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


def start_figures(page: Page) -> None:
    """Bring every figure that moves into view, so that it starts, and wait for the last one."""
    for place in page.locator("[data-live=figure]").all():
        figure = page.locator(f"#{place.get_attribute('data-figure')}")
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".figure-readout dd").first).to_be_visible()
    expect(page.locator(UNSTARTED)).to_have_count(0)


def too_wide(page: Page) -> list[str]:
    """Return what is wider than the window and in no box that scrolls, with the page's name."""
    size = page.viewport_size
    assert size is not None
    found: list[str] = page.evaluate(OVERFLOWING)
    if page.evaluate("document.documentElement.scrollWidth") > size["width"]:
        found.append("the page itself scrolls sideways")
    return [f"{page.url} at {size['width']}: {line}" for line in found]
