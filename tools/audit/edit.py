"""Print the seconds from an edit of a chapter to its page, as in ``make watch``.

The first edit of the text after a start, then the best of three edits of the text, and the best of
three of the first cell, after which all cells run again. Called in the root of a copy that is
built already, since it writes to the chapters: ``python tools/audit/edit.py systems/one-equation``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

SENTENCE = "This sentence was written just now."
STYLE = "figures.use_book_style()"  # stands in the first cell of a chapter
PAUSE = 4  # seconds: an author types; the next kernel starts meanwhile


class Seconds(NamedTuple):
    """How long an author waits."""

    first: float
    words: float
    cell: float


def living() -> Any:
    """Return a build that lives, as ``make watch`` starts it."""
    sys.path.insert(0, "tools")
    from watch import LivingBuilder  # type: ignore[import-not-found] # makes all builds drafts

    builder = LivingBuilder(["_build/doctrees", "book", "_build/html"], url_host="")
    builder(changed_paths=[])
    return builder


class Author:
    """Edits one chapter and looks whether its page is the new one."""

    def __init__(self, chapter: str) -> None:
        self.source = Path("book", f"{chapter}.md")
        self.page = Path("_build", "html", f"{chapter}.html")
        self.text = self.source.read_text(encoding="utf-8")

    def edit(self, builder: Any, new: str, shown: str) -> float:
        """Write a new text, wait for the page, and return the seconds."""
        time.sleep(PAUSE)
        self.source.write_text(new, encoding="utf-8")
        start = time.perf_counter()
        builder(changed_paths=[])
        needed = time.perf_counter() - start
        if shown not in self.page.read_text(encoding="utf-8"):
            sys.exit(f"expected the new words in {self.page}, they are not there: {shown}")
        return needed

    def write(self, builder: Any, sentence: str) -> float:
        """Add a sentence at the end."""
        return self.edit(builder, f"{self.text}\n{sentence}\n", sentence)

    def compute(self, builder: Any, mark: str) -> float:
        """Change the first cell by a comment."""
        return self.edit(builder, self.text.replace(STYLE, f"{STYLE}  {mark}", 1), mark)


def seconds(chapter: str) -> Seconds:
    """Return the times of a chapter, whose text is as before when they are taken."""
    author = Author(chapter)
    try:
        return timed(author)
    finally:  # also when it was stopped
        author.source.write_text(author.text, encoding="utf-8")


def timed(author: Author) -> Seconds:
    """Edit a chapter whose cells have run in a living build before."""
    yesterday = living()
    author.compute(yesterday, "# edited yesterday")
    author.edit(yesterday, author.text, "")  # all cells as they were
    time.sleep(PAUSE)  # what they gave is written
    today = living()
    first = author.write(today, f"{SENTENCE} 0")
    words = [author.write(today, f"{SENTENCE} {number}") for number in range(1, 4)]
    cells = [author.compute(today, f"# edited {number}") for number in range(3)]
    author.edit(today, author.text, "")
    return Seconds(first, min(words), min(cells))


if __name__ == "__main__":
    for name in sys.argv[1:]:
        found = seconds(name)
        sys.stdout.write(
            f"{name}: first edit {found.first:.1f} s, edit {found.words:.1f} s, "
            f"of a cell {found.cell:.1f} s\n"
        )
        sys.stdout.flush()
