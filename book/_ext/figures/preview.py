"""What other sites show beside a link to the book: the figure of the cover, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from addresses.releases import own_address
from linalg_book import figures

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FILE = "_static/preview.png"
SIZE = (1200, 630)  # what other sites show whole


def cover_figure(app: Sphinx) -> Path | None:
    """Return the drawing of the cover, where this build has one."""
    found = app.env.metadata[app.config.root_doc].get("figures", {})
    return next((Path(figure["png"]) for figure in found.values()), None)


def address(app: Sphinx) -> str:
    """Return the address of the picture; nothing where the build has none."""
    return own_address(app) + FILE if cover_figure(app) else ""


def write_preview(app: Sphinx) -> None:
    """Write the picture."""
    source = cover_figure(app)
    if source is None:
        return
    drawing = Image.open(source).convert("RGBA")
    picture = Image.new("RGB", SIZE, figures.COLORS.get("paper", "white"))
    left, top = (whole - part for whole, part in zip(SIZE, drawing.size, strict=True))
    picture.paste(drawing, (left // 2, top // 2), drawing)
    picture.save(Path(app.outdir) / FILE)
