"""The pieces of a chapter that can be taken away, with the titles that the search knows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from addresses.block_links import KINDS
from addresses.releases import own_address
from citing.citation_records import authors, citation_file, full_version
from frame.pages import COLOR_MODE_SCRIPT, policy
from live.live_assets import ENTRY, features
from searching.index import kept
from searching.records import Record
from taking.markup import without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx

ROLES = {**KINDS, "fig": "figure"}
MARKS = re.compile(
    r'<a\b[^>]*?class="(?:permalink|headerlink|cite-link|slide-link)\b[^"]*"[^>]*></a>'
    r'|<button\b[^>]*?class="copy-latex"[^>]*></button>'
)
ELSEWHERE = re.compile(r'<details class="ties"|<div class="figure-tools"')
HEAD = re.compile(r'<meta content="(?P<said>[^"]*)" name="description"')


class Piece(NamedTuple):
    """A piece of a chapter: its label, what it is, how it is called: "Theorem 3.1 (...)"."""

    label: str
    kind: str
    name: str


def chapters(app: Sphinx) -> list[str]:
    """Return the names of the pages that are chapters."""
    return sorted(app.env.toc_secnumbers.keys() & app.env.all_docs.keys() - {app.config.root_doc})


def slug(docname: str) -> str:
    """Return the last part of a page's name."""
    return docname.rpartition("/")[2]


def pieces(app: Sphinx, docname: str) -> list[Piece]:
    """Return the pieces of a chapter in the order of the page."""
    records = (Record(*fields) for fields in json.loads(kept(app, docname).read_text("utf-8")))
    return [
        Piece(record.anchor, record.kind, record.title)
        for record in records
        if record.kind == ROLES.get(record.anchor.partition("-")[0]) != "solution"
    ]


def bare(text: str) -> str:
    """Return a piece without the marks and the tools that belong to its place."""
    return without(MARKS.sub("", text), ELSEWHERE)


def read_chapters(app: Sphinx, texts: dict[Path, str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each finished chapter; a draft has nothing to take away."""
    for docname in [] if app.config.draft else chapters(app):
        text = texts.get(Path(app.outdir) / f"{docname}.html")
        if text is not None:
            yield docname, text


def shared_context(app: Sphinx, docname: str, page: str) -> dict[str, Any]:
    """Return what the templates say of the book and of the chapter that a piece comes from."""
    description = HEAD.search(page)
    return {
        "book": citation_file()["title"],
        "authors": " and ".join(name.get("literal") or name["family"] for name in authors()),
        "version": full_version(app),
        "chapter": app.env.titles[docname].astext(),
        "number": ".".join(map(str, app.env.toc_secnumbers[docname].get("", ()))),
        "description": description["said"] if description else "",  # as HTML
        "place": f"../{docname}.html",
        "canonical": f"{own_address(app)}{docname}.html",
        "policy": policy(python="python" in features(app.env, docname)),
        "color_mode_script": COLOR_MODE_SCRIPT,
        "entry": f"../{ENTRY}",
    }


def renderer(app: Sphinx, template: str) -> Callable[[dict[str, Any]], str]:
    """Return what fills a template of the book."""
    templates = app.builder.templates
    return lambda context: str(templates.render(template, context))


def put(folder: Path, files: dict[str, str]) -> None:
    """Make a folder hold these pages and no others; what has not changed is left alone."""
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.html"):
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")
