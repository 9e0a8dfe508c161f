"""Letters of drawings stand once in a page, and pictures in drawings in few bytes."""

from __future__ import annotations

import base64
import re
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from figures import glyphs, pictures
from linalg_book import figures

if TYPE_CHECKING:
    from tests.book.site import Page

LETTER = '<path id="Cmr10-31" d="M 319 0 \nL 319 172 \nz\n" transform="scale(0.015625)"/>'
MARKER = '<path id="m9e1279352b" d="M 0 2.5 L 1 1" style="stroke: #1b1f24"/>'


def test_outlines_leave_the_drawing_in_larger_steps() -> None:
    rest, outlines = glyphs.take_out(f"<defs>{LETTER}{MARKER}</defs>")
    assert rest == f"<defs>{MARKER}</defs>"
    assert outlines == {"Cmr10-31": "M 20 0 L 20 11 z"}  # 319/16 and 172/16, rounded
    assert 'd="M 20 0 L 20 11 z" transform="scale(0.25)"' in glyphs.sheet(outlines)


def test_only_outlines_of_the_page_are_shared() -> None:
    drawing = '<use href="#figure3-Cmr10-31"/><use href="#figure3-a"/>'
    shared = glyphs.share(drawing, "figure3", {"Cmr10-31": ""})
    assert shared == '<use href="#glyph-Cmr10-31"/><use href="#figure3-a"/>'
    assert glyphs.share(drawing, "figure3", {}) == drawing


def test_matplotlib_writes_letters_as_they_are_looked_for() -> None:
    ax = figures.line((3, 4), 12, figures.axes())
    written = BytesIO()
    ax.figure.savefig(written, format="svg")
    rest, outlines = glyphs.take_out(written.getvalue().decode())
    assert len(outlines) > 10
    used = set(re.findall(r'href="#([A-Z][^"]*)"', rest))
    assert used == set(outlines)


def test_each_letter_that_a_drawing_uses_is_in_its_page(pages: list[Page]) -> None:
    used = 0
    for page in pages:
        ids = {path["id"] for path in page.soup.select("svg path[id]")}
        links = {str(use["href"])[1:] for use in page.soup.select("svg use[href]")}
        assert links <= ids, page.name
        letters = [name for name in ids if name.startswith("glyph-")]
        assert set(letters) <= links, page.name
        used += len(letters)
    assert used > 100


def picture(pixels: np.ndarray) -> tuple[str, np.ndarray]:
    """Return a drawing with a picture, and what the lighter one shows."""
    written = BytesIO()
    Image.fromarray(pixels).save(written, "PNG")
    data = base64.b64encode(written.getvalue()).decode()
    drawing = f'<image xlink:href="data:image/png;base64,\n{data}"/>'
    lighter = pictures.lighter(drawing)
    shown = Image.open(BytesIO(base64.b64decode(lighter.split("base64,")[1].split('"')[0])))
    return shown.mode, np.asarray(shown.convert("RGBA"))


@pytest.mark.parametrize(
    ("color", "mode"),
    [((7, 7, 7, 255), "L"), ((7, 8, 7, 255), "RGB"), ((7, 7, 7, 254), "RGBA")],
)
def test_pictures_show_the_same_pixels_in_fewer_bytes(color: tuple[int, ...], mode: str) -> None:
    pixels = np.full((4, 5, 4), 255, dtype=np.uint8)
    pixels[1:3, 2] = color
    found, shown = picture(pixels)
    assert (found, shown.tolist()) == (mode, pixels.tolist())
