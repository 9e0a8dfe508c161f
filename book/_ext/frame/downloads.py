"""Offer each page as MyST Markdown and each chapter as a notebook that runs anywhere.

The notebook's text comes from the finished page, so that numbers, references and citations are
resolved; its code comes from the chapter's source, cell for cell. Its first cell installs the
package from the wheel that the site carries, so that text and package have the same version.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from myst_nb.core.config import NbParserConfig
from myst_nb.core.read import create_nb_reader
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from addresses.releases import own_address
from frame.notebook_text import CODE, END, RESERVED, RUN, SOLUTION, parts, prepared
from places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup
    from docutils import nodes
    from sphinx.application import Sphinx


def source_notebook(app: Sphinx, docname: str) -> Any:
    """Return a chapter's source as a notebook; nothing for a page of text."""
    path = app.env.doc2path(docname)
    text = Path(path).read_text(encoding="utf-8")
    reader = create_nb_reader(str(path), app.env.myst_config, NbParserConfig(), text)
    return None if reader is None else reader.read(text)


def first_cells(app: Sphinx, docname: str, url: str) -> list[Any]:
    """Return the cells that say where the notebook comes from and install the package."""
    wheel = f"linalg_book-{app.config.version}-py3-none-any.whl"
    published = not app.config.html_baseurl.startswith(RESERVED)
    place = f"{own_address(app)}_downloads/{wheel}" if published else f"./{wheel}"
    where = f"[on its site]({url})" if published else "in the copy of the book that you built"
    of_book = f"{app.config.project}, version {app.config.version}"
    cover = docname == app.config.root_doc
    what = "cover of" if cover else f"chapter *{app.env.titles[docname].astext()}* of"
    text = (
        f"This notebook is the {what} {of_book}; the {'cover' if cover else 'chapter'} itself "
        f"stands {where}.\n\nThe next cell installs the package that it runs, in Colab or on "
        "your own machine. Run it once, first."
    )
    return [new_markdown_cell(text), new_code_cell(f"%pip install --quiet {place}")]


def notebook(app: Sphinx, docname: str, soup: BeautifulSoup) -> Any:
    """Return a chapter as a notebook; the cells of a solution have the tag ``solution``."""
    url = f"{own_address(app)}{docname}.html"
    code = code_cells(soup, source_notebook(app, docname).cells)
    cells = first_cells(app, docname, url)
    inside = False
    for part in parts(soup, url):
        if part in {SOLUTION, END}:
            inside = part == SOLUTION
            continue
        new = next(code) if part == CODE else [new_markdown_cell(part)]
        for cell in new if inside else []:
            cell.metadata["tags"] = ["solution"]
        cells += new
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def code_cells(soup: BeautifulSoup, source: list[Any]) -> Iterator[list[Any]]:
    """Yield what each place of code on a page becomes: a worked example has no source cell.

    A cell that the page leaves out, its outputs too, comes before the next that it has.
    """
    waiting = iter([cell for cell in source if cell.cell_type == "code"])
    for place in soup.select(RUN):
        if "live-example" in place.get("class", []):
            yield [new_code_cell(str(json.loads(str(place["data-book"]))["code"]))]
            continue
        taken = [next(waiting)]
        while "remove-cell" in taken[-1].metadata.get("tags", []):
            taken.append(next(waiting))
        yield [new_code_cell(cell.source) for cell in taken]


def offer(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Write the page's notebook and tell the template what can be downloaded."""
    context["downloads"] = downloads = []
    if doctree is None or app.builder.name != "html" or app.config.draft:
        return
    name = pagename.rsplit("/", 1)[-1]
    if "kernelspec" in app.env.metadata.get(pagename, {}):
        book = notebook(app, pagename, prepared(context, app.config.katex_macros))
        path = Path(app.outdir) / "_downloads" / f"{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        nbformat.write(book, path)
        downloads.append((path.name, "Notebook (.ipynb)", f"_downloads/{path.name}"))
    downloads.append((f"{name}.md", "Text (.md)", f"_sources/{context['sourcename']}"))


def write_wheel(app: Sphinx) -> None:
    """Put the package itself beside the notebooks that install it."""
    folder = Path(app.outdir) / "_downloads"
    if not folder.is_dir():
        return
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
