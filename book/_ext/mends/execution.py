"""Run a chapter again when its text, the package or a lock file changes, and say what failed.

MyST-NB runs the cells while Sphinx reads a chapter, so Sphinx's own record of what a page
depends on is the cache. It knows the chapter's text; this extension adds the rest.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from jupyter_client.manager import KernelManager
from nbclient import NotebookClient

from places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from docutils import nodes
    from sphinx.application import Sphinx


# ipykernel 7.4 warns on stderr, once for each kernel, that its local connection is not encrypted.
KernelManager.transport_encryption.default_value = "auto"
# A kernel that has run its chapter need not say goodbye: that would cost half a second.
NotebookClient.shutdown_kernel.default_value = "immediate"


def sources() -> list[Path]:
    """Return every file that can change what a cell prints: the package and the lock files."""
    package = [
        path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"
    ]
    return sorted([*package, *(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"])


def declare_dependencies(app: Sphinx, doctree: nodes.document) -> None:
    """Tell Sphinx that this page must be read again when one of the sources changes."""
    if "kernelspec" in app.env.metadata.get(app.env.docname, {}):
        for path in sources():
            app.env.note_dependency(str(path))


class NameFailingCell(logging.Filter):
    """Put the failing cell's number and error first, and drop the kernel client's own traceback."""

    CELL = re.compile(r"An error occurred while executing the following cell:\n.*", re.DOTALL)
    COLOR = re.compile(r"\x1b\[[\d;]*m")
    NUMBER = re.compile(r"In\[(\d+)\]")

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message in place; never drop it."""
        message = self.COLOR.sub("", record.getMessage())
        if found := self.CELL.search(message):
            number = self.NUMBER.search(found[0])
            name = f"code cell {number[1]}" if number else "a code cell"
            error = message.split(" [mystnb")[0].strip().splitlines()[-1]
            record.msg = "%s failed: %s\n%s"
            record.args = (name, error, found[0])
        return True


def name_failing_cells(app: Sphinx) -> None:
    """Let every handler of Sphinx's messages name the failing cell."""
    for handler in logging.getLogger("sphinx").handlers:
        handler.filters.insert(0, NameFailingCell())  # before Sphinx adds the page's name


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("builder-inited", name_failing_cells)
    app.connect("doctree-read", declare_dependencies)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
