"""The book's cover picture, logo and favicon: three times a line and its nearest point."""

import io
import struct
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from linalg_book.examples import ONE_EQUATION
from linalg_book.figures.geometry import Vector, line_of
from linalg_book.figures.notation import equation, pair
from linalg_book.figures.sketch import ORIGIN, Sketch
from linalg_book.figures.style import in_book_style

# Two middle tones with contrast 3 on white as well as on the dark page: an image file
# cannot know on which of them it will stand.
_LINE_COLOR, _FOOT_COLOR = "#2f86c9", "#d9702b"

# The mark on a square of 64 by 64, y downwards: 3x + 4y = 12 seen from its lower left corner.
_ORIGIN, _FOOT = np.array([12.0, 55.0]), np.array([33.0, 27.0])
_ALONG = np.array([0.8, 0.6])
_ENDS = (_FOOT - 33 * _ALONG, _FOOT + 33 * _ALONG)
_ICON_SIZES = (16, 32, 48)


@in_book_style
def cover(ax: Axes) -> Axes:
    """Draw the first picture of the book: the solutions of 3x + 4y = 12 and the shortest one.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(width=4.6, height=2.5)`` suits a cover.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    AttributeError
        If ``ax`` is not an Axes.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.cover(figures.axes(width=4.6, height=2.5))
    >>> [text.get_text() for text in ax.texts][-1]
    '$3x + 4y = 12$'
    """
    drawn = line_of(ONE_EQUATION.A, ONE_EQUATION.b)  # type: ignore[arg-type]
    corners = [np.array([-3.1, -1.2]), np.array([5.9, 4.0])]
    sketch = Sketch(ax, corners, margin=0, bare=True)
    for third in (1, 2, 4, 5, 6, 7, 8):
        sketch.circle(ORIGIN, third / 3 * drawn.distance, "grid", width=1.0, weight=0.1)
    dashes = (0, (4, 3))
    sketch.circle(ORIGIN, drawn.distance, "muted", width=1.0, style=dashes, weight=0.3)
    for step in (-3.4, -2.4, -1.2, 1.2, 2.4, 3.6, 4.8):
        fade = 0.8 / (1 + abs(step) / 1.8)
        sketch.arrow(ORIGIN, drawn.at(step), "blue", width=1.2, short=3, alpha=fade)
    spots = sketch.line(drawn.foot, drawn.along, "blue", width=2.6)
    sketch.arrow(ORIGIN, drawn.foot, "orange", width=3.0, short=4)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    sketch.point(ORIGIN, "ink", size=5.5)
    sketch.point(drawn.foot, "orange", size=8.5)
    sketch.label(f"${pair(drawn.foot)}$", [drawn.foot], "orange", toward=drawn.outward, size=13)
    text = f"${equation(drawn.a, drawn.b)}$"
    sketch.label(text, spots, "blue", toward=drawn.outward, size=13)
    return sketch.finish()


def logo_svg() -> str:
    """Return the logo as SVG text: a line, the perpendicular to it and its foot.

    Returns
    -------
    str
        An SVG document of less than 1.5 KB, for light and dark grounds.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> len(figures.logo_svg()) < 1500
    True
    """
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
    r"""Return the logo as an icon file for browsers that want pixels.

    Returns
    -------
    bytes
        An ICO file that holds PNG images of 16, 32 and 48 pixels.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> figures.favicon_ico()[:6]
    b'\x00\x00\x01\x00\x03\x00'
    """
    images = [_png(size) for size in _ICON_SIZES]
    head = struct.pack("<HHH", 0, 1, len(images))
    start = len(head) + 16 * len(images)
    for size, image in zip(_ICON_SIZES, images, strict=True):
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(image), start)
        start += len(image)
    return head + b"".join(images)


def write_identity(folder: Path | str) -> None:
    """Write logo.svg, favicon.svg and favicon.ico into a folder that exists.

    Parameters
    ----------
    folder : path
        Where the files go; files of these names are replaced.

    Raises
    ------
    OSError
        If the folder is missing or cannot be written.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> import tempfile
    >>> from linalg_book import figures
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     figures.write_identity(folder)
    ...     sorted(path.name for path in Path(folder).iterdir())
    ['favicon.ico', 'favicon.svg', 'logo.svg']
    """
    target = Path(folder)
    for name in ("logo.svg", "favicon.svg"):
        (target / name).write_text(logo_svg(), encoding="utf-8", newline="\n")
    (target / "favicon.ico").write_bytes(favicon_ico())


def _corner() -> tuple[Vector, Vector, Vector]:
    """Return the right-angle mark at the foot."""
    back = (_ORIGIN - _FOOT) / np.hypot(*(_ORIGIN - _FOOT))
    return _FOOT + 13 * _ALONG, _FOOT + 13 * (_ALONG + back), _FOOT + 13 * back


def _path(points: tuple[Vector, ...]) -> str:
    return "M" + "L".join(f"{x:.4g} {y:.4g}" for x, y in points)


def _png(size: int) -> bytes:
    """Draw the mark on a transparent square of so many pixels."""
    figure = Figure(figsize=(1, 1), dpi=size)
    figure.set_layout_engine("none")
    figure.patch.set_alpha(0)
    FigureCanvasAgg(figure)
    ax = figure.add_axes((0, 0, 1, 1), xlim=(0, 64), ylim=(64, 0))
    ax.set_axis_off()
    unit = 72 / 64  # line widths are in points, 72 to the figure's side
    for points, color in ((_ENDS, _LINE_COLOR), ((_ORIGIN, _FOOT), _FOOT_COLOR)):
        ax.plot(*np.transpose(points), color=color, linewidth=7 * unit, solid_capstyle="round")
    ax.plot(*_FOOT, marker="o", markersize=18 * unit, color=_FOOT_COLOR, markeredgewidth=0)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=size, metadata={"Software": None})
    return buffer.getvalue()
