"""Renew every generated file that is committed, for ``make accept``, and say what changed.

A test owns each of them: it compares, and writes instead where ``ACCEPT=1`` is set, which the task
does. Published labels are only ever added; a derivation's words and counted cases are as they are
now, so read what git shows before you commit it.
"""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LABELS = "tests/book/test_label_registry.py::test_every_published_label_is_where_it_was"
TRANSCRIPTS = ("tests/test_transcripts.py", "tests/problems/test_seeds.py")


def generated() -> list[str]:
    """Return the files, and the folder, that are renewed."""
    from tests.cases import CASES

    return ["book/labels.json", CASES.relative_to(ROOT).as_posix(), "tests/data/transcripts"]


def owners(part: str) -> list[str]:
    """Return the tests that write what is made from the sources, or from the built pages.

    Cases are counted in each test that a theorem names; a build asks for them.
    """
    from tests.cases import LISTED

    return [LABELS] if part == "pages" else [*TRANSCRIPTS, *sorted(LISTED)]


def changes(root: Path, paths: list[str]) -> str:
    """Return what git shows of files: how much changed in each, and which are new."""
    git = ["git", "-C", str(root)]
    new = subprocess.run(
        [*git, "ls-files", "--others", "--exclude-standard", "--", *paths],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    changed = subprocess.run(
        [*git, "diff", "--stat", "--", *paths], capture_output=True, text=True, check=True
    ).stdout
    return changed + "".join(f" {name} is new\n" for name in new.splitlines())


def main(words: list[str]) -> int:
    """Run the owners of a part in one process, which counts cases; say what changed."""
    part, *others = words
    flags = ["-q", "-n", "0", "-p", "no:cacheprovider"]
    code = subprocess.run(
        [sys.executable, "-m", "pytest", *flags, *owners(part), *others], cwd=ROOT, check=False
    ).returncode
    print("\n" + (changes(ROOT, generated()) or "Nothing has changed.\n"), end="")
    if code:
        print("A test still fails, see above: what it asks for can't be accepted unseen.")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
