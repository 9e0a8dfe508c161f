"""The task runner: where the programs of stored cells come from, and what is locked."""

from __future__ import annotations

import os
import subprocess
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
import tasks

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return what would be run, in order."""
    calls: list[tuple[str, ...]] = []
    monkeypatch.setattr(tasks, "run", lambda *words, **_: calls.append(tuple(map(str, words))))
    return calls


def system(monkeypatch: pytest.MonkeyPatch, *programs: str, root: bool, code: int = 0) -> None:
    """Pretend to be on a system that has these programs; ``code`` is what sudo answers."""
    monkeypatch.setattr(tasks.shutil, "which", lambda name: name if name in programs else None)
    monkeypatch.setattr(tasks.os, "geteuid", lambda: 0 if root else 1000, raising=False)

    def answer(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, code, stdout="")

    monkeypatch.setattr(tasks.subprocess, "run", answer)


def test_program_that_is_there_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, called: list[tuple[str, ...]]
) -> None:
    system(monkeypatch, "octave-cli", "env", "apt-get", root=True)
    tasks.need_program("octave-cli", "octave")
    assert called == []


@pytest.mark.parametrize("root", [True, False])
def test_missing_program_is_installed_where_that_is_allowed(
    root: bool,  # noqa: FBT001
    monkeypatch: pytest.MonkeyPatch,
    called: list[tuple[str, ...]],
) -> None:
    system(monkeypatch, "env", "sudo", "apt-get", root=root)
    tasks.need_program("R", "r-base-core", "r-cran-mass")
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
    remedy = (
        r"expected the program R, .*sudo apt-get install r-base-core r-cran-mass; .*install r\)"
    )
    with pytest.raises(tasks.TaskError, match=remedy):
        tasks.need_program("R", "r-base-core", "r-cran-mass")
    assert called == []


@pytest.fixture
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("UV_FIND_LINKS", "UV_TORCH_BACKEND"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("no_variables")
@pytest.mark.parametrize(
    ("folder", "expected"),
    [("wheels", {"UV_FIND_LINKS": "wheels"}), ("", {"UV_TORCH_BACKEND": "cpu"})],
)
def test_cpu_builds_come_from_the_folder_of_pip_or_the_index_of_pytorch(
    folder: str, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)  # pip then reads no file at all
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    if folder:
        monkeypatch.setenv("PIP_FIND_LINKS", folder)
    monkeypatch.setattr(tasks, "PYTHON", tasks.sys.executable)
    assert tasks.cpu_builds("torch") == expected
    assert tasks.cpu_builds("jax") == {}


@pytest.mark.usefixtures("no_variables")
def test_variable_of_uv_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_TORCH_BACKEND", "xpu")
    assert tasks.cpu_builds("torch") == {}


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a project whose environment this Python made from older lock files."""
    for name in ("VENV", "BUILD", "PYTHON"):
        monkeypatch.setattr(tasks, name, tmp_path / name)
    for folder in ("VENV", "BUILD/doctrees", "BUILD/watch/doctrees"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "PYTHON").touch()
    (tmp_path / "VENV" / "installed-book").write_text("older")
    version = ".".join(map(str, tasks.sys.version_info[:3]))
    (tmp_path / "VENV" / "pyvenv.cfg").write_text(f"version = {version}\n")
    monkeypatch.setattr(tasks, "make_venv", (tmp_path / "made anew").touch)
    return tmp_path


@pytest.mark.usefixtures("called")
def test_environment_of_this_python_is_kept(installed: Path) -> None:
    tasks.set_up("book")
    assert not (installed / "made anew").exists()
    assert (installed / "BUILD" / "doctrees").exists()
    assert tasks.is_installed("book")


@pytest.mark.usefixtures("called")
def test_environment_of_another_python_is_made_anew_and_so_are_its_pages(installed: Path) -> None:
    (installed / "VENV" / "pyvenv.cfg").write_text("version = 3.11.0\n")
    tasks.set_up("book")
    assert (installed / "made anew").exists()
    assert not [*installed.glob("BUILD/**/doctrees")]


def make_wheel(folder: Path, version: str, python: str) -> None:
    """Make a release of ``demo`` that asks for a Python."""
    info = f"demo-{version}.dist-info"
    with zipfile.ZipFile(folder / f"demo-{version}-py3-none-any.whl", "w") as wheel:
        facts = (
            f"Metadata-Version: 2.1\nName: demo\nVersion: {version}\nRequires-Python: {python}\n"
        )
        wheel.writestr(f"{info}/METADATA", facts)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def test_each_python_gets_the_newest_release_that_admits_it(tmp_path: Path) -> None:
    for version, python in {"1": ">=3.8", "2": ">=3.11", "3": ">=3.12", "4": ">=3.13"}.items():
        make_wheel(tmp_path, version, python)
    (tmp_path / "wanted.in").write_text("demo\n")
    local = ["--no-index", "--find-links", str(tmp_path), str(tmp_path / "wanted.in")]
    done = subprocess.run(
        [*tasks.resolver(), *local], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line.split(" \\")[0] for line in done.stdout.splitlines() if "==" in line[:6]] == [
        "demo==2 ; python_full_version < '3.12'",
        "demo==3 ; python_full_version == '3.12.*'",
        "demo==4 ; python_full_version >= '3.13'",
    ]
