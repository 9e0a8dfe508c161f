"""The directive ``stored-cell``: a cell of another program, with the output kept in a notebook.

    ```{stored-cell} stored/torch.ipynb pinv
    ```

It names a notebook beside the page and a cell of it, by the name in the cell's metadata. The
build runs nothing: ``make test-torch`` runs the notebook ``torch.ipynb`` again and compares. What
ran is read from the stored output of the cell ``versions``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from docutils import nodes
from sphinx.addnodes import download_reference
from sphinx.util.docutils import SphinxDirective

if TYPE_CHECKING:
    from sphinx.application import Sphinx

VERSIONS = "versions"


class StoredCell(SphinxDirective):
    """Show a named cell of a notebook with its stored output."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """Return the code, the output and a line that says what ran; refuse what is not there."""
        file, name = self.arguments
        path = Path(self.env.relfn2path(file)[1])
        if path.suffix != ".ipynb" or not path.is_file():
            there = ", ".join(sorted(other.name for other in path.parent.glob("*.ipynb"))) or "none"
            raise self.error(f"expected a notebook (there: {there}), received {file}")
        self.env.note_dependency(str(path))
        notebook = nbformat.read(path, as_version=4)
        language = notebook.metadata.kernelspec.language.lower()
        try:
            version = output_of(notebook, VERSIONS).splitlines()[0]
            output = output_of(notebook, name)
        except LookupError as error:
            raise self.error(f"{file}: {error.args[0]}") from error
        code = literal(cell_named(notebook, name).source, language)
        shown = nodes.container("", code, classes=["cell_input"])
        kept = nodes.container("", literal(output, "none"), classes=["output", "stream"])
        below = nodes.container("", kept, classes=["cell_output"])
        about = self._about(version, f"make test-{path.stem}", file)
        cell = nodes.container("", shown, below, about, classes=["cell", "stored-cell"])
        cell["nb_element"] = "stored_cell"  # so that its line gets no permalink
        self.set_source_info(cell)
        return [cell]

    def _about(self, version: str, command: str, file: str) -> nodes.paragraph:
        """Return the line below a cell."""
        text, rest = (
            nodes.Text(f"{version.strip()}. Not run in this build but by "),
            nodes.Text(". "),
        )
        link = download_reference("", "", nodes.Text("Notebook"), reftarget=file)
        link["refdoc"] = self.env.docname
        code = nodes.literal("", command)
        return nodes.paragraph("", "", text, code, rest, link, classes=["stored-cell-about"])


def literal(text: str, language: str) -> nodes.literal_block:
    """Return a block of code or of output."""
    return nodes.literal_block(text.rstrip(), text.rstrip(), language=language)


def cell_named(notebook: Any, name: str) -> Any:
    """Return a cell by its name; a LookupError says which there are."""
    named = {cell.metadata.get("name"): cell for cell in notebook.cells}
    if name not in named:
        names = ", ".join(str(known) for known in named if known)
        raise LookupError(f"expected the name of a cell ({names}), received {name}")
    return named[name]


def output_of(notebook: Any, name: str) -> str:
    """Return a cell's stored text; a LookupError says that it has none."""
    texts = [output.get("text", "") for output in cell_named(notebook, name).get("outputs", [])]
    if not "".join(texts).strip():
        raise LookupError(f"the cell {name} has no stored output: store it with --renew")
    return "".join(texts)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_directive("stored-cell", StoredCell)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
