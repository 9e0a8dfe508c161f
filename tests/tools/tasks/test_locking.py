"""The lock files: each Python gets the newest release that admits it."""

from __future__ import annotations

import subprocess
import zipfile
from typing import TYPE_CHECKING

from tools.tasks import locking

if TYPE_CHECKING:
    from pathlib import Path


def make_wheel(folder: Path, version: str, python: str) -> None:
    """Make a release of ``demo`` that asks for a Python."""
    info = f"demo-{version}.dist-info"
    with zipfile.ZipFile(folder / f"demo-{version}-py3-none-any.whl", "w") as wheel:
        facts = (
            f"Metadata-Version: 2.1\nName: demo\nVersion: {version}\nRequires-Python: {python}\n"
        )
        wheel.writestr(f"{info}/METADATA", facts)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{info}/RECORD", "")


def test_each_python_gets_the_newest_release_that_admits_it(tmp_path: Path) -> None:
    for version, python in {"1": ">=3.8", "2": ">=3.11", "3": ">=3.12", "4": ">=3.13"}.items():
        make_wheel(tmp_path, version, python)
    (tmp_path / "wanted.in").write_text("demo\n")
    local = ["--no-index", "--find-links", str(tmp_path), str(tmp_path / "wanted.in")]
    done = subprocess.run(
        [*locking.resolver(), *local], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert [line.split(" \\")[0] for line in done.stdout.splitlines() if "==" in line[:6]] == [
        "demo==2 ; python_full_version < '3.12'",
        "demo==3 ; python_full_version == '3.12.*'",
        "demo==4 ; python_full_version >= '3.13'",
    ]
