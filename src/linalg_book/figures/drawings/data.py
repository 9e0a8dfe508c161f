"""Measured data: samples over time, a line through 0, spreads of numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.labels import Label, obstacle, place
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["samples", "spread", "through_origin"]

_FEW = 80  # up to here every sample is marked
_LOOKS: tuple[tuple[str, Any], ...] = (("blue", "-"), ("orange", "--"), ("green", ":"))


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
def through_origin(
    x: Sequence[Number], y: Sequence[Number], ax: Axes, *, names: tuple[str, str] = ("x", "y")
) -> Axes:
    r"""Draw points, the line y = c x that fits them best, and how far each point misses it.

    The number c is (x·y)/‖x‖², so c x is the projection of y onto the line through x.

    Parameters
    ----------
    x, y : sequence of numbers
        As many in one as in the other; not all of x are 0.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        The quantities with their units.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the lists differ in length, an entry is not finite, or x is zero.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.through_origin((1, 2, 3), (3, 5, 5), figures.axes())
    >>> ax.lines[-1].get_ydata().tolist()
    [3.0, 5.0, 5.0]
    """
    places = np.array(finite_list("x", [1.0], [float(entry) for entry in x]))
    heights = np.array(finite_list("y", [1.0], [float(entry) for entry in y]))
    if places.shape != heights.shape or not places.any():
        raise ShapeError(
            f"expected as many entries in x as in y and x other than zero, received x = {x!r}, "
            f"y = {y!r}: give for example (1, 2, 3) and (3, 5, 5)."
        )
    slope = float(places @ heights / (places @ places))
    ax.set(xlabel=names[0], ylabel=names[1])
    shown = np.column_stack([np.tile(places, 2), np.concatenate([heights, slope * places])])
    shown = np.vstack([shown, np.zeros((1, 2))])
    fit_frame(ax, shown, 0.1, equal=False)
    look: dict[str, Any] = {"scalex": False, "scaley": False}
    ends = np.array(ax.get_xlim())
    ax.plot(ends, slope * ends, color=COLORS["blue"], linewidth=2.0, **look)
    for at, height in zip(places, heights, strict=True):
        ends = np.array([slope * at, height])
        ax.plot([at, at], ends, color=COLORS["green"], linewidth=2.2, zorder=3, **look)
    dots: dict[str, Any] = {"linestyle": "", "marker": "o", "markersize": 7, "zorder": 4}
    ax.plot(places, heights, color=COLORS["purple"], **dots, **look)
    return settled(ax)


@in_book_style
def spread(
    groups: Mapping[str, Sequence[float] | NDArray[Any]],
    ax: Axes,
    *,
    ends: tuple[float, float] = (-1.0, 1.0),
    bins: int = 40,
) -> Axes:
    r"""Draw how up to three groups of numbers spread over an interval, as outlined histograms.

    The height of a step is the share of the group in it, divided by the width of the step.

    Parameters
    ----------
    groups : mapping of 1 to 3 names to numbers
        What to show; a name is written beside its steps.
    ax : matplotlib.axes.Axes
        Where to draw.
    ends : tuple of 2 numbers
        The interval; every number lies in it.
    bins : int
        How many steps of equal width.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no group or more than three, or numbers lie outside the interval.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.spread({"even": [-0.9, -0.1, 0.1, 0.9]}, figures.axes(height=2.6), bins=4)
    >>> float(ax.lines[0].get_ydata().max())
    0.5
    """
    tables = [np.array(finite_list(name, [0.0], list(v))) for name, v in groups.items()]
    if not 1 <= len(tables) <= len(_LOOKS):
        raise ShapeError(f"expected one to three groups, received {len(tables)}: choose some.")
    edges = np.linspace(*ends, bins + 1)
    if any(table.min() < ends[0] or table.max() > ends[1] for table in tables):
        raise InvalidNumberError(
            f"expected numbers from {ends[0]:g} to {ends[1]:g}, received others: set ends."
        )
    heights = [np.histogram(table, edges, density=True)[0] for table in tables]
    corners = np.repeat(edges, 2)
    paths = [np.concatenate([[0.0], np.repeat(height, 2), [0.0]]) for height in heights]
    top = max(float(path.max()) for path in paths)
    fit_frame(ax, np.array([[ends[0], 0.0], [ends[1], top]]), 0.04, equal=False)
    for path, (color, style) in zip(paths, _LOOKS, strict=False):
        ax.plot(corners, path, style, color=COLORS[color], linewidth=1.8,
                scalex=False, scaley=False)  # fmt: skip
    settled(ax)
    _name_groups(ax, list(groups), (edges[:-1] + edges[1:]) / 2, np.array(heights))
    return ax


def _name_groups(ax: Axes, names: Sequence[str], middles: Vector, heights: Vector) -> None:
    """Write each name beside its steps, best where they rise above those of the other groups."""
    labels = []
    for k, (name, (color, _)) in enumerate(zip(names, _LOOKS, strict=False)):
        others = np.delete(heights, k, axis=0).max(axis=0, initial=0.0)
        best = np.argsort(others - heights[k], kind="stable")[:8]
        anchors = [np.array([middles[i], heights[k, i]]) for i in best]
        labels.append(Label(name, anchors, COLORS[color]))
    drawn = [ax.transData.transform(line.get_xydata()) for line in ax.lines]
    place(ax, labels, np.concatenate([obstacle(path, 1.0) for path in drawn]))
