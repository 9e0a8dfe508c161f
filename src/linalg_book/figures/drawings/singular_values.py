"""Singular values on a logarithmic axis, and what a cut-off makes of them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.scenes import record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_DASHES = (0, (5, 3))
_QUIET: dict[str, Any] = {"scalex": False, "scaley": False}


def powers_of_ten(low: float, high: float, step: int) -> tuple[list[int], list[str]]:
    """Return whole exponents between two, multiples of a step, and the powers in words."""
    exponents = [k for k in range(int(np.ceil(low)), int(np.floor(high)) + 1) if k % step == 0]
    return exponents, ["$1$" if k == 0 else f"$10^{{{k}}}$" for k in exponents]


@in_book_style
def cut_offs(values: Sequence[Number], rules: Mapping[str, float], ax: Axes) -> Axes:
    """Draw singular values once for each rule: discs above its cut-off, rings below it.

    Parameters
    ----------
    values : sequence of numbers
        Positive singular values, the largest first.
    rules : mapping of str to float
        The name of each rule and the part of the largest value up to which it takes others for 0.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no rule, or a number is not positive.

    Notes
    -----
    Introduced in: sec-pinv-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.cut_offs([1, 1e-9], {"strict": 1e-12, "lax": 1e-6}, figures.axes(height=2))
    >>> [text.get_text() for text in ax.texts]
    ['2', '1']
    """
    sizes = logarithms("values", values)
    cuts = logarithms("rules", list(rules.values())) + sizes[0]
    low = float(np.floor(min(sizes.min(), cuts.min()))) - 0.3
    high = float(sizes[0]) + 0.8
    ax.set(xlim=(low, high + 1.6), ylim=(-len(cuts) - 0.6, -0.4))
    ax.set_xticks(*powers_of_ten(low, high, 4))
    ax.set_yticks([-row for row in range(1, len(cuts) + 1)], list(rules))
    ax.tick_params(axis="y", labelcolor=COLORS["ink"])
    ax.spines[:].set_visible(False)
    ax.grid(visible=True, axis="x", color=COLORS["grid"], linewidth=0.8)
    for row, cut in enumerate(cuts, start=1):
        ax.plot([low, high], [-row, -row], color=COLORS["grid"], linewidth=1.2, **_QUIET)
        bar = [-row - 0.36, -row + 0.36]
        ax.plot([cut, cut], bar, color=COLORS["orange"], linewidth=2.6, zorder=4, **_QUIET)
        for size in sizes:
            _disc(ax, float(size), -row, hollow=bool(size <= cut))
        kept = np.count_nonzero(sizes > cut)
        ax.text(high + 0.9, -row, str(kept), color=COLORS["blue"], ha="center", va="center")
    return settled(ax)


def _disc(ax: Axes, x: float, y: float, *, hollow: bool) -> None:
    face = COLORS["paper" if hollow else "blue"]
    ax.plot([x], [y], "o", ms=4.8, mfc=face, mec=COLORS["blue"], mew=1.2, zorder=5, **_QUIET)


@in_book_style
def truncation(
    A: Sequence[Sequence[Number]],
    b: Sequence[Number],
    x: Sequence[Number],
    cut_off: float,
    ax: Axes,
) -> Axes:
    r"""Draw the singular values of A over their places, and a cut-off as a line.

    Parameters
    ----------
    A : matrix of numbers
        A matrix of full rank in floating point, with at least as many rows as columns.
    b : sequence of numbers
        The right-hand side.
    x : sequence of numbers
        The vector that the solution ought to be: from it the figure measures errors.
    cut_off : float
        Singular values up to this number count as 0.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is not finite, a singular value or the cut-off is not positive, or sizes
        do not fit.

    Notes
    -----
    Introduced in: sec-pinv-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> data = ([[3, 0], [0, 0.1]], [3, 1], [1, 0])
    >>> ax = figures.truncation(*data, 0.5, figures.axes())
    >>> r"$\tau$" in [text.get_text() for text in ax.texts]
    True
    """
    matrix, right, truth = (np.array(data, dtype=float) for data in (A, b, x))
    if matrix.ndim != 2 or (right.shape, truth.shape) != (matrix.shape[:1], matrix.shape[1:]):
        raise ShapeError(
            f"expected a matrix with one entry of b for each row and one of x for each column, "
            f"received shapes {matrix.shape}, {right.shape}, {truth.shape}: make them fit."
        )
    found = numeric.svd(matrix)
    heights = logarithms("singular values", found.singular_values.tolist())
    level = float(logarithms("cut_off", [cut_off])[0])
    points = np.column_stack([range(1, len(heights) + 1), heights])
    sketch = Sketch(
        ax, [*points, np.array([len(heights) + 0.4, level])], names=("k", r"\sigma_k"),
        equal=False, margin=0.08,
    )  # fmt: skip
    ax.set_yticks(*powers_of_ten(sketch.low[1], sketch.high[1], 1))
    settled(ax)
    ends = [np.array([sketch.low[0], level]), np.array([sketch.high[0], level])]
    sketch.segment(ends[0], ends[1], "orange", width=1.8, style=_DASHES)
    for point in points:
        sketch.point(point, "blue", hollow=bool(point[1] <= level))
    sketch.label(r"$\tau$", [ends[1] - (0.3, 0)], "orange", toward=(0, 1))
    parts = _parts(found, right, truth)
    sketch.finish()
    record_scene(
        ax, "truncation", sigma=_short(found.singular_values), level=round(level, 6), **parts
    )
    return ax


def _parts(found: numeric.SVD, b: Vector, x: Vector) -> dict[str, Any]:
    """Return what the page needs to compute residual, norm and error for any cut-off."""
    beta, gamma = found.U.T @ b, found.V.T @ x
    rest = max(float(b @ b - beta @ beta), 0.0)
    return {"beta": _short(beta), "gamma": _short(gamma), "rest": float(f"{rest:.8g}")}


def _short(numbers: Vector) -> list[float]:
    return [float(f"{entry:.10g}") for entry in numbers]


def logarithms(name: str, numbers: Sequence[Any], *, above: float = 0.0) -> Vector:
    """Read numbers greater than a bound and return their decimal logarithms."""
    read = np.array(finite_list(name, [], [float(entry) for entry in numbers]))
    if read.min() <= above:
        raise InvalidNumberError(
            f"expected numbers greater than {above:g} as {name}, received {numbers!r}: leave the "
            "others out, since a logarithmic axis has no place for them."
        )
    found: Vector = np.log10(read)
    return found
