"""MyST-NB 1.4.0: a cell that fails is reported by the kernel client's traceback, without a number.

Goes when the warning ``[mystnb.exec]`` begins with the cell and its error; not reported.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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
    """Register the mend."""
    app.connect("builder-inited", name_failing_cells)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
