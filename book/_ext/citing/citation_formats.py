"""Write one bibliographic record, a CSL-JSON item, in words, as BibTeX, as RIS and as CSL-JSON."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import rispy
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

Record = dict[str, Any]

STYLE = Path(__file__).with_name("citation.csl")
FORMULA = re.compile(r"(\$[^$]*\$)")


class Format(NamedTuple):
    """A format of files: how it is called, the ending of its files, and what writes it."""

    name: str
    ending: str
    write: Callable[[Record], str]


class PlainWriter(Writer):
    """A writer that leaves addresses and formulas as they are; LaTeX reads both verbatim."""

    def quote(self, s: str) -> str:
        """Return a value in braces."""
        self.check_braces(s)
        return f"{{{s}}}"

    def _write_field(self, stream: TextIO, type: str, value: str) -> None:  # noqa: A002
        parts = [value] if type == "url" else FORMULA.split(value)
        verbatim = type == "url"
        written = [p if verbatim or FORMULA.fullmatch(p) else self._encode(p) for p in parts]
        stream.write(f",\n  {type} = {self.quote(''.join(written))}")


def issued(record: Record) -> tuple[int, int, int]:
    """Return a record's date: year, month and day."""
    year, month, day = record["issued"]["date-parts"][0]
    return year, month, day


def bibtex(record: Record) -> str:
    """Return a record as an entry of a BibTeX file."""
    year, month, day = issued(record)
    fields = {
        "title": record["title"],
        "booktitle": record.get("container-title"),
        "chapter": record.get("chapter-number"),
        "year": str(year),
        "date": f"{year:04}-{month:02}-{day:02}",
        "version": record["version"],
        "url": record["URL"],
        "note": record.get("note"),
    }
    kind = "incollection" if record["type"] == "chapter" else "book"
    entry = Entry(
        kind,
        fields=[(name, value) for name, value in fields.items() if value],
        persons={"author": [_person(author) for author in record["author"]]},
    )
    text: str = PlainWriter().to_string(BibliographyData({record["id"]: entry}))
    return text.strip() + "\n"


def _person(author: dict[str, str]) -> Person:
    if "literal" in author:
        return Person(f"{{{author['literal']}}}")
    return Person(first=author.get("given", ""), last=author["family"])


def ris(record: Record) -> str:
    """Return a record in the format of reference managers."""
    year, month, day = issued(record)
    fields = {
        "type_of_reference": "CHAP" if record["type"] == "chapter" else "BOOK",
        "id": record["id"],
        "authors": [_name(author) for author in record["author"]],
        "title": record["title"],
        "secondary_title": record.get("container-title"),
        "section": record.get("chapter-number"),
        "year": str(year),
        "date": f"{year:04}/{month:02}/{day:02}/",
        "edition": f"version {record['version']}",
        "language": record["language"],
        "urls": [record["URL"]],
        "notes": [record["note"]] if "note" in record else None,
    }
    used = {name: value for name, value in fields.items() if value}
    return "".join(rispy.dumps([used]).partition("TY  -")[1:])  # without the entry's number


def _name(author: dict[str, str]) -> str:
    return author.get("literal") or f"{author['family']}, {author.get('given', '')}"


def csl_json(record: Record) -> str:
    """Return a record as a CSL-JSON file."""
    return json.dumps([record], ensure_ascii=False, indent=2) + "\n"


def reference(record: Record, *, as_html: bool = False) -> str:
    """Return a record in words, in the style ``citation.csl``."""
    style = formatter.html if as_html else formatter.plain
    if as_html:  # the processor writes tags and leaves the words as they are
        record = {k: html.escape(v) if isinstance(v, str) else v for k, v in record.items()}
    bibliography = CitationStylesBibliography(_style(), CiteProcJSON([record]), style)
    bibliography.register(Citation([CitationItem(record["id"])]))
    return str(bibliography.bibliography()[0])


@cache
def _style() -> CitationStylesStyle:
    return CitationStylesStyle(str(STYLE), validate=False)


FORMATS = (
    Format("BibTeX", "bib", bibtex),
    Format("RIS", "ris", ris),
    Format("CSL-JSON", "json", csl_json),
)
