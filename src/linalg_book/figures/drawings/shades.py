"""Kernel matrices as shades of ink, side by side."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Vector, finite_list
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["kernel_images"]


@in_book_style
def kernel_images(matrices: Mapping[str, Any], ax: Axes) -> Axes:
    """Draw square matrices of one size side by side, each under its name, in one scale of ink.

    Full ink stands for 1 and more, bare paper for 0; below 0 the ink is of another color.

    Parameters
    ----------
    matrices : mapping of names to n×n arrays
        Two to four of them.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the matrices are not two to four, square and of one size, or an entry is not finite.

    Notes
    -----
    Introduced in: sec-sampling

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.kernel_images({"a": [[1, 0], [0, 1]], "b": [[1, 1], [1, 1]]}, figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['a', 'b']
    """
    read = {
        name: np.atleast_1d(np.asarray(matrix, dtype=float)) for name, matrix in matrices.items()
    }
    shapes = {matrix.shape for matrix in read.values()}
    n = len(next(iter(read.values()), ()))
    if not 2 <= len(read) <= 4 or shapes != {(n, n)} or not n:
        raise ShapeError(
            f"expected two to four square matrices of one size, received {len(read)} of the "
            f"shapes {sorted(map(str, shapes))}: leave the others out."
        )
    finite_list("matrices", [], [float(x) for matrix in read.values() for x in matrix.ravel()])
    ax.set_axis_off()
    ax.set_aspect("equal")
    gap = 0.12 * n
    for place, (name, matrix) in enumerate(read.items()):
        left = place * (n + gap)
        ax.imshow(_inked(matrix), extent=(left, left + n, 0, n), interpolation="none")
        ax.plot([left, left + n, left + n, left, left], [0, 0, n, n, 0], color=COLORS["muted"],
                linewidth=0.8, marker="", scalex=False, scaley=False)  # fmt: skip
        ax.text(left + n / 2, -0.08 * n, name, color=COLORS["ink"], ha="center", va="top",
                fontsize=11.2)  # fmt: skip
    width = len(read) * (n + gap) - gap
    ax.set(xlim=(-0.02 * n, width + 0.02 * n), ylim=(-0.3 * n, 1.02 * n))
    return ax


def _inked(matrix: Vector) -> Vector:
    """Turn numbers into ink on transparent paper."""
    signs = (matrix < 0)[..., None]
    color = np.where(signs, to_rgb(COLORS["orange"]), to_rgb(COLORS["blue"]))
    ink = np.clip(np.abs(matrix), 0, 1)[..., None]
    return np.concatenate([color, ink], axis=2)
