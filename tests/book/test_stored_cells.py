"""Stored cells of other programs: what a page shows of them, and what is refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from tests.book.faults import CELLS

if TYPE_CHECKING:
    from tests.book.small_book import Build, SmallBook


@pytest.fixture
def shown(catalog: SmallBook) -> Tag:
    soup = BeautifulSoup((catalog.html / "shown.html").read_text(encoding="utf-8"), "html5lib")
    (found,) = soup.select("div.stored-cell")
    return found


def test_code_and_stored_output_are_shown(shown: Tag) -> None:
    (code,) = shown.select(".cell_input pre")
    (output,) = shown.select(".cell_output pre")
    assert code.get_text() == "X = pinv([3 4])  # <a & b>\n"
    assert output.get_text() == "X =\n\n   0.1200\n   0.1600\n"
    assert shown.select_one(".cell_input .highlight-octave .mf, .cell_input .highlight-octave .mi")


def test_line_below_says_what_ran_and_how_to_run_it(shown: Tag) -> None:
    (about,) = shown.select(".stored-cell-about")
    words = " ".join(about.get_text().split())
    assert words == "Program 4.2.0. Not run in this build but by make test-octave. Notebook"


def test_line_below_is_no_paragraph_of_the_book(shown: Tag) -> None:
    assert shown.select(".permalink") == []


def test_notebook_can_be_downloaded(catalog: SmallBook, shown: Tag) -> None:
    (link,) = shown.select("a[download]")
    target = (catalog.html / str(link["href"])).resolve()
    assert target.read_bytes() == (catalog.root / "book/stored/octave.ipynb").read_bytes()
    assert link["class"] == ["reference", "download", "internal"]


def test_stored_cells_do_not_run_in_the_chapters_notebook(catalog: SmallBook) -> None:
    written = json.loads((catalog.html / "_downloads/shown.ipynb").read_text(encoding="utf-8"))
    codes = ["".join(c["source"]) for c in written["cells"] if c["cell_type"] == "code"]
    texts = ["".join(c["source"]) for c in written["cells"] if c["cell_type"] == "markdown"]
    assert codes[1:] == ["6 * 7"]
    assert any("```\nX = pinv([3 4])  # <a & b>\n```" in text for text in texts)
    assert any("   0.1200\n   0.1600\n```" in text for text in texts)


@pytest.mark.parametrize("arguments", CELLS)
def test_what_is_not_there_fails_the_build(arguments: tuple[str, ...], faults: Build) -> None:
    pattern = rf"refused\.md:\d+: ERROR: .*{CELLS[arguments]}"
    assert re.search(pattern, faults.messages), faults.messages
