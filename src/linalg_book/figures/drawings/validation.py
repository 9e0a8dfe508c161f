"""Leaving rows out: a line without one of its points, and errors against the penalty."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.log_axis import logarithms
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["error_curves", "left_out_line"]

_DASHES, _DOTS = (0, (5, 3)), (0, (1.2, 2))
_LOOKS = (("orange", "-"), ("blue", _DASHES), ("purple", _DOTS))


@in_book_style
def left_out_line(t: Sequence[Number], y: Sequence[Number], left_out: int, ax: Axes) -> Axes:
    r"""Draw the least-squares line of all points, and that of all but one, which is ringed.

    Parameters
    ----------
    t, y : sequence of numbers
        As many abscissas as ordinates; without the point left out, two abscissas differ.
    left_out : int
        The place of the point in the sequences, from 0.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the sequences differ in length, a number is not finite, there is no such point, or the
        other points determine no line.

    Notes
    -----
    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.left_out_line([0, 1, 2], [0, 1, 5], 2, figures.axes())
    >>> [text.get_text() for text in ax.texts][-2:]
    ['with all points', 'without it']
    """
    across = np.array(finite_list("t", [], [float(entry) for entry in t]))
    heights = np.array(finite_list("y", [], [float(entry) for entry in y]))
    if across.shape != heights.shape or not 0 <= left_out < len(across):
        raise ShapeError(
            f"expected as many t as y and the place of one of them, received {len(across)}, "
            f"{len(heights)} and {left_out}: places are counted from 0."
        )
    others = np.arange(len(across)) != left_out
    if others.sum() < 2 or not np.ptp(across[others]):
        raise InvalidNumberError("expected two abscissas or more without the point left out.")
    lines = [_line(across, heights), _line(across[others], heights[others])]
    gone = np.array([across[left_out], heights[left_out]])
    guess = np.array([gone[0], np.polyval(lines[1], gone[0])])
    points = np.column_stack([across, heights])
    sketch = Sketch(ax, [*points, guess], margin=0.08, names=("t", "y"), equal=False)
    for (color, style), line, name in zip(
        _LOOKS, lines, ("with all points", "without it"), strict=False
    ):
        ends = np.array([[x, np.polyval(line, x)] for x in (sketch.low[0], sketch.high[0])])
        sketch.segment(ends[0], ends[1], color, width=2.0, style=style)
        at = [ends[0] + share * (ends[1] - ends[0]) for share in (0.62, 0.55, 0.7, 0.45)]
        sketch.label(name, at, color, toward=(0, -1) if color == "orange" else (-1, 1))
    sketch.segment(gone, guess, "purple", width=1.6, style=_DOTS)
    for point, is_other in zip(points, others, strict=True):
        sketch.point(point, "ink" if is_other else "purple", hollow=not is_other, size=8)
    return sketch.finish()


def _line(t: Vector, y: Vector) -> Vector:
    """Return slope and height of the least-squares line."""
    return np.polyfit(t, y, 1)


@in_book_style
def error_curves(
    penalties: Sequence[Number],
    curves: Mapping[str, Sequence[Number]],
    ax: Axes,
    *,
    least: Sequence[str] = (),
    across: str | None = None,
) -> Axes:
    r"""Draw up to three errors against the penalty λ, or another number, on logarithmic scales.

    Parameters
    ----------
    penalties : sequence of positive numbers
        The values of λ, in rising order.
    curves : mapping from text to sequences of positive numbers
        The name of each error, and its value for each λ.
    ax : matplotlib.axes.Axes
        Where to draw.
    least : sequence of names
        Curves whose lowest point is marked.
    across : str, optional
        What stands on the lower axis; the penalty λ if nothing is said.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is not positive, or a curve has another length than ``penalties``.

    Notes
    -----
    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.error_curves([1, 10, 100], {"error": [3, 1, 2]}, figures.axes())
    >>> [text.get_text() for text in ax.texts][-1]
    'error'
    """
    x = 10 ** logarithms("penalties", penalties)
    drawn = {name: 10 ** logarithms(name, values) for name, values in curves.items()}
    if not 1 <= len(drawn) <= len(_LOOKS) or any(len(y) != len(x) for y in drawn.values()):
        raise ShapeError(
            f"expected one to three curves with {len(x)} values each, received "
            f"{ {name: len(y) for name, y in drawn.items()} }: give one value for each penalty."
        )
    _log_frame(ax, x, np.concatenate(list(drawn.values())))
    ax.set_xlabel(across or r"penalty $\lambda$")
    for (name, y), (color, style) in zip(drawn.items(), _LOOKS, strict=False):
        ax.plot(x, y, color=COLORS[color], linestyle=style, linewidth=2.2)
        if name in least:
            lowest = int(np.argmin(y))
            ax.plot(x[lowest], y[lowest], "o", markersize=8, markerfacecolor=COLORS["paper"],
                    markeredgecolor=COLORS[color], markeredgewidth=1.6, zorder=6)  # fmt: skip
        _name(ax, name, COLORS[color], x, y, [other for other in drawn.values() if other is not y])
    return settled(ax)


def _name(ax: Axes, name: str, color: str, x: Vector, y: Vector, others: list[Vector]) -> None:  # noqa: PLR0913, PLR0917 (a curve and its neighbors)
    """Write a name beside its curve, where the nearest of the others is farthest away."""
    gaps = np.min([np.abs(np.log(y / other)) for other in others], axis=0) if others else x * 0
    inner = slice(len(x) // 5, -(len(x) // 5) or None)
    at = inner.start + int(np.argmax(gaps[inner]))
    is_above = all(y[at] >= other[at] for other in others)
    ax.annotate(name, (x[at], y[at]), xytext=(0, 9 if is_above else -9), color=color,
                textcoords="offset points", ha="left" if is_above else "right",
                va="bottom" if is_above else "top")  # fmt: skip


def _log_frame(ax: Axes, x: Vector, y: Vector) -> None:
    """Set both scales, with round numbers on the axis of errors and room for the names."""
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.grid(visible=True, color=COLORS["grid"], linewidth=0.8)
    ax.spines[:].set_visible(False)
    ax.tick_params(which="both", length=0, colors=COLORS["muted"])
    ax.set(xlim=(x[0], x[-1]), ylim=(0.85 * y.min(), 1.15 * y.max()))
    round_ones = [k * 10.0**e for e in range(-6, 7) for k in (1, 2, 5)]
    ticks = [value for value in round_ones if 0.85 * y.min() <= value <= 1.15 * y.max()]
    ax.set_yticks(ticks, [f"${value:g}$" for value in ticks])
    ax.yaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_minor_locator(NullLocator())
