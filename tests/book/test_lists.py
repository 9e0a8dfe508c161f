"""The index of terms, the list of results and the map of what needs what."""

from __future__ import annotations

import json
import re
import unicodedata
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
import yaml
from tools.markup import parsed

from reference import lists, theorem_map
from reference.whole_book import LISTS
from tests.book.site import Page
from tests.claimed import PLANNED, STATED
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import Tag

    from tests.book.small_book import SmallBook

BLOCK = re.compile(r"```\{prf:definition\}.*?\n:label: (\S+)\n(.*?)\n```", re.DOTALL)
TIES = r"(?:Needs|[Uu]sed in) \d"
BOLD = re.compile(r"\*\*([^*]+)\*\*")


def page_of(folder: Path, name: str) -> Page:
    """Return a built page."""
    return Page(folder, folder / f"{name}.html")


def words_of(tag: Tag | None) -> str:
    """Return the words of an element; a formula's are its signs, not its source as well."""
    assert tag is not None
    strings = tag.find_all(string=True)
    return " ".join("".join(s for s in strings if s.parent.name != "annotation").split())


def lines(page: Page) -> dict[str, Tag]:
    """Return the lines of an index by their terms."""
    return {
        words_of(line.select_one(".index-term")): line
        for line in page.soup.select(".term-index li")
    }


def letters_only(words: str) -> str:
    r"""Return the plain letters of a term, written by hand here: ``$\vect{u}$`` is u."""
    folded = unicodedata.normalize("NFKD", re.sub(r"\\[a-z]+", "", words))
    return re.sub(r"[^a-z0-9]", "", folded.lower())


def dead(page: Page, selector: str) -> list[str]:
    """Return the links of a part that arrive nowhere."""
    found = []
    for link in page.soup.select(f"{selector} a[href]"):
        path, anchor = page.target(str(link["href"]))
        if not path.exists() or (anchor and anchor not in Page(page.root, path).anchors):
            found.append(str(link["href"]))
    return found


def test_every_bold_term_of_a_definition_is_in_the_index(built_book: Path) -> None:
    shown = {
        (letters_only(term), str(link["href"]).partition("#")[2])
        for term, line in lines(page_of(built_book, "reference/index-of-terms")).items()
        for link in line.select("a")
    }
    wanted = {
        (letters_only(term), label)
        for path in (ROOT / "book").glob("[!_]*/*.md")
        for label, body in BLOCK.findall(path.read_text(encoding="utf-8"))
        for term in BOLD.findall(body)
    }
    assert len(wanted) > 80
    assert wanted - shown == set()


@pytest.mark.parametrize("name", ["index-of-terms", "results", "theorem-map"])
def test_every_link_of_a_list_arrives(name: str, pages: list[Page]) -> None:
    anchors = {page.path: page.anchors for page in pages}
    (page,) = (page for page in pages if page.name == f"reference/{name}")
    links = page.soup.select(":is(.term-index, .result-list, .theorem-map) a[href]")
    assert len(links) > 200
    for link in links:
        path, anchor = page.target(str(link["href"]))
        assert not anchor or anchor in anchors[path], link["href"]


def test_the_index_is_in_the_order_of_the_alphabet(built_book: Path) -> None:
    page = page_of(built_book, "reference/index-of-terms")
    for section in page.soup.select(".term-index section"):
        heading = words_of(section.h2)
        firsts = {letters_only(words_of(term))[0] for term in section.select(".index-term")}
        assert (
            all(c.isdigit() for c in firsts) if heading == "Signs" else firsts == {heading.lower()}
        )
    headings = [words_of(one) for one in page.soup.select(".term-index h2")]
    assert headings == sorted(headings, key=lambda word: (word != "Signs", word))
    letters = page.soup.select(".index-letters a")
    assert [words_of(link) for link in letters] == headings
    assert {str(link["href"])[1:] for link in letters} <= page.anchors


def test_a_term_stands_with_its_place_and_other_names_lead_to_it(catalog: SmallBook) -> None:
    page = page_of(catalog.html, "lists")
    shown = lines(page)
    # word by word, accents and capitals aside; a name keeps its capital, a first word does not
    assert list(shown) == [
        "Étage lemma", "gradual", "left inverse", "leftmost", "n lines", "ruler line",
        "straight line",
    ]  # fmt: skip
    assert str(shown["straight line"].a["href"]) == "terms.html#def-terms-line"
    assert words_of(shown["ruler line"]).endswith("(Straight line)")
    assert "see" in words_of(shown["ruler line"])
    assert dead(page, ".term-index") == []


def test_each_result_stands_in_the_list_with_its_tests(built_book: Path) -> None:
    page = page_of(built_book, "reference/results")
    rows = {
        str(row.a["href"]).partition("#")[2]: row
        for row in page.soup.select(".result-list tbody tr")
    }
    registered = json.loads((ROOT / "book/labels.json").read_text(encoding="utf-8"))
    kinds = ("def-", "thm-", "lem-", "cor-", "alg-", "ex-")
    figures = {label for label in rows if label.startswith("fig-")}
    moving = {
        label
        for path in (ROOT / "book").glob("[!_]*/*.md")
        for label in re.findall(r"\{interactive-figure\} (\S+)", path.read_text(encoding="utf-8"))
    }
    stays = {label for label, entry in registered.items() if "moved_to" not in entry}
    assert set(rows) - figures == {label for label in stays if label.startswith(kinds)}
    assert figures == moving
    for label in STATED:
        assert "test" in words_of(rows[label].select("td")[2]), label
    for label, row in rows.items():
        assert words_of(row.select("td")[1]), f"{label} has no name"


