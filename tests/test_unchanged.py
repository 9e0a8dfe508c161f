"""What has run is run again as soon as anything of it is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import unchanged

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "RAN", tmp_path / "ran")


def test_what_has_run_is_known_until_it_changes() -> None:
    assert not unchanged.mark("a", "b").exists()
    unchanged.note("a", "b")
    assert unchanged.mark("a", "b").exists()
    assert not unchanged.mark("a", "c").exists()
    assert not unchanged.mark("a b").exists()


def test_another_python_runs_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    unchanged.note("a")
    monkeypatch.setattr(unchanged.sys, "version", "another")
    assert not unchanged.mark("a").exists()
