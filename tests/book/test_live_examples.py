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
from tests.book.small_book import page

if TYPE_CHECKING:
    from bs4 import Tag

    from tests.book.small_book import Make, SmallBook

CHAPTER = """
```{code-cell} ipython3
from linalg_book import exact

exact.closest_point([3, 4], 12).answer
```

See {numref}`ex-chapter-point` and {ref}`this one <ex-chapter-shared>`.

```{live-example} closest-point
:name: ex-chapter-point
:equation: 3x + 4y = 12
The words before it, with $x$.
```

```{live-example} closest-point
:name: ex-chapter-shared
:given: ONE_EQUATION
```

```{live-example} pseudoinverse
:name: ex-chapter-inverse
:A: 1 2; 2 4
:method: limit
```
"""


@pytest.fixture(scope="module")
def book(small_book: Make) -> SmallBook:
    """Return a built book with a chapter of live examples."""
    made = small_book(
        {
            "index": page("Cover", "Nothing."),
            "chapter": page("Chapter", CHAPTER, code=True),
        }
    )
    built = made.build()
    assert built.status == 0, built.messages
    return made


@pytest.fixture(scope="module")
def blocks(book: SmallBook) -> dict[str, Tag]:
    """Return the examples of the chapter by their labels."""
    soup = BeautifulSoup((book.html / "chapter.html").read_text(encoding="utf-8"), "html5lib")
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


def test_examples_are_numbered_and_referred_to(book: SmallBook, blocks: dict[str, Tag]) -> None:
    numbers = [block.select_one(".caption-number").get_text() for block in blocks.values()]
    assert [re.sub(r"[\d.]+", "N", number) for number in numbers] == ["Worked example N "] * 3
    assert len(set(numbers)) == 3
    words = book.words("chapter")
    assert f"See {numbers[0].strip()} and this one." in words
    titles = [block.select_one(".admonition-title") for block in blocks.values()]
    links = [title.select_one("a.headerlink")["href"] for title in titles]
    assert links == [f"#{label}" for label in blocks]


def test_examples_are_cited_by_number_and_title(book: SmallBook, blocks: dict[str, Tag]) -> None:
    number = blocks["ex-chapter-point"].select_one(".caption-number").get_text().strip()
    entry = (book.html / "cite" / "ex-chapter-point.bib").read_text(encoding="utf-8")
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


def test_a_notebook_has_the_call_in_place_of_the_steps(book: SmallBook) -> None:
    notebook = nbformat.read(book.html / "_downloads" / "chapter.ipynb", as_version=4)
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


FAULTS = {
    "no-such-function\n:name: ex-a-b": "expected the name of a function",
    "closest-point\n:name: ex-a-b\n:equation: 3x + = 12": r"\(equation\): character 6 of",
    "closest-point\n:name: ex-a-b\n:A: 3 4\n:b: 1 2": r"\(b\): b has 2 entries",
    "closest-point\n:name: ex-a-b\n:shade: red": "Unknown option key: 'shade'",
    "closest-point\n:name: ex-a-b\n:k: 1\n:equation: x = 1": "has no field 'k'",
    "closest-point\n:equation: x = 1": "needs a label: write :name: ex-",
    "closest-point\n:name: ex-a-b\n:given: NO_SYSTEM": "expected a name of linalg_book.examples",
}


def test_faults_fail_the_build_with_file_and_line(small_book: Make) -> None:
    text = "\n\n".join(
        f"```{{live-example}} {fault}\n```".replace("ex-a-b", f"ex-a-b{number}")
        for number, fault in enumerate(FAULTS)
    )
    whole = page("Faults", text)
    built = small_book({"index": page("Cover", "Nothing."), "faults": whole}).build()
    assert built.status != 0
    starts = [n for n, line in enumerate(whole.splitlines(), 1) if "{live-example}" in line]
    for (fault, message), line in zip(FAULTS.items(), starts, strict=True):
        lines = range(line, line + fault.count("\n") + 1)
        pattern = rf"faults\.md:({'|'.join(map(str, lines))}): .*{message}"
        assert re.search(pattern, built.messages), f"{fault}\n{built.messages}"


def test_latex_has_the_steps_and_the_number(book: SmallBook) -> None:
    folder = book.root / "_build" / "latex"
    command = ["-m", "sphinx", "-b", "latex", "-q", "book", str(folder)]
    subprocess.run([sys.executable, *command], cwd=book.root, check=True)
    (path,) = folder.glob("*.tex")
    built = path.read_text(encoding="utf-8")
    assert r"\def\@currentlabel{" in built
    assert r"\textbf{Worked example" in built
    assert exact.closest_point([3, 4], 12).latex(full=True) in built