def test_the_list_names_what_the_small_book_has(catalog: SmallBook) -> None:
    page = page_of(catalog.html, "lists")
    rows = {words_of(row.a): row for row in page.soup.select(".result-list tbody tr")}
    names = {words_of(row.select("td")[1]) for row in rows.values()}
    assert {"Straight line", "Sum", "Twice", "Squares of x"} <= names
    assert dead(page, ".result-list") == []
    assert any(
        str(link["href"]) == "claims.html#claim-thm-ties-twice"
        for link in page.soup.select(".result-list a")
    )
    assert "fig-good-line" not in str(page.soup.select_one(".result-list"))  # it does not move
    assert "fig-some-planes" in str(page.soup.select_one(".result-list"))


def test_a_result_needs_what_statement_and_proof_refer_to(catalog: SmallBook) -> None:
    fold = page_of(catalog.html, "ties").soup.select_one("#thm-ties-twice details.ties")
    assert [str(link["href"]) for link in fold.select("a")] == [
        "terms.html#def-terms-line",
        "terms.html#thm-terms-sum",  # by its formula, named twice
        "lists.html#map-thm-ties-twice",
    ]
    assert words_of(fold.summary) == "Needs 2"


def test_a_result_says_where_it_is_used(catalog: SmallBook) -> None:
    page = page_of(catalog.html, "terms")
    for label in ("def-terms-line", "thm-terms-sum"):
        fold = page.soup.select_one(f"#{label} details.ties")
        assert words_of(fold.summary) == "Used in 1"
        assert str(fold.a["href"]) == "ties.html#thm-ties-twice"
    # what running text refers to is needed by nothing
    assert page_of(catalog.html, "words").soup.select("details.ties") == []


def test_the_map_leads_on_within_itself(catalog: SmallBook) -> None:
    page = page_of(catalog.html, "lists")
    entry = page.soup.select_one("#map-thm-ties-twice")
    assert [str(link["href"]) for link in entry.select(".map-needs a")] == [
        "#map-def-terms-line",
        "#map-thm-terms-sum",
    ]
    assert entry.select(".map-used-in") == []
    assert dead(page, ".theorem-map") == []


def test_ties_stand_in_the_page_only(built_book: Path) -> None:
    notebook = (built_book / "_downloads/one-equation.ipynb").read_text(encoding="utf-8")
    assert not re.search(TIES, notebook)
    index = (built_book / "_static/search-index.js").read_text(encoding="utf-8")
    assert not re.search(TIES, index)
    page = (built_book / "systems/one-equation.html").read_text(encoding="utf-8")
    assert re.search(TIES, page)


@pytest.mark.parametrize(("changed", "expected"), [({"other"}, ["any/name"]), (set(), [])])
def test_a_page_with_a_list_is_read_again_with_any_other(
    changed: set[str], expected: list[str]
) -> None:
    metadata = {"any/name": {LISTS: {"term-index": True}}, "other": {}}
    env = SimpleNamespace(metadata=metadata, found_docs={"any/name", "other"})
    found = lists.outdated(None, env, set(), changed, set())  # type: ignore[arg-type]
    assert found == expected


class Record:
    """What the map reads of Sphinx's record."""

    def __init__(self, **needs: list[str]) -> None:
        self.metadata = {
            f"page-{label}": {"needs": {f"thm-{label}": [f"thm-{one}" for one in own]}}
            for label, own in needs.items()
        }


def test_a_page_is_written_again_when_its_ties_change() -> None:
    env = Record(a=[], b=["a"], c=["b"], d=[])
    theorem_map.note_before(None, env, set(), set(), set())  # type: ignore[arg-type]
    assert theorem_map.changed_ties(None, env) == []  # type: ignore[arg-type]
    env.metadata = Record(a=[], b=["a"], c=["a", "d"], d=[]).metadata
    # c no longer needs b, and needs a and d now; a itself says so, too
    assert theorem_map.changed_ties(None, env) == ["page-a", "page-b", "page-c", "page-d"]  # type: ignore[arg-type]
    env.metadata = Record(a=[], b=["a"], c=["b", "a"], d=[]).metadata
    assert theorem_map.changed_ties(None, env) == ["page-a", "page-c"]  # type: ignore[arg-type]


def test_the_plan_of_weeks_names_each_chapter_once(built_book: Path) -> None:
    plans = yaml.safe_load((ROOT / "book/reference/courses.yml").read_text(encoding="utf-8"))
    named = [slug for one in plans["weeks"]["meetings"] for slug in one["chapters"]]
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    chapters = [
        page["file"].rpartition("/")[2]
        for part in contents["parts"]
        if part.get("numbered")
        for page in part["chapters"]
    ]
    assert sorted(named) == sorted({*chapters, *PLANNED})
    page = parsed((built_book / "reference/for-lecturers.html").read_text(encoding="utf-8"))
    rows = page.select("table.course-plan tbody tr")
    evenings = [slug for one in plans["evenings"]["meetings"] for slug in one["chapters"]]
    assert len(rows) == len(chapters) + len(set(evenings) & set(chapters))
    for row in rows:
        links = [str(link["href"]) for link in row.select("a")]
        kinds = [link.partition("#")[2].partition("-")[0] for link in links]
        assert kinds == ["", "fig", "ex", "exr"], row


def test_the_changelog_is_the_file(built_book: Path) -> None:
    page = page_of(built_book, "reference/changelog")
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    shown = page.soup.select(".bd-article li")
    assert len(shown) == len(re.findall(r"^- ", text, re.MULTILINE))
