"""Which tests and checks a task runs, and what .ci/run says of them at the end."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.paths import ROOT
from tools.tasks import base, testing

if TYPE_CHECKING:
    from pathlib import Path


def test_cores_are_those_that_this_process_may_use() -> None:
    code = "from tools.tasks import base; print(base.cores())"
    command = [sys.executable, "-c", code]
    taskset = shutil.which("taskset")
    if taskset:
        command = [taskset, "-c", "0", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) == (1 if taskset else base.cores())


def test_a_chapter_is_named_with_or_without_its_folder() -> None:
    assert testing.chapter_named(["svd"]) == testing.chapter_named(["pseudoinverse/svd"])


def test_all_files_of_a_chapter_s_claims_belong_to_it() -> None:
    first, second = (f"tests/claims/test_pseudoinverse{rest}.py" for rest in ("", "_limits"))
    assert testing.claims_of("pseudoinverse") == [first, second]
    assert testing.claims_of("fits") == ["tests/claims/test_fits.py"]


@pytest.mark.usefixtures("ready")
def test_chapter_runs_what_concerns_it(called: list[tuple[str, ...]]) -> None:
    testing.chapter(["svd", "-x"])
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
    done = subprocess.run(collect, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("ready")
def test_full_audit_runs_what_else_is_left_out(called: list[tuple[str, ...]]) -> None:
    testing.audit_full([])
    tests, audit, firefox = called
    assert "--full" in tests
    assert audit[-2:] == ("-m", "tools.audit")
    assert firefox[-1] == "firefox"


def test_what_is_marked_full_waits_for_the_full_audit() -> None:
    def collected(*words: str) -> str:
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *words]
        tests = ["tests/browser/test_accessibility.py", "tests/test_examples.py"]
        return subprocess.run(
            [*command, *tests], cwd=ROOT, capture_output=True, text=True, check=True
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
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    path = f"{made.parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "CHROMIUM": "true", "PYTHON": sys.executable}
    done = subprocess.run(
        [tmp_path / ".ci" / "run"], env=env, capture_output=True, text=True, check=True
    )
    end = done.stdout[done.stdout.index("The tests ended with") :]
    assert "=== 3 passed in 2s ===" in end
    assert "The slowest of them:\n1.50s call a.py::test_a\n" in end
    assert re.search(r"^Timing: book [12] s, test [12] s, audit [12] s\n\Z", end, 8)


@pytest.mark.parametrize("ci", ["", "true"])
def test_without_a_browser_its_tests_are_skipped_but_fail_in_ci(ci: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/browser/test_network.py"]
    env = {**os.environ, "CHROMIUM": "/no/such/program", "BOOK_BUILT": "1", "CI": ci}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if ci else 0), done.stdout
    assert "expected Chromium, found none of CHROMIUM, chromium, chromium-browser" in done.stdout
    assert re.search(r"^\d+ errors? in" if ci else r"^\d+ skipped in", done.stdout, re.MULTILINE)
