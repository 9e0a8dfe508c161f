"""Colors, style file and SVG output."""

import re
import subprocess
import sys

import matplotlib as mpl
import nbformat
import pytest
from nbclient import NotebookClient

from linalg_book import figures
from linalg_book.figures.kit.style import STYLE_FILE
from tests.contrast import contrast

BACKGROUNDS = {"light": (figures.COLORS, "#ffffff"), "dark": (figures.DARK_COLORS, "#14181f")}
TEXT_COLORS = ("ink", "muted", "blue", "orange", "green", "purple")
DRAW = """
import sys
from linalg_book import figures
sys.stdout.write(figures.svg(figures.level_circles((3, 4), 12, figures.axes()).figure))
"""


@pytest.mark.parametrize("ground", BACKGROUNDS)
def test_contrast(ground):
    colors, paper = BACKGROUNDS[ground]
    assert colors["paper"] == paper
    for name in TEXT_COLORS:
        assert contrast(colors[name], paper) >= 4.5, name


def test_colors_can_be_mapped_one_to_one():
    assert list(figures.COLORS) == list(figures.DARK_COLORS)
    for colors in (figures.COLORS, figures.DARK_COLORS):
        assert len(set(colors.values())) == len(colors)
        assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in colors.values())


def test_style_file_has_no_other_colors():
    named = re.findall(r"\b[0-9a-f]{6}\b", STYLE_FILE.read_text(encoding="utf-8"))
    assert named
    assert {f"#{color}" for color in named} <= set(figures.COLORS.values())


def test_use_book_style_sets_the_style():
    with mpl.rc_context():
        mpl.rcdefaults()
        assert mpl.rcParams["font.family"] != ["STIXGeneral"]
        figures.use_book_style()
        assert mpl.rcParams["font.family"] == ["STIXGeneral"]
        assert mpl.rcParams["svg.fonttype"] == "path"


def test_drawings_look_the_same_whatever_style_is_in_use():
    with mpl.rc_context():
        mpl.rcdefaults()
        plain = figures.svg(figures.line((3, 4), 12, figures.axes()).figure)
        figures.use_book_style()
        styled = figures.svg(figures.line((3, 4), 12, figures.axes()).figure)
    assert plain == styled


def test_same_bytes_in_two_processes():
    first, second = (
        subprocess.run([sys.executable, "-c", DRAW], check=True, capture_output=True).stdout
        for _ in range(2)
    )
    assert first == second
    assert b"<svg" in first


def test_svg_has_neither_date_nor_text_elements_nor_ground():
    text = figures.svg(figures.line((3, 4), 12, figures.axes()).figure)
    assert "<metadata" not in text
    assert "date" not in text.lower()
    assert "<text" not in text
    assert "fill: #ffffff" not in text


def test_notebook_shows_the_same_svg_and_nothing_else():
    cells = [
        "from linalg_book import figures\nfigures.use_book_style()",
        "figures.line((3, 4), 12, figures.axes())",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
    (output,) = notebook.cells[1].outputs
    assert "image/png" not in output["data"]
    expected = figures.svg(figures.line((3, 4), 12, figures.axes()).figure)
    assert output["data"]["image/svg+xml"].strip() == expected.strip()
