"""What a finger can press is large enough, or far enough from the next such thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.axe import FLATTEN, TOUCH, start, violations
from tests.browser.conftest import CHAPTER
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page


def small_targets(page: Page, axe: str) -> list[str]:
    """Return what is less than 24 pixels wide or high and near to another target."""
    page.evaluate(FLATTEN)
    page.evaluate(axe)
    return violations(page, ["target-size"])


# Every page, because each has formulas, folds and figures in an order of its own.
@pytest.mark.full
@pytest.mark.parametrize("name", [*sources(), "search", f"cite/{CHAPTER}"])
def test_a_finger_meets_what_it_aims_at(
    name: str, context: Callable[..., BrowserContext], site: str, axe: str
) -> None:
    page = context(**TOUCH).new_page()
    page.goto(f"{site}{name}.html")
    start(page)
    assert small_targets(page, axe) == []


def test_a_small_target_is_seen(visit: Callable[..., Page], axe: str) -> None:
    page = visit(only="equation-eq-one-equation-answer", **TOUCH)
    assert small_targets(page, axe) == []
    page.evaluate(
        "() => document.querySelector('article').append(...['a', 'b'].map((text) =>"
        " Object.assign(document.createElement('button'), { textContent: text, style:"
        " 'width: 12px; height: 12px; padding: 0; min-height: 0; float: left; border: 0' })))"
    )
    assert len(violations(page, ["target-size"])) == 2
