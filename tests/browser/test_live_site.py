"""A folder that several workers need is made by one of them."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.browser.live_site import made_once

if TYPE_CHECKING:
    from pathlib import Path


def test_one_makes_it_and_the_others_wait(tmp_path: Path) -> None:
    made: list[Path] = []
    waiting = threading.Barrier(4)

    def make(folder: Path) -> None:
        made.append(folder)
        (folder / "page").write_text("whole")

    def ask() -> None:
        waiting.wait()
        assert (made_once(tmp_path / "site", make) / "page").read_text() == "whole"

    workers = [threading.Thread(target=ask) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert made == [tmp_path / "site"]


def test_what_another_did_not_make_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        raise ValueError(folder.name)

    with pytest.raises(ValueError, match="site"):
        made_once(tmp_path / "site", fail)
    with pytest.raises(AssertionError, match="another worker did not make site"):
        made_once(tmp_path / "site", fail, patience=0)
