"""Three ways to measure length, a line through the origin with residuals, spreads of numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, finite_list
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_LOOKS: tuple[tuple[str, Any], ...] = (("blue", "-"), ("orange", "--"), ("green", ":"))


@in_book_style
def unit_balls(ax: Axes) -> Axes:
    """Draw the points of norm 1: a diamond for the 1-norm, a circle, a square for the ∞-norm.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Notes
    -----
    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.unit_balls(figures.axes(height=3.2))
    >>> len(ax.patches)
    1
    """
    square = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1), (1, 1)], dtype=float)
    diamond = np.array([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 0)], dtype=float)
    sketch = Sketch(ax, [np.array([-1.75, -1.2]), np.array([1.75, 1.2])], margin=0)
    sketch.curve(square, "green", style=(0, (1.2, 2)), width=2.2)
    sketch.circle(ORIGIN, 1, "orange")
    sketch.curve(diamond, "purple", style=(0, (6, 3)))
    spots = (
        (np.array([1.0, 0.8]), "green", r"$\Vert\mathbf{x}\Vert_\infty = 1$"),
        (np.array([-0.83, 0.56]), "orange", r"$\Vert\mathbf{x}\Vert = 1$"),
        (np.array([0.1, -0.22]), "purple", r"$\Vert\mathbf{x}\Vert_1 = 1$"),
    )
    sides = ((1.0, 0.0), (-1.0, 0.0), (1.0, 0.0))
    for (at, color, text), toward in zip(spots, sides, strict=True):
        sketch.label(text, [at], color, toward=toward)
    return settled(sketch.finish())


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
    for place, height in zip(places, heights, strict=True):
        ends = np.array([slope * place, height])
        ax.plot([place, place], ends, color=COLORS["green"], linewidth=2.2, zorder=3, **look)
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
        What to show; a name is written into the legend.
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
    for name, path, (color, style) in zip(groups, paths, _LOOKS, strict=False):
        ax.plot(corners, path, style, color=COLORS[color], linewidth=1.8, label=name,
                scalex=False, scaley=False)  # fmt: skip
    ax.legend(frameon=False, loc="upper left", handlelength=2.4)
    return settled(ax)
