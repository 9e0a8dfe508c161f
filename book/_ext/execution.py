"""Run a chapter again when its text, the package or a lock file changes, and say what failed.

MyST-NB runs the cells while Sphinx reads a chapter, so Sphinx's own record of what a page
depends on is the cache. It knows the chapter's text; this extension adds the rest.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_client.manager import KernelManager

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[2]

# ipykernel 7.4 warns on stderr, once for each kernel, that its local connection is not encrypted.
KernelManager.transport_encryption.default_value = "auto"


def sources() -> list[Path]:
    """Return every file that can change what a cell prints: the package and the lock files."""
    package = [
        path
        for path in (ROOT / "src").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    ]
    return sorted([*package, *(ROOT / "requirements").glob("*.txt"), ROOT / "package-lock.json"])


def declare_dependencies(app: Sphinx, doctree: nodes.document) -> None:
    """Tell Sphinx that this page must be read again when one of the sources changes."""
    if "kernelspec" in app.env.metadata.get(app.env.docname, {}):
        for path in sources():
            app.env.note_dependency(str(path))


class NameFailingCell(logging.Filter):
    """Put the number and the first line of the failing cell in front of MyST-NB's traceback."""

    CELL = re.compile(r"An error occurred while executing the following cell:\n-+\n(?P<source>.*?)\n-+\n", re.S)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message in place; never drop it."""
        message = record.getMessage()
        if found := self.CELL.search(message):
            error = message.strip().splitlines()[-1].split(" [mystnb")[0]
            first = found["source"].strip().splitlines()[0]
            record.msg = f"a code cell failed: {error}\nThe cell begins: {first}\n\n{message}"
            record.args = ()
        return True


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("doctree-read", declare_dependencies)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
