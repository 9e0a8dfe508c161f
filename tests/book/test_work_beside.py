"""What a build does beside its pages: archives from the start, Node in as many parts as cores."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest

from frame import node_scripts
from live import python_archives


class Process:
    """Stands for the process that makes the archives."""

    started: ClassVar[list[list[str]]] = []

    def __init__(self, command: list[str], **_: Any) -> None:
        Process.started.append(command)

    def wait(self) -> None:
        """End, and leave the archives."""
        paths = python_archives.archive_paths(Path(Process.started[-1][-1]), draft=False)
        for path in paths.values():
            path.write_bytes(b"made beside")


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Replace what takes long; return how many archives this process compiles itself."""
    made: list[int] = []

    def compile_here(archives: list[bytes]) -> list[bytes]:
        made.append(len(archives))
        return archives

    monkeypatch.setattr(python_archives, "compiled", compile_here)
    monkeypatch.setattr(python_archives, "BEGUN", {})
    monkeypatch.setattr(Process, "started", [])
    monkeypatch.setattr(python_archives.subprocess, "Popen", Process)
    return made


def test_archives_are_begun_once_and_waited_for(tmp_path: Path, made_here: list[int]) -> None:
    python_archives.begin(tmp_path)
    python_archives.begin(tmp_path)
    archives = python_archives.make_archives(tmp_path)
    assert len(Process.started) == 1
    assert {path.read_bytes() for path in archives.values()} == {b"made beside"}
    assert made_here == []
    python_archives.begin(tmp_path)  # they are there
    assert len(Process.started) == 1


def test_a_process_that_failed_is_no_loss(
    tmp_path: Path, made_here: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Process, "wait", lambda _self: 1)
    python_archives.begin(tmp_path)
    archives = python_archives.make_archives(tmp_path)
    assert made_here == [2]
    assert all(path.exists() for path in archives.values())


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
