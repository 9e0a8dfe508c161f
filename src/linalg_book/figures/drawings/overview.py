"""The book in one picture: its cover, and its path from one equation to a wide network."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyArrowPatch

from linalg_book.examples import ONE_EQUATION
from linalg_book.figures.kit.geometry import Vector, line_of
from linalg_book.figures.kit.notation import equation, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["cover", "story"]

_HEIGHT = 1.0  # of one station; the whole picture is drawn in these units
_RADIUS = 0.4


@in_book_style
def cover(ax: Axes) -> Axes:
    """Draw the first picture of the book: the solutions of 3x + 4y = 12 and the shortest one.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(width=4.6, height=2.5)`` suits a cover.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    AttributeError
        If ``ax`` is not an Axes.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.cover(figures.axes(width=4.6, height=2.5))
    >>> [text.get_text() for text in ax.texts][-1]
    '$3x + 4y = 12$'
    """
    drawn = line_of(ONE_EQUATION.A, ONE_EQUATION.b)  # type: ignore[arg-type]
    corners = [np.array([-3.1, -1.2]), np.array([5.9, 4.0])]
    sketch = Sketch(ax, corners, margin=0, bare=True)
    for third in (1, 2, 4, 5, 6, 7, 8):
        sketch.circle(ORIGIN, third / 3 * drawn.distance, "grid", width=1.0, weight=0.1)
    dashes = (0, (4, 3))
    sketch.circle(ORIGIN, drawn.distance, "muted", width=1.0, style=dashes, weight=0.3)
    for step in (-3.4, -2.4, -1.2, 1.2, 2.4, 3.6, 4.8):
        fade = 0.8 / (1 + abs(step) / 1.8)
        sketch.arrow(ORIGIN, drawn.at(step), "blue", width=1.2, short=3, alpha=fade)
    spots = sketch.line(drawn.foot, drawn.along, "blue", width=2.6)
    sketch.arrow(ORIGIN, drawn.foot, "orange", width=3.0, short=4)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    sketch.point(ORIGIN, "ink", size=5.5)
    sketch.point(drawn.foot, "orange", size=8.5)
    sketch.label(f"${pair(drawn.foot)}$", [drawn.foot], "orange", toward=drawn.outward, size=13)
    text = f"${equation(drawn.a, drawn.b)}$"
    sketch.label(text, spots, "blue", toward=drawn.outward, size=13)
    return sketch.finish()


@in_book_style
def story(ax: Axes) -> Axes:
    """Draw the path of the book: six stations, each the one before it in a wider setting.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=4.8)`` gives the stations room.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    AttributeError
        If ``ax`` is not an Axes.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.story(figures.axes(height=4.8))
    >>> [text.get_text() for text in ax.texts][::2][:2]
    ['One equation', 'Least norm']
    """
    stations: list[tuple[str, str, Callable[[Axes, float], None]]] = [
        ("One equation", r"$\mathbf{x} = c\,\mathbf{a}$", _equation),
        ("Least norm", r"$\mathbf{x} = A^{\!\top}\!\boldsymbol{\alpha}$", _least_norm),
        ("Pseudoinverse", r"$\mathbf{x} = A^{+}\,\mathbf{b}$", _pseudoinverse),
        ("Regression", r"$\mathbf{w} = X^{+}\,\mathbf{y}$", _regression),
        ("Kernel regression", r"$f(\mathbf{x}) = k(\mathbf{x}, X)\, K^{+}\,\mathbf{y}$", _kernel),
        ("Infinite network", r"the same formula for $f - f_0$", _network),
    ]
    ax.set_axis_off()
    last = -_HEIGHT * (len(stations) - 1)
    for row, (name, formula, picture) in enumerate(stations):
        center = -_HEIGHT * row
        _disc(ax, center)
        if row > 0:
            _step_down(ax, center + _HEIGHT - _RADIUS, center + _RADIUS)
        picture(ax, center)
        ax.text(0.68, center + 0.17, name, va="center", color=COLORS["ink"], size=13)
        ax.text(0.68, center - 0.2, formula, va="center", color=COLORS["muted"], size=12)
    ax.set_xlim(-0.46, 4.1)
    ax.set_ylim(last - 0.5, 0.5)
    ax.set_aspect("equal", adjustable="box", anchor="W")
    return ax


def _disc(ax: Axes, center: float) -> None:
    angles = np.linspace(0, 2 * np.pi, 73)
    edge = _RADIUS * np.column_stack([np.cos(angles), np.sin(angles)])
    ax.fill(
        edge[:, 0],
        center + edge[:, 1],
        facecolor=COLORS["paper"],
        edgecolor=COLORS["muted"],
        linewidth=1.1,
        zorder=1,
    )


def _step_down(ax: Axes, start: float, end: float) -> None:
    """Draw a small arrow from one station to the next."""
    ax.add_patch(
        FancyArrowPatch(
            (0, start),
            (0, end),
            arrowstyle="-|>",
            mutation_scale=8,
            shrinkA=0,
            shrinkB=0.5,
            linewidth=1.3,
            color=COLORS["muted"],
            zorder=1,
        )
    )


def _stroke(ax: Axes, center: float, points: Vector, color: str, width: float = 1.8) -> None:
    """Draw a path whose points are given around a station's center."""
    ax.plot(points[:, 0], center + points[:, 1], color=COLORS[color], linewidth=width, zorder=2)


