"""Put files into the built site, and link them where they are.

A build does not know of them, so no page promises what is not there: a page that is built again
has no link until the file is made again.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

from places import site_pages
from tools.takeaway.book import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FOLDERS = ("pdf", "take-away")
PLACE = re.compile(r'<aside class="page-actions"[^>]*>')
LINK = re.compile(r'\n *<a class="take-away"[^>]*>[^<]*</a>')
ON_COVER = {
    f"pdf/{NAME}.pdf": "The book as PDF",
    f"take-away/{NAME}.zip": "All pages, to read without a network (.zip)",
    f"take-away/{NAME}.apkg": "Cards for Anki (.apkg)",
}


def without_links(text: str) -> str:
    """Return a page without its links to what readers take away."""
    return LINK.sub("", text)


def with_links(text: str, links: dict[str, str]) -> str:
    """Return a page with links, by their targets, before the others at its end."""
    written = "".join(
        f'\n        <a class="take-away" href="{target}" download>{words}</a>'
        for target, words in links.items()
    )
    return PLACE.sub(lambda place: place[0] + written, without_links(text), count=1)


def links_of(site: Path, page: str) -> dict[str, str]:
    """Return what a page can link to, by what is in the site.

    The cover offers the whole book, a chapter its own file.
    """
    if page == "index":
        return {name: words for name, words in ON_COVER.items() if (site / name).exists()}
    name = f"pdf/{page.rpartition('/')[2]}.pdf"
    return {f"{'../' * page.count('/')}{name}": "PDF"} if (site / name).exists() else {}


def offer(site: Path, files: Iterable[Path], folder: str) -> None:
    """Put files into a folder of the site, and links into the pages that they belong to."""
    (site / folder).mkdir(exist_ok=True)
    made = {path.stem for path in files if shutil.copy(path, site / folder)}
    for path in site_pages(site):
        page = path.relative_to(site).with_suffix("").as_posix()
        if page != "index" and path.stem not in made:
            continue
        replace_text(path, with_links(path.read_text(encoding="utf-8"), links_of(site, page)))


def replace_text(path: Path, text: str) -> None:
    """Write a page anew at once: a server may be reading it."""
    beside = path.with_suffix(".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, path)  # noqa: PTH105 (replaces on every system)
