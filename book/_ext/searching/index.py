"""Write what the search page reads: the places of all pages, and the library that searches them.

The pages' records are kept beside the doctrees, so that a build writes those of changed pages
only. All is loaded by ``script`` elements: a browser reads them from a folder as well.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError

from frame.notebook_text import PREPARED, prepared
from places import BOOK, MODULES
from searching.records import Record, records

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.application import Sphinx

ALIASES = "other_names"  # in the front matter of a chapter: label, and what others call it
LIBRARY = MODULES / "minisearch/dist/umd/index.js"


def kept(app: Sphinx, docname: str) -> Path:
    """Return where the records of a page are kept."""
    return Path(app.doctreedir) / "search" / f"{docname}.json"


def keep_records(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Keep the records of a page that is written."""
    if doctree is None or app.builder.name != "html":
        return
    found = records(prepared(context, app.config.katex_macros))
    del context[PREPARED]  # it is used up
    path = kept(app, pagename)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


def write_index(app: Sphinx) -> None:
    """Write the records of all pages as a script, and the two scripts that use it."""
    static = Path(app.outdir) / "_static"
    aliases = read_aliases(app)
    pages: list[list[str]] = []
    entries: list[list[object]] = []
    for docname in sorted(app.env.all_docs):
        text = kept(app, docname).read_text(encoding="utf-8")
        for record in (Record(*fields) for fields in json.loads(text)):
            other = aliases.pop(record.anchor, "")
            anchor = "" if record.kind == "page" else record.anchor
            entries.append([len(pages), anchor, *record[1:], other])
        pages.append([f"{docname}.html", app.env.titles[docname].astext()])
    if aliases:
        raise ExtensionError(f"{ALIASES}: no place of the book is named {', '.join(aliases)}")
    data = json.dumps({"pages": pages, "entries": entries}, ensure_ascii=False)
    (static / "search-index.js").write_text(f"globalThis.searchIndex = {data};\n", encoding="utf-8")
    shutil.copyfile(LIBRARY, static / "minisearch.js")
    shutil.copyfile(BOOK / "_assets/search.js", static / "search.js")


def read_aliases(app: Sphinx) -> dict[str, str]:
    """Return what others call the places of all chapters, by their labels."""
    chapters = (metadata.get(ALIASES, "{}") for metadata in app.env.metadata.values())
    return {label: words for text in chapters for label, words in json.loads(text).items()}


def leave_out_the_other(app: Sphinx) -> None:
    """Let Sphinx write no index and no page of its own for searching."""
    app.builder.search = False


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that searches."""
    if app.builder.name == "html":
        yield "search", {"title": "Search"}, "search.html"


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("builder-inited", leave_out_the_other)
    app.connect("html-collect-pages", collect_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
