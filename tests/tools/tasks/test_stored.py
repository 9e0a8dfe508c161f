"""Where the programs come from that run the stored cells."""

from __future__ import annotations

import subprocess
from typing import Any

import pytest

from tests.paths import ROOT
from tools.tasks import base, installing, stored

REMEDY = r"expected the program R, .*sudo apt-get install r-base-core r-cran-mass; .*install r\)"


def system(monkeypatch: pytest.MonkeyPatch, *programs: str, root: bool, code: int = 0) -> None:
    """Pretend to be on a system that has these programs; ``code`` is what sudo answers."""
    monkeypatch.setattr(stored.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(stored.os, "geteuid", lambda: 0 if root else 1000, raising=False)

    def answer(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, code, stdout="")

    monkeypatch.setattr(stored.subprocess, "run", answer)


def test_program_that_is_there_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, called: list[tuple[str, ...]]
) -> None:
    system(monkeypatch, "octave-cli", "env", "apt-get", root=True)
    stored.need_program("octave-cli", "octave")
    assert called == []


@pytest.mark.parametrize("root", [True, False])
def test_missing_program_is_installed_where_that_is_allowed(
    root: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
    called: list[tuple[str, ...]],
) -> None:
    system(monkeypatch, "env", "sudo", "apt-get", root=root)
    stored.need_program("R", "r-base-core", "r-cran-mass")
    before = ("env",) if root else ("sudo", "-n", "env")
    apt = (*before, "DEBIAN_FRONTEND=noninteractive", "apt-get")
    assert called == [
        (*apt, "update", "-qq"),
        (*apt, "install", "-y", "-qq", "--no-install-recommends", "r-base-core", "r-cran-mass"),
    ]


@pytest.mark.parametrize(
    ("programs", "root", "code"),
    [
        ((), False, 0),
        (("env",), True, 0),
        (("env", "apt-get"), False, 0),
        (("env", "apt-get", "sudo"), False, 1),
    ],
    ids=["bare", "no apt-get", "no sudo", "sudo asks for a password"],
)
def test_missing_program_is_asked_for_elsewhere(
    programs: tuple[str, ...],
    root: bool,  # noqa: FBT001
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    called: list[tuple[str, ...]],
) -> None:
    system(monkeypatch, *programs, root=root, code=code)
    with pytest.raises(base.TaskError, match=REMEDY):
        stored.need_program("R", "r-base-core", "r-cran-mass")
    assert called == []


def test_missing_program_is_asked_for_where_apt_get_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, remedy: str) -> None:
        raise base.TaskError(remedy)

    system(monkeypatch, "env", "apt-get", root=True)
    monkeypatch.setattr(base, "run", fail)
    with pytest.raises(base.TaskError, match=REMEDY):
        stored.need_program("R", "r-base-core", "r-cran-mass")


@pytest.mark.usefixtures("ready")
def test_scikit_learn_runs_the_tests_that_need_it(
    monkeypatch: pytest.MonkeyPatch, called: list[tuple[str, ...]]
) -> None:
    monkeypatch.setattr(installing, "install_beside", lambda name: {"PYTHONPATH": name})
    stored.test_sklearn([])
    cells, tests = called
    assert cells[-2:] == ("tools/stored_cells.py", "sklearn")
    assert tests[-1] == stored.WITH_SKLEARN
    assert "importorskip" in (ROOT / stored.WITH_SKLEARN).read_text(encoding="utf-8")
