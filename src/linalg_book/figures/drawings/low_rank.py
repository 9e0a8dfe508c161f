"""Factors of low rank: named things as points, objectives that fall, rows of small images."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.images import show_image
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["embedding", "strip", "sweeps"]

# color and whether the marks are rings, for each group in turn
_LOOKS = (("blue", False), ("orange", True))
_DASHES = ("-", (0, (5, 3)), (0, (1.2, 2)))
_GAP = 0.06  # between two pictures, in widths


@in_book_style
def embedding(
    groups: Sequence[tuple[Sequence[str], NDArray[Any]]],
    ax: Axes,
    *,
    names: tuple[str, str] = ("z_1", "z_2"),
) -> Axes:
    r"""Draw named things as points of a plane, one or two groups of them.

    Parameters
    ----------
    groups : sequence of 1 or 2 pairs
        The names of a group's things, and an array of shape (N, 2) with their coordinates.  The
        first group is drawn as discs, the second as rings.
    ax : matplotlib.axes.Axes
        Where to draw; both coordinates have the same scale.
    names : pair of str
        Names of the coordinates, in mathematical notation.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is another number of groups, names and points differ in number, or a coordinate
        is not finite.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book import figures
    >>> users = (["Ada", "Ben"], np.array([[2.0, 1.0], [2.0, -1.0]]))
    >>> ax = figures.embedding([users], figures.axes())
    >>> [text.get_text() for text in ax.texts][-2:]
    ['Ada', 'Ben']
    """
    tables = [np.asarray(points, dtype=float) for _, points in groups]
    fitting = [table.shape == (len(things), 2) for (things, _), table in zip(groups, tables)]  # noqa: B905
    if not 1 <= len(groups) <= len(_LOOKS) or not all(fitting):
        raise ShapeError(
            f"expected one or two groups, each with a name for every row of two coordinates, "
            f"received the shapes {[table.shape for table in tables]}: give for example "
            '[(["Ada", "Ben"], points)].'
        )
    if not all(np.isfinite(table).all() for table in tables):
        raise InvalidNumberError("expected finite coordinates, received others: leave them out.")
    sketch = Sketch(ax, list(np.vstack(tables)), names=names, margin=0.13)
    sketch.point(ORIGIN, "ink", size=4)
    for table, (color, hollow) in zip(tables, _LOOKS, strict=False):
        for point in table:
            sketch.point(point, color, hollow=hollow)
    middle = np.vstack(tables).mean(axis=0)
    for (things, _), table, (color, _) in zip(groups, tables, _LOOKS, strict=False):
        for name, point in zip(things, table, strict=True):
            outward = point - middle
            sketch.label(name, [point], color, toward=outward if outward.any() else None)
    return sketch.finish()


@in_book_style
def sweeps(groups: Mapping[str, Sequence[Sequence[float]]], ax: Axes) -> Axes:
    """Draw how objectives fall, sweep by sweep, on a logarithmic scale.

    Parameters
    ----------
    groups : mapping from text to sequences of numbers
        Up to three named groups of histories; each history is a sequence of positive numbers.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is another number of groups, a group without a history, or a number that is not
        positive.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.sweeps({"a": [[3, 2, 1]], "b": [[9, 8]]}, figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['a', 'b']
    """
    curves = {name: [_curve(history) for history in group] for name, group in groups.items()}
    if not 1 <= len(curves) <= len(_DASHES) or not all(curves.values()):
        raise ShapeError(
            f"expected one to three groups with a history or more, received {len(curves)} groups: "
            'give for example {"a": [[3, 2, 1]]}.'
        )
    ax.set_yscale("log")
    ax.grid(visible=True, color=COLORS["grid"], linewidth=0.8)
    ax.spines[:].set_visible(False)
    ax.set_xlabel("sweep")
    ax.set_ylabel("objective")
    for (name, group), color, style in zip(
        curves.items(), ("blue", "orange", "green"), _DASHES, strict=False
    ):
        for curve in group:
            ax.plot(*curve.T, color=COLORS[color], linestyle=style, linewidth=1.5)
        least = min(float(curve[-1, 1]) for curve in group)
        lowest = [curve[-1] for curve in group if curve[-1, 1] <= 1.02 * least]
        last = max(lowest, key=lambda end: float(end[0]))
        ax.annotate(name, (last[0], last[1]), xytext=(6, 0), textcoords="offset points",
                    va="center", color=COLORS[color])  # fmt: skip
    longest = max(len(curve) for group in curves.values() for curve in group)
    lows = [float(curve[:, 1].min()) for group in curves.values() for curve in group]
    highs = [float(curve[:, 1].max()) for group in curves.values() for curve in group]
    ax.set(xlim=(0, 1.28 * longest), ylim=(0.8 * min(lows), 1.25 * max(highs)))
    return settled(ax)


def _curve(history: Sequence[float]) -> Vector:
    heights = np.array([float(value) for value in history])
    if heights.size == 0 or not np.all(np.isfinite(heights) & (heights > 0)):
        raise InvalidNumberError(
            "expected a history of positive numbers, received others: leave out what is 0."
        )
    return np.column_stack([np.arange(1, len(heights) + 1), heights])


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
            show_image(ax, ink.astype(np.uint8), (j * side, j * side + 1, -i * side - 1, -i * side))
    bottom = -len(rows) * side
    for j, name in enumerate(names):
        ax.text(j * side + 0.5, bottom - 0.17, name, ha="center", va="center", color=COLORS["ink"])
    ax.set_axis_off()
    ax.set(xlim=(-_GAP, len(names) * side), ylim=(bottom - 0.36, _GAP))
    ax.set_aspect("equal")
    return ax
