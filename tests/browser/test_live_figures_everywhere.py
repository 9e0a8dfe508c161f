"""What every moving figure owes its reader, on every page that has one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.figures import PHONE, moving
from tests.browser.test_accessibility import violations
from tests.browser.test_layout import OVERFLOWING
from tests.built import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

FIGURE = re.compile(r"\{interactive-figure\}\s+(fig-[a-z0-9-]+)")
FIGURES = {
    path.relative_to(ROOT / "book").with_suffix("").as_posix(): names
    for path in sorted((ROOT / "book").rglob("*.md"))
    if (names := FIGURE.findall(path.read_text(encoding="utf-8")))
}


def check_clean(page: Page, axe: str) -> None:
    """Look for faults that axe finds, and for anything wider than the window."""
    size = page.viewport_size
    assert size is not None
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert page.evaluate(OVERFLOWING) == []
    page.evaluate(axe)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("chapter", FIGURES)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    chapter: str, width: int, scheme: str, visit: Callable[..., Page], axe: str
) -> None:
    page = visit(chapter, viewport={**PHONE, "width": width}, color_scheme=scheme)
    for name in FIGURES[chapter]:
        moving(page, f"#{name}")
    check_clean(page, axe)


@pytest.mark.parametrize("chapter", FIGURES)
def test_print_shows_the_static_figures(chapter: str, visit: Callable[..., Page]) -> None:
    page = visit(chapter)
    for name in FIGURES[chapter]:
        figure = moving(page, f"#{name}")
        page.emulate_media(media="print")
        expect(figure.locator("> .figure-svg")).to_be_visible()
        expect(figure.locator(".moving-figure")).not_to_be_visible()
        page.emulate_media(media="screen")
