"""A build that stays alive, as in ``make watch``: fresh text, the same numbers, few pages.

Cells run again only when they, or what they use, have changed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup

from tests.book.small_book import ROOT, SmallBook, page

if TYPE_CHECKING:
    from tests.book.small_book import Make

CONTENTS = """\
format: jb-book
root: index
parts:
  - caption: One
    numbered: true
    chapters:
      - file: first
  - caption: Two
    numbered: true
    chapters:
      - file: second
      - file: third
"""
CHAPTERS = {
    "first": page("First", "Once there was {numref}`sec-third`."),
    "second": page("Second", "See {numref}`Chapter {number} <sec-third>`."),
    "third": page("Third", "Old words."),
}
PAGES = {
    "index": page("Home", "Words.\n\n```{chapter-list}\n```"),
    **{
        name: text.replace("---\n", f"---\ncover: the {name}\n", 1)
        for name, text in CHAPTERS.items()
    },
}
CODE = """\
```{code-cell} ipython3
import os
import linalg_book
size = 3
```

Old words, {eval}`size + 1`.

```{code-cell} ipython3
print("later", size, "process", os.getpid(), "version", linalg_book.__version__)
```
"""
# A kernel that waits has imported the package, as it does for an author, who needs more of it.
# Builds; then changes a file and builds, again and again; each time prints the pages it wrote,
# and one of them.
AUTHOR = """
import json, sys
from pathlib import Path
sys.path.insert(0, "tools")
import watch
watch.WARM_UP = "import linalg_book"
if sys.argv[3] == "no cell runs":
    watch.WarmKernel.prepare = lambda kernel: None
edits, shown = json.loads(sys.argv[1]), Path(sys.argv[2])
builder = watch.LivingBuilder(["_build/doctrees", "book", "_build/html"], url_host="here")
def build():
    builder(changed_paths=[])
    builder.thread.submit(int).result()  # what follows a build has been done
build()
written = []
builder.app.connect("html-page-context", lambda app, name, *rest: written.append(name))
for name, old, new in edits:
    written.clear()
    path = Path(name)
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    build()
    print(json.dumps([sorted(written), shown.read_text()]))
"""


def living(
    book: SmallBook, edits: list[tuple[str, str, str]], shown: str, *, runs: bool = False
) -> list[Any]:
    """Edit files of a living book; return after each the pages it wrote and the shown one.

    Without a kernel, unless cells run.
    """
    shutil.copytree(ROOT / "tools", book.root / "tools", dirs_exist_ok=True)
    done = subprocess.run(
        [
            *(sys.executable, "-c", AUTHOR, json.dumps(edits), f"_build/html/{shown}.html"),
            "cells run" if runs else "no cell runs",
        ],
        cwd=book.root,
        env={**os.environ, "PYTHONPATH": str(book.root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-2000:]
    assert "never awaited" not in done.stderr, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith('[["')]


@pytest.fixture(scope="module")
def edited(small_book: Make) -> tuple[SmallBook, list[set[str]]]:
    """Edit two pages of a living book; return it and the pages that each build wrote."""
    book = small_book(PAGES)
    (book.root / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    edits = [
        ("book/third.md", "Old", "New"),
        ("book/first.md", "Once", "Twice"),
        ("book/second.md", "cover: the second", "cover: one between"),
    ]
    return book, [set(written) for written, _ in living(book, edits, "third")]


@pytest.fixture(scope="module")
def processes(small_book: Make) -> list[tuple[str, str]]:
    """Edit a page with cells; return each time the process of the last one, and the text."""
    book = small_book({"index": page("Home", "Words."), "cells": page("Cells", CODE, code=True)})
    edits = [
        ("book/cells.md", "Old words", "New words"),
        ("book/cells.md", "`size + 1`", "`size + 2`"),
        ("book/cells.md", "New words", "Newer words"),
        ("book/cells.md", '"later"', '"at last"'),
        ("src/linalg_book/__init__.py", '__version__ = "', '__version__ = "9.'),
        ("book/cells.md", "Newer words", "Words"),
    ]
    tomorrow = [("book/cells.md", "Words, {", "Last words, {")]
    found = []
    days = [*living(book, edits, "cells", runs=True), *living(book, tomorrow, "cells")]
    for _, html in days:
        words = " ".join(BeautifulSoup(html, "html5lib").find("article").get_text().split())
        found.append((re.search(r"process (\d+)", words)[1], words))
    return found


def test_pages_have_their_new_text(edited: tuple[SmallBook, list[set[str]]]) -> None:
    book, _ = edited
    assert "New words." in book.words("third")
    assert "Twice there was" in book.words("first")


def test_chapters_keep_their_numbers(edited: tuple[SmallBook, list[set[str]]]) -> None:
    book, _ = edited
    assert book.words("third").startswith("3. Third")
    assert book.words("first").startswith("1. First")
    assert "See Chapter 3." in book.words("second")


def test_pages_that_did_not_change_are_not_written(
    edited: tuple[SmallBook, list[set[str]]],
) -> None:
    _, written = edited
    assert "third" in written[0]
    assert not {"first", "second"} & written[0]
    assert "first" in written[1]
    assert not {"second", "third"} & written[1]


def test_new_words_for_the_cover_arrive_there(edited: tuple[SmallBook, list[set[str]]]) -> None:
    book, written = edited
    assert "index" in written[2]
    assert "One: the first. Two: one between; the third." in book.words("index")


def test_new_words_run_no_cell(processes: list[tuple[str, str]]) -> None:
    (first, words), (second, _), (third, newer), _, (fifth, _), (sixth, last), _ = processes
    assert "New words, 4." in words
    assert second != first
    assert third == second
    assert "Newer words, 5." in newer
    assert sixth == fifth
    assert "Words, 5." in last


def test_new_words_run_no_cell_in_a_new_process_either(processes: list[tuple[str, str]]) -> None:
    assert "Last words, 5." in processes[6][1]
    assert processes[6][0] == processes[5][0]


def test_new_code_runs_again(processes: list[tuple[str, str]]) -> None:
    assert processes[3][0] != processes[2][0]
    assert "at last 3" in processes[3][1]


def test_a_new_package_runs_cells_again(processes: list[tuple[str, str]]) -> None:
    assert processes[4][0] != processes[3][0]
    assert "version 9." in processes[4][1]
