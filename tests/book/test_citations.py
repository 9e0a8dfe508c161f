"""Citations in the built book: every entry, every file, and what the heads of pages say."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

import bibtexparser
import pytest
import yaml
from jsonschema.validators import validator_for
from pybtexris import RISParser

import linalg_book
from tests.book.csl_schema import CSL_JSON
from tests.built import number_of
from tests.paths import ROOT

if TYPE_CHECKING:
    from tests.book.site import Page

KINDS = ("thm-", "lem-", "cor-", "def-", "alg-", "ex-", "exr-", "fig-")
CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
BOOK = CITATION["preferred-citation"]["title"]
AUTHOR = CITATION["authors"][0]["name"]
RELEASE = os.environ.get("BOOK_RELEASE")  # what Publish builds for a tag


@pytest.fixture(scope="module")
def by_name(pages: list[Page]) -> dict[str, Page]:
    """Return every page by its name."""
    return {page.name: page for page in pages}


def files_of(pages: list[Page], ending: str) -> dict[str, str]:
    """Return the text of each citation file of a format, by its label."""
    folder = pages[0].root / "cite"
    found = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob(f"*.{ending}")}
    assert "thm-one-equation-nearest" in found
    assert "sec-one-equation" in found
    return found


def citable(page: Page) -> set[str]:
    """Return the labels of a page's blocks that can be cited."""
    blocks = page.soup.select("div.admonition[id], figure[id], .live-example[id]")
    return {str(block["id"]) for block in blocks if str(block["id"]).startswith(KINDS)}


def test_entry_of_the_theorem_as_written_by_hand(pages: list[Page]) -> None:
    (entry,) = bibtexparser.parse_string(files_of(pages, "bib")["thm-one-equation-nearest"]).entries
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "incollection"
    assert fields["title"] == "One equation, infinitely many solutions"
    assert fields["booktitle"] == "From Linear Systems to Neural Networks"
    number = number_of("systems/one-equation")
    assert fields["chapter"] == str(number)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", fields["date"])
    version, commit = re.escape(linalg_book.__version__), "commit [0-9a-f]{7}"
    words = rf"( \({commit}\))?" if RELEASE else rf" \(development version(, {commit})?\)"
    assert re.fullmatch(version + words, fields["version"])
    name = f"Theorem {number}.1 (thm-one-equation-nearest), The nearest point of a hyperplane"
    assert fields["note"].startswith(name)
    assert fields["url"].endswith("systems/one-equation.html#thm-one-equation-nearest")


def test_every_entry_is_valid_in_every_format(pages: list[Page]) -> None:
    written = {ending: files_of(pages, ending) for ending in ("bib", "ris", "json")}
    assert len({frozenset(found) for found in written.values()}) == 1
    schema = validator_for(CSL_JSON)(CSL_JSON)
    schema.check_schema(CSL_JSON)
    for label, text in written["bib"].items():
        library = bibtexparser.parse_string(text)
        assert library.failed_blocks == [], label
        (entry,) = library.entries
        (record,) = json.loads(written["json"][label])
        schema.validate([record])
        (ris,) = RISParser().parse_string(written["ris"][label]).entries.values()
        assert entry["url"] == ris.fields["url"] == record["URL"], label
        title = entry["title"].replace(r"\_", "_")  # BibTeX is TeX
        assert title == ris.fields["title"] == record["title"], label
        assert entry.key == record["id"], label


def test_addresses_of_entries_exist(pages: list[Page], by_name: dict[str, Page]) -> None:
    newest = by_name["index"].attribute('[rel="canonical"]', "href").removesuffix("index.html")
    cover = f"{newest}v/{RELEASE}/" if RELEASE else newest
    for label, text in files_of(pages, "json").items():
        address, anchor = urldefrag(json.loads(text)[0]["URL"])
        page = by_name[address.removeprefix(cover).removesuffix(".html") or "index"]
        assert anchor in page.anchors | {""}, label


def test_everything_citable_has_an_entry_and_a_link_to_it(
    by_name: dict[str, Page], sourced: list[Page]
) -> None:
    count = 0
    for page in sourced:
        links = {str(link["href"]) for link in page.soup.select("a.cite-link")}
        targets = {page.target(address) for address in links}
        labels = citable(page)
        count += len(labels)
        entries = (page.root / "cite" / f"{page.name}.html").resolve()
        assert targets == {(entries, label) for label in labels}, page.name
        if labels:
            listed = by_name[f"cite/{page.name}"]
            headings = listed.soup.select("section.cite > h2[id]")
            assert {str(heading["id"]) for heading in headings} == labels
    assert count > 15


def test_every_page_ends_with_its_own_entry(sourced: list[Page]) -> None:
    for page in sourced:
        (block,) = page.soup.select("main > section.cite")
        words = block.select_one(".cite-text")
        bibtex = block.select_one("pre.cite-bibtex")
        assert words is not None
        assert bibtex is not None
        assert words.get_text().startswith(f"{AUTHOR} (")
        (entry,) = bibtexparser.parse_string(bibtex.get_text()).entries
        assert entry["url"] in words.get_text()
        links = block.select(".cite-files a[download]")
        assert [page.target(str(link["href"]))[0].suffix for link in links] == [
            ".bib", ".ris", ".json",
        ]  # fmt: skip
        for link in links:
            assert page.target(str(link["href"]))[0].is_file()


def meta(page: Page, name: str) -> list[str]:
    """Return the contents of the tags of a name in a page's head."""
    assert page.soup.head is not None
    return [str(tag["content"]) for tag in page.soup.head.find_all("meta", attrs={"name": name})]


def test_highwire_tags_follow_the_rules_of_google_scholar(sourced: list[Page]) -> None:
    for page in sourced:
        (title,) = meta(page, "citation_title")
        assert title in page.soup.h1.get_text(), page.name  # type: ignore[union-attr]
        assert meta(page, "citation_author") == [AUTHOR]
        (date,) = meta(page, "citation_publication_date")
        assert re.fullmatch(r"\d{4}/\d\d/\d\d", date)
        (address,) = meta(page, "citation_fulltext_html_url")
        assert address.startswith("https://")
        is_cover = page.name == "index"
        assert meta(page, "citation_inbook_title") == ([] if is_cover else [BOOK])


def test_json_ld_describes_a_learning_resource(sourced: list[Page]) -> None:
    for page in sourced:
        (block,) = page.soup.select('head script[type="application/ld+json"]')
        data = json.loads(str(block.string))
        assert data["@context"] == "https://schema.org"
        is_cover = page.name == "index"
        assert data["@type"] == ["Book" if is_cover else "Chapter", "LearningResource"]
        assert data["name"] == meta(page, "citation_title")[0]
        assert data["description"] == meta(page, "description")[0]
        assert data["url"] == meta(page, "citation_fulltext_html_url")[0]
        assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert data["version"].startswith(linalg_book.__version__)
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", data["dateModified"])
        assert data["author"] == [{"@type": "Organization", "name": AUTHOR}]
        assert ("isPartOf" in data) is not is_cover
        if not is_cover:
            assert (data["isPartOf"]["@type"], data["isPartOf"]["name"]) == ("Book", BOOK)
