"""A moving figure starts as the still one: each mark of the drawing is there, in the same place.

The two pictures are compared, without their words: no list of marks has to be kept.
"""

from __future__ import annotations

import io
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from scipy import ndimage

from tests.browser.figures import moving
from tests.built import moving_in, sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

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


def picture(page: Page, name: str, which: str) -> np.ndarray:
    """Return the colors of the still or the moving picture of a figure."""
    selector = page.evaluate(SHOW, [name, which, POINT])
    png = page.locator(f"#{name}").locator(selector).screenshot()
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


@pytest.mark.parametrize("chapter", [name for name in sources() if moving_in(name)])
def test_each_mark_of_the_drawing_is_in_the_moving_figure(
    chapter: str, visit: Callable[..., Page]
) -> None:
    names = moving_in(chapter)
    page = visit(chapter, only=",".join(names), device_scale_factor=SCALE, color_scheme="light")
    lost = {}
    for name in names:
        moving(page, f"#{name}")
        lost[name] = missing(picture(page, name, "still"), picture(page, name, "moving"))
    assert {n: [size for size in sizes if size > LARGEST_REST] for n, sizes in lost.items()} == {
        name: [] for name in names
    }
