"""Forward and backward error of one coefficient: the circle of Thales."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.notation import pair
from linalg_book.figures.kit.scenes import Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["backward_circle"]

_CORNERS = np.array([[-0.9, -0.9], [4.3, 3.2]])
_DASHES = (0, (5, 3))


@dataclass(frozen=True, kw_only=True)
class ThalesScene(Scene):
    """A right-hand side of two numbers, and an answer for the column (1, 0)."""

    kind, drawing = "thales", "backward_circle"
    y: Texts
    answer: str


@in_book_style
def backward_circle(y: Sequence[Number], answer: Number, ax: Axes) -> Axes:
    r"""Draw the forward and the backward error of an answer for the column (1, 0).

    The answer is right for the column x if answer·x is the foot of y on its line, that is, if it
    lies on the circle over the diameter from the origin to y.  So the way from answer·(1, 0) to
    the circle is the change that the column needs, times the answer.

    Parameters
    ----------
    y : sequence of 2 numbers
        The right-hand side, not zero.
    answer : number
        An answer, not zero, for min ‖y − w (1, 0)‖; the right one is the first entry of y.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.2)`` suits it.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is not finite, y is not two numbers, or y or the answer is zero.

    Notes
    -----
    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.backward_circle([3, 2], 2, figures.axes(height=3.2))
    >>> len(ax.patches)
    1
    """
    right = np.array(finite_list("y", [], [float(entry) for entry in y]))
    if right.shape != (2,):
        raise ShapeError(f"expected two numbers in y, received {len(right)}: give two.")
    guess = float(answer)
    if not np.isfinite(guess) or not guess or not right.any():
        raise InvalidNumberError(
            f"y is {y!r} and answer {answer!r}, but both are expected not to be zero: give others."
        )
    foot, at = np.array([right[0], 0.0]), np.array([guess, 0.0])
    center, radius = right / 2, float(np.hypot(*right)) / 2
    near = nearest_on_circle(at, center, radius)
    sketch = Sketch(ax, [*_CORNERS, right, at], margin=0.03, names=("y_1", "y_2"))
    sketch.line(ORIGIN, np.array([1.0, 0.0]), "blue", width=1.8)
    sketch.circle(center, radius, "muted", width=1.5)
    sketch.segment(right, foot, "muted", width=1.4)
    if right[0] and right[1]:
        inward = -np.sign(right)
        sketch.right_angle(foot, np.array([inward[0], 0]), np.array([0, -inward[1]]))
    sketch.segment(at, near, "purple", width=2.2, style=_DASHES)
    sketch.point(near, "purple", size=6)
    sketch.point(right, "blue", size=8.4)
    sketch.point(foot, "orange", size=7)
    sketch.point(at, "ink", size=8.4)
    sketch.label(rf"$\mathbf{{y}} = {pair(right)}$", [right], "blue", toward=(1, 1))
    sketch.label("right", [foot], "orange", toward=(0, -1))
    sketch.label("claimed", [at], "ink", toward=(-1, -1))
    sketch.finish()
    record_scene(ax, ThalesScene(y=exact_texts(y), answer=exact_texts([answer])[0]))
    return ax


def nearest_on_circle(point: Vector, center: Vector, radius: float) -> Vector:
    """Return the point of a circle that is nearest to another; above it, if all are."""
    way = point - center
    length = float(np.hypot(*way))
    unit = way / length if length else np.array([0.0, 1.0])
    found: Vector = center + radius * unit
    return found
