"""Photographs, in their own colors and channel by channel, and rows of small images."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.style import COLORS, in_book_style

_GAP = 0.06  # between two pictures, in widths
_BELOW = 0.17  # for the words under a picture


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
    _show(ax, shown, (0, n, -m, 0))
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
        _show(ax, part, (x, x + 1, y - height, y))
        below = y - height - 0.075
        ax.text(x + 0.5, below, name, ha="center", va="center", color=COLORS["ink"])
    ax.set_axis_off()
    ax.set(xlim=(0, 2 + _GAP), ylim=(-2 * (height + _BELOW), 0))
    ax.set_aspect("equal")
    return ax


@in_book_style
def strip(
    rows: Sequence[Sequence[NDArray[Any]]], names: Sequence[str], ax: Axes, *, most: float
) -> Axes:
    """Draw rows of small images side by side, with a name under each column.

    Parameters
    ----------
    rows : sequence of sequences of matrices
        The images, as many in each row as there are names.
    names : sequence of texts
        What stands under each column.
    ax : matplotlib.axes.Axes
        Where to draw.
    most : float
        The number that stands for full ink; 0 stands for paper, and numbers beyond either count
        as these.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no image, or a row has more or fewer of them than there are names.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.strip([[[[0, 16]], [[9, 9]]]], ["a", "b"], figures.axes(), most=16)
    >>> [text.get_text() for text in ax.texts]
    ['a', 'b']
    """
    if not rows or not names or any(len(row) != len(names) for row in rows):
        raise ShapeError(
            f"expected rows of {len(names)} images, one for each name, received "
            f"{[len(row) for row in rows]}: give as many images as names."
        )
    side = 1 + _GAP
    for i, row in enumerate(rows):
        for j, image in enumerate(row):
            ink = 255 * (1 - np.clip(np.asarray(image, dtype=float) / most, 0, 1))
            _show(ax, ink.astype(np.uint8), (j * side, j * side + 1, -i * side - 1, -i * side))
    bottom = -len(rows) * side
    for j, name in enumerate(names):
        ax.text(j * side + 0.5, bottom - 0.17, name, ha="center", va="center", color=COLORS["ink"])
    ax.set_axis_off()
    ax.set(xlim=(-_GAP, len(names) * side), ylim=(bottom - 0.36, _GAP))
    ax.set_aspect("equal")
    return ax


def _show(ax: Axes, image: NDArray[Any], extent: tuple[float, float, float, float]) -> None:
    """Place an image; its pixels stay squares."""
    ax.imshow(image, cmap="gray", vmin=0, vmax=255, extent=extent, interpolation="none")
