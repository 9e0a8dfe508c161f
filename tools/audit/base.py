"""What every check uses: how it fails, how it calls a program, the pages it looks at."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from places import TAKEN, site_pages

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "_build" / "html"


class CheckError(Exception):
    """A check failed: what a tool said, and the remedy."""

    def __init__(self, output: str, remedy: str) -> None:
        super().__init__(output)
        self.output = output.strip()
        self.remedy = remedy


def call(*command: str | Path, remedy: str, cwd: Path = ROOT, **env: str) -> str:
    """Return what a command prints; its failure fails the check."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env={**os.environ, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError as error:
        missing = f"expected the program {command[0]}, but it is not installed ({error})"
        raise CheckError(missing, "call this check as: python tasks.py check") from error
    if done.returncode:
        raise CheckError(done.stdout, remedy)
    return done.stdout


def pages() -> list[Path]:
    """Return the pages of the built book, without the parts of them that stand alone."""
    found = site_pages(SITE)
    if not found:
        raise CheckError("expected pages in _build/html, found none", "call: make book SERVE=0")
    return found


def taken(name: str) -> list[Path]:
    """Return the frames and slides of the built book whose names contain a word."""
    return sorted(path for folder in TAKEN for path in (SITE / folder).glob(f"*{name}*.html"))
