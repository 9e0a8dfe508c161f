"""What a moving figure says: a sentence that stands still, what changed, all numbers folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import FAMILY, SOLUTION, moving

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

BACKGROUNDS = """(list) => [...list.querySelectorAll("dd")].map((cell) =>
  [cell.textContent, cell.getAnimations().length > 0])"""
HOLD = """(readout) => {
  for (const cell of readout.querySelectorAll("dd")) {
    for (const animation of cell.getAnimations()) animation.pause();
  }
}"""


def test_sentence_says_what_changed_and_the_numbers_are_folded(
    visit: Callable[..., Page],
) -> None:
    page = visit(only=FAMILY.removeprefix("#"), viewport={"width": 360, "height": 800})
    figure = moving(page, FAMILY)
    readout = figure.locator(".figure-readout")
    sentence, fold = readout.locator(".figure-sentence"), readout.locator("details")
    expect(fold.locator("dd").first).to_be_hidden()
    size = readout.bounding_box()
    assert size is not None
    before = sentence.evaluate(BACKGROUNDS)
    assert not any(marked for _, marked in before)
    figure.locator(SOLUTION).press("ArrowRight")
    readout.evaluate(HOLD)
    after = dict(readout.evaluate(BACKGROUNDS))
    assert not after[before[0][0]]  # the line has not moved
    assert any(after.values())
    for _ in range(12):
        figure.locator(SOLUTION).press("ArrowRight")
    moved = readout.bounding_box()
    assert moved is not None
    assert moved["height"] == size["height"]
    fold.locator("summary").click()
    expect(fold.locator("dd").last).to_be_visible()
    figure.locator(SOLUTION).press("ArrowRight")
    expect(fold).to_have_attribute("open", "")
