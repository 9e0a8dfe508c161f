"""Formulas look the same with cut fonts, and a sign that no page uses loads the whole font."""

from __future__ import annotations

import re
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


def with_whole_fonts(css: str) -> str:
    """Return a style sheet whose formulas have the whole fonts only, for every sign."""

    def whole(face: re.Match[str]) -> str:
        return re.sub(r";unicode-range:[^;}]+", "", face[0]) if "/whole/" in face[0] else ""

    return re.sub(r'@font-face\{[^}]*font-family:"?KaTeX[^}]*\}', whole, css)


def test_cut_fonts_draw_what_the_whole_ones_draw(
    context: Callable[..., BrowserContext], site: str, built_book: Path
) -> None:
    whole = with_whole_fonts((built_book / "_static/book.css").read_text(encoding="utf-8"))
    pictures, asked = [], []

    def give_whole(route: Route) -> None:
        route.fulfill(body=whole, content_type="text/css")

    for is_whole in (False, True):
        page = context(reduced_motion="reduce").new_page()
        if is_whole:
            page.route("**/_static/book.css", give_whole)
            page.on("request", lambda request: asked.append(Path(urlsplit(request.url).path).name))
        page.goto(f"{site}{CHAPTER}.html", wait_until="networkidle")
        pictures.append(shots(page))
    assert "KaTeX_Main-Regular.woff2" in asked
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
