"""What a release carries: the same bytes for the same files, notes that exist, Pythons that are."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tarfile
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import tools.trial

from tools import release

if TYPE_CHECKING:
    from pathlib import Path

CHANGELOG = """# Changelog

## [Unreleased]

### Added

- A chapter.

## [1.0.0] - 2026-12-01

- All of it.

## [0.9.0] - 2026-11-01

[Unreleased]: https://example.org
"""
PAGE = """Text.
```python
>>> 1 + 1
2
>>> 1 + 2
{}
```
"""


def test_notes_are_the_section_of_the_version() -> None:
    assert release.notes(CHANGELOG, "1.0.0") == "- All of it.\n"
    assert release.notes(CHANGELOG, "Unreleased") == "### Added\n\n- A chapter.\n"


@pytest.mark.parametrize("name", ["0.9.0", "2.0.0", "1.0"])
def test_version_without_notes_is_refused(name: str) -> None:
    with pytest.raises(release.ReleaseError, match=rf"expected a section ## \[{name}\].*write it"):
        release.notes(CHANGELOG, name)


def site(folder: Path, *names: str) -> Path:
    """Write small files in the order in which they are named."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
        os.utime(path, (len(folder.name), len(name)))
    return folder


def packed(folder: Path, target: Path) -> bytes:
    target.parent.mkdir()
    release.archive(folder, target, 1_000_000)
    return target.read_bytes()


def test_same_files_make_the_same_archive(tmp_path: Path) -> None:
    one = packed(site(tmp_path / "a", "b.html", "a/c.css"), tmp_path / "1" / "site-1.tar.gz")
    two = packed(site(tmp_path / "other", "a/c.css", "b.html"), tmp_path / "2" / "site-1.tar.gz")
    assert one == two
    more = packed(site(tmp_path / "a", "d.js"), tmp_path / "3" / "site-1.tar.gz")
    assert more != one
    with tarfile.open(tmp_path / "3" / "site-1.tar.gz") as tar:
        names = ["site-1", "site-1/a", "site-1/a/c.css", "site-1/b.html", "site-1/d.js"]
        assert tar.getnames() == names
        assert {member.mtime for member in tar} == {1_000_000}
        content = tar.extractfile("site-1/a/c.css")
        assert content is not None
        assert content.read() == b"a/c.css"


def test_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    site(tmp_path, "b.whl", "a.pdf")
    for _ in range(2):  # the second time the list itself is there
        release.checksums(tmp_path)
    lines = (tmp_path / release.SUMS).read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.pdf", "b.whl")
    ]


def listed(*versions: tuple[int, int]) -> SimpleNamespace:
    """Return what uv prints of the Pythons of a machine."""
    entries = [
        {
            "version_parts": {"major": major, "minor": minor},
            "implementation": "cpython",
            "variant": "default",
            "path": f"python{major}.{minor}",
        }
        for major, minor in versions
    ]
    return SimpleNamespace(stdout=json.dumps(entries))


@pytest.mark.parametrize(
    ("there", "chosen"),
    [
        ([(3, 11)], ["python3.11"]),
        ([(3, 9), (3, 12), (3, 11)], ["python3.11", "python3.12"]),
        ([(3, 14), (3, 13), (3, 11)], ["python3.11", "python3.14"]),
    ],
)
def test_oldest_and_newest_python_are_taken(
    there: list[tuple[int, int]], chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: listed(*there))
    assert release.pythons() == chosen


def test_missing_oldest_python_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: listed((3, 12), (3, 9)))
    with pytest.raises(release.ReleaseError, match=r"expected Python 3\.11.*found 3\.9, 3\.12: in"):
        release.pythons()


@pytest.mark.parametrize(("line", "failed"), [("3", 0), ("4", 1)])
def test_trial_sees_an_example_that_prints_something_else(
    line: str, failed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "README.md"
    page.write_text(PAGE.format(line))
    assert tools.trial.main(page) == failed
    assert f"README.md: {2 - failed} of 2 examples" in capsys.readouterr().out


def test_page_without_examples_is_no_trial(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("Nothing.")
    assert tools.trial.main(page) == 1
