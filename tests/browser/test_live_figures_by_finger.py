"""Figures under a finger: it moves handles, turns planes, and scrolls everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import wait_until
from tests.browser.figures import BOTH, FAMILY, PHONE, PLANES, SOLUTION, moving, swipe, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


def test_finger_moves_handles_and_scrolls_elsewhere(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH, viewport=PHONE, has_touch=True, is_mobile=True)
    figure = moving(page, FAMILY)
    handle = figure.locator(SOLUTION)
    page.evaluate("scrollBy({top: -150, behavior: 'instant'})")
    box, start = handle.bounding_box(), page.evaluate("scrollY")
    assert box is not None
    before = told(figure)["Solution"]
    swipe(page, box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, 60, 45)
    moved = told(figure)["Solution"]
    assert moved != before
    assert page.evaluate("scrollY") == start
    board = figure.locator(".plane-drawing").bounding_box()
    assert board is not None
    swipe(page, board["x"] + 0.6 * board["width"], board["y"] + 0.92 * board["height"], 0, -120)
    wait_until(page, f"scrollY > {start} + 50")
    assert told(figure)["Solution"] == moved


def test_finger_turns_planes_sideways_and_scrolls_upward(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH, viewport=PHONE, has_touch=True, is_mobile=True)
    figure = moving(page, PLANES)
    turn = figure.get_by_label("turn, in degrees")
    box, start = figure.locator(".space-drawing").bounding_box(), page.evaluate("scrollY")
    assert box is not None
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    swipe(page, *middle, 90, 0)
    turned = turn.input_value()
    assert turned != "70"
    assert page.evaluate("scrollY") == start
    swipe(page, *middle, 0, -120)
    wait_until(page, f"scrollY > {start} + 50")
