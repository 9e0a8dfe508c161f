"""A figure as a file for print and slides: same figure, same bytes."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Twice the points of a page, for screens with many points.
PNG_DPI = 200


def pdf(figure: "Figure") -> bytes:
    """Return a figure as a PDF document without date."""
    nothing = dict.fromkeys(("CreationDate", "Creator", "Producer"))
    return _saved(figure, format="pdf", metadata=nothing)


def png(figure: "Figure") -> bytes:
    """Return a figure as an image on white ground."""
    ground = figure.patch
    was_visible = ground.get_visible()
    ground.set_visible(True)  # figures of the book have none
    try:
        metadata = {"Software": None}
        return _saved(figure, format="png", metadata=metadata, dpi=PNG_DPI, facecolor="white")
    finally:
        ground.set_visible(was_visible)


def _saved(figure: "Figure", **options: object) -> bytes:
    """Save a figure to memory."""
    buffer = io.BytesIO()
    figure.savefig(buffer, **options)  # type: ignore[arg-type]
    return buffer.getvalue()
