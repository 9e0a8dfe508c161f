"""What a page offers for download: a notebook that runs anywhere, and its text."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.book.site import Page, read_site
from tests.paths import ROOT


@pytest.fixture(scope="session")
def offers(built_book: Path) -> dict[str, dict[str, Path]]:
    """Return the files that each page of the book offers, by their endings."""
    pages = [page for page in read_site(built_book) if page.has_source]
    return {page.name: _offers(page) for page in pages}


def _offers(page: Page) -> dict[str, Path]:
    links = page.soup.select(".page-actions a[download]")
    return {Path(str(link["download"])).suffix: page.target(str(link["href"]))[0] for link in links}


@pytest.fixture(scope="session")
def notebooks(offers: dict[str, dict[str, Path]]) -> dict[str, nbformat.NotebookNode]:
    """Return the notebook of each chapter that has one."""
    found = {name: files[".ipynb"] for name, files in offers.items() if ".ipynb" in files}
    return {name: nbformat.read(path, as_version=4) for name, path in found.items()}


def test_every_page_offers_its_text(offers: dict[str, dict[str, Path]]) -> None:
    for name, files in offers.items():
        source = (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")
        assert files[".md"].read_text(encoding="utf-8") == source, name


def test_every_page_that_runs_code_offers_a_notebook(offers: dict[str, dict[str, Path]]) -> None:
    running = {
        path.relative_to(ROOT / "book").with_suffix("").as_posix()
        for path in (ROOT / "book").rglob("*.md")
        if "```{code-cell}" in path.read_text(encoding="utf-8")
    }
    assert {name for name, files in offers.items() if ".ipynb" in files} == running & set(offers)


def test_notebooks_are_valid(notebooks: dict[str, nbformat.NotebookNode]) -> None:
    assert notebooks
    for notebook in notebooks.values():
        nbformat.validate(notebook)
        ids = [cell["id"] for cell in notebook.cells]
        assert len(set(ids)) == len(ids)
        assert notebook.metadata.kernelspec.name == "python3"


def test_first_code_cell_installs_the_package(
    notebooks: dict[str, nbformat.NotebookNode], built_book: Path
) -> None:
    for name, notebook in notebooks.items():
        words, install = notebook.cells[:2]
        assert words.cell_type == "markdown", name
        assert "next cell installs the package" in words.source, name
        address = re.fullmatch(r"%pip install --quiet (\S+\.whl)", install.source)
        assert address, f"{name}: {install.source}"
        wheel = built_book / "_downloads" / Path(address[1]).name
        with zipfile.ZipFile(wheel) as archive:
            assert "linalg_book/__init__.py" in archive.namelist()


def test_notebooks_run_from_top_to_bottom(notebooks: dict[str, nbformat.NotebookNode]) -> None:
    for notebook in notebooks.values():
        del notebook.cells[1]  # the package is installed here
        NotebookClient(notebook, timeout=60).execute()


def test_text_of_notebooks_is_markdown(notebooks: dict[str, nbformat.NotebookNode]) -> None:
    for name, notebook in notebooks.items():
        words = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        text = re.sub(r"\$\$.*?\$\$|\$[^$]*\$|`[^`]*`", "", "\n".join(words), flags=re.DOTALL)
        left = re.findall(r"</?(?:div|span|math|svg)\b|@@|\{(?:ref|eq|numref|eval|cite)\}", text)
        assert left == [], name
