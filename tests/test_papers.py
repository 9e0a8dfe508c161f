"""The papers of the repository are true: links, commands, names of files, examples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import tasks

from tests.paths import ROOT
from tools import audit, trial

if TYPE_CHECKING:
    from pathlib import Path

PAPERS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))

MODULES = {path.name for path in (ROOT / "src").rglob("*.py")}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives to a heading."""
    words = re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", heading).strip().lower())
    return words.replace(" ", "-")


def anchors(path: Path) -> set[str]:
    prose = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", prose, re.MULTILINE)}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(paper: Path) -> None:
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", paper.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = paper.parent / file if file else paper
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_make_knows_the_tasks() -> None:
    targets = re.search(r"^\.PHONY: (.+)$", text("Makefile"), re.MULTILINE)
    assert targets
    assert set(targets[1].split()) == set(tasks.TASKS)


def test_commands_exist() -> None:
    files = [*PAPERS, *WORKFLOWS, ROOT / ".ci" / "run"]
    written = "\n".join(path.read_text(encoding="utf-8") for path in files)
    made = set(re.findall(r"(?:`|^)(?:\w+=\w+ )?make ([\w-]+\w)", written, re.MULTILINE))
    called = set(re.findall(r"\b(?:python3?|py) tasks\.py ([\w-]+\w)", written))
    assert {"book", "test"} <= made
    assert {"book", "test"} <= called
    assert made | called <= set(tasks.TASKS)


def test_readme_lists_every_task() -> None:
    readme = text("README.md")
    assert [name for name in tasks.TASKS if f"make {name}" not in readme] == []


def test_checks_named_in_papers_exist() -> None:
    files = [*PAPERS, *WORKFLOWS]
    written = "\n".join(path.read_text(encoding="utf-8") for path in files)
    called = re.findall(r'tasks\.py check ([a-z -]+)|make check ARGS="([a-z -]+)"', written)
    names = {name for pair in called for words in pair for name in words.split()}
    assert names
    assert names <= {*audit.CHECKS, *audit.ON_REQUEST}


def test_files_named_in_papers_exist() -> None:
    pattern = r"`((?:book|src|tests|docs|requirements|\.github|\.ci)/[\w./-]+|\w+\.(?:py|toml|md))`"
    for paper in PAPERS:
        for name in re.findall(pattern, paper.read_text(encoding="utf-8")):
            assert (ROOT / name).exists() or name in MODULES, f"{paper.name} names {name}"


def test_readme_example_prints_what_it_says() -> None:
    failed, tried = trial.examples(text("README.md"))
    assert (failed, tried > 0) == (0, True)


def test_decisions_are_numbered_and_listed() -> None:
    index = text("docs/decisions/README.md")
    assert [path.name[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]
    for path in DECISIONS:
        lines = path.read_text(encoding="utf-8").splitlines()
        title = lines[0].removeprefix(f"# {path.name[:4]}: ")
        assert f"[{path.name[:4]}]({path.name}) | {title} |" in index
        parts = [line for line in lines if line.startswith("## ")]
        assert parts == ["## Context", "## Decision", "## Consequences"]
