"""What a printed document says of itself, and how it is packed."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, NamedTuple

import pikepdf

from tools.takeaway.packing import changed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Printed(NamedTuple):
    """A PDF as Chromium prints it, and the headings of its document."""

    content: bytes
    headings: list[str]


def pages_of_names(printed: bytes) -> dict[str, int]:
    """Return the number of the page on which each name is, from 1."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        places = {page.obj.objgen: place for place, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.get("/Dests", pikepdf.Dictionary())
        return {
            str(name).removeprefix("/"): places[target[0].objgen] for name, target in names.items()
        }


def number_of_pages(printed: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        return len(pdf.pages)


def set_titles(pdf: pikepdf.Pdf, titles: Iterator[str]) -> None:
    """Write the titles of an outline whole: where a heading is broken Chromium leaves no space."""

    def walk(entries: list[pikepdf.OutlineItem]) -> None:
        for entry in entries:
            title = next(titles, entry.title)
            if "".join(title.split()) == "".join(entry.title.split()):
                entry.title = title
            walk(entry.children)

    with pdf.open_outline(max_depth=9) as outline:
        walk(outline.root)


def pack_pdf(printed: Printed, out: Path, author: str, subject: str) -> None:
    """Write a PDF in half its size, with its author, and with its sources' time for its own.

    Nothing is said of the program that printed it, so that the same pages make the same file.
    """
    moment = time.strftime("D:%Y%m%d%H%M%S+00'00'", time.gmtime(changed()))
    with pikepdf.open(io.BytesIO(printed.content)) as pdf:
        set_titles(pdf, iter(printed.headings))
        title = pdf.docinfo["/Title"]
        del pdf.docinfo
        facts = {"/Title": title, "/Author": author, "/Subject": subject}
        for name, value in {**facts, "/CreationDate": moment, "/ModDate": moment}.items():
            pdf.docinfo[name] = value
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
