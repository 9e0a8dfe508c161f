"""What a build does beside its pages: archives from the start, Node in as many parts as cores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from frame import node_scripts
from live import python_archives

if TYPE_CHECKING:
    from pathlib import Path


class Process:
    """Stands for the process that makes an archive."""

    started = 0

    def __init__(self, command: list[str], **_: Any) -> None:
        Process.started += 1
        self.target = command[-1]

    def wait(self) -> None:
        """End, and leave the archive."""
        with open(self.target, "wb") as file:  # noqa: PTH123 (the command has a name, no path)
            file.write(b"made beside")


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Replace what takes long; return what this process makes itself."""
    made: list[Path] = []

    def make(path: Path) -> None:
        made.append(path)
        path.write_bytes(b"made here")

    monkeypatch.setattr(python_archives, "make_libraries", make)
    monkeypatch.setattr(python_archives, "BEGUN", {})
    monkeypatch.setattr(Process, "started", 0)
    monkeypatch.setattr(python_archives.subprocess, "Popen", Process)
    return made


def test_an_archive_is_begun_once_and_waited_for(tmp_path: Path, made_here: list[Path]) -> None:
    python_archives.begin(tmp_path)
    python_archives.begin(tmp_path)
    archives = python_archives.make_archives(tmp_path, draft=True)
    assert Process.started == 1
    assert archives["libraries"].read_bytes() == b"made beside"
    assert made_here == []
    python_archives.begin(tmp_path)  # it is there
    assert Process.started == 1


def test_a_process_that_failed_is_no_loss(
    tmp_path: Path, made_here: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Process, "wait", lambda _self: 1)
    python_archives.begin(tmp_path)
    archives = python_archives.make_archives(tmp_path, draft=True)
    assert archives["libraries"].read_bytes() == b"made here"
    assert made_here == [archives["libraries"]]


@pytest.mark.parametrize("count", [0, 1, 39, 40, 41, 101])
def test_answers_come_in_the_order_of_their_requests(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []

    def answer(_name: str, text: str) -> str:
        texts.append(text)
        return text

    monkeypatch.setattr(node_scripts, "run_script", answer)
    monkeypatch.setattr(node_scripts.os, "cpu_count", lambda: 3)
    requests = list(range(count))
    assert node_scripts.run_in_parts("any.cjs", requests, list) == requests
    assert len(texts) == max(1, min(3, count // node_scripts.SMALLEST_PART))
