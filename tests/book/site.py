"""The built pages as parsed documents, and what their links and colors say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tools.markup import parsed

from places import site_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

# Every attribute whose address a browser fetches or follows.
FETCHED = {
    "src", "srcset", "data", "poster", "background", "action", "formaction", "xlink:href",
}  # fmt: skip
EXTRAS = {"404", "search"}  # pages without a source file, beside those of the folder cite


@dataclass
class Page:
    """One built page; its name is its path without the ending."""

    root: Path
    path: Path
    found: dict[str, list[Tag]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def name(self) -> str:
        """Return the name, for example ``systems/one-equation``."""
        return self.path.relative_to(self.root).with_suffix("").as_posix()

    @cached_property
    def text(self) -> str:
        """Return the page's source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def soup(self) -> BeautifulSoup:
        """Return the page as a tree, without the boxes of its formulas; not to be changed."""
        return parsed(self.text)

    @cached_property
    def anchors(self) -> set[str]:
        """Return everything that a link may point at."""
        return {str(tag["id"]) for tag in self.soup.find_all(id=True)}

    @property
    def has_source(self) -> bool:
        """Tell whether the page comes from a file of the book."""
        return self.name not in EXTRAS and not self.name.startswith("cite/")

    def attribute(self, selector: str, name: str) -> str:
        """Return an attribute of the only element that a selector finds; nothing for none."""
        if selector not in self.found:
            self.found[selector] = self.soup.select(selector)
        found = self.found[selector]
        return str(found[0].get(name, "")) if len(found) == 1 else ""

    def fetched(self) -> Iterator[tuple[Tag, str]]:
        """Yield each element that makes the browser fetch something, with the address."""
        for tag in self.soup.find_all(name=True):
            for name, value in tag.attrs.items():
                is_link = name == "href" and tag.name not in {"a", "area"}
                if (name in FETCHED or is_link) and tag.get("rel") != ["canonical"]:
                    yield tag, str(value)

    def target(self, address: str) -> tuple[Path, str]:
        """Return the file and the anchor that an address of this site means."""
        parts = urlsplit(address)
        folder = self.root if parts.path.startswith("/") else self.path.parent  # as in 404.html
        place = unquote(parts.path).removeprefix("/")
        path = (folder / place).resolve() if parts.path else self.path
        return path, unquote(parts.fragment)


@cache
def read_site(root: Path) -> list[Page]:
    """Return every page of the site, in the order of their names; each is parsed once."""
    return [Page(root, path) for path in site_pages(root) if "_static" not in path.parts]


def is_elsewhere(address: str) -> bool:
    """Tell whether an address names another host or program; ``data:`` holds its own content."""
    parts = urlsplit(address.strip())
    return bool(parts.netloc) or parts.scheme not in {"", "data"}


def policy_of(page: Page) -> dict[str, list[str]]:
    """Return the directives of the page's Content-Security-Policy."""
    content = page.attribute('meta[http-equiv="Content-Security-Policy"]', "content")
    words = [directive.split() for directive in content.split(";") if directive.strip()]
    return {name: values for name, *values in words}


def paints(drawing: Tag) -> Iterator[str]:
    """Yield every color that an SVG drawing names, in attributes and in styles."""
    properties = ("fill", "stroke", "color", "stop-color", "flood-color", "lighting-color")
    for tag in [drawing, *drawing.find_all(name=True)]:
        declared = re.findall(r"(?:^|;)\s*([\w-]+)\s*:\s*([^;]+)", str(tag.get("style", "")))
        for name, value in [*declared, *tag.attrs.items()]:
            if name in properties:
                yield str(value).strip()
