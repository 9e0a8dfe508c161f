"""Offer each figure as SVG, PNG and PDF, with the code that draws it, its license and its credit.

The line that offers them is the figure's row of tools: in the page it gains a larger view.

One run of a cell draws all three: ``linalg_book.figures`` hands them over when the variable
``BOOK_FIGURE_FILES`` is set, MyST-NB keeps them, and the page shows the SVG.
"""

from __future__ import annotations

import ast
import html
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from addresses.cell_names import needed_code
from citing.citation_records import citation_file, items
from frame.downloads import source_notebook
from live.live_assets import use

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "_downloads/figures"
KINDS = {"image/svg+xml": "svg", "image/png": "png", "application/pdf": "pdf"}
LICENSE = '<a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'


def ask_for_files(app: Sphinx) -> None:
    """Let the kernels, which inherit the environment, hand over every kind of file."""
    if not app.config.draft:
        os.environ["BOOK_FIGURE_FILES"] = "1"


def note_files(app: Sphinx, doctree: nodes.document) -> None:
    """Keep where MyST-NB has put the files of each figure, and the code that draws it."""
    cells = drawing_cells(app, app.env.docname)
    found = {}
    for figure in doctree.findall(nodes.figure):
        label = next(iter(figure["names"]), "")
        images = {
            KINDS[image.parent["mime_type"]]: str(_path(app, image["uri"]))
            for image in figure.findall(nodes.image)
            if image.parent.get("mime_type") in KINDS
        }
        if label in cells and len(images) == len(KINDS):  # every cell before it has run
            found[label] = {"code": program(label, *cells[label]), **images}
    app.env.metadata[app.env.docname]["figures"] = found
    if found:
        use(app.env, app.env.docname, "enlarge")


def _path(app: Sphinx, uri: str) -> Path:
    """Return the file that an image node names, before or after Sphinx has noted it."""
    path = Path(app.env.relfn2path(uri, app.env.docname)[1])
    return path if path.exists() else (Path(app.srcdir) / uri).resolve()


def drawing_cells(app: Sphinx, docname: str) -> dict[str, tuple[list[str], str]]:
    """Return for each figure of a page the cells before it and the cell that draws."""
    notebook = source_notebook(app, docname)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"] if notebook else []
    found = {}
    for place, cell in enumerate(cells):
        label = cell.metadata.get("mystnb", {}).get("figure", {}).get("name")
        if label:
            earlier = [before.source for before in cells[:place]]
            found[label] = earlier, cell.source
    return found


def program(label: str, earlier: list[str], cell: str) -> str:
    """Return a program that draws a figure and saves it; the cell's last value is the axes."""
    last = ast.parse(cell).body[-1]
    lines = cell.splitlines()
    before, drawing = lines[: last.lineno - 1], lines[last.lineno - 1 :]
    drawing[-1] = drawing[-1].rstrip().rstrip(";")
    named = "\n".join([*before, "ax = " + "\n".join(drawing)])
    parts = [*needed_code(earlier, cell), f'{named}\nax.figure.savefig("{label}.svg")\n']
    return "\n\n".join(parts)


def credit(app: Sphinx, name: str, label: str) -> str:
    """Return how to credit a figure."""
    about = citation_file()
    return (
        f"{app.config.author}, {about['title']}, version {app.config.version}, "
        f"{name} ({label}), CC BY 4.0"
    )


def add_offer(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put a line that unfolds under the caption of each figure."""
    if app.builder.name != "html":
        return
    offered = app.env.metadata[docname].get("figures", {})
    names = {item.label: item.name for item in items(app, docname)}
    to_root = "../" * docname.count("/")
    for figure in doctree.findall(nodes.figure):
        label = next((name for name in figure["ids"] if name in offered), None)
        if label is None:
            continue
        links = ", ".join(
            f'<a href="{to_root}{FOLDER}/{label}.{kind}" download>{word}</a>'
            for kind, word in (("svg", "SVG"), ("png", "PNG"), ("pdf", "PDF"), ("py", "Code"))
        )
        text = (
            '<div class="figure-tools" data-live="enlarge">'
            '<details class="figure-files"><summary>Files, license, credit</summary>'
            f"<p>{links}. License: {LICENSE}, the code BSD-3-Clause. "
            f"Credit: {html.escape(credit(app, names[label], label))}.</p></details></div>"
        )
        legend = next(iter(figure.findall(nodes.legend)), None)  # a page has room for one
        if legend is None:
            legend = nodes.legend()
            figure.append(legend)
        legend.append(nodes.raw("", text, format="html"))


def write_files(app: Sphinx) -> None:
    """Write the files of every figure, named by its label."""
    folder = Path(app.outdir) / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    for docname in sorted(app.env.all_docs):
        names = {item.label: item.name for item in items(app, docname)}
        for label, figure in app.env.metadata[docname].get("figures", {}).items():
            folder.mkdir(parents=True, exist_ok=True)
            words = credit(app, names[label], label)
            for kind in ("png", "pdf"):
                shutil.copyfile(figure[kind], folder / f"{label}.{kind}")
            svg = Path(figure["svg"]).read_text(encoding="utf-8")
            (folder / f"{label}.svg").write_text(with_credit(svg, words), encoding="utf-8")
            code = f"# {words}; this code: BSD-3-Clause\n{figure['code']}"
            (folder / f"{label}.py").write_text(code, encoding="utf-8")


def with_credit(svg: str, words: str) -> str:
    """Return a drawing that carries its credit."""
    return re.sub(
        r"<svg\b[^>]*>", lambda m: f"{m[0]}\n <desc>{html.escape(words)}</desc>", svg, count=1
    )


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("builder-inited", ask_for_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
