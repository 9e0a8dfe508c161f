"""The book's logo and favicon: a line and its nearest point."""

from __future__ import annotations

import io
import json
import struct
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

if TYPE_CHECKING:
    from linalg_book.figures.kit.geometry import Vector

# Two middle tones with contrast 3 on white as well as on the dark page: an image file
# cannot know on which of them it will stand.
_LINE_COLOR, _FOOT_COLOR = "#2f86c9", "#d9702b"

# The mark on a square of 64 by 64, y downwards: 3x + 4y = 12 seen from its lower left corner.
_ORIGIN, _FOOT = np.array([12.0, 55.0]), np.array([33.0, 27.0])
_ALONG = np.array([0.8, 0.6])
_ENDS = (_FOOT - 33 * _ALONG, _FOOT + 33 * _ALONG)
_ICON_SIZES = (16, 32, 48)
APP_SIZES = (192, 512)  # what systems ask for that install a site
_PAPER = "#fffefb"
_MARGIN = 0.16  # of the side: systems cut corners, a circle of four fifths stays


def logo_svg() -> str:
    """Return the logo as SVG text of less than 1.5 KB, for light and dark grounds."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">\n'
        "<title>A line and its nearest point to the origin</title>\n"
        '<g fill="none" stroke-width="5.5" stroke-linecap="round" stroke-linejoin="round">\n'
        f'<path stroke="{_LINE_COLOR}" d="{_path(_ENDS)}"/>\n'
        f'<path stroke="{_FOOT_COLOR}" d="{_path((_ORIGIN, _FOOT))}"/>\n'
        f'<path stroke="{_LINE_COLOR}" stroke-width="3" d="{_path(_corner())}"/>\n'
        "</g>\n"
        f'<circle cx="{_FOOT[0]:g}" cy="{_FOOT[1]:g}" r="7.5" fill="{_FOOT_COLOR}"/>\n'
        "</svg>\n"
    )


def favicon_ico() -> bytes:
    """Return the logo as an icon file: PNG images of 16, 32 and 48 pixels."""
    images = [_png(size) for size in _ICON_SIZES]
    head = struct.pack("<HHH", 0, 1, len(images))
    start = len(head) + 16 * len(images)
    for size, image in zip(_ICON_SIZES, images, strict=True):
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(image), start)
        start += len(image)
    return head + b"".join(images)


def write_identity(folder: Path | str) -> None:
    """Write favicon and the icons of an installed copy into a folder that exists."""
    target = Path(folder)
    (target / "favicon.svg").write_text(logo_svg(), encoding="utf-8", newline="\n")
    (target / "favicon.ico").write_bytes(favicon_ico())
    for size in APP_SIZES:
        (target / f"icon-{size}.png").write_bytes(_png(size, paper=_PAPER, margin=_MARGIN))


def web_manifest(title: str) -> str:
    """Return what a system asks of a site that it installs; it stands at the top of the site."""
    icons = [
        {"src": f"_static/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png",
         "purpose": purpose}
        for size in APP_SIZES
        for purpose in ("any", "maskable")
    ]  # fmt: skip
    facts = {
        "name": title,
        "short_name": "Linear Systems",
        "lang": "en",
        "id": "./",
        "start_url": "./index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _PAPER,
        "theme_color": _PAPER,
        "icons": icons,
    }
    return json.dumps(facts, indent=1) + "\n"


def _corner() -> tuple[Vector, Vector, Vector]:
    """Return the right-angle mark at the foot."""
    back = (_ORIGIN - _FOOT) / np.hypot(*(_ORIGIN - _FOOT))
    return _FOOT + 13 * _ALONG, _FOOT + 13 * (_ALONG + back), _FOOT + 13 * back


def _path(points: tuple[Vector, ...]) -> str:
    return "M" + "L".join(f"{x:.4g} {y:.4g}" for x, y in points)


def _png(size: int, *, paper: str = "none", margin: float = 0) -> bytes:
    """Draw the mark on a square of so many pixels, a part of the side left free around it."""
    figure = Figure(figsize=(1, 1), dpi=size, facecolor=paper)
    figure.set_layout_engine("none")
    FigureCanvasAgg(figure)
    share = 1 - 2 * margin
    ax = figure.add_axes((margin, margin, share, share), xlim=(0, 64), ylim=(64, 0))
    ax.set_axis_off()
    unit = share * 72 / 64  # line widths are in points, 72 to the figure's side
    for points, color in ((_ENDS, _LINE_COLOR), ((_ORIGIN, _FOOT), _FOOT_COLOR)):
        ax.plot(*np.transpose(points), color=color, linewidth=7 * unit, solid_capstyle="round")
    ax.plot(*_FOOT, marker="o", markersize=18 * unit, color=_FOOT_COLOR, markeredgewidth=0)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=size, metadata={"Software": None})
    return buffer.getvalue()
