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
from urllib.parse import urljoin

import nbformat
from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter
from myst_nb.core.config import NbParserConfig
from myst_nb.core.read import create_nb_reader
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from addresses.releases import own_address
from places import ROOT

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

CELL = "\n@@CODE CELL@@\n"
PAGE_ONLY = ".cite-link, .permalink, .live-result, .live-code"  # what a notebook has no use for
RUN = "div.cell:not(.stored-cell):has(div.cell_input), div.live-example"
RESERVED = "https://example.org/"  # the address of a copy that is not published


class ChapterConverter(MarkdownConverter):
    """Turn a page's HTML into the Markdown of a notebook."""

    class Options(MarkdownConverter.DefaultOptions):
        """Headings with number signs, plain bullets."""

        heading_style = "atx"
        bullets = "-"
        escape_misc = False
        escape_underscores = False
        escape_asterisks = False

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Drop the permalink signs; let links within the book lead to the site."""
        if "headerlink" in el.get("class", []):
            return ""
        page = self.options["page_url"]
        target = urljoin(page, str(el.get("href", "")))
        if target.startswith(RESERVED):
            return text
        el["href"] = target
        return super().convert_a(el, text, parent_tags)

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write inline formulas."""
        if el.has_attr("data-tex"):
            return f"${el['data-tex']}$"
        return text

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write display formulas, and mark the places of the code cells."""
        if el.has_attr("data-tex"):
            return f"\n\n$$\n{el['data-tex']}\n$$\n\n"
        classes = el.get("class", [])
        if "stored-cell" in classes:
            return super().convert_div(el, text, parent_tags)
        if "cell" in classes and el.find(class_="cell_input"):
            caption = el.find("figcaption")
            words = self.process_tag(caption, parent_tags).strip() if caption else ""
            return f"\n\n{CELL}\n\n{words}\n\n"
        if "cell" in classes or "answer-check" in classes:
            return ""
        if "admonition" in classes:
            code = f"{CELL}\n\n" if "live-example" in classes else ""
            return f"\n\n{text.strip()}\n\n{code}"
        return super().convert_div(el, text, parent_tags)

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write titles of blocks in bold."""
        if "admonition-title" in el.get("class", []):
            return f"\n\n**{text.strip()}**\n\n"
        return super().convert_p(el, text, parent_tags)

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write the line of a folded block in bold."""
        return f"\n\n**{text.strip()}**\n\n"


def source_notebook(app: Sphinx, docname: str) -> Any:
    """Return a chapter's source as a notebook; nothing for a page of text."""
    path = app.env.doc2path(docname)
    text = Path(path).read_text(encoding="utf-8")
    reader = create_nb_reader(str(path), app.env.myst_config, NbParserConfig(), text)
    return None if reader is None else reader.read(text)


def source_cells(app: Sphinx, docname: str) -> list[str]:
    """Return the code of every cell of a chapter's source, in order; none for a page of text."""
    book = source_notebook(app, docname)
    cells = book.cells if book else []
    return [cell.source for cell in cells if cell.cell_type == "code"]


def first_cells(app: Sphinx, title: str, url: str) -> list[Any]:
    """Return the cells that say where the notebook comes from and install the package."""
    wheel = f"linalg_book-{app.config.version}-py3-none-any.whl"
    published = not app.config.html_baseurl.startswith(RESERVED)
    place = f"{own_address(app)}_downloads/{wheel}" if published else f"./{wheel}"
    where = f"[on its site]({url})" if published else "in the copy of the book that you built"
    macros = "".join(
        rf"\providecommand{{{name}}}{_arguments(body)}{{{body}}}"
        for name, body in app.config.katex_macros.items()
    )
    text = (
        f"This notebook is the chapter *{title}* of {app.config.project}, version "
        f"{app.config.version}; the chapter itself stands {where}.\n\n"
        "The next cell installs the package that the chapter runs, in Colab or on your own "
        "machine. Run it once, first."
    )
    install = f"%pip install --quiet {place}"
    return [new_markdown_cell(f"${macros}$\n\n{text}"), new_code_cell(install)]


def _arguments(body: str) -> str:
    count = max((int(body[i + 1]) for i, c in enumerate(body[:-1]) if c == "#"), default=0)
    return f"[{count}]" if count else ""


def notebook(app: Sphinx, docname: str, title: str, body: str) -> Any:
    """Return a chapter as a notebook.

    Cells whose input the page does not show are put in before the next cell that it shows.
    """
    url = f"{own_address(app)}{docname}.html"
    soup = BeautifulSoup(body, "html.parser")
    for control in soup.select(PAGE_ONLY):
        control.decompose()
    shown = [_code(cell) for cell in soup.select(RUN)]
    parts = ChapterConverter(page_url=url).convert_soup(soup).split(CELL.strip())
    waiting = source_cells(app, docname)
    cells = first_cells(app, title, url)
    for text, code in zip(parts, [*shown, None], strict=True):
        if text.strip():
            cells.append(new_markdown_cell(text.strip()))
        if code is not None:
            cells.extend(new_code_cell(source) for source in _until(code, waiting))
    cells.extend(new_code_cell(source) for source in waiting)
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def _until(code: str, waiting: list[str]) -> list[str]:
    """Take the source cells up to the one with this code; a worked example has no source cell."""
    places = [i for i, source in enumerate(waiting) if source.strip() == code]
    if not places:
        return [code]
    taken = waiting[: places[0] + 1]
    del waiting[: places[0] + 1]
    return taken


def _code(cell: Tag) -> str:
    if "live-example" in cell.get("class", []):
        return str(json.loads(str(cell["data-book"]))["code"])
    block = cell.select_one("div.cell_input pre")
    return block.get_text().strip() if block else ""


def offer(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Write the page's notebook and tell the template what can be downloaded."""
    context["downloads"] = downloads = []
    if doctree is None or app.builder.name != "html" or app.config.draft:
        return
    name = pagename.rsplit("/", 1)[-1]
    if "kernelspec" in app.env.metadata.get(pagename, {}):
        book = notebook(app, pagename, app.env.titles[pagename].astext(), context["body"])
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
