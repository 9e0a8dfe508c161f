"""A chapter runs again when its text, the package or a lock file changes, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.book.catalog import STORED, stored, write_notebook
from tests.book.small_book import Build, SmallBook, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import Make

PROBE = '"""A module that a test changes."""\n\n\ndef number():\n    return {}\n'
CHAPTER = page(
    "Chapter",
    """
    ```{code-cell} ipython3
    import os
    from linalg_book.probe import number
    with open(os.environ["RUNS"], "a") as runs:
        runs.write("run ")
    ```

    The package says {eval}`number()`.
    """,
    code=True,
)
PAGES = {
    "index": page("Home", "Words."),
    "chapter": CHAPTER,
    "shown": page("Shown", stored("stored/octave.ipynb", "pinv")),
}


class Rerun:
    """A small book whose chapter counts its runs in a file."""

    def __init__(self, book: SmallBook, runs: Path) -> None:
        self.book = book
        self.runs = runs
        self.probe = book.root / "src" / "linalg_book" / "probe.py"
        self.probe.write_text(PROBE.format(7), encoding="utf-8")
        self.store(STORED)

    def store(self, cells: dict[str, tuple[str, str]]) -> None:
        """Write the notebook with the stored cells."""
        write_notebook(self.book.root / "book" / "stored", "octave.ipynb", cells)

    def build(self) -> tuple[int, str]:
        """Build; return how often the chapter ran in this build, and its words."""
        self.runs.write_text("", encoding="utf-8")
        built = self.book.build(RUNS=str(self.runs), BOOK_DRAFT="1")
        assert built == Build(0, ""), built.messages
        return len(self.runs.read_text(encoding="utf-8").split()), self.book.words("chapter")


@pytest.fixture(scope="module")
def built_once(small_book: Make, tmp_path_factory: pytest.TempPathFactory) -> Rerun:
    """Build the book for the first time."""
    rerun = Rerun(small_book(PAGES), tmp_path_factory.mktemp("runs") / "runs.txt")
    count, text = rerun.build()
    assert count == 1
    assert "The package says 7." in text
    return rerun


def test_changes_of_other_pages_do_not_run_the_chapter_and_its_page_stays(
    built_once: Rerun,
) -> None:
    names = ["chapter.html", "_static/book.css", "_static/book.js"]
    before = [(built_once.book.html / name).read_bytes() for name in names]
    built_once.book.write({"index": page("Home", "Other words.")})
    built_once.store(STORED | {"pinv": ("x", "another output\n")})
    assert built_once.build()[0] == 0
    assert [(built_once.book.html / name).read_bytes() for name in names] == before
    assert "Other words." in built_once.book.words("index")
    assert "another output" in built_once.book.words("shown")


def test_changed_function_of_the_package_gives_the_new_number(built_once: Rerun) -> None:
    built_once.probe.write_text(PROBE.format(1234), encoding="utf-8")
    count, text = built_once.build()
    assert count == 1
    assert "says 1234." in text


def test_changed_text_runs_the_chapter(built_once: Rerun) -> None:
    built_once.book.write({"chapter": CHAPTER.replace("The package says", "It now says")})
    count, text = built_once.build()
    assert count == 1
    assert "It now says" in text


def test_changed_lock_file_runs_the_chapter(built_once: Rerun) -> None:
    path = built_once.book.root / "requirements" / "book.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert built_once.build()[0] == 1
