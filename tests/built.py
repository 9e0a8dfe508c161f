"""The built book as a fixture, for the tests of its pages and for the tests in a browser."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SITE = ROOT / "_build" / "html"
FIGURE = re.compile(r"\{interactive-figure\}\s+(fig-[a-z0-9-]+)")


@cache
def sources() -> list[str]:
    """Return the names of the pages in the table of contents."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [entry["file"] for part in contents["parts"] for entry in part["chapters"]]
    return [contents["root"], *files]


@cache
def number_of(chapter: str) -> int:
    """Return the number of a chapter, for example of ``systems/one-equation``, by its place."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    numbered = [part["chapters"] for part in contents["parts"] if part.get("numbered")]
    return [entry["file"] for part in numbered for entry in part].index(chapter) + 1


@cache
def build() -> None:
    """Build the book strictly, unless ``make test`` has just done so (it sets BOOK_BUILT)."""
    if os.environ.get("BOOK_BUILT") == "1":
        return
    if "PYTEST_XDIST_WORKER" in os.environ:
        pytest.fail("parallel tests expect a built book: make book SERVE=0, then set BOOK_BUILT=1")
    from tools.tasks import building

    building.build()


@pytest.fixture(scope="session")
def built_book() -> Path:
    """Return the folder of the built book, as readers get it."""
    build()
    if not (SITE / "index.html").exists():
        pytest.fail(f"expected a built book in {SITE.name}/: unset BOOK_BUILT or call make book")
    return SITE


def moving_in(source: str) -> list[str]:
    """Return the names of the figures that a page's source lets move."""
    path = ROOT / "book" / f"{source}.md"
    return sorted(FIGURE.findall(path.read_text(encoding="utf-8"))) if path.exists() else []
