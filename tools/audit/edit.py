"""Print the seconds from an edit of a chapter to its page, as in ``make watch``: the best of three.

Once for an edit of the text, once for an edit of the first cell, after which all cells run again.
Called in the root of a copy that is built already, since it writes to the chapter:
``python tools/audit/edit.py systems/one-equation``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

SENTENCE = "This sentence was written just now."
STYLE = "figures.use_book_style()"  # stands in the first cell of a chapter


def seconds(chapter: str) -> tuple[float, float]:
    """Return the shortest of three times for text and for code; each page must be the new one."""
    sys.path.insert(0, "tools")
    from watch import LivingBuilder  # type: ignore[import-not-found] # makes all builds drafts

    source, page = Path("book", f"{chapter}.md"), Path("_build", "html", f"{chapter}.html")
    text = source.read_text(encoding="utf-8")
    builder = LivingBuilder(["_build/doctrees", "book", "_build/html"], url_host="")
    builder(changed_paths=[])

    def timed(new: str, shown: str) -> float:
        time.sleep(4)  # an author types; the next kernel starts meanwhile
        source.write_text(new, encoding="utf-8")
        start = time.perf_counter()
        builder(changed_paths=[])
        needed = time.perf_counter() - start
        if shown not in page.read_text(encoding="utf-8"):
            sys.exit(f"expected the new words in {page}, they are not there: {shown}")
        return needed

    marks = [f"# edited {number}" for number in range(3)]
    cells = [timed(text.replace(STYLE, f"{STYLE}  {mark}", 1), mark) for mark in marks]
    timed(text, "")  # all cells as they were
    sentences = [f"{SENTENCE} {number}" for number in range(3)]
    words = [timed(f"{text}\n{sentence}\n", sentence) for sentence in sentences]
    return min(words), min(cells)


if __name__ == "__main__":
    words, cells = seconds(sys.argv[1])
    sys.stdout.write(f"edit: {words:.1f} s, of a cell: {cells:.1f} s\n")
