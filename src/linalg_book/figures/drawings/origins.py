"""Random origins, each with the nearest point of a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, line_of
from linalg_book.figures.kit.notation import equation, pair
from linalg_book.figures.kit.scenes import Scene, Texts, Two, exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["projected_origins"]

_MOST = 200  # origins
_DASHES = (0, (5, 3))


@dataclass(frozen=True, kw_only=True)
class OriginsScene(Scene):
    """A line a·x = c, origins that stay, and one that is moved."""

    kind, drawing = "origins", "projected_origins"
    a: Texts
    c: str
    origin: Texts
    cloud: list[Two]


@in_book_style
def projected_origins(
    a: Sequence[Number],
    b: Number,
    origins: Sequence[Sequence[Number]] | NDArray[Any],
    ax: Axes,
    *,
    moved: Sequence[Number] = (1, 1),
) -> Axes:
    r"""Draw origins, and the solution of a·x = b that is nearest to each.

    One origin more is drawn in ink, joined to its nearest solution, a ring.  The large disc is the
    solution nearest to 0.  A page moves that origin, and shifts the line.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, not both zero.
    b : number
        The right-hand side.
    origins : sequence of 1 to 200 pairs of numbers
        Points; two digits after the point are drawn.
    ax : matplotlib.axes.Axes
        Where to draw.
    moved : sequence of 2 numbers
        The origin in ink.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, a number is not finite, or both coefficients are zero.

    Notes
    -----
    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.projected_origins((3, 4), 12, [(0, 1), (-1, 0)], figures.axes())
    >>> "$(8/5,\\, 9/5)$" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = line_of(a, b)
    cloud, start = _read(origins, moved)
    normal = np.array(drawn.a)
    feet = np.array([_foot(normal, drawn.b, point) for point in cloud])
    foot = _foot(normal, drawn.b, start)
    sketch = Sketch(ax, [*cloud, *feet, start, foot, drawn.foot], margin=0.06)
    spots = sketch.line(drawn.foot, drawn.along, "blue")
    for points, color in ((cloud, "muted"), (feet, "orange")):
        for point in points:
            sketch.point(point, color, size=3.6, zorder=5)
    sketch.segment(start, foot, "purple", style=_DASHES, width=1.8)
    if np.hypot(*(start - foot)) > 12 * sketch.data_per_point:
        across = (start - foot) / np.hypot(*(start - foot))
        sketch.right_angle(foot, drawn.along, across)
    sketch.point(foot, "orange", hollow=True)
    sketch.point(drawn.foot, "orange", size=8.4)
    sketch.point(start, "ink", size=8.4)
    sketch.label(f"${pair(foot)}$", [foot], "orange", toward=drawn.outward)
    sketch.label(f"${pair(start)}$", [start], "ink", toward=-drawn.outward)
    sketch.label(f"${equation(drawn.a, drawn.b)}$", spots, "blue", toward=drawn.outward)
    scene = OriginsScene(
        a=exact_texts(a), c=exact_texts([b])[0], origin=exact_texts(moved),
        cloud=[(float(x), float(y)) for x, y in cloud],
    )  # fmt: skip
    record_scene(ax, scene)
    return sketch.finish()


def _foot(a: Vector, b: float, point: Vector) -> Vector:
    """Return the solution nearest to a point."""
    found: Vector = point + (b - a @ point) / (a @ a) * a
    return found


def _read(origins: Any, moved: Any) -> tuple[Vector, Vector]:
    """Check the points, and round those that are many."""
    cloud, start = np.array(origins, dtype=float), np.array(moved, dtype=float)
    shapes = cloud.shape[1:], start.shape
    if shapes != ((2,), (2,)) or not 1 <= len(cloud) <= _MOST:
        raise ShapeError(
            f"expected from 1 to {_MOST} points of the plane and one more, received the shapes "
            f"{cloud.shape} and {start.shape}: give for example [(0, 1), (-1, 0)]."
        )
    if not (np.isfinite(cloud).all() and np.isfinite(start).all()):
        raise InvalidNumberError("expected finite numbers, received others: leave them out.")
    return np.round(cloud, 2) + ORIGIN, start
