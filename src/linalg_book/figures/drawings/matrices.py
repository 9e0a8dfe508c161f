"""Matrices as tiles and as shapes: an echelon form, products, bases, the SVD."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from linalg_book.errors import ShapeError
from linalg_book.exact import four_subspaces, row_reduce
from linalg_book.figures.kit.style import COLORS, in_book_style
from linalg_book.figures.kit.tiles import Tiles, read_entries

__all__ = ["echelon", "four_bases", "product", "svd_shapes"]

_LARGEST = 12  # rows or columns of a shape
_BETWEEN, _FOOT = 1.3, 2.3  # beside a matrix, and under it, in rows


@in_book_style
def echelon(A: Any, ax: Axes) -> Axes:
    """Draw the echelon form of a matrix, its pivots ringed and its staircase drawn.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of 1 to 18 rows and columns.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=4)`` suits as many rows as columns.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If an entry is a float or no number, rows differ in length, or the matrix is too large.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.echelon([[1, 2], [2, 4]], figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['$1$', '$2$', '$0$', '$0$']
    """
    rows = read_entries("A", A)
    found = row_reduce(rows)
    m, n, pivots = len(rows), len(rows[0]), found.values["pivots"]
    tiles = Tiles(ax, n, m)
    tiles.matrix(read_entries("A", found.values["echelon"]), 0, 0)
    ends = [*pivots, n]
    steps = [(float(ends[0]), 0.0)]
    for i, (left, right) in enumerate(pairwise(ends), start=1):
        steps += [(float(left), float(i)), (float(right), float(i))]
    if pivots:
        tiles.path(steps, "purple", 2.4)
    for i, j in enumerate(pivots):
        tiles.ring(j, i, "purple")
    return ax


@in_book_style
def product(C: Any, R: Any, ax: Axes) -> Axes:
    """Draw a product of two matrices: each entry stands beside its row and under its column.

    Parameters
    ----------
    C : sequence of m rows with r numbers each
        The left factor.
    R : sequence of r rows with n numbers each
        The right factor; r + m and r + n are at most 17.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, an entry is a float or no number, or a factor is too large.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.product([[1], [2]], [[3, 4]], figures.axes())
    >>> [text.get_text() for text in ax.texts][-6:]
    ['$3$', '$4$', '$6$', '$8$', '$C$', '$R$']
    """
    left, right = read_entries("C", C), read_entries("R", R)
    m, r, n = len(left), len(right), len(right[0])
    if len(left[0]) != r:
        raise ShapeError(
            f"expected as many columns in C as rows in R, received {len(left[0])} and {r}: "
            "change one of them."
        )
    columns = list(zip(*right, strict=True))
    found = [
        [sum(p * q for p, q in zip(row, column, strict=True)) for column in columns] for row in left
    ]
    gap = 0.5
    tiles = Tiles(ax, r + gap + n, r + gap + m)
    tiles.matrix(left, 0, r + gap, "green")
    tiles.matrix(right, r + gap, 0, "purple")
    tiles.matrix(read_entries("C R", found), r + gap, r + gap)
    tiles.word("$C$", r / 2, r - 0.3, "green")
    tiles.word("$R$", r - 0.3, r / 2, "purple")
    return ax


@in_book_style
def four_bases(A: Any, ax: Axes) -> Axes:
    r"""Draw bases of the four subspaces as columns, two squares of tiles.

    The left square holds the row space and the null space, the right one the column space and
    the left null space.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix; m + n is at most 17.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.6)`` suits 8 rows and columns.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If an entry is a float or no number, rows differ in length, or the matrix is too large.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.four_bases([[1, 2], [2, 4]], figures.axes())
    >>> [text.get_text() for text in ax.texts][:3]
    ['row\nspace', '$1$', '$2$']
    """
    rows = read_entries("A", A)
    found, (m, n) = four_subspaces(rows).answer, (len(rows), len(rows[0]))
    head, gap = 2.4, 1.0
    tiles = Tiles(ax, n + gap + m, head + max(m, n))
    places = [
        ("row\nspace", found.row_space, 0, "blue"),
        ("null\nspace", found.null_space, 0, "orange"),
        ("column\nspace", found.column_space, n + gap, "green"),
        ("left null\nspace", found.left_null_space, n + gap, "purple"),
    ]
    start = {0.0: 0, n + gap: 0}
    for name, basis, side, color in places:
        if not basis.cols:
            continue
        left = side + start[side]
        start[side] += basis.cols
        tiles.word(name, left + basis.cols / 2, head / 2 - 0.1, color)
        tiles.matrix(read_entries(name, basis), left, head, color)
    return ax


@in_book_style
def svd_shapes(shapes: Sequence[tuple[int, int]], ax: Axes) -> Axes:
    """Draw the shapes of A = U Σ Vᵀ, hatched where the reduced form leaves something out.

    Parameters
    ----------
    shapes : sequence of pairs (m, n)
        The sizes of the matrices, each from 1 to 12.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    ShapeError
        If there is no shape, or one is too small or too large.

    Notes
    -----
    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.svd_shapes([(3, 2)], figures.axes(height=2))
    >>> ax.texts[0].get_text().splitlines()
    ['$A$', '3×2']
    """
    if not shapes or not all(1 <= side <= _LARGEST for pair in shapes for side in pair):
        raise ShapeError(
            f"expected pairs of numbers of rows and columns from 1 to {_LARGEST}, received "
            f"{shapes!r}: give for example [(5, 2), (2, 5)]."
        )
    ax.set_axis_off()
    ax.set_aspect("equal")
    top = widest = 0.0
    for m, n in shapes:
        widest = max(widest, _product(ax, m, n, top))
        top -= max(m, n) + _FOOT
    ax.set(xlim=(-0.2, widest + 0.2), ylim=(top + 0.2, 0.2))
    return ax


def _product(ax: Axes, m: int, n: int, top: float) -> float:
    """Draw the four matrices side by side; return where they end."""
    k, tallest, left = min(m, n), max(m, n), 0.0
    kept = [("A", m, n, m, n), ("U", m, m, m, k), (r"\Sigma", m, n, k, k), (r"V^\top", n, n, k, n)]
    for name, rows, columns, kept_rows, kept_columns in kept:
        low = top - (tallest + rows) / 2
        _hatched(ax, (left, low), columns, rows)
        corner = (left, low + rows - kept_rows)
        _filled(ax, corner, kept_columns, kept_rows)
        if name == r"\Sigma":
            x, y = [left, left + k], [low + rows, low + rows - k]
            ax.plot(x, y, color=COLORS["blue"], linewidth=1.8, marker="", scalex=False,
                    scaley=False)  # fmt: skip
        words: dict[str, Any] = {"ha": "center", "color": COLORS["ink"]}
        under = f"${name}$\n{rows}×{columns}"
        ax.text(left + columns / 2, top - tallest - 0.25, under, va="top", fontsize=11.2, **words)
        left += columns + _BETWEEN
        if name == "A":
            middle = left - _BETWEEN / 2
            ax.text(middle, top - tallest / 2, "$=$", va="center", fontsize=12, **words)
    return left - _BETWEEN


def _hatched(ax: Axes, corner: tuple[float, float], width: float, height: float) -> None:
    """Draw what is left out."""
    look: dict[str, Any] = {
        "hatch": "///",
        "edgecolor": COLORS["muted"],
        "linewidth": 0.8,
        "alpha": 0.6,
    }
    ax.add_patch(Rectangle(corner, width, height, fill=False, **look))


def _filled(ax: Axes, corner: tuple[float, float], width: float, height: float) -> None:
    """Draw what is kept, over the hatching."""
    paper, blue = COLORS["paper"], COLORS["blue"]
    ax.add_patch(Rectangle(corner, width, height, facecolor=paper, edgecolor="none"))
    ax.add_patch(Rectangle(corner, width, height, facecolor=blue, edgecolor="none", alpha=0.22))
    ax.add_patch(Rectangle(corner, width, height, fill=False, edgecolor=blue, linewidth=1.4))
