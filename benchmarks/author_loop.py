"""Measure how long an author waits under ``make watch``: from an edit to its page on the disk.

What is measured and why is in README.md beside this file.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timing import Target, load, verdict
from tools.audit.base import call
from tools.audit.builds import copy_sources
from tools.audit.edit import PAUSE, SENTENCE, STYLE

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
TIMES = 3
"""Each kind of edit is made so often; the best counts, but the first edit is made once."""
GOALS = {"first edit": 3.0, "sentence": 3.0, "cell": 5.0}
LONGEST = {"start": 600, "edit": 120}  # seconds, after which something is wrong
BUILT = "Built in"  # what tools/watch.py says when a build has ended


def chapters() -> list[str]:
    """Return the names of the pages that run code."""
    book = ROOT / "book"
    found = [
        path.relative_to(book).with_suffix("").as_posix()
        for path in sorted(book.glob("*/*.md"))
        if "\nkernelspec:\n" in path.read_text(encoding="utf-8")
    ]
    asked = sys.argv[1:] or found
    if unknown := set(asked) - set(found):
        sys.exit(f"expected chapters, received {sorted(unknown)}: choose from {found}")
    return asked


def wait(what: str, seconds: float, log: Path, *, done: object) -> float:
    """Return the seconds until something is done, or end with what the server has said."""
    start = time.perf_counter()
    while not done():  # type: ignore[operator]
        if time.perf_counter() - start > seconds:
            sys.exit(f"{what} took more than {seconds} s:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.02)
    return time.perf_counter() - start


@contextmanager
def watching(copy: Path, git: str) -> Iterator[Path]:
    """Serve a copy as ``make watch`` does, from its first build to the end; return its log."""
    log, made = copy / "watch.log", copy / "_build" / "watch"
    flags = ["--port", "0", "--watch", "src", "--ignore", "*.pyc", "-d", made / "doctrees"]
    command = [sys.executable, "tools/watch.py", *flags, "book", made / "html"]
    env = {**os.environ, "PYTHONPATH": str(copy / "src"), "GIT_DIR": git}
    with log.open("w", encoding="utf-8") as said:
        server = subprocess.Popen(command, cwd=copy, env=env, stdout=said, stderr=said)
    try:
        wait("the first build", LONGEST["start"], log,
             done=lambda: BUILT in log.read_text(encoding="utf-8"))  # fmt: skip
        time.sleep(PAUSE)
        yield log
    finally:
        server.terminate()
        server.wait()


class Chapter:
    """A chapter of the copy, which an author edits."""

    def __init__(self, name: str, copy: Path, log: Path) -> None:
        self.source = copy / "book" / f"{name}.md"
        self.page = copy / "_build" / "watch" / "html" / f"{name}.html"
        self.text = self.source.read_text(encoding="utf-8")
        self.log = log

    def edit(self, new: str, mark: str) -> float:
        """Write a new text, and return the seconds until the page shows a mark of it."""
        self.source.write_text(new, encoding="utf-8")
        needed = wait(f"the edit of {self.source}", LONGEST["edit"], self.log,
                      done=lambda: mark in self.page.read_text(encoding="utf-8"))  # fmt: skip
        time.sleep(PAUSE)  # an author types; the next kernel starts meanwhile
        return needed

    def times(self) -> dict[str, float]:
        """Edit the text, first and again, and then the first cell, after which all run."""
        sentence, cell = (
            [
                self.edit(f"{self.text}\n{SENTENCE} {k}\n", f"{SENTENCE} {k}")
                for k in range(TIMES + 1)
            ],
            [
                self.edit(self.text.replace(STYLE, f"{STYLE}  # edit {k}", 1), f"# edit {k}")
                for k in range(TIMES)
            ],
        )
        self.source.write_text(self.text, encoding="utf-8")
        return {"first edit": sentence[0], "sentence": min(sentence[1:]), "cell": min(cell)}


def main() -> int:
    """Print the seconds of each chapter; fail if a goal is missed."""
    names = chapters()
    print(load())
    found = {}
    git = call("git", "rev-parse", "--absolute-git-dir", remedy="call this in a clone").strip()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_sources(copy)
        with watching(copy, git):
            pass  # what all cells give is kept for the starts that follow
        for name in names:
            with watching(copy, git) as log:
                found[name] = Chapter(name, copy, log).times()
            print(f"{name:40}" + "".join(f"{k} {v:5.1f} s   " for k, v in found[name].items()))
            sys.stdout.flush()
    slowest = {what: max(found, key=lambda name, what=what: found[name][what]) for what in GOALS}
    return verdict([
        Target(f"{what} ≤ {limit:.0f} s on every chapter",
               f"{found[slowest[what]][what]:.1f} s ({slowest[what]})",
               found[slowest[what]][what] <= limit)
        for what, limit in GOALS.items()
    ])  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
