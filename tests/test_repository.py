"""Tracked files hold what they may hold, metadata agree, workflows and locks are pinned."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from functools import cache
from typing import TYPE_CHECKING

import pytest
import tasks
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

import linalg_book
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LARGEST = 1_500_000  # bytes
UNFINISHED = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|lorem ipsu[m])\b")
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(work|root|home|farm|Users)/[a-z]")
REGISTRY = re.compile(
    r"files\.pythonhosted\.org|pypi\.org/simple|registry\.(npmjs\.org|yarnpkg\.com)"
    r"|(deb|security)\.debian\.org|(archive|security)\.ubuntu\.com"
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def tracked() -> dict[str, str | None]:
    """Every file that git tracks or would add, with its text unless it is binary."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("these tests look at a clone, and this copy has no git data")
    names = [name for name in done.stdout.decode().split("\0") if (ROOT / name).is_file() and name]
    contents = {name: (ROOT / name).read_bytes() for name in names}
    return {name: None if b"\0" in data else data.decode() for name, data in contents.items()}


def occurrences(pattern: re.Pattern[str], *, within: str = "") -> list[str]:
    """Return file, line and match of every occurrence in tracked text."""
    return [
        f"{name}:{number}: {found[0]}"
        for name, content in tracked().items()
        if content is not None and name.startswith(within)
        for number, line in enumerate(content.splitlines(), start=1)
        if (found := pattern.search(line))
    ]


# What tracked files may hold


def test_patterns_find_what_they_should() -> None:
    for place in ("=root=x", "see =work=main", '"=home=me'):
        assert MACHINE_PATH.search(place.replace("=", "/"))
    for place in ("docs=work=x", "https:==example.org=home=a"):
        assert not MACHINE_PATH.search(place.replace("=", "/"))
    assert REGISTRY.search("https://files=pythonhosted=org/x".replace("=", "."))
    assert UNFINISHED.search("# TO=DO later".replace("=", ""))


def test_no_machine_paths() -> None:
    assert occurrences(MACHINE_PATH) == []


def test_no_registry_hosts() -> None:
    assert occurrences(REGISTRY) == []


def test_nothing_unfinished() -> None:
    places = [*occurrences(UNFINISHED, within="book/"), *occurrences(UNFINISHED, within="src/")]
    assert places == []


def test_no_large_files() -> None:
    sizes = {name: (ROOT / name).stat().st_size for name in tracked()}
    assert [name for name, size in sizes.items() if size > LARGEST] == []


def test_no_empty_files() -> None:
    empty = [n for n in tracked() if not (ROOT / n).stat().st_size]
    assert [n for n in empty if not n.endswith(("__init__.py", "py.typed"))] == []


# Metadata agree


def test_version_stands_in_one_place() -> None:
    version = re.compile(rf"(?<![\d.]){re.escape(linalg_book.__version__)}(?!\.?\d)")
    files = ["pyproject.toml", "package.json", "CITATION.cff", "_config.yml", "README.md"]
    assert [name for name in files if version.search(text(name))] == []
    assert tomllib.loads(text("pyproject.toml"))["project"]["dynamic"] == ["version"]


