"""The task runner: what it runs, what it says to bad input, where programs come from, the locks."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import tasks

from tools import accept


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


# Bad input gets one sentence


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """Return what a task that fails says, without what the machine adds."""
    monkeypatch.setattr(sys, "argv", ["tasks.py", *words])
    assert tasks.main() == 1
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("words", [[], ["no-such"], ["pseudoinverse/no-such"]])
def test_unknown_chapter_is_answered_with_those_that_are_there(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = said(monkeypatch, capsys, "chapter", *words)
    received = words[0] if words else "none"
    assert f"expected the name of one chapter, received {received}: call for example" in line
    assert "the chapters are data-as-vectors, similarity, one-equation" in line
    assert "\n" not in line


def test_old_python_is_refused_before_anything_is_made(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "OLDEST_PYTHON", (3, 99))
    line = said(monkeypatch, capsys, "clean")
    assert line.startswith("tasks.py clean: expected Python 3.99 or newer, but this is 3.")
    assert line.endswith("make book PYTHON=python3.13")


def test_set_up_without_a_network_says_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tasks, "VENV", tmp_path)
    monkeypatch.setattr(tasks, "PYTHON", Path(sys.executable))
    (tmp_path / "installed-book").write_text("older")
    version = ".".join(map(str, sys.version_info[:3]))
    (tmp_path / "pyvenv.cfg").write_text(f"version = {version}\n")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    monkeypatch.setenv("PIP_NO_CACHE_DIR", "1")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "none"))
    line = said(monkeypatch, capsys, "book", "--no-serve").splitlines()[-1]
    assert "the packages could not be installed (see the messages before this line)" in line
    assert "a connection to the package registries" in line


# What a task runs


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pretend that all is installed and built."""
    for name in ("set_up", "build"):
        monkeypatch.setattr(tasks, name, lambda *_: None)


def test_cores_are_those_that_this_process_may_use() -> None:
    code = "import tasks; print(tasks.cores())"
    command = [sys.executable, "-c", code]
    taskset = tasks.shutil.which("taskset")
    if taskset:
        command = [taskset, "-c", "0", *command]
    done = subprocess.run(command, cwd=tasks.ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) == (1 if taskset else tasks.cores())


def test_a_chapter_is_named_with_or_without_its_folder() -> None:
    assert tasks.chapter_named(["svd"]) == tasks.chapter_named(["pseudoinverse/svd"])


@pytest.mark.usefixtures("ready")
def test_chapter_runs_what_concerns_it(called: list[tuple[str, ...]]) -> None:
    tasks.chapter(["svd", "-x"])
    (words,) = called
    files = [word for word in words if word.startswith("tests/")]
    chosen = [word for word in files if word.endswith("[pseudoinverse/svd]")]
    assert [word.partition("::")[0] for word in chosen] == [
        "tests/browser/test_every_page.py",
        "tests/exercises/test_chapters.py",
    ]
    assert "tests/claims/test_svd.py" in files
    assert words[-1] == "-x"
    collect = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *files]
    done = subprocess.run(collect, cwd=tasks.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("ready")
def test_full_audit_runs_what_else_is_left_out(called: list[tuple[str, ...]]) -> None:
    tasks.audit_full([])
    tests, audit, firefox = called
    assert "--full" in tests
    assert audit[-2:] == ("-m", "tools.audit")
    assert firefox[-1] == "firefox"


def test_what_is_marked_full_waits_for_the_full_audit() -> None:
    def collected(*words: str) -> str:
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *words]
        tests = ["tests/browser/test_accessibility.py", "tests/test_examples.py"]
        return subprocess.run(
            [*command, *tests], cwd=tasks.ROOT, capture_output=True, text=True, check=True
        ).stdout

    matrix, contents = "test_axe_finds_nothing_in_any_mode", "with_the_contents_open"
    usual, full = collected(), collected("--full", "-m", "browser")
    assert contents in usual
    assert matrix not in usual
    assert matrix in full
    assert "test_examples" in usual
    assert "test_examples" not in full


def test_run_says_its_times_at_the_end(tmp_path: Path) -> None:
    made = tmp_path / "bin" / "make"
    made.parent.mkdir()
    said = "=== slowest 10 durations ===\n1.50s call a.py::test_a\n=== 3 passed in 2s ==="
    made.write_text(f"#!/bin/sh\n[ $1 = test ] && printf '{said}\\n'; sleep 1\n")
    made.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    tasks.shutil.copy(tasks.ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    path = f"{made.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "CHROMIUM": "true", "PYTHON": sys.executable}
    done = subprocess.run(
        [tmp_path / ".ci" / "run"], env=env, capture_output=True, text=True, check=True
    )
    end = done.stdout[done.stdout.index("The tests ended with") :]
    assert "=== 3 passed in 2s ===" in end
    assert "The slowest of them:\n1.50s call a.py::test_a\n" in end
    assert tasks.re.search(r"^Timing: book [12] s, test [12] s, audit [12] s\n\Z", end, 8)


def test_accepting_says_what_changed(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "a.json").write_text("1\n")
    subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
    assert accept.changes(tmp_path, ["a.json", "folder"]) == ""
    (tmp_path / "a.json").write_text("2\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").write_text("new")
    words = accept.changes(tmp_path, ["a.json", "folder"])
    assert words.startswith(" a.json | 2 +-\n")
    assert words.endswith(" folder/b.txt is new\n")


def test_what_is_accepted_exists_and_is_owned() -> None:
    assert all((tasks.ROOT / name).exists() for name in accept.generated())
    assert all((tasks.ROOT / name.partition("::")[0]).exists() for name in accept.owners())
