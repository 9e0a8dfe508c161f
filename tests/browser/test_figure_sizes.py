"""Figures use the room there is, and each can be as large as the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.figures import FAMILY, PHONE, drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

NEAREST, STORY = "#fig-one-equation-nearest", "#fig-one-equation-story"
THREE = ",".join(name[1:] for name in (NEAREST, FAMILY, STORY))
PICTURE = "svg:visible"
# In the page: what is laid out only when it is near is its own children's frame until then.
PLACE = "e => e.getBoundingClientRect().top + scrollY"


def share(figure: Locator) -> float:
    """Return the part of the column's width that a figure's picture takes."""
    picture = figure.locator(PICTURE).first
    return float(picture.evaluate("e => e.clientWidth / e.closest('figure').clientWidth"))


@pytest.fixture
def page(visit: Callable[..., Page]) -> Page:
    return visit(only=THREE)


def test_pictures_take_their_part_of_the_column(page: Page) -> None:
    for size in ({"width": 1920, "height": 1000}, {"width": 1280, "height": 900}):
        page.set_viewport_size(size)
        shares = {name: share(moving(page, name) if name == FAMILY else page.locator(name))
                  for name in (NEAREST, FAMILY, STORY)}  # fmt: skip
        assert min(shares.values()) >= 0.6, shares  # the story is a tall one
        assert shares[NEAREST] == pytest.approx(shares[FAMILY])
        assert shares[NEAREST] > 0.8
    page.set_viewport_size(PHONE)
    for name in (NEAREST, FAMILY, STORY):
        assert share(page.locator(name)) > 0.94


def test_a_figure_becomes_as_large_as_the_window_and_comes_back(page: Page) -> None:
    for name in (NEAREST, FAMILY):
        figure = moving(page, name) if name == FAMILY else page.locator(name)
        figure.scroll_into_view_if_needed()
        before = figure.locator(PICTURE).first.bounding_box()
        place = figure.evaluate(PLACE)
        opener = figure.get_by_role("button", name="Enlarge: Fig.")
        opener.press("Enter")
        dialog = page.get_by_role("dialog", name="Fig.")
        expect(dialog.locator(name)).to_be_visible()
        after = figure.locator(PICTURE).first.bounding_box()
        assert before is not None
        assert after is not None
        assert after["width"] > 1.1 * before["width"]
        assert after["height"] < page.viewport_size["height"]  # type: ignore[index]
        expect(figure.locator("figcaption")).to_be_visible()
        expect(figure.get_by_role("button", name="Close: Fig.")).to_be_focused()
        if name == FAMILY:  # it moves here as well
            said = told(figure)
            drag(page, figure.locator("[aria-label^='t: moves']"), 60, 45)
            assert told(figure) != said
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(opener).to_be_focused()
        assert figure.evaluate(PLACE) == place
