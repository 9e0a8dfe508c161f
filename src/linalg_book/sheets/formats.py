"""The register of formats in which a sheet can be written.

Writers are imported when they are first used: a page that makes a sheet loads one of them.
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from linalg_book.errors import RequestError
from linalg_book.sheets.registers import entry_named


@dataclass(frozen=True)
class Format:
    """A format of a sheet.

    Attributes
    ----------
    name : str
        As on the command line.
    label : str
        What a form calls it.
    suffix : str
        How the names of its files end.
    media_type : str
        What it is called in the web.
    programs : sequence of str
        The programs of which one is needed; none for most formats.
    """

    name: str
    label: str
    suffix: str
    media_type: str
    is_text: bool = True
    programs: Sequence[str] = ()

    def write(self, sheet: Any) -> bytes:
        """Write a sheet in this format."""
        self.require_program()
        module = import_module(f"linalg_book.sheets.as_{self.name}")
        content: str | bytes = module.write(sheet)
        return content.encode() if isinstance(content, str) else content

    def require_program(self) -> None:
        """Refuse the format if none of its programs is there."""
        if self.programs and not any(map(shutil.which, self.programs)):
            raise RequestError(
                f"expected a program that writes {self.name} ({', '.join(self.programs)}), but "
                "found none: install a TeX distribution, or take the format latex or html."
            ).about("format")


TEX = ("xelatex", "lualatex", "pdflatex", "tectonic")
FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format("markdown", "Markdown", ".md", "text/markdown"),
        Format("latex", "LaTeX", ".tex", "application/x-tex"),
        Format("html", "HTML, to read and print", ".html", "text/html"),
        Format("pdf", "PDF", ".pdf", "application/pdf", is_text=False, programs=TEX),
        Format("json", "JSON", ".json", "application/json"),
        Format("moodle", "Moodle XML, with Cloze questions", ".xml", "application/xml"),
        Format("qti", "QTI 2.1, a zip archive", ".zip", "application/zip", is_text=False),
    )
}


def format_named(name: Any) -> Format:
    """Return a format, or refuse its name."""
    return entry_named(FORMATS, name, "format", "a format")
