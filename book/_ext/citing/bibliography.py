"""How the bibliography is ordered, and how many authors are written: one way everywhere."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pybtex.plugin
from pybtex.style.formatting.alpha import Style as AlphaStyle
from pybtex.style.sorting.author_year_title import SortingStyle as ByAuthor
from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAME = "book"


class SortingStyle(ByAuthor):
    """Order by author, year and title, as a dictionary does: ä stands with a."""

    def sorting_key(self, entry: Any) -> tuple[str, ...]:
        """Return what decides the place of an entry."""
        return tuple(map(plain, super().sorting_key(entry)))


class Style(AlphaStyle):
    """Entries as pybtex writes them, in the book's order."""

    default_sorting_style = NAME


@dataclass
class ReferenceStyle(AuthorYearReferenceStyle):
    """Citations by author and year; many authors are the first "and others", as in the list."""

    person: PersonStyle = field(default_factory=lambda: PersonStyle(other=" and others"))


def plain(words: str) -> str:
    """Return words without the marks on their letters, and without TeX.

    >>> plain("Läuchli")
    'Lauchli'
    """
    letters = unicodedata.normalize("NFKD", re.sub(r"\\\W|[{}]", "", words))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the styles known by their name, which the configuration gives."""
    pybtex.plugin.register_plugin("pybtex.style.sorting", NAME, SortingStyle, force=True)
    pybtex.plugin.register_plugin("pybtex.style.formatting", NAME, Style, force=True)
    register_plugin("sphinxcontrib.bibtex.style.referencing", NAME, ReferenceStyle, force=True)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
