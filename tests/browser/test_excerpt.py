"""The pages that tests visit have what they ask for, and nothing of another test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import SHORT, SIZE, as_it_comes
from tests.browser.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

PAGE = """<!DOCTYPE html><html><head><title>T</title></head><body><article><section id="sec">
<h1>One</h1><p>Gone.</p><figure id="fig-a"></figure><div data-figure="fig-a">moves</div>
<section><h2>Gone</h2><div><p id="ex-b">kept</p><section><p>inside</p></section></div>
</section></section></article></body></html>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    return page


def test_the_parts_asked_for_are_there_and_no_others(path: Path) -> None:
    kept = (excerpt(path, "only=fig-a,ex-b") or b"").decode()
    for text in ("<title>T", "<h1>One", "moves", "kept", "inside", 'id="sec"'):
        assert text in kept
    assert "Gone" not in kept


def test_a_whole_page_is_left_alone_and_a_wrong_name_is_an_error(path: Path) -> None:
    assert excerpt(path, "") is None
    with pytest.raises(ValueError, match="fig-c"):
        excerpt(path, "only=fig-c")


def test_a_visit_finds_nothing_that_another_stored_or_set(visit: Callable[..., Page]) -> None:
    first = visit(SHORT, viewport={"width": 360, "height": 780}, color_scheme="dark")
    first.evaluate("localStorage.setItem('left', 'dark'), sessionStorage.setItem('left', 'dark')")
    second = visit(SHORT)  # which may store its own place in the meantime
    assert second.evaluate("'left' in localStorage || 'left' in sessionStorage") is False
    assert second.viewport_size == SIZE
    assert second.evaluate("matchMedia('(prefers-color-scheme: light)').matches")


def test_a_page_that_was_only_looked_at_is_as_it_came(visit: Callable[..., Page]) -> None:
    page = visit(SHORT)
    page.evaluate(
        "document.querySelector('article').insertAdjacentHTML("
        "'beforeend', '<details open><summary>Fold</summary></details>')"
    )
    page.set_viewport_size({"width": 360, "height": 780})
    page.emulate_media(media="print", color_scheme="dark", forced_colors="active")
    page.evaluate("location.hash = 'here'; scrollTo(0, 500)")
    page.get_by_role("link").first.focus()
    as_it_comes(page)
    seen = "[innerWidth, scrollY, location.hash, document.activeElement.tagName]"
    assert page.evaluate(seen) == [SIZE["width"], 0, "", "BODY"]
    for media in ("print", "(prefers-color-scheme: dark)", "(forced-colors: active)"):
        assert page.evaluate(f"matchMedia('{media}').matches") is False, media
    assert page.locator("article details[open]").count() == 0
