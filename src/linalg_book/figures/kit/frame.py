"""The frame of a drawing: limits, scales and a numbered grid that fit its points."""

from typing import TYPE_CHECKING, cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FixedFormatter, FixedLocator

from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.notation import decimal
from linalg_book.figures.kit.style import COLORS

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MOST_ROUNDS = 50
NUMBER_SIZE = 11.2  # points, as the style has it


def fit_frame(
    ax: Axes, points: Vector, margin: float, *, equal: bool
) -> tuple[Vector, Vector, list[int]]:
    """Fit scales and a numbered grid around the points; equal scales get a square grid.

    Returns the lower and upper limits and, for each axis, the power of ten of its numbers.
    """
    low, high = points.min(axis=0), points.max(axis=0)
    middle, size = (low + high) / 2, (1 + 2 * margin) * (high - low)
    ax.spines[:].set_visible(False)
    ax.tick_params(length=0, colors=COLORS["muted"])
    ax.grid(visible=True, color=COLORS["grid"], linewidth=0.8)
    ax.set_axisbelow(True)
    powers = [0, 0]
    for _ in range(3):  # the grid's numbers change the room left, and the room the numbers
        _lay_out(ax)
        box = ax.get_window_extent().size
        half = box * max(size / box) / 2 if equal else size / 2
        low, high = middle - half, middle + half
        ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
        spans = np.full(2, (high - low).max()) if equal else high - low
        powers = [
            _grid(axis, low[k], high[k], spans[k]) for k, axis in enumerate((ax.xaxis, ax.yaxis))
        ]
    if equal:
        ax.set_aspect("equal")
    _lay_out(ax)
    return low, high, powers


def _lay_out(ax: Axes) -> None:
    """Give the axes their places: what stands around them counts, what they hold is not drawn."""
    figure = cast("Figure", ax.get_figure(root=True))
    engine = figure.get_layout_engine()
    if not isinstance(engine, ConstrainedLayoutEngine):  # a reader's own figure
        figure.draw_without_rendering()
        return
    engine.execute(figure)
    for each in figure.axes:
        each.apply_aspect()


def _grid(axis: Axis, low: float, high: float, span: float) -> int:
    """Write numbers at the multiples of a round step; return their power of ten."""
    step = _step(span)
    size = int(np.floor(np.log10(span)))
    power = 0 if -2 <= size <= 4 else size
    ticks = np.arange(np.ceil(low / step), np.floor(high / step) + 1) * step
    texts = [f"${decimal(tick / 10.0**power)}$" for tick in ticks]
    axis.set_major_locator(FixedLocator(ticks.tolist()))
    axis.set_major_formatter(FixedFormatter(texts))
    return power


def _step(span: float) -> float:
    """Distance of the grid's lines: 1, 2 or 5 times a power of ten, at most eight of them."""
    power = 10.0 ** np.floor(np.log10(span / 8))
    return float(next(k * power for k in (1, 2, 5, 10) if span / (k * power) <= 8))


def settled(ax: Axes) -> Axes:
    """Let the layout come to rest and keep it: here and there each drawing moves it a little."""
    figure = ax.figure
    for _ in range(MOST_ROUNDS):
        before = ax.get_position().bounds
        _lay_out(ax)
        if np.allclose(before, ax.get_position().bounds, rtol=0, atol=1e-9):
            break
    figure.set_layout_engine("none")  # type: ignore[union-attr]
    return ax


def write_number(ax: Axes, text: str, place: tuple[float, float], *, ha: str) -> None:
    """Write a number of an axis, or the axis' name, at a fixed place of a bare drawing."""
    ax.text(*place, text, color=COLORS["muted"], ha=ha, va="center", fontsize=NUMBER_SIZE)
