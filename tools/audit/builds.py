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

# Processor time of all processes of a build from nothing. Measured for ten chapters on two cores
# (Python 3.11): 79 s, and 101 s while eight other processes ran. What makes each chapter dearer
# is noticed, a new chapter is not.
CPU_SECONDS_WITHOUT_CHAPTERS = 40
CPU_SECONDS_A_CHAPTER = 10
# An author's wait in chapters of the build from nothing, whose seconds are measured just before:
# the other checks run at the same time, and how busy and how quick the machine is must not decide.
# Measured: .5 to .8, .4 to .7 and .8 to 1.1. The goals in seconds: benchmarks/author_loop.py.
MOST_CHAPTERS = {"first edit": 1.5, "edit": 1.5, "of a cell": 2.5}
EDIT = re.compile(r"\b(first edit|edit|of a cell) ([\d.]+) s")


SCRIPT = (
    "import os; from tools.tasks import base, building; "
    "building.sphinx_build(base.BUILD / 'html', base.BUILD / 'doctrees'); "
    "print('\\nprocessor time', sum(os.times()[:4]))"  # of this process and of all its children
)


def copy_sources(target: Path) -> None:
    """Copy every file that git knows or would add, and link what is installed."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in call(*listed, remedy="call this check in a clone").split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    for installed in (".venv", "node_modules"):
        (target / installed).symlink_to(ROOT / installed, target_is_directory=True)


def build_anew(root: Path, git: str) -> tuple[dict[str, Path], float]:
    """Build the book that stands in a folder from nothing; return its files and processor time."""
    env = {"GIT_DIR": git, "PYTHONPATH": str(root / "src")}
    said = call(sys.executable, "-c", SCRIPT, remedy="call: make book SERVE=0", cwd=root, **env)
    site = root / "_build" / "html"
    files = {str(path.relative_to(site)): path for path in site.rglob("*") if path.is_file()}
    return files, float(said.rpartition("processor time")[2])


def differing(first: dict[str, Path], second: dict[str, Path]) -> list[str]:
    """Return the names of the files that only one build has, or that differ in a byte."""
    both = sorted(first.keys() & second.keys())
    unlike = [name for name in both if not filecmp.cmp(first[name], second[name], shallow=False)]
    return sorted(first.keys() ^ second.keys()) + unlike


def chapters(site: dict[str, Path]) -> list[str]:
    """Return the names of the pages that run code, largest first."""
    names = [name[:-5] for name in site if name.endswith(".html")]
    found = [
        name
        for name in names
        if (source := site.get(f"_sources/{name}.md"))
        and "\nkernelspec:\n" in source.read_text(encoding="utf-8")
    ]
    return sorted(found, key=lambda name: -site[f"{name}.html"].stat().st_size)


def too_slow(cpu: float, cold: float, count: int, edits: dict[str, float]) -> list[str]:
    """Return what took longer than it may: the build of so many chapters, or an edit.

    ``cpu`` is the processor time of the build from nothing, ``cold`` how long one waited for it.
    """
    most = CPU_SECONDS_WITHOUT_CHAPTERS + CPU_SECONDS_A_CHAPTER * count
    slow = [f"at most {most} s of processor time for {count} chapters"] if cpu > most else []
    limits = {name: share * cold / count for name, share in MOST_CHAPTERS.items()}
    return slow + [
        f"{name} in at most {limit:.1f} s ({MOST_CHAPTERS[name]} times a chapter of that build)"
        for name, limit in limits.items()
        if edits[name] > limit
    ]


def build() -> str:
    """Build the book twice, compare every byte, edit a chapter; both must be quick enough."""
    git = call("git", "rev-parse", "--absolute-git-dir", remedy="call this check in a clone")
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name) / "one", Path(name) / "another folder"
        copy_sources(one)
        shutil.copytree(one, other, symlinks=True)
        start = time.perf_counter()
        first, cpu = build_anew(one, git.strip())
        cold = time.perf_counter() - start
        if unlike := differing(first, build_anew(other, git.strip())[0]):
            output = f"{len(unlike)} of {len(first)} files differ:\n" + "\n".join(unlike)
            raise CheckError(output, "look for times, addresses, random ids, paths and set order")
        with_code = chapters(first)
        command = (sys.executable, "tools/audit/edit.py", with_code[0])
        env = {"GIT_DIR": git.strip(), "PYTHONPATH": str(one / "src")}
        said = call(*command, remedy="tools/watch.py did not build", cwd=one, **env)
    edits = {name: float(number) for name, number in EDIT.findall(said)}
    if edits.keys() != MOST_CHAPTERS.keys():
        raise CheckError(said, "tools/audit/edit.py did not say how long an edit takes")
    times = ", ".join(f"{name} {number} s" for name, number in edits.items())
    measured = f"from nothing {cold:.0f} s ({cpu:.0f} s of processor time); {with_code[0]}: {times}"
    if slow := too_slow(cpu, cold, len(with_code), edits):
        raise CheckError(
            f"{measured}; expected {', '.join(slow)}",
            "profile it: BOOK_TIMES=1 make book",
        )
    return measured