def _dots(ax: Axes, center: float, points: Vector, color: str, size: float = 4.5) -> None:
    """Draw discs at points given around a station's center."""
    ax.plot(
        points[:, 0],
        center + points[:, 1],
        marker="o",
        linestyle="",
        markersize=size,
        color=COLORS[color],
        markeredgewidth=0,
        zorder=3,
    )


def _equation(ax: Axes, center: float) -> None:
    """Draw a line."""
    _stroke(ax, center, np.array([[-0.32, 0.2], [0.32, -0.16]]), "blue")
    _dots(ax, center, np.array([[-0.2, 0.1325], [0, 0.02], [0.2, -0.0925]]), "blue")


def _least_norm(ax: Axes, center: float) -> None:
    """Draw a line, the perpendicular to it and its foot."""
    foot, origin = np.array([0.036, 0.098]), np.array([-0.15, -0.15])
    along = np.array([4, -3]) / 5
    _stroke(ax, center, np.array([foot - 0.3 * along, foot + 0.3 * along]), "blue")
    _stroke(ax, center, np.array([origin, foot]), "orange")
    _dots(ax, center, np.array([origin]), "ink", 3.5)
    _dots(ax, center, np.array([foot]), "orange", 5.5)


def _pseudoinverse(ax: Axes, center: float) -> None:
    """Draw the ellipse that a matrix makes of a circle, with its axes."""
    angles = np.linspace(0, 2 * np.pi, 73)
    ellipse = np.column_stack([0.32 * np.cos(angles), 0.14 * np.sin(angles)])
    turn = np.array([[0.8, 0.6], [-0.6, 0.8]])
    _stroke(ax, center, ellipse @ turn, "blue", 1.6)
    for half, color in ((np.array([0.32, 0.0]), "orange"), (np.array([0.0, 0.14]), "green")):
        _stroke(ax, center, np.array([[0, 0], half @ turn]), color)


def _regression(ax: Axes, center: float) -> None:
    """Draw scattered points and the straight line through their midst."""
    points = np.array([[-0.24, -0.2], [-0.13, -0.03], [0.0, -0.07], [0.1, 0.12], [0.24, 0.12]])
    _stroke(ax, center, np.array([[-0.31, -0.203], [0.31, 0.181]]), "orange")
    _dots(ax, center, points, "blue")


def _kernel(ax: Axes, center: float) -> None:
    """Draw points and a smooth curve through them."""
    x = np.linspace(-0.32, 0.32, 61)
    _stroke(ax, center, np.column_stack([x, _wave(x)]), "orange")
    at = np.array([-0.25, -0.14, 0.0, 0.13, 0.25])
    _dots(ax, center, np.column_stack([at, _wave(at)]), "blue")


def _wave(x: Vector) -> Vector:
    return 0.14 * np.sin(11 * x) + 0.25 * x


def _network(ax: Axes, center: float) -> None:
    """Draw inputs, a layer that goes on, one output."""
    hidden = np.array([[0.0, y] for y in (0.27, 0.16, 0.05)])
    unseen = np.array([[0.0, y] for y in (-0.08, -0.15, -0.22, -0.29)])
    inputs, output = np.array([[-0.24, 0.1], [-0.24, -0.1]]), np.array([[0.24, 0.0]])
    for node in hidden:
        for end in (*inputs, *output):
            _stroke(ax, center, np.array([end, node]), "muted", 0.7)
    _dots(ax, center, hidden, "green")
    _dots(ax, center, unseen, "green", 2.2)
    _dots(ax, center, inputs, "blue")
    _dots(ax, center, output, "orange")
