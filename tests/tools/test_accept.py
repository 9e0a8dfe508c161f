"""Accepting says what changed in the generated files, which exist and have an owner each."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.paths import ROOT
from tools import accept

if TYPE_CHECKING:
    from pathlib import Path


def test_accepting_says_what_changed(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    (tmp_path / "a.json").write_text("1\n")
    subprocess.run(["git", "-C", tmp_path, "add", "."], check=True)
    assert accept.changes(tmp_path, ["a.json", "folder"]) == ""
    (tmp_path / "a.json").write_text("2\n")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "b.txt").write_text("new")
    words = accept.changes(tmp_path, ["a.json", "folder"])
    assert words.startswith(" a.json | 2 +-\n")
    assert words.endswith(" folder/b.txt is new\n")


def test_what_is_accepted_exists_and_is_owned() -> None:
    assert all((ROOT / name).exists() for name in accept.generated())
    assert all(
        (ROOT / name.partition("::")[0]).exists()
        for part in ("sources", "pages")
        for name in accept.owners(part)
    )
