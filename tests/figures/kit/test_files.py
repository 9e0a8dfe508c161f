"""Files of a figure: the same bytes each time, at the sizes that were asked for."""

from __future__ import annotations

import io
import re

import pytest
from PIL import Image

from linalg_book import figures
from linalg_book.figures.kit import files


def drawing() -> object:
    """Return a figure of the book's style, 4 by 3 inches."""
    return figures.line((3, 4), 12, figures.axes(width=4, height=3)).figure


@pytest.mark.parametrize("save", [files.pdf, files.png])
def test_same_figure_gives_the_same_bytes(save: object) -> None:
    assert save(drawing()) == save(drawing())  # type: ignore[operator]


def test_pdf_is_one_page_of_vectors_without_date() -> None:
    written = files.pdf(drawing())
    assert written.startswith(b"%PDF-")
    box = re.search(rb"/MediaBox \[ ?0 0 ([\d.]+) ([\d.]+) ?\]", written)
    assert box is not None
    assert [float(size) for size in box.groups()] == [4 * 72, 3 * 72]
    assert b"/Subtype /Image" not in written
    assert b"CreationDate" not in written


def test_png_has_two_hundred_dots_an_inch_on_white() -> None:
    image = Image.open(io.BytesIO(files.png(drawing())))
    assert image.size == (800, 600)
    assert image.convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255)
