"""Measurements as points of a plane, sounds as samples, a vector as length and direction."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame
from linalg_book.figures.kit.geometry import Number, finite_list
from linalg_book.figures.kit.notation import decimal, length, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_FEW = 80  # up to here every sample is marked


@in_book_style
def cloud(
    points: NDArray[Any], ax: Axes, *, names: tuple[str, str] = ("x", "y"), marked: int = 0
) -> Axes:
    r"""Draw each row of a table with two columns as a point, and name one of them.

    Parameters
    ----------
    points : array of shape (N, 2)
        One example a row.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        The quantities with their units.
    marked : int
        The row whose point is named, counted from 0.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array has another shape, an entry is not finite, or there is no such row.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book import figures
    >>> ax = figures.cloud(np.array([[1.0, 2.0], [3.0, 1.0]]), figures.axes())
    >>> print(ax.texts[0].get_text())
    $(1,\, 2)$
    """
    table = np.asarray(points, dtype=float)
    if table.ndim != 2 or table.shape[1] != 2 or not 0 <= marked < len(table):
        raise ShapeError(
            f"expected a table with two columns and a row {marked}, received shape {table.shape}: "
            "choose two columns, for example table[:, :2]."
        )
    if not np.isfinite(table).all():
        raise InvalidNumberError("expected finite numbers, received others: leave those rows out.")
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    fit_frame(ax, table, 0.06, equal=False)
    look: dict[str, Any] = {"linestyle": "", "marker": "o", "scalex": False, "scaley": False}
    ax.plot(*table.T, markersize=3.6, markeredgewidth=0, color=COLORS["blue"], alpha=0.5, **look)
    point = table[marked]
    ax.plot(*point, markersize=8, color=COLORS["orange"], zorder=5, **look)
    ax.annotate(
        rf"$({decimal(point[0])},\, {decimal(point[1])})$",
        (point[0], point[1]),
        xytext=(9, 0),
        textcoords="offset points",
        va="center",
        color=COLORS["orange"],
        zorder=6,
        bbox={"facecolor": COLORS["paper"], "edgecolor": "none", "pad": 1.5, "alpha": 0.85},
    )
    return ax


@in_book_style
def samples(
    values: Sequence[Number] | NDArray[Any], rate: float, ax: Axes, *, step: float | None = None
) -> Axes:
    """Draw the samples of a sound over time; with a step also each one rounded to its multiples.

    Parameters
    ----------
    values : sequence of numbers
        The samples, two or more.
    rate : float
        Samples a second.
    ax : matplotlib.axes.Axes
        Where to draw.
    step : float, optional
        The distance of two neighboring levels.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are fewer than two samples, one is not finite, or rate or step is not positive.

    Notes
    -----
    Up to 80 samples are marked one by one.
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.samples([0, 3, 4, 1], 1000, figures.axes(height=2.4), step=2)
    >>> ax.get_xlabel()
    'milliseconds'
    """
    heights = np.array(finite_list("values", [0.0], [float(x) for x in values]))
    if len(heights) < 2 or not rate > 0 or (step is not None and not step > 0):
        raise InvalidNumberError(
            "expected two samples or more, a positive rate and a positive step, received "
            f"{len(heights)} samples, rate = {rate!r}, step = {step!r}: mend these."
        )
    times = 1000 * np.arange(len(heights)) / rate
    ax.set_xlabel("milliseconds")
    levels = heights if step is None else step * np.round(heights / step)
    shown = np.column_stack([np.tile(times, 2), np.concatenate([heights, levels])])
    fit_frame(ax, shown, 0.04, equal=False)
    look: dict[str, Any] = {"scalex": False, "scaley": False}
    dots: dict[str, Any] = {"marker": "o", "markersize": 3.6} if len(heights) <= _FEW else {}
    ax.plot(times, heights, color=COLORS["blue"], linewidth=1.4, **dots, **look)
    if step is not None:
        ax.step(times, levels, where="mid", color=COLORS["orange"], linewidth=1.8, **look)
    return ax


@in_book_style
def length_and_direction(vector: Sequence[Number], ax: Axes) -> Axes:
    """Draw an arrow, its length, and the arrow of length 1 in the same direction.

    Parameters
    ----------
    vector : sequence of 2 numbers
        The tip of the arrow, not the origin.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are not two finite numbers, or both are 0.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.length_and_direction((3, 4), figures.axes())
    >>> "length $5$" in [text.get_text() for text in ax.texts]
    True
    """
    tip = np.array(finite_list("vector", [0.0], [float(x) for x in vector]))
    if tip.shape != (2,) or not tip.any():
        raise ShapeError(
            f"expected two numbers, not both 0, received {vector!r}: give for example (3, 4)."
        )
    size = float(np.hypot(*tip))
    unit = tip / size
    side = np.array([-unit[1], unit[0]])
    corner = np.array([tip[0], 0.0])
    sketch = Sketch(ax, [tip, np.ones(2), -np.ones(2)], margin=0.12)
    sketch.circle(ORIGIN, 1, "muted", width=1.0, style="--")
    sketch.segment(ORIGIN, corner, "ink", width=1.2, style=(0, (4, 3)))
    sketch.segment(corner, tip, "ink", width=1.2, style=(0, (4, 3)))
    sketch.arrow(ORIGIN, tip, "blue")
    sketch.arrow(ORIGIN, unit, "orange", width=3.0, zorder=5)
    sketch.label(f"${pair(tip)}$", [tip], "blue")
    sketch.side_label(f"length ${length(size)}$", unit, tip, "blue", toward=side)
    sketch.label(f"${pair(unit)}$", [unit], "orange", toward=-side)
    return sketch.finish()
