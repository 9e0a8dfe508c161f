"""How much a matrix stretches in each direction, and the shapes of its decompositions."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import FixedFormatter, FixedLocator

from linalg_book.errors import ShapeError
from linalg_book.figures.drawings.ellipses import circle_map
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number
from linalg_book.figures.kit.notation import length
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_DASHES = (0, (5, 3))
_LARGEST = 12  # rows or columns of a shape
_BETWEEN, _FOOT = 1.3, 2.3  # beside a matrix, and under it, in rows


@in_book_style
def stretch(A: Sequence[Sequence[Number]], ax: Axes) -> Axes:
    r"""Draw the length of A x against the angle of the unit vector x, with its extremes.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, with two different singular values.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If A is no 2×2 matrix, its singular values are equal, or an entry cannot be drawn.

    Notes
    -----
    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.stretch([(3, 0), (4, 5)], figures.axes())
    >>> [text.get_text() for text in ax.texts][-2:]
    ['$\\sigma_1 = 3\\sqrt{5}$', '$\\sigma_2 = \\sqrt{5}$']
    """
    drawn = circle_map(A)
    if drawn.sigma[0] - drawn.sigma[1] <= 1e-9 * drawn.sigma[0]:
        raise ShapeError(
            f"expected a matrix with two different singular values, received A = {A!r}: all "
            "lengths are equal, so there is nothing to draw; change an entry."
        )
    angles = np.linspace(0, 360, 181)
    turned = np.deg2rad(angles)
    lengths = np.hypot(*(drawn.A @ np.array([np.cos(turned), np.sin(turned)])))
    top = 1.16 * drawn.sigma[0]
    sketch = Sketch(ax, [np.zeros(2), np.array([360.0, top])],
                    names=(r"\theta", r"\|A\mathbf{x}\|"), equal=False, margin=0.03)  # fmt: skip
    ax.set_xlabel(r"angle $\theta$ of $\mathbf{x}$ in degrees")
    ticks = [0, 90, 180, 270, 360]
    ax.xaxis.set_major_locator(FixedLocator(ticks))
    ax.xaxis.set_major_formatter(FixedFormatter([f"${tick}$" for tick in ticks]))
    sketch.curve(np.column_stack([angles, lengths]), "purple")
    for k, (color, toward) in enumerate((("blue", (0, 1)), ("orange", (0, -1)))):
        size = float(drawn.sigma[k])
        level = np.array([[0.0, size], [360.0, size]])
        sketch.curve(level, color, width=1.1, style=_DASHES)
        first = np.rad2deg(np.arctan2(drawn.V[1, k], drawn.V[0, k])) % 180
        spots = [np.array([angle, size]) for angle in (first, first + 180)]
        name = rf"$\sigma_{k + 1} = {length(size)}$"
        for spot in spots:
            sketch.point(spot, color)
        sketch.label(name, spots, color, toward=toward)
    return settled(sketch.finish())  # its own marks on the axis


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
