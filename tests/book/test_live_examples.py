"""The directive `live-example`: what stands in the page, in a notebook and in LaTeX; its errors."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import nbformat
import pytest
from bs4 import BeautifulSoup

from linalg_book import exact, live
from live import live_examples
from tests.book.faults import EXAMPLES, PAGES

if TYPE_CHECKING:
    from bs4 import Tag

    from tests.book.small_book import Build, SmallBook


@pytest.fixture(scope="module")
def blocks(catalog: SmallBook) -> dict[str, Tag]:
    """Return the examples of the chapter by their labels."""
    soup = BeautifulSoup((catalog.html / "chapter.html").read_text(encoding="utf-8"), "html5lib")
    return {str(block["id"]): block for block in soup.select(".live-example")}


def test_the_steps_are_those_of_the_package(blocks: dict[str, Tag]) -> None:
    block = blocks["ex-chapter-point"]
    expected = BeautifulSoup(exact.closest_point([3, 4], 12).html(), "html5lib")
    steps = block.select(".step")
    assert len(steps) == len(expected.select(".step")) > 3
    for shown, wanted in zip(steps, expected.select(".step"), strict=True):
        tex = [formula["data-tex"] for formula in wanted.select("[data-tex]")]
        assert [note.string for note in shown.select("annotation")] == tex
    assert block.select_one("[data-tex]") is None
    assert block.select_one(".live-code code").get_text() == 'exact.closest_point("3x + 4y = 12")'


def test_examples_are_numbered_and_referred_to(catalog: SmallBook, blocks: dict[str, Tag]) -> None:
    numbers = [block.select_one(".caption-number").get_text() for block in blocks.values()]
    assert [re.sub(r"[\d.]+", "N", number) for number in numbers] == ["Worked example N "] * 3
    assert len(set(numbers)) == 3
    words = catalog.words("chapter")
    assert f"See {numbers[0].strip()} and this one." in words
    titles = [block.select_one(".admonition-title") for block in blocks.values()]
    links = [title.select_one("a.headerlink")["href"] for title in titles]
    assert links == [f"#{label}" for label in blocks]


def test_examples_are_cited_by_number_and_title(catalog: SmallBook, blocks: dict[str, Tag]) -> None:
    number = blocks["ex-chapter-point"].select_one(".caption-number").get_text().strip()
    entry = (catalog.html / "cite" / "ex-chapter-point.bib").read_text(encoding="utf-8")
    assert f"{number} (ex-chapter-point), The point of the line 3x + 4y = 12" in entry


def test_the_page_gets_what_a_form_needs(blocks: dict[str, Tag]) -> None:
    block = blocks["ex-chapter-point"]
    assert block["data-live"] == "example"
    assert json.loads(str(block["data-form"])) == live.form("closest-point")
    given = json.loads(str(block["data-book"]))
    assert given["fields"] == {"equation": "3x + 4y = 12", "A": "3 4", "b": "12"}
    assert given["latex"] == exact.closest_point([3, 4], 12).latex(full=True)


def test_shared_numbers_are_those_of_the_package(blocks: dict[str, Tag]) -> None:
    fields = json.loads(str(blocks["ex-chapter-shared"]["data-book"]))["fields"]
    assert fields == {"A": "3 4", "b": "12"}
    fields = json.loads(str(blocks["ex-chapter-inverse"]["data-book"]))["fields"]
    assert fields == {"A": "1 2; 2 4", "method": "limit"}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("TWO_PLANES", {"A": "1 1 1; 1 -1 0", "b": "6 2"}),
        ("FRACTIONS", {"A": "1/2 1/3", "b": "13/6"}),
        ("MATRICES", None),
        ("Number", None),
        ("nothing", None),
    ],
)
def test_names_of_shared_numbers(name: str, fields: dict[str, str] | None) -> None:
    assert live_examples.shared_numbers(name) == fields


def test_a_notebook_has_the_call_in_place_of_the_steps(catalog: SmallBook) -> None:
    notebook = nbformat.read(catalog.html / "_downloads" / "chapter.ipynb", as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    assert code[2:] == [
        'exact.closest_point("3x + 4y = 12")',
        "exact.closest_point([[3, 4]], [12])",
        'exact.pseudoinverse([[1, 2], [2, 4]], method="limit")',
    ]
    words = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    assert "The words before it, with $x$." in words
    assert "Collect the coefficients" not in words
    assert "In Python" not in words


def test_faults_fail_the_build_with_file_and_line(faults: Build) -> None:
    lines = PAGES["unlike"].splitlines()
    starts = [n for n, line in enumerate(lines, 1) if "{live-example}" in line]
    for (fault, message), line in zip(EXAMPLES.items(), starts, strict=True):
        places = "|".join(map(str, range(line, line + fault.count("\n") + 1)))
        pattern = rf"unlike\.md:({places}): .*{message}"
        assert re.search(pattern, faults.messages), f"{fault}\n{faults.messages}"


def test_latex_has_the_steps_and_the_number(catalog: SmallBook) -> None:
    folder = catalog.root / "_build" / "latex"
    record = str(catalog.root / "_build" / "doctrees")
    command = ["-m", "sphinx", "-b", "latex", "-q", "-d", record, "book", str(folder)]
    subprocess.run([sys.executable, *command], cwd=catalog.root, check=True)
    (path,) = folder.glob("*.tex")
    built = path.read_text(encoding="utf-8")
    assert r"\def\@currentlabel{" in built
    assert r"\textbf{Worked example" in built
    assert exact.closest_point([3, 4], 12).latex(full=True) in built
