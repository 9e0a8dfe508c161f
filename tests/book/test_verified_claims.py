"""The page of verified claims lists every claim, and no claim goes without a test."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tools.markup import parsed

from reference import verified_claims
from tests.claimed import CLAIMS, LISTED, PLANNED, counts
from tests.test_theorems import STATED, functions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import SmallBook


def test_every_claim_stands_in_the_table_with_its_tests(built_book: Path) -> None:
    source = (built_book / "reference" / "verified-claims.html").read_text(encoding="utf-8")
    rows = parsed(source).select("table.verified-claims tbody tr")
    shown = {row.select_one("a")["href"].partition("#")[2]: row for row in rows}
    assert set(shown) == {label for label in STATED if label.startswith(("thm-", "lem-", "cor-"))}
    for claim in CLAIMS:
        if claim.chapter in PLANNED:
            continue
        _, tests, cases = shown[claim.label].select("td")
        assert len(tests.select("p")) == len(claim.tests)
        of_these = [n for node, n in counts().items() if node.partition("[")[0] in claim.tests]
        assert int(cases.get_text()) == sum(of_these) > 0


def test_the_counts_are_those_of_tests_that_exist() -> None:
    counted = {node.partition("[")[0] for node in counts()}
    assert counted == LISTED
    for test in counted:
        path, _, name = test.partition("::")
        assert name in functions(path)


def test_a_claim_stands_beside_its_test_and_all_its_cases(catalog: SmallBook) -> None:
    source = (catalog.html / "claims.html").read_text(encoding="utf-8")
    rows = parsed(source).select("table.verified-claims tbody tr")
    shown = {row.select_one("a")["href"].partition("#")[2]: row.select("td") for row in rows}
    _, tests, cases = shown["thm-claims-squares"]
    assert tests.get_text().strip() == "a b"
    assert cases.get_text().strip() == "7"


@pytest.mark.parametrize(("changed", "expected"), [({"other"}, ["any/name"]), (set(), [])])
def test_the_page_that_lists_claims_is_read_again_with_any_other(
    changed: set[str], expected: list[str]
) -> None:
    metadata = {"any/name": {verified_claims.LISTS_CLAIMS: True}, "other": {}}
    env = SimpleNamespace(metadata=metadata, found_docs={"any/name", "other"})
    found = verified_claims.outdated(None, env, set(), changed, set())  # type: ignore[arg-type]
    assert found == expected
