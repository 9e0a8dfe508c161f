"""Cite anything: a block at the end of each page, and for each labeled block an entry of its own.

The entries of a chapter's theorems, definitions, examples and figures stand on one page,
``cite/<page>.html``; the files of every entry stand beside it. Nothing needs a script.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from citing.citation_formats import FORMATS, reference
from citing.citation_records import (
    Item,
    item_record,
    items,
    page_label,
    page_record,
)
from frame.page_marks import button, mark
from live.live_assets import ENTRY, use
from taking import decks, embeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

    from citing.citation_formats import Record


def cite_page(docname: str) -> str:
    """Return the name of the page with the entries of a page."""
    return f"cite/{docname}"


def entry(record: Record, label: str) -> dict[str, Any]:
    """Return what a template needs to show a record."""
    bibtex = FORMATS[0].write(record).strip()
    files = [(form.name, f"cite/{label}.{form.ending}") for form in FORMATS]
    return {"html": reference(record, as_html=True), "bibtex": bibtex, "files": files}


def declare_live(app: Sphinx, doctree: nodes.document) -> None:
    """Say that the page has buttons that copy."""
    use(app.env, app.env.docname, "cite")


def offer_citation(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give the template the page's own entry."""
    if doctree is None:
        return
    word = "book" if pagename == app.config.root_doc else "chapter"
    numbered = pagename in app.env.toc_secnumbers
    context["citation"] = {
        "what": word if numbered or word == "book" else "page",
        "entry": entry(page_record(app, pagename), page_label(app, pagename)),
        "page": cite_page(pagename) if any(items(app, pagename)) else None,
    }


def collect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Write the files of every entry, and yield the pages that show them."""
    if app.builder.name != "html" or app.config.draft:
        return
    folder = Path(app.outdir) / "cite"
    folder.mkdir(exist_ok=True)
    for docname in sorted(app.env.all_docs):
        write_files(folder, page_label(app, docname), page_record(app, docname))
        listed = []
        for item in items(app, docname):
            record = item_record(app, docname, item)
            write_files(folder, item.label, record)
            iframe = embeds.snippet(app, docname, item)
            listed.append({"item": item, **entry(record, item.label), "iframe": iframe})
        if listed:
            title = app.env.titles[docname].astext()
            context = {
                "title": f"Cite: {title}",
                "about": docname,
                "about_title": title,
                "entries": listed,
                "live_script": ENTRY,
            }
            yield cite_page(docname), context, "cite.html"


def write_files(folder: Path, label: str, record: Record) -> None:
    """Write a record in every format."""
    for form in FORMATS:
        (folder / f"{label}.{form.ending}").write_text(form.write(record), encoding="utf-8")


def add_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a link to its entry beside the title of each block that can be cited."""
    if app.builder.name != "html":
        return
    known = {item.label: item for item in items(app, docname)}
    for node in doctree.findall(nodes.Element):
        titles = [part for part in node.children if isinstance(part, nodes.title | nodes.caption)]
        label = next((name for name in node.get("ids", []) if name in known), None)
        if titles and label is not None:
            titles[0] += link(app, docname, known[label])
            titles[0] += takes(app, docname, known[label])


def takes(app: Sphinx, docname: str, item: Item) -> list[nodes.Element]:
    """Return what takes an item of a chapter away: the link to its slide, and "Copy LaTeX".

    A worked example has a button of its own, which copies what the reader has made of it.
    """
    slide = decks.address(app, docname, item.label)
    found = [mark(href=slide, class_="slide-link", aria_label=f"Slide: {item.name}")]
    if not item.label.startswith("fig-") and not item.name.startswith("Worked"):
        found.append(button(class_="copy-latex", aria_label=f"Copy LaTeX: {item.name}"))
    return found if slide else []


def link(app: Sphinx, docname: str, item: Item) -> nodes.Element:
    """Return the link to an item's entry."""
    target = app.builder.get_relative_uri(docname, cite_page(docname))
    return mark(href=f"{target}#{item.label}", class_="cite-link", aria_label=f"Cite {item.name}")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("html-collect-pages", collect_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
