"""Bad input to any task gets one sentence, with the bare system Python or an older one too."""

from __future__ import annotations

import ast
import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import tasks

from tests.paths import ROOT
from tools.tasks import base, building, command, installing, locking

if TYPE_CHECKING:
    from collections.abc import Callable

MODULES = sorted((ROOT / "tools" / "tasks").glob("*.py"))
INSTALLING = [name for name in tasks.TASKS if name != "clean"]


def bare(*words: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Call tasks.py as on a fresh machine: no package of the environment can be imported."""
    called = ["-c", code] if code else ["tasks.py"]
    return subprocess.run(
        [sys.executable, "-S", "-E", *called, *words],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_tasks_are_listed_by_the_bare_python() -> None:
    done = bare("--help")
    assert done.returncode == 0, done.stderr
    assert [name for name in tasks.TASKS if f"\n  {name} " not in done.stdout] == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_tasks_import_the_standard_library_only(path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    others = {name for name in imported if name.partition(".")[0] not in sys.stdlib_module_names}
    assert others <= {"tools", "tools.tasks"}  # that these import no others, the bare Python shows


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13)])
def test_old_python_is_refused_before_anything_else_is_read(version: tuple[int, ...]) -> None:
    written = ".".join(map(str, version))
    old = f"import sys, runpy; sys.version_info = {version}; sys.version = '{written} (old)'; "
    run = "sys.argv = ['tasks.py', 'clean']; runpy.run_path('tasks.py', run_name='__main__')"
    done = bare(code=f"{old}sys.modules['tools'] = None; {run}")
    assert done.returncode == 1
    assert done.stderr == (
        f"tasks.py: expected Python 3.11 or newer, but this is {written}: call it with a newer "
        "one, for example make book PYTHON=python3.13\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [((), "the following arguments are required: task"), (("bok",), "invalid choice: 'bok'")],
)
def test_unknown_task_is_answered_with_those_that_are_there(
    words: tuple[str, ...], said: str
) -> None:
    done = bare(*words)
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    if words:
        assert [name for name in tasks.TASKS if name not in done.stderr] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("book", "--no-srve"), "nothing more or --no-serve, received --no-srve"),
        (("clean", "all", "--no-serve"), "nothing more, received all --no-serve"),
        (("test-r", "--renw"), "nothing more or --renew, received --renw"),
    ],
)
def test_word_that_a_task_would_not_use_is_refused(
    words: tuple[str, ...],
    expected: str,
    said: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(command.shutil, "rmtree", lambda *_, **__: pytest.fail("removed"))
    monkeypatch.setattr(installing, "set_up", lambda _: pytest.fail("installed"))
    assert said(*words) == f"tasks.py {words[0]}: expected {expected}"


@pytest.mark.parametrize("words", [[], ["no-such"], ["pseudoinverse/no-such"]])
def test_unknown_chapter_is_answered_with_those_that_are_there(
    words: list[str], said: Callable[..., str]
) -> None:
    line = said("chapter", *words)
    received = words[0] if words else "none"
    assert f"expected the name of one chapter, received {received}: call for example" in line
    assert "the chapters are data-as-vectors, similarity, one-equation" in line


def test_unknown_check_is_refused_before_anything_is_built(
    said: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installing, "set_up", lambda _: pytest.fail("installed"))
    line = said("check", "format", "words")
    assert line.startswith("tasks.py check: expected names of checks (format, lint, ")
    assert line.endswith("), received: words")


# What fails on the way


def words_of(name: str) -> list[str]:
    """Return the shortest good call of a task."""
    return {"book": [name, "--no-serve"], "chapter": [name, "svd"]}.get(name, [name])


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command fail; each program can be found."""

    def fail(words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, 1, stdout="")

    monkeypatch.setattr(base.subprocess, "run", fail)
    monkeypatch.setattr(base.shutil, "which", lambda name: name)


@pytest.mark.usefixtures("failing", "installed")
@pytest.mark.parametrize("name", INSTALLING)
def test_task_that_can_not_install_says_what_it_needs(name: str, said: Callable[..., str]) -> None:
    assert said(*words_of(name)) == f"tasks.py {name}: {installing.NO_NETWORK}"


@pytest.mark.usefixtures("failing")
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("book", building.NOT_BUILT),
        ("test-jax", installing.NO_NETWORK),
        ("lock", locking.NOT_RENEWED),
    ],
)
def test_task_that_fails_later_says_why(
    name: str,
    sentence: str,
    said: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    installed,
) -> None:
    monkeypatch.setattr(installing, "set_up", lambda _: None)
    assert said(*words_of(name)) == f"tasks.py {name}: {sentence}"
    assert (installed / "BUILD" / "doctrees").exists() == (name != "book")


@pytest.mark.usefixtures("failing", "ready")
@pytest.mark.parametrize("name", ["test", "chapter", "accept", "watch", "check", "audit-full"])
def test_tests_or_checks_that_fail_are_named(name: str, said: Callable[..., str]) -> None:
    assert f"{name}: failed (exit status 1): " in said(*words_of(name))


def test_missing_git_is_named(said: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installing, "set_up", lambda _: None)
    monkeypatch.setattr(base.shutil, "which", lambda _: None)
    line = said("book", "--no-serve")
    assert line.endswith("expected the program git, found none: install it and call the task again")


@pytest.mark.usefixtures("ready")
def test_no_free_port_is_said(said: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> None:
        raise OSError(errno.EADDRINUSE, "taken")

    monkeypatch.delenv("SERVE", raising=False)
    monkeypatch.setattr(building.http.server, "ThreadingHTTPServer", taken)
    assert "no free port between 8000 and 8099: stop another server" in said("book")
