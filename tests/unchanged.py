"""What has run and has not changed since need not run again; ``make audit-full`` runs all of it.

This is for code that another test proves equal to cells which the build has just executed: that it
stands alone can only change when it changes, or Python, or a locked package.
"""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

RAN = ROOT / "_build" / "ran"


def mark(*code: str) -> Path:
    """Return the empty file that says of code that it has run as it should."""
    lock = (ROOT / "requirements" / "book.txt").read_text(encoding="utf-8")
    digest = hashlib.sha256("\0".join([*code, sys.version, lock]).encode())
    return RAN / digest.hexdigest()


def note(*code: str) -> None:
    """Remember that code has run as it should."""
    RAN.mkdir(parents=True, exist_ok=True)
    mark(*code).touch()
