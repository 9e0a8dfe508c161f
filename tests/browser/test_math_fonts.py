"""Formulas look the same with cut fonts, and a sign that no page uses loads the whole font."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.browser.conftest import CHAPTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page, Route

PLACES = ["#thm-one-equation-nearest", "#by-substitution", "#by-one-inequality"]


def shots(page: Page) -> list[bytes]:
    """Return pictures of places with many formulas, all laid out."""
    page.keyboard.press("Control")
    page.evaluate("document.fonts.ready")
    return [page.locator(place).screenshot() for place in PLACES]


def test_cut_fonts_draw_what_the_whole_ones_draw(
    context: Callable[..., BrowserContext], site: str, built_book: Path
) -> None:
    pictures, replaced = [], []
    for whole in (False, True):
        page = context(reduced_motion="reduce").new_page()

        def give_whole(route: Route) -> None:
            name = Path(urlsplit(route.request.url).path).name
            replaced.append(name)
            route.fulfill(path=built_book / "_static" / "fonts" / "whole" / name)

        if whole:
            page.route("**/_static/fonts/KaTeX_*", give_whole)
        page.goto(f"{site}{CHAPTER}.html", wait_until="networkidle")
        pictures.append(shots(page))
    assert "KaTeX_Main-Regular.woff2" in replaced
    same = [cut == whole for cut, whole in zip(*pictures, strict=True)]
    assert same == [True] * len(PLACES)  # to compare the bytes one by one would take minutes


def test_whole_font_is_loaded_only_for_other_signs(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(f"{site}{CHAPTER}.html", wait_until="networkidle")
    assert [path for path in asked if "/whole/" in path] == []
    page.evaluate("document.fonts.load('16px KaTeX_Main', '♣')")
    assert "/_static/fonts/whole/KaTeX_Main-Regular.woff2" in asked
