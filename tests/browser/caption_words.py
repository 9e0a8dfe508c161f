"""Which words of a caption name a mark, and how such a mark is recognized in a drawing.

One register for still and moving drawings: a word holds if the drawing has a mark that fits. A
caption with a word for a mark that is not here, such as "dotted", gets it by a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

DRAWINGS = {"still": ":scope > .figure-svg", "moving": ".moving-figure svg"}
SHOW = "(figure, still) => figure.classList.toggle('is-moving', !still)"

# Word of the caption, as a regular expression: name of the test for a mark, in ``FITS``.
WORDS = {
    r"blue": "blue",
    r"orange": "orange",
    r"green": "green",
    r"purple": "purple",
    r"dashed": "dashed",
    r"thin": "thin",
    r"lines?|segments?": "line",
    r"arrows?": "head",
    r"circles?|ellipses?": "closed",
    r"discs?": "disc",
    r"rings?|ringed": "ring",
    r"points?": "point",
    r"planes?|shaded": "area",
    r"bars?": "bar",
    r"framed": "frame",
}

# What is drawn and seen, without letters; then the words that no mark fits.
MISSING = """([drawing, wanted]) => {
  const { body } = document;
  const resolve = (color) => {
    body.style.setProperty("outline-color", color);
    const found = getComputedStyle(body).outlineColor;
    body.style.removeProperty("outline-color");
    return found;
  };
  const [blue, orange, green, purple, grid, muted, paper] =
    ["blue", "orange", "green", "purple", "grid", "muted", "paper"]
      .map((name) => resolve(`var(--figure-${name})`));
  const isLetter = (e) => e.closest("defs, text, [transform^='matrix(']")
    || e.getAttribute("href")?.startsWith("#glyph-");
  const seen = (e) => {
    const look = getComputedStyle(e);
    const shape = e.tagName === "use" ? document.querySelector(e.getAttribute("href")) : e;
    const paint = (color, opacity) => (color === "none" || opacity === "0" ? null : color);
    const box = e.getBBox();
    return {
      d: shape.getAttribute("d") ?? "", tag: shape.tagName,
      stroke: parseFloat(look.strokeWidth) ? paint(look.stroke, look.strokeOpacity) : null,
      fill: paint(look.fill, look.fillOpacity),
      opacity: look.fillOpacity * look.opacity,
      width: parseFloat(look.strokeWidth), cap: look.strokeLinecap, dash: look.strokeDasharray,
      size: Math.max(box.width, box.height), least: Math.min(box.width, box.height),
      ends: shape.tagName === "path" ? ends(shape) : Infinity,
    };
  };
  const ends = (path) => {
    const [from, to] = [0, path.getTotalLength()].map((way) => path.getPointAtLength(way));
    return Math.hypot(from.x - to.x, from.y - to.y);
  };
  const marks = [...drawing.querySelectorAll("path, circle, rect, use, line, polygon")]
    .filter((e) => !isLetter(e) && getComputedStyle(e).display !== "none").map(seen);
  const isColor = (color) => color && ![grid, muted, paper].includes(color);
  const isRound = ({ d, tag, size }) => size < 16 && (tag === "circle" || /[acqs]/i.test(d));
  const paints = (color) => ({ stroke, fill }) => stroke === color || fill === color;
  const corners = (count) => ({ d, fill }) => isColor(fill) && /z$/i.test(d)
    && !/[acqs]/i.test(d) && (d.match(/-?\\d*\\.?\\d+/g).length <= 2 * count + 1);
  const disc = (m) => (isRound(m) && isColor(m.fill))
    || (m.cap === "round" && m.size < 1 && m.width > 5 && isColor(m.stroke));
  const ring = (m) => isRound(m) && m.fill === paper && isColor(m.stroke);
  const FITS = {
    blue: paints(blue), orange: paints(orange), green: paints(green), purple: paints(purple),
    dashed: ({ stroke, dash }) => isColor(stroke) && dash !== "none",
    thin: ({ stroke, width, size }) => isColor(stroke) && width <= 1.2 && size > 40,
    line: ({ stroke, fill, size }) => isColor(stroke) && !fill && size > 20,
    head: (m) => corners(3)(m) && m.size < 20 && m.least > 1,
    closed: ({ stroke, fill, d, tag, size, ends }) => { // a muted one is no axis if round
      const round = tag === "circle" || /[acqs]/i.test(d);
      return (isColor(stroke) || (round && stroke === muted)) && !fill && size > 20
        && (tag === "circle" || /z$/i.test(d) || ends < 1);
    },
    disc, ring, point: (m) => disc(m) || ring(m),
    area: ({ fill, opacity, size }) => isColor(fill) && opacity < 0.9 && size > 40,
    bar: (m) => isColor(m.fill) && m.size > 20 && (m.tag === "rect" || corners(4)(m)),
    frame: ({ stroke, fill, tag, d }) =>
      isColor(stroke) && !fill && (tag === "rect" || /z$/i.test(d)),
  };
  return wanted.filter(([, name]) => !marks.some(FITS[name])).map(([word]) => word);
}"""


def named(caption: str) -> list[tuple[str, str]]:
    """Return the words of a caption that name marks, each with the name of its test."""
    words = [(rf"\b(?:{word})\b", fit) for word, fit in WORDS.items()]
    return [
        (hit[0], fit) for word, fit in words if (hit := re.search(word, caption, re.IGNORECASE))
    ]


def without_mark(figure: Locator, which: str, words: list[tuple[str, str]]) -> list[str]:
    """Return the words that no mark of the still or of the moving drawing fits."""
    figure.evaluate(SHOW, which == "still")
    drawing = figure.locator(DRAWINGS[which])
    found: list[str] = drawing.evaluate(f"(e, words) => ({MISSING})([e, words])", words)
    return found
