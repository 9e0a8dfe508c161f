"""Fixtures of the tests of the tasks: what would be run, and what a failing task says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
import tasks

from tools.tasks import base, building, installing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return what would be run, in order."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(base, "run", lambda *words, **_: calls.append(tuple(map(str, words))))
    return calls


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that all is installed and built."""
    monkeypatch.setattr(installing, "set_up", lambda _: None)
    monkeypatch.setattr(building, "build", lambda: None)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project whose environment this Python made from older lock files."""
    for name in ("VENV", "BUILD", "PYTHON"):
        monkeypatch.setattr(base, name, tmp_path / name)
    for folder in ("VENV", "BUILD/doctrees", "BUILD/watch/doctrees"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "PYTHON").touch()
    (tmp_path / "VENV" / "installed-book").write_text("older")
    version = ".".join(map(str, sys.version_info[:3]))
    (tmp_path / "VENV" / "pyvenv.cfg").write_text(f"version = {version}\n")
    return tmp_path


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Return a function that calls a task, which fails, and returns the one line that it says."""

    def call(*words: str) -> str:
        monkeypatch.setattr(sys, "argv", ["tasks.py", *words])
        assert tasks.main() == 1
        line = capsys.readouterr().err.strip()
        assert line.startswith(f"tasks.py {words[0]}: ")
        assert "\n" not in line
        return line

    return call
