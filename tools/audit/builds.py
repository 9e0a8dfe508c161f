"""Checks of the build itself: identical bytes, and how long an author waits."""

from __future__ import annotations

import filecmp
import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tools.audit.base import ROOT, CheckError, call

MOST_SECONDS_COLD = 300
# The goal is 5 s on a quiet machine of two cores; the other checks run at the same time.
MOST_SECONDS_EDIT = 10


def copy_sources(target: Path) -> None:
    """Copy every file that git knows or would add, and link what is installed."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in call(*listed, remedy="call this check in a clone").split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    for installed in (".venv", "node_modules"):
        (target / installed).symlink_to(ROOT / installed, target_is_directory=True)


def build_anew(root: Path, git: str) -> dict[str, Path]:
    """Build the book that stands in a folder from nothing; return its files by name."""
    script = "import tasks; tasks.sphinx_build(tasks.BUILD / 'html', tasks.BUILD / 'doctrees')"
    env = {"GIT_DIR": git, "PYTHONPATH": str(root / "src")}
    call(sys.executable, "-c", script, remedy="call: make book SERVE=0", cwd=root, **env)
    site = root / "_build" / "html"
    return {str(path.relative_to(site)): path for path in site.rglob("*") if path.is_file()}


def differing(first: dict[str, Path], second: dict[str, Path]) -> list[str]:
    """Return the names of the files that only one build has, or that differ in a byte."""
    both = sorted(first.keys() & second.keys())
    unlike = [name for name in both if not filecmp.cmp(first[name], second[name], shallow=False)]
    return sorted(first.keys() ^ second.keys()) + unlike


def heaviest_chapter(site: dict[str, Path]) -> str:
    """Return the name of the largest page that is written from a chapter."""
    pages = [name for name in site if name.endswith(".html") and f"_sources/{name[:-5]}.md" in site]
    return max(pages, key=lambda name: site[name].stat().st_size)[:-5]


def build() -> str:
    """Build the book twice, compare every byte, edit a chapter; both must be quick enough."""
    git = call("git", "rev-parse", "--absolute-git-dir", remedy="call this check in a clone")
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name) / "one", Path(name) / "another folder"
        copy_sources(one)
        shutil.copytree(one, other, symlinks=True)
        start = time.perf_counter()
        first = build_anew(one, git.strip())
        cold = time.perf_counter() - start
        if unlike := differing(first, build_anew(other, git.strip())):
            output = f"{len(unlike)} of {len(first)} files differ:\n" + "\n".join(unlike)
            raise CheckError(output, "look for times, addresses, random ids, paths and set order")
        chapter = heaviest_chapter(first)
        command = (sys.executable, "tools/audit/edit.py", chapter)
        env = {"GIT_DIR": git.strip(), "PYTHONPATH": str(one / "src")}
        said = call(*command, remedy="tools/watch.py did not build", cwd=one, **env)
    found = re.search(r"^edit: ([\d.]+) s, of a cell: ([\d.]+) s$", said, re.MULTILINE)
    if found is None:
        raise CheckError(said, "tools/audit/edit.py did not say how long an edit takes")
    measured = (
        f"from nothing {cold:.0f} s, one edit of {chapter} {found[1]} s, of its cell {found[2]} s"
    )
    if cold > MOST_SECONDS_COLD or max(map(float, found.groups())) > MOST_SECONDS_EDIT:
        raise CheckError(
            f"{measured}; expected at most {MOST_SECONDS_COLD} s and {MOST_SECONDS_EDIT} s",
            "call it again on a quiet machine, then profile: python -m cProfile -m sphinx ...",
        )
    return measured
