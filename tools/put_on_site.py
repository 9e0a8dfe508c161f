"""Put a built book into a checkout of the branch that GitHub Pages serves.

``python tools/put_on_site.py _build/html <checkout>``. The top of the site is the newest build;
a release stands at ``v/<version>/`` as well, where nothing changes any more. Committing and
pushing is left to the caller. Only Python is needed.
"""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import filecmp
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

KEPT = {".git", "v", "CNAME"}  # CNAME is GitHub's note of the site's own domain
VERSION = re.compile(r"\d+(\.\w+)+")


class SiteError(Exception):
    """The build was not put on the site; the message says what to do."""


def facts(site: Path) -> dict[str, Any]:
    """Return what a build says of itself in ``version.json``; nothing if it is not there."""
    path = site / "version.json"
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return read


def files(folder: Path) -> set[str]:
    """Return the paths of all files in a folder."""
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that two folders do not have alike."""
    ours, theirs = files(one), files(other)
    changed = [n for n in ours & theirs if not filecmp.cmp(one / n, other / n, shallow=False)]
    return sorted((ours ^ theirs) | set(changed))


def keep_release(site: Path, checkout: Path, version: str) -> None:
    """Put a release at its own address, once."""
    target = checkout / "v" / version
    if not target.exists():
        shutil.copytree(site, target)
    elif changed := differing(site, target):
        raise SiteError(
            f"expected v/{version}/ to stay as it was published, but {len(changed)} files of this "
            f"build differ ({', '.join(changed[:3])}): release it under a new version"
        )


def is_newer(build: dict[str, Any], shown: dict[str, Any]) -> bool:
    """Tell whether a build belongs at the top: a release is not replaced by its own draft."""
    same_commit = build["commit"] == shown.get("commit")
    return not (same_commit and shown.get("released") and not build["released"])


def replace_top(site: Path, checkout: Path) -> None:
    """Replace everything but the releases."""
    for path in checkout.iterdir():
        if path.name not in KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(site, checkout, dirs_exist_ok=True)
    (checkout / ".nojekyll").touch()  # GitHub would leave out names that begin with _


def put(site: Path, checkout: Path) -> str:
    """Put a build where it belongs, and return what was done, for a commit's message."""
    build = facts(site)
    if not build or not VERSION.fullmatch(build["version"]):
        raise SiteError(f"expected a built book with its version.json in {site}: build it first")
    if not (checkout / ".git").exists():
        raise SiteError(f"expected a checkout of the site's branch in {checkout}, found no .git")
    if taken := KEPT & {path.name for path in site.iterdir()}:
        raise SiteError(f"the build has {', '.join(taken)} at its top, which the site keeps")
    version, commit = build["version"], build["commit"]
    if build["released"]:
        keep_release(site, checkout, version)
    if is_newer(build, facts(checkout)):
        replace_top(site, checkout)
    return f"Version {version}" if build["released"] else f"Development version, commit {commit}"


def main(arguments: list[str]) -> int:
    """Put the build of the first folder into the checkout of the second."""
    if len(arguments) != 2:
        print("expected two folders: the built book and the checkout", file=sys.stderr)
        return 2
    try:
        print(put(*map(Path, arguments)))
    except SiteError as error:
        print(f"put_on_site.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
