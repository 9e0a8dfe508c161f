"""Factors of an SVD: their shapes, and the shares of its principal components."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, finite_list
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["scree", "svd_shapes"]

_LARGEST = 12  # rows or columns of a shape
_BETWEEN, _FOOT = 1.3, 2.3  # beside a matrix, and under it, in rows
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@in_book_style
def scree(shares: Sequence[Number] | NDArray[Any], ax: Axes, *, marked: int = 0) -> Axes:
    """Draw the share of each principal component as a bar, and their running total as a curve.

    Parameters
    ----------
    shares : sequence of numbers
        The shares in the variance, not negative, the largest first.
    ax : matplotlib.axes.Axes
        Where to draw.
    marked : int
        The number of components whose total is written beside the curve; 0 for none.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no share, one is negative or larger than the one before it, or there are
        fewer than ``marked``.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.scree([0.7, 0.2, 0.1], figures.axes(), marked=2)
    >>> ax.texts[0].get_text()
    'the first 2: 90 %'
    """
    parts = 100 * np.array(finite_list("shares", [], [float(x) for x in shares]))
    if np.any(np.diff(parts) > 1e-9) or parts[-1] < 0 or not 0 <= marked <= len(parts):
        raise InvalidNumberError(
            f"expected shares that fall and are not negative, and at most {len(parts)} marked, "
            f"received {len(parts)} shares, marked = {marked!r}: sort them."
        )
    ax.set_xlabel("component")
    ax.set_ylabel("share in %")
    count = np.arange(1, len(parts) + 1)
    total = np.cumsum(parts)
    fit_frame(ax, np.array([[0.4, 0.0], [len(parts) + 0.6, 100.0]]), 0.03, equal=False)
    for k, part in zip(count, parts, strict=True):
        ax.add_patch(Rectangle((k - 0.4, 0), 0.8, part, facecolor=COLORS["blue"]))
    ax.plot(count, total, color=COLORS["orange"], linewidth=1.8, **_STILL)
    if marked:
        at, height = float(marked), float(total[marked - 1])
        ax.plot(at, height, color=COLORS["orange"], marker="o", linestyle="", markersize=7,
                **_STILL)  # fmt: skip
        text = f"the first {marked}: {round(height)} %"
        ax.annotate(text, (at, height), xytext=(8, -9), textcoords="offset points", va="center",
                    color=COLORS["orange"])  # fmt: skip
    return settled(ax)


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
