"""Where the words in a moving figure stand: inside, apart, and beside the handles or not."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator

LINE = 0.25  # of a word's height, above and below, where no letter reaches
CLOSE = 1.5  # points by which boxes, wider than their letters, may come closer or stick out

# Boxes of words and handles in points of the drawing, and how wide the kit takes a word to be.
MEASURE = """async (figure) => {
  const kit = await import("/_static/live/figures/kit/label_places.js");
  const sheet = figure.querySelector(".moving-figure svg");
  const base = sheet.getScreenCTM().inverse();
  const boxOf = (part) => {
    const { left, top, right, bottom } = part.getBoundingClientRect();
    const ends = [[left, top], [right, bottom]].map(([x, y]) => new DOMPoint(x, y));
    return ends.flatMap((end) => {
      const { x, y } = end.matrixTransform(base);
      return [x, y];
    });
  };
  const given = (word) => { // as the kit was given it: with small digits
    const copy = word.cloneNode(true);
    for (const part of copy.querySelectorAll(".math-small")) {
      part.textContent = part.textContent.replace(/\\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉"[digit]);
    }
    return copy.textContent;
  };
  const shown = [...sheet.querySelectorAll("text.figure-word")].filter((word) => word.textContent);
  return {
    size: [sheet.viewBox.baseVal.width, sheet.viewBox.baseVal.height],
    words: shown.map((word) => ({
      text: word.textContent, box: boxOf(word), turned: word.hasAttribute("transform"),
      long: word.getBBox().width, guess: kit.widthOf(given(word)),
    })),
    handles: [...sheet.querySelectorAll(".figure-handle")].map(boxOf),
  };
}"""


def written(word: dict[str, Any]) -> list[float]:
    """Return the box in which the letters of a word are."""
    left, top, right, bottom = word["box"]
    if word["turned"]:
        air = LINE * (right - left)
        return [left + air, top, right - air, bottom]
    air = LINE * (bottom - top)
    return [left, top + air, right, bottom - air]


def cover(a: list[float], b: list[float]) -> bool:
    """Say whether two boxes share more than their rims."""
    across, down = (min(a[k + 2], b[k + 2]) - max(a[k], b[k]) for k in (0, 1))
    return across > CLOSE and down > CLOSE


def faults(found: dict[str, Any]) -> list[str]:
    """Say which words are cut, cover each other, or lie under a handle."""
    width, height = found["size"]
    said = []
    for word in found["words"]:
        left, top, right, bottom = written(word)
        if min(left, top) < -CLOSE or right > width + CLOSE or bottom > height + CLOSE:
            said.append(f"{word['text']!r} is cut: {written(word)} of {found['size']}")
        said += [
            f"{word['text']!r} lies under a handle"
            for handle in found["handles"]
            if cover(written(word), handle)
        ]
    pairs = combinations(found["words"], 2)
    said += [
        f"{one['text']!r} covers {other['text']!r}"
        for one, other in pairs
        if cover(written(one), written(other))
    ]
    return said


def measured(figure: Locator) -> dict[str, Any]:
    """Return the boxes of the words and handles of a figure, in points of its drawing."""
    found: dict[str, Any] = figure.evaluate(MEASURE)
    return found


def misjudged(found: dict[str, Any]) -> list[tuple[str, float, float]]:
    """Return the words that the kit takes to be longer or shorter than they are."""
    guesses = [(each["text"], each["long"], each["guess"]) for each in found["words"]]
    return [g for g in guesses if not -4 < g[2] - g[1] < 9 and len(g[0]) > 2]
