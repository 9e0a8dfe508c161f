"""The page of verified claims lists every claim, and no claim goes without a test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.markup import parsed

from tests.claimed import CLAIMS, LISTED, PLANNED, STATED, counts, functions

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from tests.book.small_book import SmallBook


def rows_of(page: Path) -> tuple[dict[str, Tag], dict[str, list[str]]]:
    """Return the row of each claim, and the words of the rows of its false neighbors."""
    label, shown = "", {}
    neighbors: dict[str, list[str]] = {}
    rows = parsed(page.read_text(encoding="utf-8")).select("table.verified-claims tbody tr")
    for row in rows:
        if "neighbor" in row.get("class", []):
            neighbors[label].append(" ".join(row.get_text().split()))
        else:
            label = row.select_one("a")["href"].partition("#")[2]
            shown[label], neighbors[label] = row, []
    return shown, neighbors


def test_every_claim_stands_in_the_table_with_its_tests(built_book: Path) -> None:
    shown, neighbors = rows_of(built_book / "reference" / "verified-claims.html")
    assert set(shown) == {label for label in STATED if label.startswith(("thm-", "lem-", "cor-"))}
    for claim in CLAIMS:
        if claim.chapter in PLANNED:
            continue
        _, tests, cases = shown[claim.label].select("td")
        assert len(tests.select("p")) == len(claim.tests)
        of_these = [n for node, n in counts().items() if node.partition("[")[0] in claim.tests]
        assert int(cases.get_text()) == sum(of_these) > 0
        assert len(neighbors[claim.label]) == len(claim.neighbors)


def test_the_counts_are_those_of_tests_that_exist() -> None:
    counted = {node.partition("[")[0] for node in counts()}
    assert counted == LISTED
    for test in counted:
        path, _, name = test.partition("::")
        assert name in functions(path)


def test_a_claim_stands_beside_its_test_and_all_its_cases(catalog: SmallBook) -> None:
    shown, neighbors = rows_of(catalog.html / "claims.html")
    _, tests, cases = shown["thm-claims-squares"].select("td")
    assert tests.get_text().strip() == "a b"
    assert cases.get_text().strip() == "7"
    (false,) = neighbors["thm-claims-squares"]
    assert false.startswith("False neighbor: ")
    assert ", strictly. Counterexample: " in false
