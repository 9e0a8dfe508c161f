"""What can be cited, as CSL-JSON items: the book, its pages, and their labeled blocks."""

from __future__ import annotations

import time
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from docutils import nodes

from addresses.block_links import KINDS
from addresses.releases import own_address
from live.live_examples import FIGTYPE, live_example
from places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from citing.citation_formats import Record

CITATION_FILE = ROOT / "CITATION.cff"
BOOK_KEY = "linalg_book"
CITABLE = {name: kind for name, kind in KINDS.items() if name != "sol"} | {"fig": "figure"}


class Item(NamedTuple):
    """A labeled block of a page: ``thm-one-equation-nearest``, "Theorem 1.1", its title."""

    label: str
    name: str
    title: str


@cache
def citation_file() -> dict[str, Any]:
    """Return what CITATION.cff says about the book."""
    whole = yaml.safe_load(CITATION_FILE.read_text(encoding="utf-8"))
    licenses = {"license": whole["license"], "keywords": whole.get("keywords", [])}
    return {**licenses, **whole["preferred-citation"]}


def authors() -> list[dict[str, str]]:
    """Return the authors as CSL-JSON writes names; a group has one name."""
    return [
        {"literal": author["name"]}
        if "name" in author
        else {"family": author["family-names"], "given": author.get("given-names", "")}
        for author in citation_file()["authors"]
    ]


def date_parts(app: Sphinx) -> list[int]:
    """Return year, month and day of this version: the commit's date, or today."""
    return list(time.gmtime(app.config.book_seconds)[:3])


def full_version(app: Sphinx) -> str:
    """Return the version with the commit that was built; what is no release says so."""
    commit = app.config.book_commit
    words = [] if app.config.book_release else ["development version"]
    words += [f"commit {commit}"] if commit else []
    return f"{app.config.version} ({', '.join(words)})" if words else app.config.version


def source_address(app: Sphinx, docname: str) -> str:
    """Return where the source of this version of a page stays; nothing without a repository."""
    repository, commit = app.config.book_repository, app.config.book_commit
    if not (repository and commit):
        return ""
    return f"{repository}/blob/{commit}/book/{app.env.doc2path(docname, base=False)}"


def page_label(app: Sphinx, docname: str) -> str:
    """Return the label of a page, for example ``sec-one-equation``."""
    labels: list[str] = app.env.metadata[docname].get("labels", [])
    slug = docname.rsplit("/", 1)[-1]
    return f"sec-{slug}" if f"sec-{slug}" in labels or not labels else slug


def page_record(app: Sphinx, docname: str) -> Record:
    """Return the record of a page: of the book for the cover, of a chapter for every other."""
    about = citation_file()
    source = source_address(app, docname)
    shared = {
        "author": authors(),
        "issued": {"date-parts": [date_parts(app)]},
        "version": full_version(app),
        "language": "en-US",
        **({"note": f"Source of this version: {source}"} if source else {}),
    }
    if docname == app.config.root_doc:
        title = about["title"]
        return {"id": BOOK_KEY, "type": "book", "title": title, **shared, "URL": own_address(app)}
    number = app.env.toc_secnumbers.get(docname, {}).get("", ())
    return {
        "id": f"{BOOK_KEY}:{page_label(app, docname)}",
        "type": "chapter",
        "title": app.env.titles[docname].astext(),
        "container-title": about["title"],
        **({"chapter-number": ".".join(map(str, number))} if number else {}),
        **shared,
        "URL": f"{own_address(app)}{docname}.html",
    }


def item_record(app: Sphinx, docname: str, item: Item) -> Record:
    """Return the record of a labeled block: its page's, with the block's name and address."""
    page = page_record(app, docname)
    named = f"{item.name} ({item.label})" + (f", {item.title}" if item.title else "")
    return {
        **page,
        "id": f"{BOOK_KEY}:{item.label}",
        "note": f"{named}. {page['note']}" if "note" in page else named,
        "URL": f"{page['URL']}#{item.label}",
    }


def items(app: Sphinx, docname: str) -> Iterator[Item]:
    """Yield what can be cited on a page, in the order of the page."""
    for label, title in app.env.metadata[docname].get("citable", []):
        kind = CITABLE[label.split("-")[0]]
        numbers = app.env.toc_fignumbers.get(docname, {})
        kind = next((k for k in (kind, FIGTYPE) if label in numbers.get(k, {})), kind)
        number = ".".join(map(str, numbers.get(kind, {}).get(label, ())))
        word = kind.replace("-", " ").capitalize()
        yield Item(label, f"{word} {number}".strip(), title)


def note_citable(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the labels and titles of what can be cited on a page."""
    found: dict[str, str] = {}
    for node in doctree.findall(nodes.Element):
        if isinstance(node, nodes.section | nodes.target):
            continue
        for label in node["ids"]:
            if label.split("-")[0] in CITABLE:
                found.setdefault(label, _title(node))
    app.env.metadata[app.env.docname]["citable"] = list(found.items())


def _title(node: nodes.Element) -> str:
    if isinstance(node, live_example):
        return str(node["summary"])
    title = node.next_node(nodes.title, descend=True, ascend=False)
    if title is None or title.parent is not node:
        return ""
    return words_of(title).removeprefix("(").removesuffix(")")


def words_of(element: nodes.Element) -> str:
    """Return the words of a title, a term or a caption, with its formulas between dollars."""
    words = "".join(
        f"${part.astext()}$" if isinstance(part, nodes.math) else part.astext()
        for part in element.children
    )
    return words.strip()
