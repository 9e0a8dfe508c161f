"""Matrices as tiles: an echelon form, a product, bases, two side by side."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.exact import four_subspaces, row_reduce
from linalg_book.figures.kit.style import in_book_style
from linalg_book.figures.kit.tiles import Tiles, read_entries

__all__ = ["echelon", "four_bases", "matrix_pair", "product"]


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
def matrix_pair(matrices: Mapping[str, Any], ax: Axes) -> Axes:
    r"""Draw two matrices side by side as tiles, each under its name.

    Parameters
    ----------
    matrices : mapping of two names to matrices
        Names in mathematical notation, such as ``"$A$"``; each matrix is a sequence of rows.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.7)`` suits 8 rows and columns each.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not two matrices, an entry is a float or no number, rows differ in length,
        or a matrix is too large.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.matrix_pair({"$A$": [[1, 2]], "$B$": [[3], [4]]}, figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['$A$', '$1$', '$2$', '$B$', '$3$', '$4$']
    """
    if len(matrices) != 2:
        raise ShapeError(f"expected two matrices, received {len(matrices)}: draw two at a time.")
    read = {name: read_entries(name, rows) for name, rows in matrices.items()}
    first, second = read.values()
    head, gap = 1.3, 1.0
    tiles = Tiles(ax, len(first[0]) + gap + len(second[0]), head + max(len(first), len(second)))
    left = 0.0
    for name, rows in read.items():
        tiles.word(name, left + len(rows[0]) / 2, head / 2)
        tiles.matrix(rows, left, head)
        left += len(rows[0]) + gap
    return ax
