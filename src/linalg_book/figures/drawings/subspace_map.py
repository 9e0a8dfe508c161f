"""The four subspaces of any matrix as squares, and where the matrix sends them."""

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_APART = 2.35  # between the two zero vectors


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
