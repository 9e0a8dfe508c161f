"""A moving figure starts as the still one: each mark of the drawing is there, in the same place.

The two pictures are compared, without their words: no list of marks has to be kept. Every word of
a caption that names a mark holds in both.
"""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from tests.browser.caption_words import DRAWINGS, named, without_mark
from tests.browser.conftest import SIZE
from tests.browser.figures import moving
from tests.built import moving_in, sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator

POINT = 1.36  # pixels of the page to a point of the drawing, however wide the column is
SCALE = 2  # a thin line is then wider than a pixel, and keeps its color
REACH = 2 * SCALE  # pixels by which a mark may lie elsewhere
SHIFTS = range(-REACH, REACH + 1)
UNLIKE = 130  # of 765, the sum of three differences: another color, not another edge
SEEN = 45  # likewise: another color than the paper
LARGEST_REST = 120  # pixels of a mark that may differ: the tip of an arrow, a handle's rim

# The drawing without its words and the moving sheet without its own, one in the place of the other.
SHOW = """([id, which, point]) => {
  const figure = document.getElementById(id);
  const still = figure.querySelector(":scope > .figure-svg");
  const sheet = figure.querySelector(".moving-figure svg");
  const halo = // of a word beside a line; its letters come next
    "path[style^='fill:var('][style*='stroke:var(--figure-paper'][style$='stroke-width:3.5']";
  const words = still.querySelectorAll(
    `:is(g, use)[transform^='matrix('], ${halo}, ${halo} + path:not([style*='stroke'])`,
  );
  for (const word of [...words, ...sheet.querySelectorAll("text")]) word.style.opacity = 0;
  for (const drawing of [still, sheet]) {
    drawing.style.maxWidth = `${point * drawing.viewBox.baseVal.width}px`;
  }
  still.style.display = which === "still" ? "block" : "none";
  figure.querySelector(".moving-figure").style.display = which === "still" ? "none" : "block";
  return which === "still" ? ":scope > .figure-svg" : ".moving-figure svg";
}"""


def picture(figure: Locator, name: str, which: str) -> np.ndarray:
    """Return the colors of the still or the moving picture of a figure."""
    selector = figure.page.evaluate(SHOW, [name, which, POINT])
    png = figure.locator(selector).screenshot()
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB"), dtype=np.int16)


def missing(still: np.ndarray, other: np.ndarray) -> list[int]:
    """Return the sizes of the marks of a picture that have no like near their place in another."""
    high, wide = np.minimum(still.shape, other.shape)[:2]
    paper = still[0, 0]
    rows, columns = np.nonzero(np.abs(still[:high, :wide] - paper).sum(axis=-1) > SEEN)
    around = np.pad(other, ((REACH, REACH), (REACH, REACH), (0, 0)), mode="edge")
    for down, across in sorted(product(SHIFTS, repeat=2), key=lambda shift: np.hypot(*shift)):
        there = around[rows + REACH + down, columns + REACH + across]
        unlike = np.abs(still[rows, columns] - there).sum(axis=-1) > UNLIKE
        rows, columns = rows[unlike], columns[unlike]
    lost = np.zeros((high, wide), dtype=bool)
    lost[rows, columns] = True
    thick = ndimage.binary_opening(lost, np.ones((2, 2)))  # an edge's blend is one pixel wide
    marks, _ = ndimage.label(thick, np.ones((3, 3)))
    return sorted(int(size) for size in np.bincount(marks.ravel())[1:])


@pytest.fixture(scope="module", params=[name for name in sources() if moving_in(name)])
def figures(
    request: pytest.FixtureRequest, browser: Browser, site: str
) -> Iterator[dict[str, Locator]]:
    """Open the moving figures of a chapter once, and start them."""
    names = moving_in(request.param)
    with browser.new_context(
        viewport=SIZE, device_scale_factor=SCALE, color_scheme="light", service_workers="block"
    ) as context:
        page = context.new_page()
        page.goto(f"{site}{request.param}.html?only={','.join(names)}")
        yield {name: moving(page, f"#{name}") for name in names}


def test_words_of_captions_hold(figures: dict[str, Locator]) -> None:
    lost = {}
    for name, figure in figures.items():
        caption = figure.locator("figcaption .caption-text").inner_text()
        for which in DRAWINGS:
            lost[name, which] = without_mark(figure, which, named(caption))
    assert {key: words for key, words in lost.items() if words} == {}


def test_each_mark_of_the_drawing_is_in_the_moving_figure(figures: dict[str, Locator]) -> None:
    lost = {
        name: missing(picture(figure, name, "still"), picture(figure, name, "moving"))
        for name, figure in figures.items()
    }
    assert {n: [size for size in sizes if size > LARGEST_REST] for n, sizes in lost.items()} == {
        name: [] for name in figures
    }
