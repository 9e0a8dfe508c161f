"""Two lines of the plane and the lines that elimination puts in the place of one of them."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Line, Number, Vector, line_of
from linalg_book.figures.kit.notation import equation, pair
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

_TURNS = (0.25, 0.5, 0.75)  # parts of the multiplier, for the lines between
_PARALLEL = 1e-9  # sine of the angle between two lines that counts as 0


@in_book_style
def pencil(A: Sequence[Sequence[Number]], b: Sequence[Number], ax: Axes) -> Axes:
    """Draw two lines and how the second turns about their crossing until x is eliminated.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The coefficients of two lines that cross; the first entry of each is not 0.
    b : sequence of 2 numbers
        The right-hand sides.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the lines do not cross, an entry is not finite, or a first entry is 0.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.pencil([(1, 2), (3, 2)], (8, 12), figures.axes())
    >>> "$-4y = -12$" in [text.get_text() for text in ax.texts]
    True
    """
    first, second = _crossing_lines(A, b)
    normals = np.array([first.normal, second.normal])
    crossing: Vector = np.linalg.solve(normals, np.array(_offsets(first, second))).astype(float)
    factor = second.a[0] / first.a[0]
    sketch = Sketch(ax, [crossing, 1.7 * crossing, -0.25 * crossing])
    for share in _TURNS:
        between = _combined(first, second, share * factor)
        sketch.line(crossing, between.along, "muted", width=0.9, weight=0.4, zorder=2)
    shown = ((first, "blue"), (second, "green"), (_combined(first, second, factor), "orange"))
    for drawn, color in shown:
        spots = sketch.line(crossing, drawn.along, color)
        sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, color)
    sketch.point(crossing, "ink")
    sketch.label(f"${pair(crossing)}$", [crossing], "ink")
    return sketch.finish()


def _crossing_lines(A: Sequence[Sequence[Number]], b: Sequence[Number]) -> tuple[Line, Line]:
    if len(A) != 2 or len(b) != 2:
        raise ShapeError(
            f"expected two equations, received A = {A!r}, b = {b!r}: give for example "
            "A = [(1, 2), (3, 2)], b = (8, 12)."
        )
    first, second = (line_of(row, side) for row, side in zip(A, b, strict=True))
    slope = float(first.normal @ second.along)
    if 0 in (first.a[0], second.a[0]) or abs(slope) < _PARALLEL:
        raise ShapeError(
            f"expected two lines that cross and both contain x, received A = {A!r}: "
            "give for example A = [(1, 2), (3, 2)]."
        )
    return first, second


def _offsets(*lines: Line) -> list[float]:
    return [float(line.normal @ line.foot) for line in lines]


def _combined(first: Line, second: Line, factor: float) -> Line:
    """Subtract a multiple of the first equation from the second."""
    row = [q - factor * p for p, q in zip(first.a, second.a, strict=True)]
    return line_of(row, second.b - factor * first.b)
