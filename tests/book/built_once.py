"""Build a small book in one of several test processes, for all of them."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from tests.book.small_book import Build, SmallBook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONGEST = 600  # seconds that the other processes wait


def shared_folder(base: Path) -> Path:
    """Return the folder that all processes of a test run have in common."""
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def build_once(root: Path, make: Callable[[Path], SmallBook]) -> tuple[SmallBook, Build]:
    """Make and build a book, or wait for the process that does."""
    said = root.with_suffix(".json")
    try:
        root.mkdir()
    except FileExistsError:
        wait_for(said)
    else:
        built = make(root).build()
        unfinished = root.with_suffix(".new")
        unfinished.write_text(json.dumps([built.status, built.messages]), encoding="utf-8")
        unfinished.replace(said)
    return SmallBook(root), Build(*json.loads(said.read_text(encoding="utf-8")))


def wait_for(path: Path) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + LONGEST
    while not path.exists():
        if time.monotonic() > end:
            raise TimeoutError(f"expected {path}, which another process of this run should write")
        time.sleep(0.2)
