"""Stored cells of other programs: what a page shows of them, and what is refused."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from nbformat.v4 import new_code_cell, new_notebook, new_output

from tests.book.small_book import KERNEL, SmallBook, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import Build, Make

CELLS = {
    "versions": ("version", "Program 4.2.0\nLibrary 1.0\n"),
    "pinv": ("X = pinv([3 4])  # <a & b>", "X =\n\n   0.1200\n   0.1600\n\n"),
    "silent": ("x = 1;", ""),
}


def cell(source: str, name: str, text: str) -> Any:
    """Return a cell with a name and, unless its text is empty, an output."""
    made = new_code_cell(source, id=name, metadata={"name": name})
    made.outputs = [new_output("stream", name="stdout", text=text)] if text else []
    return made


def write_notebook(folder: Path, name: str, cells: dict[str, tuple[str, str]]) -> None:
    kernel = {"kernelspec": {"display_name": "Octave", "language": "octave", "name": "octave"}}
    made = [cell(source, key, text) for key, (source, text) in cells.items()]
    folder.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=made, metadata=kernel), folder / name)


def stored(*arguments: str) -> str:
    return f"```{{stored-cell}} {' '.join(arguments)}\n```\n\n"


def make(small_book: Make, body: str) -> SmallBook:
    """Return a book whose page ``shown`` runs a cell and shows stored ones."""
    text = page("Shown", f"```{{code-cell}} ipython3\n6 * 7\n```\n\n{body}", code=True)
    assert KERNEL in text
    book = small_book({"index": page("Home", "The first page."), "shown": text})
    write_notebook(book.root / "book" / "stored", "octave.ipynb", CELLS)
    bare = {key: value for key, value in CELLS.items() if key != "versions"}
    write_notebook(book.root / "book" / "stored", "bare.ipynb", bare)
    return book


@pytest.fixture(scope="module")
def book(small_book: Make) -> SmallBook:
    made = make(small_book, stored("stored/octave.ipynb", "pinv"))
    built = made.build()
    assert built.status == 0, built.messages
    assert built.messages == ""
    return made


@pytest.fixture
def shown(book: SmallBook) -> Tag:
    soup = BeautifulSoup((book.html / "shown.html").read_text(encoding="utf-8"), "html5lib")
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


def test_notebook_can_be_downloaded(book: SmallBook, shown: Tag) -> None:
    (link,) = shown.select("a[download]")
    target = (book.html / str(link["href"])).resolve()
    assert target.read_bytes() == (book.root / "book/stored/octave.ipynb").read_bytes()
    assert link["class"] == ["reference", "download", "internal"]


def test_stored_cells_do_not_run_in_the_chapters_notebook(book: SmallBook) -> None:
    written = json.loads((book.html / "_downloads/shown.ipynb").read_text(encoding="utf-8"))
    codes = ["".join(c["source"]) for c in written["cells"] if c["cell_type"] == "code"]
    texts = ["".join(c["source"]) for c in written["cells"] if c["cell_type"] == "markdown"]
    assert codes[1:] == ["6 * 7"]
    assert any("```\nX = pinv([3 4])  # <a & b>\n```" in text for text in texts)
    assert any("   0.1200\n   0.1600\n```" in text for text in texts)


def test_changed_notebook_changes_the_page(small_book: Make) -> None:
    made = make(small_book, stored("stored/octave.ipynb", "pinv"))
    assert made.build().status == 0
    changed = CELLS | {"pinv": ("x", "another output\n")}
    write_notebook(made.root / "book" / "stored", "octave.ipynb", changed)
    assert made.build().status == 0
    assert "another output" in made.words("shown")


REFUSED = {
    ("stored/matlab.ipynb", "pinv"): r"expected a notebook \(there: bare.ipynb, octave.ipynb\), "
    r"received stored/matlab.ipynb",
    ("stored/octave.ipynb", "pinvs"): r"stored/octave.ipynb: expected the name of a cell "
    r"\(versions, pinv, silent\), received pinvs",
    ("stored/octave.ipynb", "silent"): "the cell silent has no stored output: .*--renew",
    ("stored/bare.ipynb", "pinv"): r"expected the name of a cell .*, received versions",
    ("stored/octave.ipynb",): "2 argument",
}


@pytest.fixture(scope="module")
def refused(small_book: Make) -> Build:
    return make(small_book, "".join(stored(*arguments) for arguments in REFUSED)).build()


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_is_not_there_fails_the_build(arguments: tuple[str, ...], refused: Build) -> None:
    assert refused.status != 0
    assert re.search(rf"shown\.md:\d+: ERROR: .*{REFUSED[arguments]}", refused.messages), (
        refused.messages
    )
