"""The four subspaces of a matrix, where it sends them, and the way back of its pseudoinverse."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.exact import pseudoinverse
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.panes import half_of
from linalg_book.figures.kit.plane_map import FRAME, Map, draw_parts, draw_plane, map_of
from linalg_book.figures.kit.scenes import (
    PseudoinverseScene,
    SubspacesScene,
    exact_texts,
    record_scene,
)
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["plane_pseudoinverse", "plane_subspaces", "subspace_map"]

_APART = 2.35  # between the two zero vectors


@in_book_style
def plane_subspaces(
    A: Sequence[Sequence[Number]], x: Sequence[Number], b: Sequence[Number], ax: Axes
) -> Axes:
    """Draw the four subspaces of a 2×2 matrix, and how x and b split between them.

    On the left stand the row space (blue) and the null space (orange), with x as the sum of its
    parts.  On the right stand the column space (green) and the left null space (purple), with
    A x and with b as the sum of its parts.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, of any rank.
    x, b : sequence of 2 numbers
        A vector of each plane.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.5)`` suits the two planes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, or an entry is not finite, too small or too large to be drawn.

    Notes
    -----
    Floats count as the decimals that they show.
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.plane_subspaces([(1, 1), (2, 2)], (3, 1), (2, 9), figures.axes(height=2.5))
    >>> "row space" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = map_of(A, x, b)
    sketch = Sketch(ax, FRAME, margin=0, bare=True)
    for plane in (drawn.domain, drawn.codomain):
        draw_plane(sketch, plane)
    draw_parts(sketch, drawn.domain, drawn.x, r"$\mathbf{x}$")
    draw_parts(sketch, drawn.codomain, drawn.b, r"$\mathbf{b}$")
    image = drawn.codomain.at(drawn.A @ drawn.x)
    sketch.point(image, "ink", hollow=True, size=8)
    sketch.label(r"$A\mathbf{x}$", [image], "ink")
    rows = [exact_texts(row) for row in A]
    record_scene(ax, SubspacesScene(A=rows, x=exact_texts(x), b=exact_texts(b)))
    return sketch.finish()


@in_book_style
def plane_pseudoinverse(
    A: Sequence[Sequence[Number]], b: Sequence[Number], step: Sequence[Number], ax: Axes
) -> Axes:
    r"""Draw what the pseudoinverse of a 2×2 matrix makes of b, and another minimizer.

    On the right stands b as the sum of its part p in the column space (green) and the part
    that is dropped (purple).  On the left stand all x with A x = p, as a thin line if the rank
    is 1, and the one in the row space (blue), which is A⁺b.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, of any rank.
    b : sequence of 2 numbers
        The wanted output.
    step : sequence of 2 numbers
        From A⁺b to another x with the same output: the part of it in the null space is taken.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.5)`` suits the two planes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, or an entry is not finite, too small or too large to be drawn.

    Notes
    -----
    Floats count as the decimals that they show.
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> A, b = [(1, 1), (2, 2)], (-2, 6)
    >>> ax = figures.plane_pseudoinverse(A, b, (2, -2), figures.axes(height=2.5))
    >>> r"$A^{+}\mathbf{b}$" in [text.get_text() for text in ax.texts]
    True
    """
    given = map_of(A, step, b)  # refuses what cannot be drawn
    back = np.array(pseudoinverse([exact_texts(row) for row in A]).answer, dtype=float)
    least, shift = back @ given.b, given.x - given.domain.split(given.x)
    domain = replace(given.domain, half=half_of([least, least + shift]))
    codomain = replace(given.codomain, half=half_of([given.A @ least, given.b]))
    drawn = replace(given, x=least + shift, domain=domain, codomain=codomain)
    sketch = Sketch(ax, FRAME, margin=0, bare=True)
    for plane in (drawn.domain, drawn.codomain):
        draw_plane(sketch, plane)
    _draw_minimizers(sketch, drawn, least)
    draw_parts(sketch, drawn.domain, drawn.x, r"$\mathbf{x}$" if shift.any() else "")
    draw_parts(sketch, drawn.codomain, drawn.b, r"$\mathbf{b}$")
    reached = drawn.codomain.at(drawn.codomain.split(drawn.b))
    for at, name in ((drawn.domain.at(least), r"$A^{+}\mathbf{b}$"), (reached, r"$\mathbf{p}$")):
        sketch.point(at, "ink", hollow=True, size=8)
        sketch.label(name, [at], "ink")
    rows = [exact_texts(row) for row in A]
    record_scene(ax, PseudoinverseScene(A=rows, b=exact_texts(b), step=exact_texts(step)))
    return sketch.finish()


