"""Renews the lock files, for every Python and system, without the address of a registry."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from tools.tasks import base, installing

if TYPE_CHECKING:
    from pathlib import Path

NOT_RENEWED = (
    "the lock files were not renewed (see the messages before this line): it needs a connection to "
    "the package registries, or a mirror named to uv and npm; then call the task again"
)
LOCKS: dict[str, list[str]] = {  # a lock file, and what it is made from beside its own list
    "bootstrap": [],
    "book": ["pyproject.toml"],
    "dev": ["pyproject.toml", "--extra", "scale", "-c", "requirements/book.txt"],
    "flint": [],
    "torch": ["-c", "requirements/dev.txt"],
    "jax": ["-c", "requirements/dev.txt"],
    "sklearn": ["-c", "requirements/dev.txt"],
}


def resolver() -> list[str | Path]:
    """Return the call of uv that locks for every Python and system, and names no registry."""
    project = tomllib.loads((base.ROOT / "pyproject.toml").read_text())["project"]
    oldest = project["requires-python"].removeprefix(">=")
    return [
        *(base.BIN / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", oldest),
        # Each Python gets the newest version that admits it, not the newest for the oldest Python.
        *("--fork-strategy", "requires-python"),
        *("--generate-hashes", "--no-annotate", "--no-header"),
    ]


def lock(arguments: list[str]) -> None:
    """Renew the lock files for every Python; further words go to uv, for example --upgrade."""
    installing.set_up("book")
    for name, sources in LOCKS.items():
        paths = [f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]
        flags = ["--override", "requirements/overrides.txt", *sources, *paths, *arguments]
        base.run(*resolver(), *flags, remedy=NOT_RENEWED, **installing.cpu_builds(name))
    update = "update" if "--upgrade" in arguments else "install"
    npm = (base.PYTHON, "-c", base.CALL_NPM, update, "--package-lock-only", "--ignore-scripts")
    base.run(*npm, "--omit-lockfile-registry-resolved", remedy=NOT_RENEWED)
