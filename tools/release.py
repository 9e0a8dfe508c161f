"""Make what a release carries, and try its package in empty environments.

Everything goes into ``_build/release``: the site as an archive, what readers take away, the wheel
and the source of the package, and the SHA-256 of each; beside it stands the text of the release,
from CHANGELOG.md.
"""
# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from typing import TYPE_CHECKING

from tools.takeaway.book import NAME
from tools.takeaway.packing import changed
from tools.tasks import base

if TYPE_CHECKING:
    from pathlib import Path

SITE = base.BUILD / "html"
OUT = base.BUILD / "release"
OLDEST = (3, 11)
TAKEN_AWAY = [base.BUILD / "pdf" / f"{NAME}.pdf", base.BUILD / "take-away" / f"{NAME}.zip"]
TAKEN_AWAY += [base.BUILD / "take-away" / f"{NAME}.apkg"]
NOTEBOOK = "_downloads/least-norm.ipynb"
RUNNER = ("nbclient", "ipykernel")  # what runs a notebook
SUMS = "SHA256SUMS"
UV = base.BIN / "uv"


class ReleaseError(Exception):
    """Nothing can be released; the message says what to do."""


def version() -> str:
    """Return the version of book and package, which stands in one place."""
    text = (base.ROOT / "src" / "linalg_book" / "__init__.py").read_text(encoding="utf-8")
    (found,) = re.findall(r'^__version__ = "(.*)"$', text, re.MULTILINE)
    return str(found)


def notes(changelog: str, name: str) -> str:
    """Return what CHANGELOG.md says of a version; for a dry run, of what is not released yet.

    Raises
    ------
    ReleaseError
        If it has no section for the version, or an empty one.
    """
    found = re.search(
        rf"^## \[{re.escape(name)}\][^\n]*\n(.*?)(?=^## |^\[|\Z)",
        changelog,
        re.MULTILINE | re.DOTALL,
    )
    if not found or not found[1].strip():
        raise ReleaseError(
            f"expected a section ## [{name}] in CHANGELOG.md that says what is new, found none: "
            "write it before the tag"
        )
    return found[1].strip() + "\n"


def archive(folder: Path, target: Path, time: int) -> None:
    """Pack a folder as a tar.gz that holds one folder, the same bytes for the same files."""
    top = target.name.removesuffix(".tar.gz")

    def plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
        member.uid = member.gid = 0
        member.uname = member.gname = ""
        member.mtime, member.mode = time, 0o755 if member.isdir() else 0o644
        return member

    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as tar,
    ):
        tar.add(folder, top, recursive=False, filter=plain)
        for path in sorted(folder.rglob("*")):
            name = f"{top}/{path.relative_to(folder).as_posix()}"
            tar.add(path, name, recursive=False, filter=plain)


def package(out: Path) -> Path:
    """Build the wheel and the source of the package; return the wheel."""
    call = (UV, "build", "--quiet", "--no-build-isolation", "--python", base.PYTHON)
    base.run(*call, "--sdist", "--wheel", "--out-dir", out, ".")
    (out / ".gitignore").unlink(missing_ok=True)  # uv's own
    (wheel,) = out.glob("*.whl")
    return wheel


def checksums(out: Path) -> None:
    """Write the SHA-256 of each file as ``sha256sum --check`` reads it."""
    files = sorted(path for path in out.iterdir() if path.name != SUMS)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (out / SUMS).write_text("".join(lines), encoding="utf-8")


def pythons() -> list[str]:
    """Return the oldest Python that is supported, and the newest that this machine has.

    Raises
    ------
    ReleaseError
        If the oldest is not here.
    """
    call = [str(UV), "python", "list", "--only-installed", "--output-format", "json"]
    listed = json.loads(subprocess.run(call, capture_output=True, check=True).stdout)
    found: dict[tuple[int, int], str] = {}
    for entry in listed:
        parts = entry["version_parts"]
        if entry["implementation"] == "cpython" and entry["variant"] == "default":
            found.setdefault((parts["major"], parts["minor"]), entry["path"])
    if OLDEST not in found:
        raise ReleaseError(
            f"expected Python {'.'.join(map(str, OLDEST))}, the oldest that is supported, found "
            f"{', '.join('.'.join(map(str, key)) for key in sorted(found)) or 'none'}: install it "
            "and call the task again"
        )
    return [found[key] for key in sorted({OLDEST, max(found)})]


def try_package(wheel: Path, python: str, folder: Path) -> None:
    """Install the wheel in an empty environment, and run there what its readers run first."""
    shutil.rmtree(folder, ignore_errors=True)
    base.run(UV, "venv", "--quiet", "--no-python-downloads", "--python", python, folder)
    inside = folder / base.PYTHON.relative_to(base.VENV)
    install = (UV, "pip", "install", "--quiet", "--python", inside)
    base.run(*install, wheel)
    trial = (inside, "-I", base.ROOT / "tools" / "trial.py")
    base.run(*trial, base.ROOT / "README.md")
    base.run(*install, "--constraint", "requirements/book.txt", *RUNNER)
    base.run(*trial, SITE / NOTEBOOK)


def main(arguments: list[str]) -> None:
    """Make everything anew, say what was made, and try the package."""
    name = version()
    text = notes(
        (base.ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
        name if "--tag" in arguments else "Unreleased",
    )
    found = pythons()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    archive(SITE, OUT / f"linalg-book-site-{name}.tar.gz", changed())
    for path in TAKEN_AWAY:
        shutil.copy(path, OUT)
    wheel = package(OUT)
    for python in found:
        try_package(wheel, python, base.BUILD / "trial")
        print(f"Tried with {python}", flush=True)
    shutil.rmtree(base.BUILD / "trial", ignore_errors=True)
    checksums(OUT)
    (base.BUILD / "release-notes.md").write_text(text, encoding="utf-8")
    for path in sorted(OUT.iterdir()):
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.name}")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except ReleaseError as error:
        sys.exit(f"release: {error}")
