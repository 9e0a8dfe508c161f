"""The page that a server shows for an address that is none: it must work at any depth."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

NAME = "404"
# a relative address: no fragment, no other host, not yet from the top of the site
RELATIVE = re.compile(r'\b(href|src|action|data-live|data-offline)="(?!#|/|[a-z]+:)([^"]*)"')


def from_the_top(text: str, top: str) -> str:
    """Return a page whose addresses hold wherever it is shown.

    >>> from_the_top('<a href="data/a.html">a</a> <a href="#b">b</a>', "/book/")
    '<a href="/book/data/a.html">a</a> <a href="#b">b</a>'
    """
    return RELATIVE.sub(rf'\1="{top}\2"', text)


def finish(app: Sphinx, texts: dict[Path, str]) -> None:
    """Let the addresses of the page begin at the top of the site: this one, where it stays."""
    top = urlsplit(app.config.html_baseurl).path if app.config.book_published else "/"
    path = Path(app.outdir) / f"{NAME}.html"
    if path in texts:
        texts[path] = from_the_top(texts[path], top)


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page."""
    if app.builder.name == "html":
        yield NAME, {"title": "No such page"}, f"{NAME}.html"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("html-collect-pages", collect_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
