"""Blocks of rows of a table with two columns: ellipses of their products, which add."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.scenes import Box, Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.whole_numbers import whole_number

__all__ = ["adding_ellipses"]

_HALF = (9.2, 7.2)
"""Half of the sides of what is shown."""
_EDGE = 8
_STEPS = 72


@dataclass(frozen=True, kw_only=True)
class EllipsesScene(Scene):
    """Blocks of rows with two whole numbers each, how many have been read, and a direction."""

    kind, drawing = "ellipses", "adding_ellipses"
    blocks: list[list[list[int]]]
    count: int
    direction: tuple[int, int]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def adding_ellipses(
    blocks: Sequence[Sequence[Sequence[int]]],
    count: int,
    direction: tuple[int, int],
    ax: Axes,
) -> Axes:
    """Draw the rows of a table block by block, and the ellipses of their products.

    The ellipse of a matrix X holds all points Xᵀc with ‖c‖ ≤ 1: in the direction of a vector v it
    reaches as far as ‖Xv‖/‖v‖.  Drawn are that of the blocks read before, that of the block that
    is read now, and that of both together; a ring on the line of v marks how far each reaches, and
    a segment leads there from the point that is farthest in this direction.

    Parameters
    ----------
    blocks : sequence of blocks
        Each block a sequence of rows, each row two whole numbers from −8 to 8.
    count : int
        How many blocks have been read, the present one among them.
    direction : tuple of 2 int
        v, not zero.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    InvalidNumberError
        If a number is no whole number within its bounds.
    EmptySystemError, ShapeError
        If there is no block, a block has no row, a row has not two entries, or v is zero.

    Notes
    -----
    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.adding_ellipses([[(1, 1)], [(2, -1)]], 2, (1, 0), figures.axes())
    >>> "together" in [text.get_text() for text in ax.texts]
    True
    """
    tables = [_rows(block) for block in blocks]
    number = whole_number(count, "count", 1, max(1, len(tables)))
    v = _rows([direction])[0]
    if not tables:
        raise EmptySystemError("expected a block of rows, received none: give one or more.")
    if not v.any():
        raise ShapeError("expected a direction, received (0, 0): give two numbers, not both zero.")
    sketch = Sketch(ax, [np.array(_HALF), -np.array(_HALF)], margin=0.0, names=("x_1", "x_2"))
    settled(ax)
    *past, present = tables[:number]
    before = np.vstack([np.zeros((0, 2), int), *past])
    for rows, color in ((before, "muted"), (present, "purple")):
        for row in rows:
            sketch.point(row, color, size=4.5, zorder=4)
    parts = [(before, "read before", "blue", "-"), (present, "this block", "purple", (0, (5, 3)))]
    for rows, name, color, style in parts if past else parts[1:]:
        _ellipse(sketch, rows, name if past else "", color, style, v)
    _ellipse(sketch, np.vstack([before, present]), "together", "orange", "-", v)
    sketch.arrow(ORIGIN, v, "ink", width=2.0)
    sketch.point(v, "ink", size=8.4)
    sketch.label(r"$\mathbf{v}$", [v.astype(float)], "ink", toward=v)
    (left, bottom), (right, top) = sketch.low.tolist(), sketch.high.tolist()
    scene = EllipsesScene(
        blocks=[rows.tolist() for rows in tables], count=number,
        direction=(int(v[0]), int(v[1])), view=(left, bottom, right, top),
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    return sketch.finish()


def _rows(block: Sequence[Sequence[int]]) -> Vector:
    """Read rows of two whole numbers."""
    rows = [[whole_number(x, "an entry", -_EDGE, _EDGE) for x in row] for row in block]
    if not rows:
        raise EmptySystemError("expected a block of rows, received none: give it a row.")
    if any(len(row) != 2 for row in rows):
        raise ShapeError(f"expected rows of two numbers, received {rows}: give two columns.")
    return np.array(rows)


def ellipse(rows: Vector) -> Vector:
    """Return points of the ellipse of some rows, closed: a segment, if they are parallel."""
    (a, b), (_, c) = (rows.T @ rows).astype(float)
    turn = np.linspace(0, 2 * np.pi, _STEPS + 1)
    first, second = np.sqrt(a), b / np.sqrt(a) if a else 0.0
    rest = np.sqrt(max(a * c - b * b, 0.0) / a if a else c)
    return np.column_stack([first * np.cos(turn), second * np.cos(turn) + rest * np.sin(turn)])


def _ellipse(  # noqa: PLR0913, PLR0917 (a look)
    sketch: Sketch, rows: Vector, name: str, color: str, style: object, v: Vector
) -> None:
    """Draw an ellipse with its name, and a ring to which it reaches in a direction."""
    path = ellipse(rows)
    sketch.curve(path, color, width=1.6 if name != "together" else 2.2, style=style)
    if name:
        sketch.label(name, list(path[3:-3:5]), color)
    length = float(np.linalg.norm(rows @ v))
    if length:
        foot = length / (v @ v) * v
        sketch.segment(rows.T @ (rows @ v) / length, foot, color, width=1.2)
        sketch.point(foot, color, size=6.5, hollow=True)
