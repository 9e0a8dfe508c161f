"""One record in every format, read back by libraries other than those that wrote it."""

from __future__ import annotations

import json
from importlib.resources import files

import bibtexparser
import jsonschema
import pytest
from lxml import etree
from pybtexris import RISParser

from citing import citation_formats
from citing.citation_formats import bibtex, csl_json, reference, ris
from tests.book.csl_schema import CSL_JSON

GAUSS = {
    "id": "book:thm-one",
    "type": "chapter",
    "title": "Rows & columns of $A_1$ in 100% of cases",
    "container-title": "A Book",
    "chapter-number": "3",
    "author": [{"literal": "The a_b authors"}, {"family": "Germain", "given": "Sophie"}],
    "issued": {"date-parts": [[2026, 3, 7]]},
    "version": "1.2.0 (commit abc1234)",
    "language": "en-US",
    "note": "Theorem 3.2 (thm-one), A title",
    "URL": "https://example.org/a_b/c.html#thm-one",
}
BOOK = {
    name: value
    for name, value in GAUSS.items()
    if name not in {"container-title", "chapter-number", "note"}
} | {"type": "book", "title": "A Book"}


def test_bibtex_as_written_by_hand() -> None:
    assert bibtex(GAUSS) == (
        "@incollection{book:thm-one,\n"
        "  author = {{The a\\_b authors} and Germain, Sophie},\n"
        "  title = {Rows \\& columns of $A_1$ in 100\\% of cases},\n"
        "  booktitle = {A Book},\n"
        "  chapter = {3},\n"
        "  year = {2026},\n"
        "  date = {2026-03-07},\n"
        "  version = {1.2.0 (commit abc1234)},\n"
        "  url = {https://example.org/a_b/c.html#thm-one},\n"
        "  note = {Theorem 3.2 (thm-one), A title}\n"
        "}\n"
    )


def test_another_library_reads_the_bibtex() -> None:
    library = bibtexparser.parse_string(bibtex(GAUSS))
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("incollection", "book:thm-one")
    assert entry["url"] == GAUSS["URL"]
    (entry,) = bibtexparser.parse_string(bibtex(BOOK)).entries
    assert entry.entry_type == "book"
    assert "booktitle" not in entry
    assert "note" not in entry


def test_another_library_reads_the_ris() -> None:
    (entry,) = RISParser().parse_string(ris(GAUSS)).entries.values()
    assert [str(person) for person in entry.persons["author"]][-1] == "Germain, Sophie"
    assert entry.fields["title"] == GAUSS["title"]
    assert entry.fields["year"] == "2026"
    assert entry.fields["url"] == GAUSS["URL"]


def test_ris_as_written_by_hand() -> None:
    assert ris(BOOK).splitlines() == [
        "TY  - BOOK",
        "ID  - book:thm-one",
        "AU  - The a_b authors",
        "AU  - Germain, Sophie",
        "TI  - A Book",
        "PY  - 2026",
        "DA  - 2026/03/07/",
        "ET  - version 1.2.0 (commit abc1234)",
        "LA  - en-US",
        "UR  - https://example.org/a_b/c.html#thm-one",
        "ER  - ",
    ]


@pytest.mark.parametrize("record", [GAUSS, BOOK])
def test_csl_json_follows_its_schema(record: dict[str, object]) -> None:
    written = json.loads(csl_json(record))
    jsonschema.validate(written, CSL_JSON)
    assert written == [record]


def test_schema_refuses_a_chapter_without_its_book() -> None:
    broken = {name: value for name, value in GAUSS.items() if name != "container-title"}
    with pytest.raises(jsonschema.ValidationError, match="container-title"):
        jsonschema.validate([broken], CSL_JSON)


def test_references_in_words() -> None:
    assert reference(GAUSS) == (
        "The a_b authors and Sophie Germain (2026). “Rows & columns of $A_1$ in 100% of cases.” "
        "Theorem 3.2 (thm-one), A title. In A Book, chapter 3, version 1.2.0 (commit abc1234). "
        "https://example.org/a_b/c.html#thm-one"
    )
    assert reference(BOOK, as_html=True) == (
        "The a_b authors and Sophie Germain (2026). <i>A Book</i>, version 1.2.0 (commit abc1234). "
        "https://example.org/a_b/c.html#thm-one"
    )
    assert "Rows &amp; columns" in reference(GAUSS, as_html=True)


def test_style_is_valid_csl() -> None:
    schema = files("citeproc") / "data/schema/schemas/styles/csl.rng"
    relax_ng = etree.RelaxNG(etree.fromstring(schema.read_bytes()))
    style = etree.parse(citation_formats.STYLE)
    assert relax_ng.validate(style), relax_ng.error_log
