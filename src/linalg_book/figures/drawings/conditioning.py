"""Singular values on a logarithmic axis, what a cut-off makes of them, and what it costs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.log_axis import logarithms, powers_of_ten
from linalg_book.figures.kit.scenes import TruncationScene, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["accuracy", "cut_offs", "truncation"]

_DASHES = (0, (5, 3))
_QUIET: dict[str, Any] = {"scalex": False, "scaley": False}
_EPS = 2.0**-52
_LOOKS = (("blue", False), ("orange", True))


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
    sketch.finish()
    record_scene(ax, _scene(found, level, right, truth))
    return ax


def _scene(found: numeric.SVD, level: float, b: Vector, x: Vector) -> TruncationScene:
    """Return what the page needs to compute residual, norm and error for any cut-off."""
    beta = found.U.T @ b
    rest = max(float(b @ b - beta @ beta), 0.0)
    return TruncationScene(
        sigma=_short(found.singular_values),
        level=round(level, 6),
        beta=_short(beta),
        gamma=_short(found.V.T @ x),
        rest=float(f"{rest:.8g}"),
    )


def _short(numbers: Vector) -> list[float]:
    return [float(f"{entry:.10g}") for entry in numbers]


@in_book_style
def accuracy(
    conditions: Sequence[Number], errors: Mapping[str, Sequence[Number]], ax: Axes
) -> Axes:
    r"""Draw the relative errors of one or two methods against the condition number.

    Two lines guide the eye: κ·eps and κ²·eps, with eps = 2⁻⁵².

    Parameters
    ----------
    conditions : sequence of numbers
        Condition numbers, each greater than 1, in ascending order.
    errors : mapping of str to sequence of numbers
        The name of each method, and its positive errors, one for each condition number.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are no methods or more than two, lengths differ, or a number is out of range.

    Notes
    -----
    Introduced in: sec-pinv-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> errors = {"good": [1e-15, 1e-11], "bad": [1e-14, 1e-5]}
    >>> ax = figures.accuracy([10, 1e6], errors, figures.axes())
    >>> {"good", "bad"} <= {text.get_text() for text in ax.texts}
    True
    """
    across = logarithms("conditions", conditions, above=1.0)
    up = {name: logarithms("errors", series) for name, series in errors.items()}
    lengths = {len(series) for series in up.values()}
    if not 1 <= len(up) <= len(_LOOKS) or lengths != {len(across)}:
        raise ShapeError(
            f"expected one or two methods with {len(across)} errors each, received lengths "
            f"{[len(series) for series in up.values()]}: give one error for each condition number."
        )
    low = min(np.log10(_EPS), *(float(series.min()) for series in up.values()))
    shown = [np.array([across[-1], low]), np.array([across[0], 0.6])]
    sketch = Sketch(ax, shown, names=(r"\kappa", r"\mathrm{error}"), equal=False, margin=0.05)
    ax.set_xticks(*powers_of_ten(sketch.low[0], sketch.high[0], 2))
    ax.set_yticks(*powers_of_ten(sketch.low[1], sketch.high[1], 4))
    for slope, text in ((1, r"$\kappa \varepsilon$"), (2, r"$\kappa^2 \varepsilon$")):
        ends = [np.array([t, np.log10(_EPS) + slope * t]) for t in (0.0, across[-1])]
        if ends[1][1] > 0.3:
            ends[1] = np.array([(0.3 - ends[0][1]) / slope, 0.3])
        sketch.segment(ends[0], ends[1], "muted", width=1.2, style=(0, (5, 3)))
        spots = [ends[0] + t * (ends[1] - ends[0]) for t in (0.72, 0.6, 0.5, 0.82)]
        sketch.label(text, spots, "muted", toward=(-1, 1))
    for (name, series), (color, hollow) in zip(up.items(), _LOOKS, strict=False):
        points = np.column_stack([across, series])
        for start, end in pairwise(points):
            sketch.segment(start, end, color, width=1.2)
        for point in points:
            sketch.point(point, color, hollow=hollow, size=6)
        spots = [points[k] for k in sorted(range(len(points)), key=lambda k: -k)]
        sketch.label(name, spots, color, toward=(1, -1))
    return sketch.finish()
