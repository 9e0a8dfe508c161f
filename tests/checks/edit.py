"""Print the seconds from an edit of a chapter to its page, as in ``make watch``: the best of three.

Called in the root of a copy that is built already, since it writes to the chapter:
``python tests/checks/edit.py systems/one-equation``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

SENTENCE = "This sentence was written just now."


def seconds(chapter: str) -> float:
    """Return the shortest of three times; the page must have the new words each time."""
    sys.path.insert(0, "tools")
    from watch import LivingBuilder  # type: ignore[import-not-found] # makes all builds drafts

    source, page = Path("book", f"{chapter}.md"), Path("_build", "html", f"{chapter}.html")
    text = source.read_text(encoding="utf-8")
    builder = LivingBuilder(["_build/doctrees", "book", "_build/html"], url_host="")
    builder(changed_paths=[])
    times = []
    for number in range(3):
        time.sleep(4)  # an author types; the next kernel starts meanwhile
        source.write_text(f"{text}\n{SENTENCE} {number}\n", encoding="utf-8")
        start = time.perf_counter()
        builder(changed_paths=[])
        times.append(time.perf_counter() - start)
        if f"{SENTENCE} {number}" not in page.read_text(encoding="utf-8"):
            sys.exit(f"expected the new sentence in {page}, it is not there")
    return min(times)


if __name__ == "__main__":
    sys.stdout.write(f"edit: {seconds(sys.argv[1]):.1f} s\n")
