"""The short copies of pages that tests visit have what they ask for, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.excerpt import excerpt

if TYPE_CHECKING:
    from pathlib import Path

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