def test_changelog_has_the_version_or_is_unreleased() -> None:
    headings = re.findall(r"^## \[([^\]]+)\](.*)$", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == ("Unreleased", "")
    released = dict(headings[1:])
    assert all(re.fullmatch(r" - \d{4}-\d{2}-\d{2}", rest) for rest in released.values())
    newest = next(iter(released), None)
    assert newest is None or newest == linalg_book.__version__


def test_metadata_agree() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    config = yaml.safe_load(text("_config.yml"))
    citation = yaml.safe_load(text("CITATION.cff"))
    author = config["author"]
    assert project["authors"] == [{"name": author}]
    assert citation["authors"] == citation["preferred-citation"]["authors"] == [{"name": author}]
    assert citation["preferred-citation"]["title"] == config["title"]
    assert text("README.md").startswith(f"# {config['title']}\n")
    assert str(citation["preferred-citation"]["year"]) == config["copyright"]
    for name in ("LICENSE", "LICENSE-text"):
        assert f"Copyright (c) {config['copyright']}, {author}" in text(name)
    assert project["license"] == json.loads(text("package.json"))["license"] == "BSD-3-Clause"
    assert citation["license"] == ["BSD-3-Clause", "CC-BY-4.0"]


def test_oldest_python_agrees() -> None:
    oldest = tomllib.loads(text("pyproject.toml"))["project"]["requires-python"]
    assert oldest == ">=3.11"
    assert "Python 3.11 or newer" in text("README.md")
    jobs = yaml.safe_load(text(".github/workflows/checks.yml"))["jobs"]
    assert jobs["tests"]["strategy"]["matrix"]["python"][0] == oldest.removeprefix(">=")
    assert f">={'.'.join(map(str, tasks.OLDEST_PYTHON))}" == oldest


# Workflows and locks


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_is_pinned_and_limited(path: Path) -> None:
    uses = re.findall(r"uses: (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert uses
    assert [u for u in uses if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", u)] == []
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= (120 if path.stem == "weekly" else 45)
        assert "permissions" in job
        checkouts = [s for s in job["steps"] if "actions/checkout@" in s.get("uses", "")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_browser_runs_on_one_python_and_everything_once_a_week() -> None:
    jobs = yaml.safe_load(text(".github/workflows/checks.yml"))["jobs"]
    newest = jobs["tests"]["strategy"]["matrix"]["python"][-1]
    steps = {s["run"]: s.get("if") for s in jobs["tests"]["steps"] if "run" in s}
    assert steps["python tasks.py test"] == f"matrix.python == '{newest}'"
    assert steps['python tasks.py test -m "not browser"'] == f"matrix.python != '{newest}'"
    assert "python tasks.py audit-full" in text(".github/workflows/weekly.yml")


def test_one_hash_for_each_action() -> None:
    written = "\n".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins: dict[str, set[str]] = {}
    for action, pin in re.findall(r"uses: ([\w/-]+)@(.+)$", written, re.MULTILINE):
        pins.setdefault(action, set()).add(pin)
    assert {action: pin for action, pin in pins.items() if len(pin) > 1} == {}


def test_python_locks_have_a_hash_for_each_package() -> None:
    locks = sorted((ROOT / "requirements").glob("*.txt"))
    purposes = {"bootstrap", "book", "dev", "flint", "torch", "jax", "sklearn"}
    assert purposes <= {path.stem for path in locks}
    for path in locks:
        if path.name == "overrides.txt":
            continue
        content = path.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in filter(None, (line.split("#")[0].strip() for line in content.splitlines())):
            assert len(re.findall(r"[\w\])]==\S", line)) == 1, f"{path.name}: {line[:60]}"
            assert "--hash=sha256:" in line, f"{path.name}: {line[:60]}"


def locked(purpose: str, python: str) -> dict[str, Version]:
    """Return the versions that a lock file gives to a Python on Linux."""
    content = text(f"requirements/{purpose}.txt").replace("\\\n", " ")
    lines = [line.split("--hash=")[0] for line in content.splitlines() if "==" in line]
    system = {"python_full_version": f"{python}.0", "python_version": python}
    system |= {"sys_platform": "linux", "implementation_name": "cpython"}
    asked = [(found, found.marker) for found in map(Requirement, lines)]
    wanted = [found for found, marker in asked if marker is None or marker.evaluate(system)]
    versions = {found.name: Version(str(found.specifier).removeprefix("==")) for found in wanted}
    assert len(versions) == len(wanted), f"two versions of one package on Python {python}"
    return versions


@pytest.mark.parametrize("purpose", ["book", "dev", "jax", "sklearn"])
def test_oldest_python_does_not_hold_the_newest_back(purpose: str) -> None:
    old = locked(purpose, ".".join(map(str, tasks.OLDEST_PYTHON)))
    new = locked(purpose, "3.13")
    refuse_oldest = {"numpy": "2.5", "scipy": "1.18"}  # the first releases that do
    if purpose in {"book", "dev"}:
        refuse_oldest["sphinx"] = "9.1"
    for name, version in refuse_oldest.items():
        assert old[name] < Version(version) <= new[name], name


def test_node_lock_has_hashes_and_no_addresses() -> None:
    packages = json.loads(text("package-lock.json"))["packages"]
    wanted = json.loads(text("package.json"))
    for key in ("dependencies", "devDependencies"):
        assert packages[""][key] == wanted[key]
        assert all(re.fullmatch(r"[\d.]+", version) for version in wanted[key].values())
    for name, entry in packages.items():
        assert "resolved" not in entry, name
        assert not name or "integrity" in entry, name
