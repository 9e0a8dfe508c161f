"""What the documents need to know of the built book: its parts, its pages, its address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import yaml
from lxml import html

from tools.tasks.base import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NAME = "from-linear-systems-to-neural-networks"
"""The name of a file that holds the whole book."""

NOT_BUILT = "expected a built book in {}, found no {}: call make book first"


class TakeawayError(Exception):
    """What readers take away could not be made; the message says what to do."""


@dataclass(frozen=True)
class Part:
    """A part of the book: its title and its pages, for example ``systems/planes``."""

    title: str
    numbered: bool
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Book:
    """A built book, in the folder of its site."""

    site: Path

    def read(self, name: str) -> html.HtmlElement:
        """Return a page as a tree."""
        path = self.site / f"{name}.html"
        if not path.exists():
            raise TakeawayError(NOT_BUILT.format(self.site.name, path.name))
        return html.document_fromstring(path.read_text(encoding="utf-8"))

    @cached_property
    def parts(self) -> list[Part]:
        """The parts in their order."""
        contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
        return [
            Part(
                part["caption"],
                bool(part.get("numbered")),
                tuple(entry["file"] for entry in part["chapters"]),
            )
            for part in contents["parts"]
        ]

    @property
    def chapters(self) -> list[str]:
        """The numbered chapters, in their order."""
        return [page for part in self.parts if part.numbered for page in part.pages]

    @cached_property
    def cover(self) -> html.HtmlElement:
        """The first page of the site."""
        return self.read("index")

    @property
    def title(self) -> str:
        """The title of the book."""
        return str(self.cover.findtext(".//title")).strip()

    @property
    def author(self) -> str:
        """Who signs the book."""
        return str(self.cover.xpath("string(//meta[@name='citation_author']/@content)"))

    @property
    def description(self) -> str:
        """What the book says of itself in one sentence."""
        return str(self.cover.xpath("string(//meta[@name='description']/@content)"))

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        found = str(self.cover.xpath("string(//link[@rel='canonical']/@href)"))
        return found.removesuffix("index.html")

    @cached_property
    def edition(self) -> str:
        """The version, with the commit where it is no release."""
        facts = json.loads((self.site / "version.json").read_text(encoding="utf-8"))
        commit = "" if facts["released"] or not facts.get("commit") else f" ({facts['commit']})"
        return f"version {facts['version']}{commit}"


def slug(page: str) -> str:
    """Return the short name of a page.

    >>> slug("systems/planes")
    'planes'
    """
    return page.rpartition("/")[2]
