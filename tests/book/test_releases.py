"""A release cites the address at which it stays; a development version says what it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import bibtexparser
import pytest
from pybtexris import RISParser

import linalg_book
from tests.book.site import Page
from tests.book.small_book import SmallBook, page

if TYPE_CHECKING:
    from tests.book.small_book import Make

VERSION = linalg_book.__version__
SITE = "https://books.example/here/"
ENVIRONMENT = {"BOOK_URL": SITE, "BOOK_COMMIT": "0123456789abcdef", "BOOK_REPOSITORY": ""}
THEOREM = "```{prf:theorem} T\n:label: thm-other-new\n\nSo it is.\n```"
NOTEBOOK = "```{code-cell}\n1 + 1\n```"


class Case(NamedTuple):
    """A built book, what BOOK_RELEASE said, and what its citations should say."""

    book: SmallBook
    released: str
    base: str
    version: str


@pytest.fixture(scope="module")
def book(small_book: Make) -> SmallBook:
    """Return a book with a theorem and a notebook, not built yet."""
    text = f"{THEOREM}\n\n{NOTEBOOK}"
    return small_book({"index": page("Cover", "C."), "other": page("Other", text, code=True)})


@pytest.fixture(scope="module", params=["release", "development"])
def case(request: pytest.FixtureRequest, book: SmallBook) -> Case:
    """Return the book as a release and as a development version, one after the other."""
    release = request.param == "release"
    released = VERSION if release else ""
    built = book.build(**ENVIRONMENT, BOOK_RELEASE=released)
    assert built.status == 0, built.messages
    if release:
        return Case(book, released, f"{SITE}v/{VERSION}/", f"{VERSION} (commit 0123456)")
    version = f"{VERSION} (development version, commit 0123456)"
    return Case(book, released, SITE, version)


@pytest.mark.parametrize(
    ("label", "address"),
    [
        ("index", ""),
        ("sec-other", "other.html"),
        ("thm-other-new", "other.html#thm-other-new"),
    ],
)
def test_every_format_cites_version_and_address(case: Case, label: str, address: str) -> None:
    written = {
        ending: (case.book.html / "cite" / f"{label}.{ending}").read_text(encoding="utf-8")
        for ending in ("bib", "ris", "json")
    }
    (bibtex,) = bibtexparser.parse_string(written["bib"]).entries
    (ris,) = RISParser().parse_string(written["ris"]).entries.values()
    (csl,) = json.loads(written["json"])
    assert bibtex["url"] == ris.fields["url"] == csl["URL"] == case.base + address
    assert bibtex["version"] == csl["version"] == case.version
    assert f"ET  - version {case.version}\n" in written["ris"]


def test_head_leads_search_engines_to_the_newest_and_programs_to_this_version(case: Case) -> None:
    found = Page(case.book.html, case.book.html / "other.html")
    assert found.attribute('link[rel="canonical"]', "href") == f"{SITE}other.html"
    cited = 'meta[name="citation_fulltext_html_url"]'
    assert found.attribute(cited, "content") == f"{case.base}other.html"


def test_page_says_which_version_it_is(case: Case) -> None:
    found = Page(case.book.html, case.book.html / "other.html")
    block = found.soup.select_one("section.cite")
    assert block is not None
    words = " ".join(block.get_text().split())
    stays = f"Version {VERSION} stays at this address; the newest version may have changed."
    assert (stays in words) is bool(case.released)
    assert ("This is a development version:" in words) is not bool(case.released)
    newest = [link["href"] for link in block.find_all("a") if "newest" in link.get_text()]
    assert newest == ([f"{SITE}other.html"] if case.released else [])


def test_notebook_installs_the_package_of_its_version(case: Case) -> None:
    notebook = (case.book.html / "_downloads" / "other.ipynb").read_text(encoding="utf-8")
    assert f"%pip install --quiet {case.base}_downloads/linalg_book-{VERSION}-" in notebook
    assert f"[on its site]({case.base}other.html)" in notebook


def test_build_says_what_it_is(case: Case) -> None:
    facts = json.loads((case.book.html / "version.json").read_text(encoding="utf-8"))
    assert facts == {"version": VERSION, "commit": "0123456", "released": bool(case.released)}


def test_release_of_another_version_is_refused(book: SmallBook) -> None:
    built = book.build(**ENVIRONMENT, BOOK_RELEASE="99.1")
    assert built.status != 0
    assert f"expected BOOK_RELEASE to be {VERSION}" in built.messages
    assert "received 99.1" in built.messages
