"""A build that stays alive, as in ``make watch``: fresh text, the same numbers, few pages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

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
PAGES = {
    "index": page("Home", "Words."),
    "first": page("First", "Once there was {numref}`sec-third`."),
    "second": page("Second", "See {numref}`Chapter {number} <sec-third>`."),
    "third": page("Third", "Old words."),
}
# Builds, changes a page, builds, changes another, builds; each time prints the pages it wrote.
AUTHOR = """
import json, sys
sys.path.insert(0, "tools")
import watch
builder = watch.LivingBuilder(["-d", "_build/doctrees", "book", "_build/html"], url_host="here")
builder.folders = ("book", "book", "_build/html", "_build/doctrees")
builder.kernel.prepare = lambda: None
builder.build()
written = []
builder.app.connect("html-page-context", lambda app, name, *rest: written.append(name))
for name, old, new in [("third", "Old", "New"), ("first", "Once", "Twice")]:
    written.clear()
    with open(f"book/{name}.md") as file:
        text = file.read()
    with open(f"book/{name}.md", "w") as file:
        file.write(text.replace(old, new))
    builder.build()
    print(json.dumps(sorted(written)))
"""


@pytest.fixture(scope="module")
def edited(small_book: Make) -> tuple[SmallBook, list[set[str]]]:
    """Edit two pages of a living book; return it and the pages that each build wrote."""
    book = small_book(PAGES)
    (book.root / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    (book.root / "tools").symlink_to(ROOT / "tools", target_is_directory=True)
    done = subprocess.run(
        [sys.executable, "-c", AUTHOR],
        cwd=book.root,
        env={**os.environ, "PYTHONPATH": str(book.root / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith('["')]
    return book, [set(json.loads(line)) for line in lines]


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
