"""How measured quantities fall with the width: bands and medians on logarithmic scales."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import NullLocator

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.log_axis import logarithms, powers_of_ten
from linalg_book.figures.kit.rows import rising
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["rates"]

_LOOKS = (("blue", "-", "o"), ("orange", "-", "s"), ("purple", (0, (5, 3)), "D"),
          ("ink", (0, (1.2, 2)), "^"))  # fmt: skip


@in_book_style
def rates(
    widths: Sequence[int],
    measured: Mapping[str, Sequence[Sequence[Number]]],
    ax: Axes,
    *,
    slopes: Sequence[Number] = (),
) -> Axes:
    r"""Draw up to four measured quantities against the width, each with the band of its draws.

    Parameters
    ----------
    widths : sequence of int
        Rising widths k, at least two.
    measured : mapping from text to tables
        The name of each quantity, and a row of positive numbers for each draw, one for each
        width.
    ax : matplotlib.axes.Axes
        Where to draw.
    slopes : sequence of numbers
        Powers of k that are drawn as thin gray lines from the last median of the first
        quantities, one for each, to compare the slopes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If widths do not rise, a number is not positive, a row has another length than ``widths``,
        or there are no or too many quantities.

    Notes
    -----
    A band holds the middle half of the draws; the line joins the medians.
    Introduced in: sec-width-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.rates([10, 100], {"error": [[1, 0.1], [2, 0.2]]}, figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['error']
    """
    known = rising(widths, "widths")
    tables = {name: _table(name, rows, len(known)) for name, rows in measured.items()}
    if not 1 <= len(tables) <= len(_LOOKS) or len(slopes) > len(tables) or len(known) < 2:
        raise ShapeError(
            f"expected two widths or more, one to four quantities and at most as many slopes, "
            f"received {len(known)}, {len(tables)} and {len(slopes)}: leave some out."
        )
    x = np.log10(np.array(known, dtype=float))
    _frame(ax, known, x, np.concatenate([table.ravel() for table in tables.values()]))
    for slope, table in zip(slopes, tables.values(), strict=False):
        last = float(np.median(table[:, -1]))
        ax.plot(x, last + float(slope) * (x - x[-1]), color=COLORS["muted"], linewidth=1.0,
                zorder=2, scalex=False, scaley=False)  # fmt: skip
    middles = [np.median(table, axis=0) for table in tables.values()]
    for k, ((name, table), look) in enumerate(zip(tables.items(), _LOOKS, strict=False)):
        _band(ax, x, table, look)
        _name(ax, name, COLORS[look[0]], x, middles[k], [*middles[:k], *middles[k + 1 :]])
    return settled(ax)


def _table(name: str, rows: Sequence[Sequence[Number]], count: int) -> Vector:
    """Return decimal logarithms, a row a draw."""
    read = [logarithms(name, list(row)) for row in rows]
    if not read or any(len(row) != count for row in read):
        raise ShapeError(
            f"expected rows with {count} numbers as {name}, received rows of the lengths "
            f"{[len(row) for row in read]}: give one number for each width."
        )
    return np.array(read)


def _frame(ax: Axes, widths: Sequence[int], x: Vector, y: Vector) -> None:
    """Set the limits, with powers of ten upright and the widths across, and room for the names."""
    ax.grid(visible=True, color=COLORS["grid"], linewidth=0.8)
    ax.spines[:].set_visible(False)
    ax.tick_params(which="both", length=0, colors=COLORS["muted"])
    low, high = float(y.min()) - 0.15, float(y.max()) + 0.3
    ax.set(xlim=(x[0] - 0.05, x[-1] + 0.05), ylim=(low, high))
    ax.set_yticks(*powers_of_ten(low, high, 1))
    ax.set_xticks(x.tolist(), [f"${width}$" for width in widths])
    ax.yaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_minor_locator(NullLocator())
    ax.set_xlabel("number of hidden units $k$")


def _band(ax: Axes, x: Vector, table: Vector, look: tuple[str, object, str]) -> None:
    """Fill the middle half of the draws, and join the medians."""
    color, style, marker = look
    low, middle, high = np.quantile(table, [0.25, 0.5, 0.75], axis=0)
    ax.fill_between(x, low, high, color=COLORS[color], alpha=0.2, linewidth=0, zorder=1)
    ax.plot(x, middle, color=COLORS[color], linestyle=style, marker=marker, markersize=5,
            linewidth=1.8, zorder=4, scalex=False, scaley=False)  # fmt: skip


def _name(  # noqa: PLR0913, PLR0917 (a curve and its neighbors)
    ax: Axes, name: str, color: str, x: Vector, middle: Vector, others: list[Vector]
) -> None:
    """Write a name above or below its line, where the next line on that side is farthest."""
    low, high = ax.get_ylim()
    rooms = {}
    for at, beside, side in [(k, k + 1, 1) for k in range(len(x) - 1)] + [
        (k, k - 1, -1) for k in range(1, len(x))
    ]:  # above it to the right, or below it to the left, as most lines fall
        bounds = [high if side > 0 else low]
        gaps = [side * (bound - middle[at]) for bound in bounds]
        gaps += [side * (other[j] - middle[j]) for other in others for j in (at, beside)]
        rooms[at, side] = min((gap for gap in gaps if gap >= 0), default=0.0)
    at, side = max(rooms, key=lambda key: rooms[key])
    ax.annotate(name, (x[at], middle[at]), xytext=(3 * side, 6 * side), color=color,
                textcoords="offset points", ha="left" if side > 0 else "right",
                va="bottom" if side > 0 else "top")  # fmt: skip
