"""Level curves of a sum of squares in two unknowns, and the path of gradient descent on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.scenes import Box, Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["descent_path"]

STEPS = 40  # that are drawn
LEVELS = 12
_SAME = 1e-9


@dataclass(frozen=True, kw_only=True)
class DescentScene(Scene):
    """A matrix of two columns, targets, a start, a step, and the steps that can be chosen."""

    kind, drawing = "descent", "descent_path"
    X: list[Texts]
    y: Texts
    start: Texts
    step: str
    unit: str
    most: int
    spacing: float
    view: Box
    ticks: tuple[list[float], list[float]]


@dataclass(frozen=True)
class Bowl:
    """Half the sum of squares of y − X w for two unknowns w, by its singular directions."""

    X: Vector
    y: Vector

    @property
    def directions(self) -> tuple[Vector, Vector]:
        """The squared singular values, the larger first, and their directions as rows."""
        values, vectors = np.linalg.eigh(self.X.T @ self.X)
        squares = np.where(values < _SAME * values[1], 0.0, values)[::-1]
        return squares, vectors.T[::-1]

    @property
    def bottom(self) -> Vector:
        """The shortest minimizer."""
        found: Vector = np.linalg.pinv(self.X) @ self.y
        return found

    def end(self, start: Vector) -> Vector:
        """Return the minimizer nearest to a start."""
        squares, directions = self.directions
        free = [v for square, v in zip(squares, directions, strict=True) if square == 0]
        return self.bottom + sum((v @ start * v for v in free), np.zeros(2))

    def path(self, start: Vector, step: float, most: float) -> Vector:
        """Return the iterates, one a row, as far as they stay within reach."""
        points = [start]
        for _ in range(STEPS):
            points.append(points[-1] + step * self.X.T @ (self.y - self.X @ points[-1]))
            if np.abs(points[-1]).max() > most:
                break
        return np.array(points)

    def level(self, k: int, spacing: float) -> list[Vector]:
        """Level curve number k: an ellipse, or two parallel lines."""
        (large, small), (across, along) = self.directions
        if small:
            turns = np.linspace(0, 2 * np.pi, 121)
            long, short = k * spacing, k * spacing * np.sqrt(small / large)
            ring = np.outer(np.cos(turns), long * along) + np.outer(np.sin(turns), short * across)
            return [self.bottom + ring]
        return [self.bottom + sign * k * spacing * across for sign in (1, -1)]


@in_book_style
def descent_path(  # noqa: PLR0913 (the problem, the descent, the picture)
    X: Sequence[Sequence[Number]],
    y: Sequence[Number],
    start: Sequence[Number],
    slider: tuple[Number, Number, int],
    ax: Axes,
    *,
    reach: Sequence[Sequence[Number]] = (),
) -> Axes:
    r"""Draw level curves of ½‖X w − y‖² in the plane of w, and gradient descent from a start.

    Parameters
    ----------
    X : sequence of rows with 2 numbers each
        The matrix, not zero.
    y : sequence of numbers
        A target for each row.
    start : pair of numbers
        The first iterate.
    slider : tuple of 3 numbers
        The step size, a unit, and a whole number: readers choose among the multiples of the
        unit up to that one, and the step size is one of them.
    ax : matplotlib.axes.Axes
        Where to draw.
    reach : sequence of pairs of numbers
        Points that have to be in view, besides start and end.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, X is zero, or the step is not one of the multiples.

    Notes
    -----
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from fractions import Fraction
    >>> from linalg_book import figures
    >>> X, y = [(1, 0), (0, 1), (1, 1)], (2, 3, 8)
    >>> slider = Fraction(1, 2), Fraction(1, 60), 48
    >>> ax = figures.descent_path(X, y, (0, 0), slider, figures.axes())
    >>> "$w_1$" in [text.get_text() for text in ax.texts]
    True
    """
    bowl, first = _read(X, y, start)
    step, unit, most = slider
    _check(step, unit, most)
    shown = [first, bowl.end(first), *(np.array(point, dtype=float) for point in reach)]
    sketch = Sketch(ax, shown, names=("w_1", "w_2"), margin=0.1)
    spacing = round(float((sketch.high - sketch.low).max()) / 10, 2)
    _draw_bowl(sketch, bowl, spacing)
    _draw_path(sketch, bowl, first, float(step))
    across, up = (axis.get_majorticklocs().tolist() for axis in (ax.xaxis, ax.yaxis))
    left, bottom, right, top = (float(edge) for edge in (*sketch.low, *sketch.high))
    scene = DescentScene(
        X=[exact_texts(row) for row in X],
        y=exact_texts(y),
        start=exact_texts(start),
        step=str(Fraction(step)),
        unit=str(Fraction(unit)),
        most=most,
        spacing=spacing,
        view=(left, bottom, right, top),
        ticks=(across, up),
    )
    record_scene(ax, scene)
    return sketch.finish()


def _draw_bowl(sketch: Sketch, bowl: Bowl, spacing: float) -> None:
    """Draw the level curves; where the minimizers are a line, the line and the shortest one."""
    (_, small), (_, along) = bowl.directions
    for k in range(1, LEVELS + 1):
        for curve in bowl.level(k, spacing):
            if small:
                sketch.curve(curve, "muted", width=0.9, weight=0.2, zorder=2)
            else:
                sketch.line(curve, along, "muted", width=0.9, weight=0.2, zorder=2)
    if not small:
        sketch.line(bowl.bottom, along, "green", width=2.0)
        sketch.point(bowl.bottom, "orange", hollow=True)


def _draw_path(sketch: Sketch, bowl: Bowl, start: Vector, step: float) -> None:
    """Draw the iterates, and name the first and the last."""
    low, high = sketch.low, sketch.high
    path = bowl.path(start, step, 4 * float(np.abs([low, high]).max()))
    sketch.curve(path, "ink", width=1.4)
    for point in path[1:]:
        if np.all(point >= low) and np.all(point <= high):
            sketch.point(point, "ink", size=3.0, zorder=5)
    end = bowl.end(start)
    sketch.point(end, "orange", zorder=7)
    sketch.point(start, "blue", zorder=7)
    sketch.ax.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
    sketch.label(r"$\mathbf{w}_0$", [start], "blue")
    sketch.label("end", [end], "orange")


def _check(step: Number, unit: Number, most: int) -> None:
    """Refuse a step that is not among the multiples of the unit."""
    count = Fraction(step) / Fraction(unit) if unit > 0 else Fraction(0)
    if count.denominator != 1 or not 1 <= count <= most:
        raise InvalidNumberError(
            f"expected a step among {unit} to {most} times {unit}, received {step}: choose one."
        )


def _read(
    X: Sequence[Sequence[Number]], y: Sequence[Number], start: Sequence[Number]
) -> tuple[Bowl, Vector]:
    """Check the numbers."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (X, y, start)]
    rows = shapes[0][0] if shapes[0] else 0
    if shapes != [(rows, 2), (rows,), (2,)] or not np.any(np.array(X, dtype=float)):
        raise ShapeError(
            f"expected a matrix with two columns that is not zero, a target for each row and two "
            f"numbers to start from, received {X!r}, {y!r} and {start!r}: give for example "
            "[(3, 4)], [12] and (1, 1)."
        )
    return Bowl(np.array(X, dtype=float), np.array(y, dtype=float)), np.array(start, dtype=float)
