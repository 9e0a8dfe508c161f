"""The register of claims, ``book/claims``: which tests verify which theorem.

A file a chapter, ``<slug>.yml``, says for each label which ``tests`` verify it, as pytest names
them, and which ``neighbors`` it has: statements that are nearly the same and false, each with a
counterexample and with the one of these tests that fails for it, ``test_a[name]``.
``planned.yml`` lists the chapters that are not written yet, which may have claims already.
``cases.json``, which ``make accept`` writes, has the number of cases that a run of each test
comes to. The build and the tests read all of it here.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from sphinx.errors import ExtensionError

if TYPE_CHECKING:
    from pathlib import Path

PLANNED, COUNTS = "planned.yml", "cases.json"
KEYS = {"tests", "neighbors"}


class Neighbor(NamedTuple):
    """A false statement beside a claim, where it fails, and the test that fails for it."""

    statement: str
    counterexample: str
    test: str


class Claim(NamedTuple):
    """A labeled statement of the book, its chapter, its tests and its false neighbors."""

    label: str
    chapter: str
    tests: tuple[str, ...]
    neighbors: tuple[Neighbor, ...]


class Verification(NamedTuple):
    """A test of a claim: its file, its name, the line where it begins, the cases of one run."""

    path: str
    name: str
    line: int
    cases: int


def read_claims(folder: Path) -> list[Claim]:
    """Return every claim of the register, chapter by chapter."""
    return [
        claim
        for path in sorted(folder.glob("*.yml"))
        if path.name != PLANNED
        for claim in _claims_of(path)
    ]


def _claims_of(path: Path) -> list[Claim]:
    """Return the claims of a chapter's file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    for label, entry in found.items():
        if not re.fullmatch(rf"(thm|lem|cor)-{re.escape(path.stem)}-[a-z0-9-]+", label):
            raise ExtensionError(
                f"{path.name}: expected labels thm-{path.stem}-…, lem-… or cor-…, received {label}"
            )
        if not isinstance(entry, dict) or not set(entry) <= KEYS or not entry.get("tests"):
            raise ExtensionError(
                f"{path.name}: expected a list of tests for {label}, received {entry}: "
                "write for example “tests: [tests/claims/test_planes.py::test_a_third_plane]”"
            )
    return [
        Claim(label, path.stem, tuple(entry["tests"]), _neighbors_of(path, label, entry))
        for label, entry in found.items()
    ]


def _neighbors_of(path: Path, label: str, entry: dict[str, Any]) -> tuple[Neighbor, ...]:
    """Return the false neighbors of a claim; each fails one of its tests."""
    stated = entry.get("neighbors", [])
    for one in stated:
        if set(one) != set(Neighbor._fields) or one["test"].partition("[")[0] not in entry["tests"]:
            raise ExtensionError(
                f"{path.name}: expected a neighbor of {label} with statement, counterexample and "
                f"test, one of the claim's tests with a name in brackets, received {one}"
            )
    return tuple(Neighbor(**{key: one[key].strip() for key in one}) for one in stated)


def planned_chapters(folder: Path) -> dict[str, str]:
    """Return the chapters that are not written yet, in the order of the book, each with words."""
    path = folder / PLANNED
    listed = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    named = [one if isinstance(one, dict) else {one: ""} for one in listed or []]
    return {
        slug: words
        for one in named
        for slug, words in one.items()
        if not any(folder.parent.glob(f"*/{slug}.md"))
    }


def read_counts(folder: Path) -> dict[str, int]:
    """Return on how many cases each listed test runs, by its node."""
    return dict(json.loads((folder / COUNTS).read_text(encoding="utf-8")))


def verifications(folder: Path) -> dict[str, list[Verification]]:
    """Return the tests of each claim, with their places in the sources and their cases."""
    root = folder.parent.parent
    totals: dict[str, int] = {}
    for node, cases in read_counts(folder).items():
        test = node.partition("[")[0]
        totals[test] = totals.get(test, 0) + cases
    return {
        claim.label: [_test(root, test, claim, totals) for test in claim.tests]
        for claim in read_claims(folder)
    }


def _test(root: Path, address: str, claim: Claim, totals: dict[str, int]) -> Verification:
    """Find a test in the sources; the page of verified claims links to its line."""
    path, _, name = address.partition("::")
    file = root / path
    source = file.read_text(encoding="utf-8") if file.is_file() else ""
    start = re.search(rf"^def {re.escape(name)}\(", source, re.MULTILINE)
    if start is None:
        place = f"book/claims/{claim.chapter}.yml, {claim.label}"
        missing = f"the test {name} in {path}" if source else f"the file {path}"
        raise ExtensionError(
            f"{place}: expected {missing}, found none: the book is built from a whole clone, "
            "whose tests it names"
        )
    if address not in totals:
        raise ExtensionError(f"expected {address} in book/claims/{COUNTS}: call make accept")
    return Verification(path, name, source.count("\n", 0, start.start()) + 1, totals[address])
