"""Sphinx 9.1 waits for ever when a build fails while other processes write pages.

They wait too, with a page that nobody takes, and Python waits for them at its end. Goes when
``sphinx.util.parallel.ParallelTasks`` ends its processes when the main one fails between two.
"""

from __future__ import annotations

import atexit
import multiprocessing.util  # registers its farewell, which waits, before ours is registered
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@atexit.register  # the last one that is registered is called first
def end_writers() -> None:
    """End the processes that still write; after a build that went well there are none."""
    for process in multiprocessing.active_children():
        process.terminate()


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx load this file, which is the mend."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
