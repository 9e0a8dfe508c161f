"""Arrays that are too large for the machine, refused before they are made."""

import os
import sys

from linalg_book.errors import TooLargeError

WIDTH = 8
"""Bytes of a float64."""


def require_memory(entries: int, name: str, what: str, remedy: str) -> None:
    """Refuse an array of more numbers than the memory of the machine holds."""
    needed, there = WIDTH * entries, memory()
    if needed > there:
        raise TooLargeError(
            f"{name} is expected to lead to an array that memory holds, but {what} take "
            f"{needed:,} bytes, and this machine has {there:,}: {remedy}."
        ).about(name)


def memory() -> int:
    """Return the bytes of memory that the machine has; where it does not tell, no limit."""
    try:
        page, pages = os.sysconf("SC_PAGE_SIZE"), os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # no such name, or no such function (Windows)
        return sys.maxsize
    return page * pages if min(page, pages) > 0 else sys.maxsize
