"""Where the system's Chromium is, and what to do when there is none."""

from __future__ import annotations

import os
import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome"]
NO_BROWSER = (
    "expected Chromium, found none of CHROMIUM, " + ", ".join(NAMES) + ": install it (Debian and "
    "Ubuntu: apt-get install chromium) or set CHROMIUM to its path"
)


def find_browser() -> str | None:
    """Return the path of the system's Chromium."""
    given = os.environ.get("CHROMIUM")
    return given or next((path for path in map(shutil.which, NAMES) if path), None)
