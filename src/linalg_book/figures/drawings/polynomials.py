"""Polynomials through points: the shortest ones for two measures, and fits of many degrees."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import fit_frame, settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.labels import Label, obstacle, place
from linalg_book.figures.kit.scenes import Box, Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style
from linalg_book.whole_numbers import whole_number

__all__ = ["curves_and_points", "shortest_polynomials"]

_POINTS = 161  # of a curve
_HIGHEST = 12  # degree
_DASHES, _DOTS = (0, (6, 3.5)), (0, (1.2, 2))
_LOOKS = (("orange", "-", 2.6), ("purple", _DASHES, 2.0), ("ink", _DOTS, 2.0))
_MARK: dict[str, Any] = {"marker": "o", "markersize": 7, "markeredgewidth": 1.6, "linestyle": ""}
_STILL: dict[str, Any] = {"scalex": False, "scaley": False}


@dataclass(frozen=True, kw_only=True)
class PolynomialsScene(Scene):
    """Points, a degree p and c; names of the axes, what the grid fills, its lines."""

    kind, drawing = "polynomials", "shortest_polynomials"
    points: list[Texts]
    degree: str
    c: str
    names: list[str]
    view: Box
    ticks: tuple[list[float], list[float]]


@in_book_style
def shortest_polynomials(
    points: Sequence[Sequence[Number]], degree: int, c: Number, ax: Axes
) -> Axes:
    """Draw the polynomials of a degree through points that are shortest for two measures.

    The solid curve has the least Σ wⱼ²/μⱼ, where μⱼ is the number before xʲ in (x + c)^p; the
    dashed one has the least sum of squared coefficients.  With fewer coefficients than points
    both are the least-squares polynomial.

    Parameters
    ----------
    points : sequence of 2 to 6 pairs of numbers
        The points, with different abscissas.
    degree : int
        The degree p, from 1 to 12.
    c : number
        c > 0.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, a number is not finite or c not positive, or two points are
        above each other.

    Notes
    -----
    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.shortest_polynomials([(-1, 0), (0, 1), (1, 1)], 4, 1, figures.axes())
    >>> [line.get_linestyle() for line in ax.lines[:2]]
    ['-', '--']
    """
    table, p, c_value = _read(points, degree, c)
    ax.set_xlabel("$x$")
    ax.set_ylabel("$f(x)$")
    room = np.ptp(table[:, 1]) or 1.0
    edges = np.array([[0, table[:, 1].min() - 0.5 * room], [0, table[:, 1].max() + 0.5 * room]])
    low, high, _ = fit_frame(ax, np.vstack([table, edges]), 0.06, equal=False)
    settled(ax)
    grid = np.linspace(low[0], high[0], _POINTS)
    weights = [[comb(p, j) * c_value ** (p - j) for j in range(p + 1)], [1.0] * (p + 1)]
    for (color, style, width), weight in zip(_LOOKS, weights, strict=False):
        curve = shortest(table, np.array(weight), grid)
        ax.plot(grid, curve, color=COLORS[color], linestyle=style, linewidth=width,
                zorder=4 if style == "-" else 5, **_STILL)  # fmt: skip
    _mark(ax, table)
    across, up = (axis.get_majorticklocs().tolist() for axis in (ax.xaxis, ax.yaxis))
    scene = PolynomialsScene(
        points=[exact_texts(point) for point in points],
        degree=str(p),
        c=exact_texts([c])[0],
        names=["x", "f(x)"],
        view=(float(low[0]), float(low[1]), float(high[0]), float(high[1])),
        ticks=(across, up),
    )
    record_scene(ax, scene)
    return ax


def shortest(table: Vector, weights: Vector, grid: Vector) -> Vector:
    """Evaluate the best polynomial through the points whose weighted length is least."""
    powers = np.arange(len(weights))
    roots = np.sqrt(weights / weights.max())
    found = numeric.least_squares(table[:, :1] ** powers * roots, table[:, 1])
    curve: Vector = grid[:, np.newaxis] ** powers @ (roots * found)
    return curve


def _read(points: Sequence[Sequence[Number]], degree: int, c: Number) -> tuple[Vector, int, float]:
    """Check the numbers."""
    shape = np.shape(np.asarray(points, dtype=object))
    if len(shape) != 2 or shape[1] != 2 or not 2 <= shape[0] <= 6:
        raise ShapeError(
            f"expected from 2 to 6 points with two coordinates, received {points!r}: "
            "give for example [(0, 1), (1, 3)]."
        )
    table, number = np.array(points, dtype=float), float(c)
    if not np.isfinite(table).all() or len(set(table[:, 0].tolist())) < len(table):
        raise InvalidNumberError(
            f"expected finite numbers and points that are not above each other, received "
            f"{points!r}: change them."
        )
    if not 0 < number < np.inf:
        raise InvalidNumberError(
            f"expected a finite c above 0, received {c!r}: give for example 1."
        )
    p = whole_number(degree, "degree", 1, _HIGHEST, "give a degree that is shown")
    return table, p, number


@in_book_style
def curves_and_points(
    points: Sequence[Sequence[Number]],
    curves: Mapping[str, Callable[[Vector], Vector]],
    ax: Axes,
    *,
    names: tuple[str, str] = ("x", "y"),
    others: Sequence[Sequence[Number]] = (),
) -> Axes:
    """Draw points as discs, other points as rings, and up to three functions with their names.

    Parameters
    ----------
    points : sequence of 2 or more pairs of numbers
        The points that the functions were fitted to.
    curves : mapping from text to functions
        The name of each function, which takes an array of abscissas.
    ax : matplotlib.axes.Axes
        Where to draw.
    names : tuple of 2 texts
        What stands along the axes.
    others : sequence of pairs of numbers
        Points that the functions have not seen.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, or there are more than three functions or none.

    Notes
    -----
    Each name stands beside its curve, where there is room.
    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book import figures
    >>> line = {"line": lambda x: 2 * x}
    >>> ax = figures.curves_and_points([(0, 0), (1, 2)], line, figures.axes(), others=[(0.5, 2)])
    >>> [text.get_text() for text in ax.texts]
    ['line']
    """
    tables = [np.array(part, dtype=float).reshape(-1, 2) for part in (points, others)]
    if len(tables[0]) < 2 or not 1 <= len(curves) <= len(_LOOKS):
        raise ShapeError(
            f"expected two points or more and from one to three curves, received "
            f"{len(tables[0])} and {len(curves)}: give for example [(0, 0), (1, 2)]."
        )
    ax.set_xlabel(names[0])
    ax.set_ylabel(names[1])
    fit_frame(ax, np.vstack(tables), 0.08, equal=False)
    start, end = tables[0][:, 0].min(), tables[0][:, 0].max()
    grid = np.linspace(start, end, 2 * _POINTS)
    heights = np.array([curve(grid) for curve in curves.values()])
    for line, (color, style, width) in zip(heights, _LOOKS, strict=False):
        ax.plot(grid, line, color=COLORS[color], linestyle=style, linewidth=width, zorder=4,
                **_STILL)  # fmt: skip
    _mark(ax, tables[0])
    _mark(ax, tables[1], hollow=True)
    settled(ax)
    _name_curves(ax, list(curves), np.column_stack([grid, heights.T]), tables)
    return ax


def _name_curves(ax: Axes, names: list[str], paths: Vector, tables: list[Vector]) -> None:
    """Write each name beside its curve, best far from the others; abscissas come first."""
    low, high = np.transpose([ax.get_xlim(), ax.get_ylim()])
    hidden = [
        obstacle(ax.transData.transform(table.repeat(2, axis=0)), 4.0)
        for table in tables
        if len(table)
    ]
    labels = []
    for k, name in enumerate(names, start=1):
        path = paths[:, [0, k]]
        inside = np.all((path > low) & (path < high), axis=1)
        hidden.append(obstacle(ax.transData.transform(path[inside]), 1.0))
        others = np.delete(paths, [0, k], axis=1)
        gaps = np.min(np.abs(others - path[:, 1:]), axis=1, initial=np.inf)
        order = np.argsort(-gaps[inside], kind="stable")[::4]
        labels.append(Label(name, list(path[inside][order]), COLORS[_LOOKS[k - 1][0]]))
    place(ax, labels, np.concatenate(hidden))


def _mark(ax: Axes, points: Vector, *, hollow: bool = False) -> None:
    """Mark points by blue discs, or by rings."""
    face, edge = ("paper", "ink") if hollow else ("blue", "blue")
    for point in points:
        ax.plot(*point, markerfacecolor=COLORS[face], markeredgecolor=COLORS[edge],
                zorder=5 if hollow else 6, **_MARK, **_STILL)  # fmt: skip
