"""The page of verified claims lists every claim, and no claim goes without a test."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.markup import parsed

from tests.book.small_book import make_small_book, page
from tests.cases import CASES, LISTED
from tests.test_theorems import STATED, functions
from tests.theorems import THEOREMS

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "```{verified-claims} Each claim\n:name: tab-claims-all\n```"
THEOREM = "```{prf:theorem} Squares of $x$\n:label: thm-claims-squares\n$x^2 \\ge 0$.\n```"
TESTED = (
    'THEOREMS = [type("T", (), {"label": "thm-claims-squares", "tests": ["test_a.py::test_a_b"]})]'
)


def test_every_claim_stands_in_the_table_with_its_tests(built_book: Path) -> None:
    source = (built_book / "reference" / "verified-claims.html").read_text(encoding="utf-8")
    rows = parsed(source).select("table.verified-claims tbody tr")
    shown = {row.select_one("a")["href"].partition("#")[2]: row for row in rows}
    assert set(shown) == {label for label in STATED if label.startswith(("thm-", "lem-", "cor-"))}
    counts: dict[str, int] = json.loads(CASES.read_text(encoding="utf-8"))
    for theorem in THEOREMS:
        if theorem.planned:
            continue
        _, tests, cases = shown[theorem.label].select("td")
        assert len(tests.select("p")) == len(theorem.tests)
        starts = tuple(f"tests/{test}" for test in theorem.tests)
        of_these = [n for node, n in counts.items() if node.partition("[")[0] in starts]
        assert int(cases.get_text()) == sum(of_these) > 0


def test_the_counts_are_those_of_tests_that_exist() -> None:
    counted = {node.partition("[")[0] for node in json.loads(CASES.read_text(encoding="utf-8"))}
    assert counted == LISTED
    for test in counted:
        path, _, name = test.removeprefix("tests/").partition("::")
        assert name in functions(path)


@pytest.mark.parametrize("tested", [True, False])
def test_a_claim_without_a_test_fails_the_build(tmp_path: Path, *, tested: bool) -> None:
    pages = {"index": page("Cover", "A book."), "claims": page("Claims", f"{THEOREM}\n\n{TABLE}")}
    book = make_small_book(tmp_path, pages)
    folder = book.root / "tests" / "exact"
    folder.mkdir(parents=True)
    (book.root / "tests" / "data").mkdir()
    (folder / "test_a.py").write_text("\n\ndef test_a_b():\n    pass\n", encoding="utf-8")
    (book.root / "tests" / "theorems.py").write_text(
        TESTED if tested else "THEOREMS = []", encoding="utf-8"
    )
    (book.root / "tests" / "data" / "cases.json").write_text(
        '{"tests/test_a.py::test_a_b[1]": 3, "tests/test_a.py::test_a_b[2]": 4}',
        encoding="utf-8",
    )
    build = book.build(BOOK_REPOSITORY="https://example.org/source")
    assert (build.status == 0) is tested, build.messages
    if not tested:
        assert "thm-claims-squares has no test: name one in tests/theorems.py" in build.messages
        return
    source = (book.html / "claims.html").read_text(encoding="utf-8")
    cells = parsed(source).select("table.verified-claims tbody td")
    assert cells[2].get_text().strip() == "7"
    assert cells[1].get_text().strip() == "a b"
