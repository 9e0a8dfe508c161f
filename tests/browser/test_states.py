"""Every color of every state: what is hovered, focused, pressed, aimed at, searched for, judged.

Each rule of the style sheet for such a state is given a second time, for a class; then everything
on the page bears that class at once, and each word is compared with the ground that it stands on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import set_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

STATES = ["hover", "active", "focus", "focus-visible", "focus-within", "target", "visited"]
# Rules for states become rules for classes as well, which weigh the same.
DOUBLE = """(states) => {
  const double = (owner) => {
    for (let place = owner.cssRules.length - 1; place >= 0; place -= 1) {
      const rule = owner.cssRules[place];
      if (rule.cssRules?.length) double(rule);
      if (!rule.selectorText || !states.some((s) => rule.selectorText.includes(`:${s}`))) continue;
      const pseudo = /:(hover|active|focus[a-z-]*|target|visited)/g;
      const name = rule.selectorText.replace(pseudo, ".is-$1");
      owner.insertRule(`${name} { ${rule.style.cssText} }`, place + 1);
    }
  };
  for (const sheet of document.styleSheets) double(sheet);
}"""
# Words, and buttons drawn by a sign, that stand out too little from what lies behind them.
WEAK = """(state) => {
  if (state) for (const e of document.body.querySelectorAll("*")) e.classList.add(`is-${state}`);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => {
    const share = top[3] / 255;
    return [0, 1, 2].map((i) => share * top[i] + (1 - share) * below[i]);
  };
  const ground = (e) => {
    const own = rgba(getComputedStyle(e).backgroundColor);
    if (own[3] === 255) return own;
    const below = e.parentElement ? ground(e.parentElement) : [255, 255, 255, 255];
    return [...over(own, below), 255];
  };
  const bright = (color) => color.slice(0, 3).map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const weak = new Set();
  let seen = 0;
  for (const e of document.body.querySelectorAll("*:not(svg, svg *, math, math *, script)")) {
    const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!(words || e.matches("button, input")) || !e.checkVisibility()) continue;
    seen += 1;
    const behind = ground(e);
    const ink = over(rgba(getComputedStyle(e).color), behind);
    const [low, high] = [bright(ink), bright(behind)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) weak.add(`${state} ${e.tagName}.${e.className}: ${ratio.toFixed(2)}`);
  }
  if (state) for (const e of document.body.querySelectorAll("*")) e.classList.remove(`is-${state}`);
  return { weak: [...weak], seen };
}"""


def searched(visit: Callable[..., Page]) -> Page:
    """Return the results of a search, with the words that were found marked."""
    page = visit("search", reduced_motion="reduce")
    page.goto(f"{page.url}?q=svd")
    expect(page.locator("#search-results mark").first).to_be_visible()
    return page


def judged(visit: Callable[..., Page]) -> Page:
    """Return exercises after a right and a wrong answer, a figure and a form with an error."""
    parts = "exr-one-equation-point,fig-one-equation-family,ex-one-equation-nearest"
    page = visit(only=f"{parts},thm-one-equation-nearest", reduced_motion="reduce")
    for place, answer in enumerate(("0", "what")):
        check = page.locator("[data-live=check]").nth(place)
        check.scroll_into_view_if_needed()
        check.get_by_role("textbox").fill(answer)
        check.get_by_role("button", name="Check").click()
        expect(check.locator(".check-feedback")).not_to_be_empty()
    page.locator("#fig-one-equation-family").scroll_into_view_if_needed()
    return page


@pytest.mark.parametrize("pages", [searched, judged])
def test_every_color_of_every_state_stands_out(
    pages: Callable[[Callable[..., Page]], Page], visit: Callable[..., Page]
) -> None:
    page = pages(visit)
    set_open(page, opened=True)
    page.evaluate(DOUBLE, STATES)
    for theme in ("light", "dark"):
        page.evaluate("t => { document.documentElement.dataset.theme = t; }", theme)
        for state in ("", *STATES):
            found = page.evaluate(WEAK, state)
            assert found["seen"] > 20
            assert found["weak"] == [], theme
