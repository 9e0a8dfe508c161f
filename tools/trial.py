"""Run what a reader runs first, with the package that is installed, and nothing of this project.

``trial.py README.md`` runs the examples of a Markdown page; ``trial.py NAME.ipynb`` runs a
notebook, but for the cell that installs the package.
"""
# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path


def examples(page: str) -> tuple[int, int]:
    """Run the examples of a Markdown page; return how many failed, and how many there are."""
    runner = doctest.DocTestRunner()
    for number, block in enumerate(re.findall(r"```python\n(.*?)```", page, re.DOTALL), start=1):
        parsed = doctest.DocTestParser().get_doctest(block, {}, f"example {number}", None, None)
        runner.run(parsed)
    return runner.summarize(verbose=False)


def run_notebook(path: Path) -> int:
    """Run a notebook from top to bottom; return how many of its cells ran."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    notebook.cells = [cell for cell in notebook.cells if not cell.source.startswith("%pip")]
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    return sum(cell.cell_type == "code" for cell in notebook.cells)


def main(path: Path) -> int:
    """Run a page or a notebook and say what ran."""
    if path.suffix == ".ipynb":
        print(f"{path.name}: {run_notebook(path)} cells ran")
        return 0
    failed, tried = examples(path.read_text(encoding="utf-8"))
    print(f"{path.name}: {tried - failed} of {tried} examples print what the page says")
    return int(failed > 0 or tried == 0)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
