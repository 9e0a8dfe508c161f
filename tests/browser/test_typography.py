"""Each kind of text looks as the first block of the style sheet says, light and dark.

The theme has rules with longer selectors for most of these; what counts is what the browser makes
of all rules together. Kinds that no chapter has yet are put into the page as docutils writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

PAGE = "pseudoinverse/pinv-in-practice"  # has a table, a figure and stored cells
OTHERS = """<blockquote><div><p>Quoted <a href="#">from</a>.</p></div></blockquote>
<aside class="footnote-list brackets"><aside class="footnote brackets" role="doc-footnote">
<p>Noted <a href="#">here</a>.</p></aside></aside>
<div class="tip admonition"><p class="admonition-title">Tip</p><p>Told.</p></div>
<dl class="simple"><dt>Term</dt><dd><p>What it means.</p></dd></dl>"""


class Look(NamedTuple):
    """What the design gives a kind of text, in the style sheet's own properties."""

    family: str
    size: str
    weight: int
    color: str


TEXT = "var(--size-text)"
UI = "var(--size-ui)"
LOOKS = {
    "article section > p": Look("serif", TEXT, 400, "ink"),
    "article h1": Look("serif", "var(--size-h1)", 600, "ink"),
    "article h2": Look("serif", "var(--size-h2)", 600, "ink"),
    "article h3": Look("serif", "var(--size-h3)", 600, "ink"),
    "article strong": Look("serif", TEXT, 600, "ink"),
    "article section > p a.reference": Look("serif", TEXT, 400, "link"),
    "article ul > li > p": Look("serif", TEXT, 400, "ink"),
    "figcaption .caption-text": Look("sans", UI, 400, "ink-soft"),
    "figcaption .caption-number": Look("sans", UI, 600, "ink"),
    "figcaption .cite-link": Look("sans", "var(--size-small)", 400, "ink-soft"),
    "caption .caption-text": Look("sans", UI, 400, "ink-soft"),
    "caption .caption-number": Look("sans", UI, 600, "ink"),
    "thead th": Look("sans", UI, 600, "ink"),
    "tbody td": Look("serif", f"calc(0.95 * {TEXT})", 400, "ink"),
    "tbody td a": Look("serif", f"calc(0.95 * {TEXT})", 400, "link"),
    "article section > p code": Look("mono", f"calc(0.86 * {TEXT})", 400, "ink"),
    ".cell_input pre": Look("mono", "0.83rem", 400, "ink"),
    ".cell_output pre": Look("mono", "0.83rem", 400, "ink-soft"),
    ".theorem > .admonition-title": Look("sans", UI, 600, "theorem"),
    ".definition > .admonition-title": Look("sans", UI, 600, "definition"),
    ".exercise > .admonition-title": Look("sans", UI, 600, "exercise"),
    ".live-example > .admonition-title": Look("sans", UI, 600, "example"),
    ".tip > .admonition-title": Look("sans", UI, 600, "theorem"),
    "details.solution > summary": Look("sans", UI, 600, "exercise"),
    ".theorem p:not(.admonition-title)": Look("serif", TEXT, 400, "ink"),
    ".eqno": Look("serif", f"calc(0.95 * {TEXT})", 400, "ink-soft"),
    "blockquote p": Look("serif", TEXT, 400, "ink-soft"),
    "blockquote a": Look("serif", TEXT, 400, "link"),
    ".footnote p": Look("serif", TEXT, 400, "ink"),
    ".footnote a": Look("serif", TEXT, 400, "link"),
    "section > dl.simple dt": Look("serif", TEXT, 600, "ink"),
}
# What the browser computes for the first element of each kind, and for the design's own words.
COMPUTE = """(looks) => {
  const read = (e) => {
    const { fontFamily, fontSize, fontWeight, fontStyle, color } = getComputedStyle(e);
    return [fontFamily, Number.parseFloat(fontSize).toFixed(1), fontWeight, fontStyle, color];
  };
  const probe = document.body.appendChild(document.createElement("i"));
  const wrong = {};
  for (const [selector, [family, size, weight, color]] of Object.entries(looks)) {
    const found = document.querySelector(selector);
    probe.style.cssText = `font: ${weight} ${size} var(--${family}); color: var(--${color})`;
    const [seen, wanted] = [found ? read(found) : [], read(probe)];
    if (`${seen}` !== `${wanted}`) wrong[selector] = { seen, wanted };
  }
  probe.remove();
  return wrong;
}"""
# Words in the text's face whose weight and slant no file of the site has: a browser bends one.
BENT = """() => {
  const have = [...document.fonts].filter((f) => f.family.includes("Source Serif"))
    .map((f) => `${f.weight} ${f.style}`);
  const bent = new Set();
  for (const e of document.querySelectorAll("body *:not(svg, svg *)")) {
    const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const { fontFamily, fontWeight, fontStyle } = getComputedStyle(e);
    const face = `${fontWeight} ${fontStyle}`;
    if (words && fontFamily.startsWith('"Source Serif') && !have.includes(face)) {
      bent.add(`${e.tagName}.${e.className}: ${face}`);
    }
  }
  return [...bent];
}"""


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    """Return a chapter with a sample of each further kind."""
    page = visit(PAGE, color_scheme="light")
    page.locator("article > section").evaluate(
        "(e, html) => e.insertAdjacentHTML('beforeend', html)", OTHERS
    )
    return page


def test_each_kind_of_text_looks_as_designed(page: Page) -> None:
    for theme in ("light", "dark"):
        page.evaluate("t => { document.documentElement.dataset.theme = t; }", theme)
        assert page.evaluate(COMPUTE, LOOKS) == {}, theme
    assert page.evaluate(BENT) == []
