"""The built site as an archive, to be read from a folder."""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tools.takeaway.book import NAME
from tools.takeaway.offer import FOLDERS, without_links
from tools.takeaway.packing import pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.takeaway.book import Book

ARTICLE = '<article class="bd-article">'
NOTE = (
    '<div class="admonition note folder-note"><p class="admonition-title">You read a copy from '
    "a folder</p><p>Text, formulas, figures, solutions and the search are complete. What moves, "
    "what takes your numbers and what checks answers needs a server, because browsers load no "
    "modules from files: call <code>python3 -m http.server</code> in this folder and open "
    '<code>http://localhost:8000</code>, or read at <a href="{address}">{address}</a>.</p></div>'
)


def entries(book: Book) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the site, without what it offers to take away."""
    for path in sorted(book.site.rglob("*")):
        name = path.relative_to(book.site)
        if path.is_dir() or name.parts[0] in FOLDERS:
            continue
        content = path.read_bytes()
        if path.suffix == ".html":
            content = in_folder(content.decode(), name.as_posix(), book.address).encode()
        yield f"{NAME}/{name.as_posix()}", content


def in_folder(text: str, name: str, address: str) -> str:
    """Return a page as it stands in the archive; the first says what cannot work there."""
    text = without_links(text)
    if name == "index.html":
        text = text.replace(ARTICLE, ARTICLE + NOTE.format(address=address), 1)
    return text


def write_archive(book: Book, folder: Path) -> Path:
    """Write the archive into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    out, beside = folder / f"{NAME}.zip", folder / f"{NAME}.zip.new"
    pack(beside, entries(book))
    os.replace(beside, out)  # noqa: PTH105 (replaces on every system)
    print(f"{out.name}: {out.stat().st_size / 1e6:.1f} MB", flush=True)
    return out
