"""Each figure of the built book as SVG, PNG, PDF and code, with license and credit."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import nbformat
import pytest
from bs4 import BeautifulSoup
from PIL import Image

import linalg_book
from addresses import cell_names
from figures import figure_files
from linalg_book import figures
from tests import unchanged
from tests.book.site import Page, paints

if TYPE_CHECKING:
    from pathlib import Path

ENDINGS = {".svg", ".png", ".pdf", ".py"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def offered(sourced: list[Page]) -> dict[str, dict[str, Path]]:
    """Return the files that each figure offers, by label and ending."""
    found = {}
    for page in sourced:
        for figure in page.soup.select("figure[id]:has(svg.figure-svg)"):
            links = figure.select(".figure-files a[download]")
            paths = [page.target(str(link["href"]))[0] for link in links]
            found[str(figure["id"])] = {path.suffix: path for path in paths}
    assert len(found) > 5
    return found


def test_every_figure_offers_every_file(offered: dict[str, dict[str, Path]]) -> None:
    for label, files in offered.items():
        assert set(files) == ENDINGS, label
        assert {path.stem for path in files.values()} == {label}
        assert all(path.stat().st_size > 100 for path in files.values())


def test_every_figure_says_license_and_credit(sourced: list[Page]) -> None:
    for page in sourced:
        for block in page.soup.select(".figure-files"):
            words = " ".join(block.get_text().split())
            figure = block.find_parent("figure")
            assert figure is not None
            assert "License: CC BY 4.0" in words
            assert f"version {linalg_book.__version__}, Figure " in words
            assert f"({figure['id']})" in words
            assert block.find("a", href="https://creativecommons.org/licenses/by/4.0/")


def test_drawings_stand_alone(offered: dict[str, dict[str, Path]]) -> None:
    for label, files in offered.items():
        text = files[".svg"].read_text(encoding="utf-8")
        root = ET.fromstring(text)  # noqa: S314 (our own file)
        assert root.tag == f"{SVG}svg"
        assert root.findall(f".//{SVG}text") == [], "text must be outlines: fonts may be missing"
        assert label in str(root.findtext(f"{SVG}desc"))
        assert "var(" not in text
        links = re.findall(r'href="([^"]+)"', text)
        own = ("#", "data:image/png;base64,")  # a photograph is inside its drawing
        assert [link for link in links if not link.startswith(own)] == []
        colors = set(paints(BeautifulSoup(text, "xml").svg))
        known = {color.lower() for color in figures.COLORS.values()} | {"none"}
        assert {color for color in colors if not color.startswith("url(#")} <= known, label


def test_images_have_white_ground_and_twice_the_dots(offered: dict[str, dict[str, Path]]) -> None:
    for label, files in offered.items():
        image = Image.open(files[".png"])
        width = float(ET.parse(files[".svg"]).getroot().get("width", "0pt")[:-2])  # noqa: S314
        assert image.width == pytest.approx(width / 72 * 200, abs=1), label
        assert image.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)


def test_documents_are_vectors(offered: dict[str, dict[str, Path]]) -> None:
    for label, files in offered.items():
        written = files[".pdf"].read_bytes()
        assert written.startswith(b"%PDF-"), label
        has_photograph = "<image" in files[".svg"].read_text(encoding="utf-8")
        assert (b"/Subtype /Image" in written) is has_photograph, label


def test_code_is_that_of_cells_which_the_build_ran(
    sourced: list[Page], offered: dict[str, dict[str, Path]]
) -> None:
    for page in sourced:
        labels = [str(figure["id"]) for figure in page.soup.select("figure[id]")]
        if not (own := [label for label in labels if label in offered]):
            continue
        ran = nbformat.read(
            page.root.parent / "jupyter_execute" / f"{page.name}.ipynb", as_version=4
        )
        cells = [cell.source for cell in ran.cells if cell.cell_type == "code"]
        executed = {ast.unparse(part) for cell in cells for part in ast.parse(cell).body}
        for label in own:
            text = offered[label][".py"].read_text(encoding="utf-8")
            *code, drawing, saving = ast.parse(text).body
            assert {ast.unparse(part) for part in code} <= executed, label
            assert ast.unparse(drawing).removeprefix("ax = ") in executed, label
            assert ast.unparse(saving) == f"ax.figure.savefig('{label}.svg')"


def test_code_draws_the_figure_that_is_offered(
    offered: dict[str, dict[str, Path]], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    programs = {
        label: ast.unparse(ast.parse(files[".py"].read_text(encoding="utf-8")))
        for label, files in offered.items()
    }
    if not request.config.getoption("full"):
        programs = {
            label: code for label, code in programs.items() if not unchanged.mark(code).exists()
        }
    run = "import sys, runpy\nfor path in sys.argv[1:]: runpy.run_path(path)"
    codes = [str(offered[label][".py"]) for label in programs]
    environment = {**os.environ, "MPLBACKEND": "agg"}
    subprocess.run([sys.executable, "-c", run, *codes], cwd=tmp_path, env=environment, check=True)
    for label, code in programs.items():
        drawn, given = (
            re.findall(r' d="([^"]+)"', path.read_text(encoding="utf-8"))
            for path in (tmp_path / f"{label}.svg", offered[label][".svg"])
        )
        assert drawn == given, label
        unchanged.note(code)


def test_program_as_written_by_hand() -> None:
    earlier = ["import x", "other = 5"]
    cell = "size = 3\nfigures.line(\n    x.y, 12\n);"
    assert figure_files.program("fig-a", earlier, cell) == (
        'import x\n\nsize = 3\nax = figures.line(\n    x.y, 12\n)\nax.figure.savefig("fig-a.svg")\n'
    )


@pytest.mark.parametrize(
    ("earlier", "cell", "kept"),
    [
        (["import x.y as z", "from x import f"], "f(a)", ["from x import f"]),
        (["import x\nx.style()", "a = x.f()\nc = 1", "b = a"], "f(b)",
         ["import x\nx.style()", "a = x.f()", "b = a"]),
        (["a = 1", "a = 2"], "f(a)", ["a = 2"]),
        (["a = 1", "a = a + 1"], "f(a)", ["a = 1", "a = a + 1"]),
        (["a = 1", "a += 1"], "f(a)", ["a = 1", "a += 1"]),
        (["a = g()", "a[0][1] = 1", "a.b = 2\nc = 3"], "f(a)",
         ["a = g()", "a[0][1] = 1", "a.b = 2"]),
        (["a = 1", "k = 1"], "a = 2\nf([a * k for k in range(3)])", []),
        (["k = 1", "b = 2"], "f({k: {k for k in b} for k in range(3)})", ["b = 2"]),
        (["k = 1"], "for k in range(3):\n    f(k)\nf(k)", []),
        (["k = 1\nl = 1"], "def g(l):\n    return k + l\n\n\nf(g)", ["k = 1"]),
        (["m = 1", "@c\ndef g():\n    return m", "n = g"], "f(lambda n: g())",
         ["m = 1", "@c\ndef g():\n    return m"]),
        (["a = []\nfor k in b:\n    a.append(k)"], "f(a)",
         ["a = []\nfor k in b:\n    a.append(k)"]),
        (["a = 1\nz = 2", "while a < 9:\n    a = 2 * a"], "f(a)",
         ["a = 1", "while a < 9:\n    a = 2 * a"]),
        (["a = 1", "if b:\n    a = 2"], "f(a)", ["a = 1", "if b:\n    a = 2"]),
        (["M = 5", "def g(M):\n    M[0] = 1"], "f(g)", ["def g(M):\n    M[0] = 1"]),
        (["a, (b, *c) = g()\nwith g(\n) as d:\n    pass"], "f(c, d)",
         ["a, (b, *c) = g()\nwith g(\n) as d:\n    pass"]),
    ],
)  # fmt: skip
def test_a_program_has_the_code_it_needs(earlier: list[str], cell: str, kept: list[str]) -> None:
    assert cell_names.needed_code(earlier, cell) == kept


def test_credit_is_written_into_a_drawing() -> None:
    written = figure_files.with_credit('<?xml?><svg width="3"><g/></svg>', "A & B")
    assert written == '<?xml?><svg width="3">\n <desc>A &amp; B</desc><g/></svg>'
