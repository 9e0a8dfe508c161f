"""Images: in their own colors, channel by channel, and as a matrix of numbers."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.images import show_image
from linalg_book.figures.kit.scenes import PixelsScene, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["channels", "picture", "pixels"]

_GAP = 0.06  # between two pictures, in widths
_BELOW = 0.17  # for the words under a picture
_BETWEEN = 1.4  # between the image and its numbers, in pixels of the image
_EDGE = 0.45
_LARGEST = 10  # rows and columns whose numbers stay readable
_CENTERED: dict[str, Any] = {"ha": "center", "va": "center", "size": 11.2}


@in_book_style
def picture(
    image: NDArray[Any], ax: Axes, *, frame: tuple[int, int, int, int] | None = None
) -> Axes:
    """Draw an image as it is: a matrix in gray, a 3-tensor in color.

    Parameters
    ----------
    image : array of shape (m, n) or (m, n, 3)
        Whole numbers from 0 (dark) to 255 (bright).
    ax : matplotlib.axes.Axes
        Where to draw.
    frame : tuple of 4 whole numbers, optional
        First row, first column, number of rows and of columns of a part to be framed.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array has another shape.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets, figures
    >>> ax = figures.picture(datasets.retina().values, figures.axes())
    >>> len(ax.images)
    1
    """
    shown = np.asarray(image)
    if shown.ndim not in (2, 3) or shown.size == 0 or (shown.ndim == 3 and shown.shape[2] != 3):
        raise ShapeError(
            f"expected an array of shape (m, n) or (m, n, 3), received {shown.shape}: give one "
            "image, with its channels last."
        )
    m, n = shown.shape[:2]
    show_image(ax, shown, (0, n, -m, 0))
    if frame is not None:
        row, column, rows, columns = frame
        corner, color = (column, -row - rows), COLORS["orange"]
        ax.add_patch(Rectangle(corner, columns, rows, fill=False, edgecolor=color, linewidth=2.0))
    ax.set_axis_off()
    ax.set(xlim=(0, n), ylim=(-m, 0))
    ax.set_aspect("equal")
    return ax


@in_book_style
def channels(image: NDArray[Any], ax: Axes) -> Axes:
    """Draw a color image and its three channels, each a matrix shown in gray.

    Of the channels every second row and column is drawn: pages stay light.

    Parameters
    ----------
    image : array of shape (m, n, 3)
        Whole numbers from 0 to 255: red, green and blue.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array has another shape.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets, figures
    >>> ax = figures.channels(datasets.cat().values, figures.axes(height=3.4))
    >>> [text.get_text() for text in ax.texts]
    ['all three', 'red', 'green', 'blue']
    """
    shown = np.asarray(image)
    if shown.ndim != 3 or shown.shape[2] != 3 or shown.size == 0:
        raise ShapeError(
            f"expected an array of shape (m, n, 3), received {shown.shape}: give a color image "
            "with its channels last."
        )
    height = shown.shape[0] / shown.shape[1]
    parts = [shown, *np.moveaxis(shown[::2, ::2], 2, 0)]
    places = [(x, y) for y in (0.0, -height - _BELOW) for x in (0.0, 1 + _GAP)]
    names = ("all three", "red", "green", "blue")
    for part, (x, y), name in zip(parts, places, names, strict=True):
        show_image(ax, part, (x, x + 1, y - height, y))
        below = y - height - 0.075
        ax.text(x + 0.5, below, name, ha="center", va="center", color=COLORS["ink"])
    ax.set_axis_off()
    ax.set(xlim=(0, 2 + _GAP), ylim=(-2 * (height + _BELOW), 0))
    ax.set_aspect("equal")
    return ax


@in_book_style
def pixels(
    image: Sequence[Sequence[int]] | NDArray[np.integer[Any]],
    at: tuple[int, int],
    ax: Axes,
    *,
    most: int | None = None,
) -> Axes:
    """Draw an image of few pixels beside its matrix, and mark one pixel in both.

    Parameters
    ----------
    image : matrix of whole numbers
        How much ink each pixel has, from 0 on; at most 10 rows and 10 columns.
    at : tuple of 2 whole numbers
        Row and column of the marked pixel, counted from 0.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.1)`` fits an image of 8×8 pixels.
    most : int, optional
        The number that stands for full ink; by default the largest of the image.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the image is no small matrix, a number is negative, above ``most`` or not whole,
        or the marked pixel is outside.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.pixels([[0, 3], [1, 2]], (0, 1), figures.axes(height=2.1))
    >>> [text.get_text() for text in ax.texts]
    ['0', '3', '1', '2']
    """
    ink = _small_image(image)
    rows, columns = ink.shape
    full = _full_ink(ink, most)
    if not (0 <= at[0] < rows and 0 <= at[1] < columns):
        raise ShapeError(
            f"expected a pixel inside the {rows}×{columns} image, received at = {at!r}: rows run "
            f"from 0 to {rows - 1}, columns from 0 to {columns - 1}."
        )
    shift = columns + _BETWEEN
    bright = np.round(255 * (1 - ink / full)).astype(np.uint8)  # on dark pages paper stays white
    show_image(ax, bright, (0, columns, -rows, 0))
    for (i, j), value in np.ndenumerate(ink):
        color = COLORS["ink" if value else "muted"]
        ax.text(j + shift + 0.5, -i - 0.5, str(value), color=color, **_CENTERED)
    _page(ax, rows, columns)
    _frame(ax, rows, columns)
    for left in (0.0, shift):
        _square(
            ax, at[0], at[1] + left, fill=False, edgecolor=COLORS["orange"], linewidth=2.2, zorder=5
        )
    ax.get_figure(root=True).draw_without_rendering()  # type: ignore[union-attr] # equal scales
    marked = (int(at[0]), int(at[1]))
    record_scene(ax, PixelsScene(image=ink.tolist(), most=full, at=marked, gap=_BETWEEN))
    return ax


def _small_image(image: Any) -> NDArray[np.int64]:
    """Return the image as whole numbers, or say what is wrong with it."""
    ink = np.asarray(image)
    if ink.ndim != 2 or not 1 <= min(ink.shape) <= max(ink.shape) <= _LARGEST:
        raise ShapeError(
            f"expected a matrix of at most {_LARGEST} rows and {_LARGEST} columns, received shape "
            f"{ink.shape}: cut out a part of the image, for example image[:8, :8]."
        )
    if ink.dtype.kind not in "iu" or ink.min() < 0:
        raise InvalidNumberError(
            f"expected whole numbers from 0 on, received {ink.tolist()!r}: round them first."
        )
    return ink.astype(np.int64)


def _full_ink(ink: NDArray[np.int64], most: int | None) -> int:
    """Return the number that stands for full ink."""
    largest = int(ink.max())
    if most is not None and (most < largest or most < 1):
        raise InvalidNumberError(
            f"expected most to be at least 1 and the largest number {largest}, received {most!r}: "
            "give the largest number that a pixel can have."
        )
    return most or largest or 1


def _page(ax: Axes, rows: int, columns: int) -> None:
    """Fit the axes around both squares, one unit a pixel; after the image, which sets limits."""
    ax.set_axis_off()
    ax.set(xlim=(-_EDGE, 2 * columns + _BETWEEN + _EDGE), ylim=(-rows - _EDGE, _EDGE))
    ax.set_aspect("equal")


def _square(ax: Axes, row: float, column: float, **look: Any) -> None:
    ax.add_patch(Rectangle((column, -row - 1), 1, 1, **look))


def _frame(ax: Axes, rows: int, columns: int) -> None:
    """Draw the grid of the image and the brackets of the matrix."""
    for k in range(rows + 1):
        ax.plot([0, columns], [-k, -k], color=COLORS["grid"], linewidth=0.6, zorder=2.5)
    for k in range(columns + 1):
        ax.plot([k, k], [0, -rows], color=COLORS["grid"], linewidth=0.6, zorder=2.5)
    for x, inward in ((columns + _BETWEEN - 0.2, 0.3), (2 * columns + _BETWEEN + 0.2, -0.3)):
        path = ([x + inward, x, x, x + inward], [0.15, 0.15, -rows - 0.15, -rows - 0.15])
        ax.plot(*path, color=COLORS["muted"], linewidth=1.2, solid_joinstyle="miter")
