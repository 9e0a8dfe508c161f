"""What a lecturer takes from the book: a page, a slide, a sheet, a frame, a phone and a card."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from linalg_book.examples import ONE_EQUATION
from linalg_book.figures.kit.geometry import Vector, line_of
from linalg_book.figures.kit.notation import equation, pair
from linalg_book.figures.kit.style import COLORS, in_book_style

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["handouts"]

_WIDE, _HIGH = 2.1, 1.72  # of a pane, in which shapes have coordinates around its center
_BELOW = -0.78  # where its name stands


@in_book_style
def handouts(ax: Axes) -> Axes:
    """Draw six things that are made from the book for a class.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=5.0)`` gives the panes room.

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
    Introduced in: sec-for-lecturers

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.handouts(figures.axes(height=5.0))
    >>> [text.get_text() for text in ax.texts][-1]
    'Cards'
    """
    panes: list[tuple[str, Callable[[_Pane], None]]] = [
        ("Pages", _page),
        ("Slides", _slide),
        ("Problem sheets", _sheet),
        ("Frames", _frame),
        ("Offline", _offline),
        ("Cards", _cards),
    ]
    ax.set_axis_off()
    for place, (name, draw) in enumerate(panes):
        row, column = divmod(place, 2)
        pane = _Pane(ax, np.array([column * _WIDE, -row * _HIGH]))
        draw(pane)
        pane.text(0, _BELOW, name, size=12)
    ax.set_xlim(-_WIDE / 2, 1.5 * _WIDE)
    ax.set_ylim(-2 * _HIGH + _BELOW - 0.12, 0.68)
    ax.set_aspect("equal", adjustable="box")
    return ax


class _Pane:
    """Shapes around the center of a pane, one over the other in the order of the calls."""

    def __init__(self, ax: Axes, center: Vector) -> None:
        self.ax, self.center, self.order = ax, center, 1.0

    def box(
        self, left: float, low: float, width: float, height: float, edge: str = "muted"
    ) -> None:
        """Draw a sheet, a screen or a card: paper with an edge."""
        self.order += 0.1
        self.ax.add_patch(
            FancyBboxPatch(
                (self.center[0] + left, self.center[1] + low),
                width,
                height,
                boxstyle="round,pad=0,rounding_size=0.05",
                facecolor=COLORS["paper"],
                edgecolor=COLORS[edge],
                linewidth=1.2,
                zorder=self.order,
            )
        )

    def stroke(self, points: list[tuple[float, float]], color: str, width: float = 1.6) -> None:
        """Draw a path."""
        path = self.center + np.array(points)
        self.order += 0.01
        self.ax.plot(
            *path.T, color=COLORS[color], linewidth=width, zorder=self.order, solid_capstyle="round"
        )

    def lines(self, left: float, top: float, ends: list[float], gap: float = 0.11) -> None:
        """Draw lines of text that nobody reads here, from the left to each end."""
        for place, end in enumerate(ends):
            height = top - gap * place
            self.stroke([(left, height), (end, height)], "grid", 2.6)

    def text(self, x: float, y: float, words: str, color: str = "ink", size: float = 11.2) -> None:
        """Write words around a point."""
        across, up = self.center + np.array([x, y])
        ink = COLORS[color]
        self.ax.text(across, up, words, color=ink, size=size, zorder=9, ha="center", va="center")

    def picture(self, x: float, y: float, scale: float = 1.0) -> None:
        """Draw a line, and the arrow from the origin to its nearest point."""
        shape = scale * np.array([[-0.288, 0.216], [0.288, -0.216], [-0.156, -0.208], [0, 0]])
        start, end, origin, foot = [(x + dx, y + dy) for dx, dy in shape]
        self.stroke([start, end], "blue", 1.8)
        self.stroke([origin, foot], "orange", 1.8)
        for spot, color, size in ((origin, "ink", 3.0), (foot, "orange", 5.0)):
            at = self.center + np.array(spot)
            ink, order = COLORS[color], self.order + 0.02
            self.ax.plot(*at, "o", color=ink, zorder=order, markersize=size, markeredgewidth=0)


def _page(pane: _Pane) -> None:
    """Draw a page with contents, and one with a figure, each with its number."""
    for left, number in ((-0.78, "1"), (0.06, "2")):
        pane.box(left, -0.56, 0.72, 1.12)
        pane.text(left + 0.63, 0.45, number, "muted")
        pane.lines(left + 0.09, 0.46, [left + 0.4])
    pane.stroke([(-0.69, 0.3), (-0.3, 0.3)], "ink", 3.0)
    for place in range(4):
        height = 0.14 - 0.13 * place
        pane.lines(-0.69, height, [-0.36 + 0.03 * (place % 2)])
        pane.lines(-0.2, height, [-0.16])
    pane.lines(-0.69, -0.42, [-0.16])
    pane.picture(0.42, 0.13, 0.95)
    pane.lines(0.15, -0.18, [0.69, 0.69, 0.5])


def _slide(pane: _Pane) -> None:
    """Draw a slide with a theorem, before the notes of the speaker."""
    pane.box(-0.86, -0.2, 1.36, 0.74)
    pane.lines(-0.76, 0.42, [-0.1])
    pane.box(-0.6, -0.5, 1.46, 0.86, "ink")
    pane.text(0.13, 0.2, "The nearest point")
    pane.text(0.13, -0.06, r"$\mathbf{x} = A^{+}\,\mathbf{b}$", "orange", 14)
    pane.stroke([(-0.55, -0.44), (0.1, -0.44)], "blue", 2.4)
    for side in (-1, 1):
        x = 0.66 + 0.07 * side
        pane.stroke([(x, -0.29), (x + 0.04 * side, -0.33), (x, -0.37)], "muted", 1.6)


def _sheet(pane: _Pane) -> None:
    """Draw a sheet with an exercise, and its key."""
    drawn = line_of(ONE_EQUATION.A, ONE_EQUATION.b)  # type: ignore[arg-type]
    pane.box(-0.24, -0.58, 1.16, 1.02)
    pane.text(0.52, 0.3, "Key")
    pane.lines(0.24, 0.08, [0.8, 0.72, 0.78])
    pane.text(0.34, -0.45, f"${pair(drawn.foot)}$", "orange")
    pane.box(-0.94, -0.29, 1.08, 0.87, "ink")
    pane.text(-0.4, 0.42, "Exercises")
    pane.text(-0.4, 0.19, f"${equation(drawn.a, drawn.b)}$", "blue")
    pane.lines(-0.83, 0.02, [0.0, -0.12, -0.06])


def _frame(pane: _Pane) -> None:
    """Draw the page of a course, with a figure of the book in a frame."""
    pane.box(-0.86, -0.56, 1.72, 1.12)
    pane.lines(-0.76, 0.45, [-0.7])
    pane.lines(-0.62, 0.45, [-0.56])
    pane.lines(-0.76, 0.27, [-0.34, -0.4, -0.36, -0.44, -0.34, -0.4, -0.5])
    pane.box(-0.22, -0.46, 0.98, 0.8, "blue")
    pane.picture(0.28, 0.0, 1.05)
    pane.lines(-0.12, -0.36, [0.3])


def _offline(pane: _Pane) -> None:
    """Draw a phone with a page, and a folder of pages."""
    pane.box(-0.8, -0.56, 0.62, 1.12, "ink")
    pane.stroke([(-0.56, 0.48), (-0.42, 0.48)], "muted", 2.0)
    pane.picture(-0.48, 0.15, 0.8)
    pane.lines(-0.7, -0.14, [-0.28, -0.34, -0.3, -0.44])
    pane.box(0.1, 0.2, 0.36, 0.2)
    for lift in (0.1, 0.05):
        pane.box(0.16, -0.4 + lift, 0.66, 0.7)
    pane.box(0.06, -0.46, 0.8, 0.68)
    pane.text(0.46, -0.12, ".zip", "blue", 12)


def _cards(pane: _Pane) -> None:
    """Draw a card that asks, and the one with the answer behind it."""
    pane.box(-0.2, -0.54, 1.06, 0.68)
    pane.text(0.33, -0.26, r"$\mathbf{x} = A^{+}\,\mathbf{b}$", "orange", 12)
    pane.box(-0.86, -0.04, 1.06, 0.6, "ink")
    pane.text(-0.33, 0.34, "Shortest")
    pane.text(-0.33, 0.16, "solution?")
