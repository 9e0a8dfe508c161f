"""Where the system's Chromium is, and what to do when there is none."""

from __future__ import annotations

import os
import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome"]
NO_BROWSER = (
    "expected Chromium, found none of CHROMIUM, " + ", ".join(NAMES) + ": install it (Debian and "
    "Ubuntu: apt-get install chromium) or set CHROMIUM to its path"
)


def find(variable: str, names: list[str]) -> str | None:
    """Return the path of the program that a variable names, else of the first that is there."""
    given = os.environ.get(variable)
    return next(filter(None, map(shutil.which, [given] if given else names)), None)


def find_browser() -> str | None:
    """Return the path of the system's Chromium."""
    return find("CHROMIUM", NAMES)
