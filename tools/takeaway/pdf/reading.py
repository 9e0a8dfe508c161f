"""What a printed document says of itself, and how it is packed."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING

import pikepdf

from tools.takeaway.packing import changed

if TYPE_CHECKING:
    from pathlib import Path


def pages_of_names(printed: bytes) -> dict[str, int]:
    """Return the number of the page on which each name is, from 1."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        places = {page.obj.objgen: place for place, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.get("/Dests", pikepdf.Dictionary())
        return {
            str(name).removeprefix("/"): places[target[0].objgen] for name, target in names.items()
        }


def pack_pdf(printed: bytes, out: Path, author: str, subject: str) -> None:
    """Write a PDF in half its size, with its author, and with its sources' time for its own.

    Nothing is said of the program that printed it, so that the same pages make the same file.
    """
    moment = time.strftime("D:%Y%m%d%H%M%S+00'00'", time.gmtime(changed()))
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        title = pdf.docinfo["/Title"]
        del pdf.docinfo
        facts = {"/Title": title, "/Author": author, "/Subject": subject}
        for name, value in {**facts, "/CreationDate": moment, "/ModDate": moment}.items():
            pdf.docinfo[name] = value
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
