"""The step of *Publish* that pushes the site, run with a repository on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

STEP = "Put the build into the branch and push it"
AUTHOR = {
    f"GIT_{who}_{what}": "test@example.org"
    for who in ("AUTHOR", "COMMITTER")
    for what in ("NAME", "EMAIL")
}


def script() -> str:
    """Return the commands of the step."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["site"]["steps"]
    return next(str(step["run"]) for step in steps if step.get("name") == STEP)


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Return a folder as the step finds it: the sources, and a program gh that does nothing."""
    (tmp_path / "source").symlink_to(ROOT)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gh").write_text("#!/bin/sh\n")
    (tmp_path / "bin" / "gh").chmod(0o755)
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", "gh-pages", "remote.git")
    git(tmp_path, "clone", "--quiet", "remote.git", "first")
    (tmp_path / "first" / "README.md").write_text("The sources.\n")
    git(tmp_path / "first", "add", "--all")
    git(tmp_path / "first", "commit", "--quiet", "-m", "Start")
    git(tmp_path / "first", "push", "--quiet", "origin", "HEAD:gh-pages")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    """Run git in a folder and return what it prints."""
    env = {**os.environ, **AUTHOR, "HOME": str(folder)}
    return subprocess.run(
        ["git", *words], cwd=folder, env=env, capture_output=True, text=True, check=True
    ).stdout


def pack(
    runner: Path, version: str, words: str, *, released: bool, commit: str = "0123456"
) -> None:
    """Pack a site of one page as the build job does."""
    site = runner / "linalg-book-site-x"
    site.mkdir(exist_ok=True)
    facts = {"version": version, "commit": commit, "released": released}
    (site / "version.json").write_text(json.dumps(facts))
    (site / "index.html").write_text(words)
    (runner / "release").mkdir(exist_ok=True)
    archive = runner / "release" / "site.tar.gz"
    subprocess.run(["tar", "-czf", archive, site.name], cwd=runner, check=True)


def push(runner: Path) -> subprocess.CompletedProcess[str]:
    """Run the step as the workflow does."""
    subprocess.run(["rm", "-rf", "built", "pages"], cwd=runner, check=True)
    env = {
        **os.environ,
        "HOME": str(runner),
        "PATH": f"{runner / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "ARCHIVE": "site.tar.gz",
        "REPOSITORY": (runner / "remote.git").as_uri(),
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script()]
    return subprocess.run(shell, cwd=runner, env=env, capture_output=True, text=True, check=False)


def published(runner: Path) -> set[str]:
    """Return the files that the branch holds."""
    return set(git(runner / "remote.git", "ls-tree", "-r", "--name-only", "gh-pages").split())


def test_a_release_reaches_the_branch_and_is_not_rewritten(runner: Path) -> None:
    pack(runner, "1.0.0", "One", released=True)
    done = push(runner)
    assert done.returncode == 0, done.stderr
    build = {"index.html", "version.json"}
    assert published(runner) == build | {".nojekyll"} | {f"v/1.0.0/{name}" for name in build}
    assert git(runner / "remote.git", "log", "-1", "--format=%s", "gh-pages") == "Version 1.0.0\n"
    assert git(runner / "remote.git", "rev-list", "--count", "gh-pages") == "1\n"
    again = push(runner)
    assert (again.returncode, again.stdout) == (0, "Nothing has changed.\n")
    pack(runner, "1.0.0", "Mended", released=True)
    refused = push(runner)
    assert refused.returncode == 1
    assert "release it under a new version" in refused.stderr
    assert git(runner / "remote.git", "show", "gh-pages:v/1.0.0/index.html") == "One"


def test_the_branch_is_one_commit_and_keeps_what_was_released(runner: Path) -> None:
    pack(runner, "1.0.0", "One", released=True)
    assert push(runner).returncode == 0
    pack(runner, "1.1.0", "Draft of the next", released=False, commit="89abcde")
    done = push(runner)
    assert (done.returncode, done.stdout) == (0, "Development version, commit 89abcde\n")
    assert git(runner / "remote.git", "rev-list", "--count", "gh-pages") == "1\n"
    assert git(runner / "remote.git", "show", "gh-pages:index.html") == "Draft of the next"
    assert git(runner / "remote.git", "show", "gh-pages:v/1.0.0/index.html") == "One"


def test_what_another_run_has_pushed_is_not_lost(runner: Path) -> None:
    pack(runner, "1.0.0", "One", released=True)
    python = runner / "bin" / "python3"  # the step has cloned when it calls this
    python.write_text(
        f"#!/bin/sh\nif [ ! -e {runner}/late ]; then touch {runner}/late; cd {runner}/first\n"
        "git commit --quiet --allow-empty -m Late; git push --quiet origin HEAD:gh-pages\n"
        f'cd {runner}; fi\nexec {sys.executable} "$@"\n'
    )
    python.chmod(0o755)
    (runner / "bin" / "sleep").write_text("#!/bin/sh\n")
    (runner / "bin" / "sleep").chmod(0o755)
    done = push(runner)
    assert done.returncode == 0, done.stderr
    assert (runner / "late").exists()
    assert "stale info" in done.stderr  # said of the first push
    assert "v/1.0.0/index.html" in published(runner)


def test_a_refused_push_is_told(runner: Path) -> None:
    hook = runner / "remote.git" / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    (runner / "bin" / "sleep").write_text("#!/bin/sh\n")
    (runner / "bin" / "sleep").chmod(0o755)
    pack(runner, "1.0.0", "Draft", released=False)
    done = push(runner)
    assert done.returncode == 1
    assert "::error::gh-pages could not be pushed" in done.stdout
    assert published(runner) == {"README.md"}
