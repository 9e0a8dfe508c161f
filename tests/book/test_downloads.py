"""What a page offers for download: a notebook that runs anywhere, and its text."""

from __future__ import annotations

import copy
import re
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests import unchanged
from tests.book.site import Page, read_site
from tests.built import sources
from tests.paths import ROOT

CELL = "```{code-cell}"


@pytest.fixture(scope="session")
def offers(built_book: Path) -> dict[str, dict[str, Path]]:
    """Return the files that each page of the book offers, by their endings."""
    pages = [page for page in read_site(built_book) if page.has_source]
    return {page.name: _offers(page) for page in pages}


def _offers(page: Page) -> dict[str, Path]:
    links = page.soup.select(".page-actions a[download]")
    return {Path(str(link["download"])).suffix: page.target(str(link["href"]))[0] for link in links}


def running() -> list[str]:
    """Return the names of the pages that run code, from their sources."""
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "book").rglob("*.md")}
    pages = [path.relative_to(ROOT / "book") for path, text in texts.items() if CELL in text]
    return sorted({path.with_suffix("").as_posix() for path in pages} & set(sources()))


def code_of(notebook: nbformat.NotebookNode) -> list[str]:
    """Return the sources of a notebook's code cells."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(scope="session")
def notebooks(offers: dict[str, dict[str, Path]]) -> dict[str, nbformat.NotebookNode]:
    """Return the notebook of each page that has one."""
    found = {name: files[".ipynb"] for name, files in offers.items() if ".ipynb" in files}
    return {name: nbformat.read(path, as_version=4) for name, path in found.items()}


def test_every_page_offers_its_text(offers: dict[str, dict[str, Path]]) -> None:
    for name, files in offers.items():
        source = (ROOT / "book" / f"{name}.md").read_text(encoding="utf-8")
        assert files[".md"].read_text(encoding="utf-8") == source, name


def test_every_page_that_runs_code_offers_a_notebook(offers: dict[str, dict[str, Path]]) -> None:
    assert sorted(name for name, files in offers.items() if ".ipynb" in files) == running()


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


@pytest.mark.parametrize("name", running())
def test_notebook_has_the_cells_that_the_build_ran(
    name: str, notebooks: dict[str, nbformat.NotebookNode], built_book: Path
) -> None:
    ran = nbformat.read(built_book.parent / "jupyter_execute" / f"{name}.ipynb", as_version=4)
    executed = iter([*code_of(ran), None])
    expected = next(executed)
    for cell in code_of(notebooks[name])[1:]:  # the first installs the package
        if cell == expected:
            expected = next(executed)
        else:  # a worked example, which the build has evaluated too
            assert re.fullmatch(r"exact\.\w+\(.*\)", cell, re.DOTALL), cell
    assert expected is None, "the build ran this cell, and the notebook does not have it"


@pytest.mark.parametrize("name", running())
def test_notebook_runs_from_top_to_bottom(
    name: str, notebooks: dict[str, nbformat.NotebookNode], request: pytest.FixtureRequest
) -> None:
    notebook = copy.deepcopy(notebooks[name])
    del notebook.cells[1]  # the package is installed here
    if unchanged.mark(*code_of(notebook)).exists() and not request.config.getoption("full"):
        return  # it ran, and the build has just run the same cells with this package
    NotebookClient(notebook, timeout=60).execute()
    unchanged.note(*code_of(notebook))


def test_text_of_notebooks_is_markdown(notebooks: dict[str, nbformat.NotebookNode]) -> None:
    for name, notebook in notebooks.items():
        words = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
        text = re.sub(r"\$\$.*?\$\$|\$[^$]*\$|`[^`]*`", "", "\n".join(words), flags=re.DOTALL)
        left = re.findall(r"</?(?:div|span|math|svg)\b|@@|\{(?:ref|eq|numref|eval|cite)\}", text)
        assert left == [], name