def _draw_minimizers(sketch: Sketch, drawn: Map, least: Vector) -> None:
    """Draw the line through A⁺b along the null space, if the null space is a line."""
    plane = drawn.domain
    if plane.second.shape[1] == 1:
        low, high = plane.center - 1, plane.center + 1
        ends = clip(plane.at(least), plane.second[:, 0], low, high)
        sketch.segment(*ends, "ink", width=1.0, weight=0.5, zorder=2.2)


@in_book_style
def subspace_map(m: int, n: int, rank: int, ax: Axes, *, back: bool = False) -> Axes:
    """Draw the four subspaces of an m×n matrix as squares that meet at right angles in 0.

    The row space goes to the column space, one to one; the null space goes to the zero vector.
    A subspace that holds the zero vector only has no square.

    Parameters
    ----------
    m, n : int
        Numbers of rows and columns, at least 1.
    rank : int
        The rank, from 0 to the smaller of the two.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.4)`` gives the squares their room.
    back : bool
        Whether the arrows are those of the pseudoinverse, which leads back.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    ShapeError
        If no matrix has this shape and rank.

    Notes
    -----
    After the picture that Strang made known, "The fundamental theorem of linear algebra",
    American Mathematical Monthly 100 (1993).
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.subspace_map(3, 4, 2, figures.axes(height=2.4))
    >>> ax.texts[0].get_text().splitlines()
    ['row space', 'dimension 2']
    """
    if m < 1 or n < 1 or not 0 <= rank <= min(m, n):
        raise ShapeError(
            f"expected m and n from 1 on and a rank from 0 to the smaller of them, received "
            f"{m}, {n} and {rank}: change one of them."
        )
    low, high = np.array([-1.04, -1.04]), np.array([_APART + 1.04, 1.04])
    sketch = Sketch(ax, [low, high], margin=0, bare=True)
    zeros = np.zeros(2), np.array([_APART, 0.0])
    squares = (
        (zeros[0], (-1, 1), rank, "blue", "row space"),
        (zeros[0], (1, -1), n - rank, "orange", "null space"),
        (zeros[1], (-1, 1), rank, "green", "column\nspace"),
        (zeros[1], (1, -1), m - rank, "purple", "left null\nspace"),
    )
    for corner, toward, size, color, name in squares:
        if size:
            _draw_square(sketch, corner, np.array(toward), color, f"{name}\ndimension {size}")
    _draw_arrows(sketch, zeros, rank, m - rank if back else n - rank, back=back)
    for zero in zeros:
        sketch.point(zero, "ink", size=6)
        sketch.label(r"$\mathbf{0}$", [zero], "ink", toward=(-1, -1))
    return sketch.finish()


def _draw_arrows(
    sketch: Sketch, zeros: tuple[Vector, Vector], rank: int, lost: int, *, back: bool
) -> None:
    """Draw where the two subspaces of one side are sent: one to one, and to 0."""
    here, there = zeros[::-1] if back else zeros
    ahead = np.sign(there - here) * [1, 0]
    if rank:
        ends = np.array([[0.08, 0.82], [_APART - 1.08, 0.82]])
        start, end = ends[::-1] if back else ends
        sketch.arrow(start, end, "ink", width=1.8)
        sketch.label("one to one", [(start + end) / 2], "ink", toward=(0, 1))
    if lost:
        # the null space lies toward the other side, the left null space away from it
        leave = here + ([-0.05, -0.24] if back else [1.08, -0.4])
        sketch.arrow(leave, there - 0.14 * ahead - [0, 0.05], "ink", width=1.2, style="--")


def _draw_square(sketch: Sketch, corner: Vector, reach: Vector, color: str, text: str) -> None:
    """Draw a square from its corner at 0 to the opposite one, with its name inside."""
    other = corner + reach
    corners = [corner, np.array([other[0], corner[1]]), other, np.array([corner[0], other[1]])]
    sketch.area(corners, color, alpha=0.2, weight=1.0)
    sketch.curve(np.array([*corners, corner]), color, width=1.4)
    x, y = (corner + other) / 2
    sketch.ax.text(
        x, y, text, color=COLORS[color], ha="center", va="center", linespacing=1.0, fontsize=11.2
    )
