"""A book of a few pages with the true configuration and extensions, to see what a build does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Make = Callable[[Mapping[str, str]], "SmallBook"]

FILES = [
    "_config.yml", "CITATION.cff", "pyproject.toml", "README.md", "LICENSE", "package-lock.json",
    "tools/__init__.py", "book/conf.py", "book/references.bib",
]  # fmt: skip
FOLDERS = [
    "requirements", "src", "tools/tasks", "book/_ext", "book/_assets", "book/_live",
    "book/_templates",
]  # fmt: skip
LINKS = {"node_modules": ROOT / "node_modules", ".venv": Path(sys.prefix)}
STRICT_BUILD = """
import sys
from pathlib import Path
from tools.tasks import base, building
try:
    building.sphinx_build(Path("_build/html"), Path("_build/doctrees"))
except base.TaskError as error:
    sys.exit(str(error))
"""
DESCRIPTION = "myst:\n  html_meta:\n    description: A page that exists to be tested."
KERNEL = (
    "jupytext:\n  text_representation:\n    extension: .md\n    format_name: myst\n"
    "kernelspec:\n  display_name: Python 3\n  language: python\n  name: python3"
)


def page(title: str, body: str, *, code: bool = False, description: bool = True) -> str:
    """Return the text of a page; its label is the first word of the title."""
    front = [*([KERNEL] if code else []), *([DESCRIPTION] if description else [])]
    matter = "---\n" + "\n".join(front) + "\n---\n\n" if front else ""
    label = title.split(maxsplit=1)[0].lower()
    return f"{matter}(sec-{label})=\n# {title}\n\n{dedent(body).strip()}\n"


@dataclass(frozen=True)
class Build:
    """What a build said, with colors taken out, and its exit status."""

    status: int
    messages: str


@dataclass(frozen=True)
class SmallBook:
    """A folder laid out as the repository is."""

    root: Path

    @property
    def html(self) -> Path:
        """Return the folder of the built pages."""
        return self.root / "_build" / "html"

    def words(self, name: str) -> str:
        """Return the text of a built page's article."""
        source = (self.html / f"{name}.html").read_text(encoding="utf-8")
        article = BeautifulSoup(source, "html5lib").find("article")
        assert article is not None
        return " ".join(article.get_text().split())

    def write(self, pages: Mapping[str, str]) -> None:
        """Write pages; the table of contents lists all that there are, ``index`` first."""
        for name, text in pages.items():
            (self.root / "book" / f"{name}.md").write_text(text, encoding="utf-8")
        names = sorted(path.stem for path in (self.root / "book").glob("*.md"))
        chapters = [f"  - file: {name}" for name in names if name != "index"]
        contents = "\n".join(["format: jb-book", "root: index", "chapters:", *chapters, ""])
        toc = self.root / "_toc.yml"
        if not toc.exists() or toc.read_text(encoding="utf-8") != contents:
            toc.write_text(contents, encoding="utf-8")

    def build(self, **environment: str) -> Build:
        """Build strictly, in the way that ``make book`` does."""
        done = subprocess.run(
            [sys.executable, "-c", STRICT_BUILD],
            cwd=self.root,
            env={**os.environ, "PYTHONPATH": str(self.root / "src"), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return Build(done.returncode, re.sub(r"\x1b\[[0-9;]*m", "", done.stdout))


def make_small_book(root: Path, pages: Mapping[str, str]) -> SmallBook:
    """Copy what builds the book to a new folder and write the pages there."""
    for name in FOLDERS:  # with what Python has compiled: times are copied too, so it holds
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    for name, target in LINKS.items():
        (root / name).symlink_to(target, target_is_directory=True)
    (root / "_build").mkdir(exist_ok=True)
    for name in ("python", "fonts"):  # what is made once for all books
        (ROOT / "_build" / name).mkdir(parents=True, exist_ok=True)
        (root / "_build" / name).symlink_to(ROOT / "_build" / name, target_is_directory=True)
    book = SmallBook(root)
    book.write(pages)
    return book
