"""A price on length: the path of ridge for two unknowns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, circle_points, finite_list
from linalg_book.figures.kit.notation import number, pair
from linalg_book.figures.kit.scenes import Scene, Texts, exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric.reading.penalties import at_least_zero

__all__ = ["ridge_circle"]

_CORNERS = np.array([[-1.2, -1.3], [3.3, 1.7]])  # what the plane of the two lamps shows
_DASHES = (0, (5, 3))


@dataclass(frozen=True, kw_only=True)
class PenaltyScene(Scene):
    """A 2×2 matrix, the true w, the error of the readings, and a penalty."""

    kind, drawing = "penalty", "ridge_circle"
    X: list[Texts]
    truth: Texts
    error: Texts
    penalty: str


@in_book_style
def ridge_circle(
    X: Sequence[Sequence[Number]],
    truth: Sequence[Number],
    error: Sequence[Number],
    penalty: Number,
    ax: Axes,
) -> Axes:
    r"""Draw the path of ridge for two unknowns, and where a circle touches a level curve.

    The readings are y = X w + error with the true w.  The path leads from X⁻¹y to the origin; at
    its point for the penalty the circle around the origin touches the curve of equal ‖y − X w‖.

    Parameters
    ----------
    X : sequence of 2 rows with 2 numbers each
        An invertible matrix.
    truth, error : sequence of 2 numbers
        The true w, and the error of the readings.
    penalty : number
        λ, not negative.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.2)`` suits it.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a number is not finite, the penalty is negative, or X is no invertible 2×2 matrix.

    Notes
    -----
    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import figures
    >>> data = ([[5, 4], [4, 5]], [1, 1], [1, -1], 9)
    >>> ax = figures.ridge_circle(*data, figures.axes(height=3.2))
    >>> r"$\lambda = 9$" in [text.get_text() for text in ax.texts]
    True
    """
    matrix = np.array([[float(entry) for entry in row] for row in X])
    w, noise = (np.array(finite_list("w", [], [float(x) for x in v])) for v in (truth, error))
    if matrix.shape != (2, 2) or w.shape != (2,) or noise.shape != (2,):
        raise ShapeError("expected two rows of two numbers, and two numbers in truth and error.")
    if not np.isfinite(matrix).all() or abs(np.linalg.det(matrix)) < 1e-9:
        raise InvalidNumberError("expected an invertible matrix X, received another one.")
    price = at_least_zero(penalty, "penalty")
    y = matrix @ w + noise
    solution = np.linalg.solve(matrix, y)
    at = ridge_points(matrix, y, [price])[0]
    sketch = Sketch(ax, [*_CORNERS, w, solution], margin=0.03, names=("w_1", "w_2"))
    level = level_curve(matrix, y, at)
    sketch.curve(level, "purple", width=1.5, style=_DASHES)
    sketch.circle(ORIGIN, float(np.hypot(*at)), "muted", width=1.5)
    sketch.curve(ridge_points(matrix, y, penalties_of_path()), "orange", width=2.4)
    sketch.point(solution, "ink", size=6)
    sketch.point(w, "blue", size=8.4)
    sketch.point(at, "orange", size=8.4)
    sketch.label(rf"true $\mathbf{{w}} = {pair(w)}$", [w], "blue", toward=(0, 1))
    sketch.label(rf"$\lambda = {number(price)}$", [at], "orange", toward=(-1, -1))
    sketch.label(r"$\lambda = 0$", [solution], "ink", toward=(1, 1), gap=12)
    sketch.finish()
    scene = PenaltyScene(
        X=[exact_texts(row) for row in X],
        truth=exact_texts(truth),
        error=exact_texts(error),
        penalty=exact_texts([penalty])[0],
    )
    record_scene(ax, scene)
    return ax


def ridge_points(X: Vector, y: Vector, penalties: Sequence[float] | Vector) -> Vector:
    """Return the ridge solutions of a 2×2 system, one a row."""
    gram, right = X.T @ X, X.T @ y
    return np.array([np.linalg.solve(gram + p * np.eye(2), right) for p in penalties])


def penalties_of_path() -> Vector:
    """Return penalties from 0 to one that is nearly infinite, with which a path looks smooth."""
    prices: Vector = np.array([0.0, *(10 ** (k / 20) for k in range(-60, 121))])
    return prices


def level_curve(X: Vector, y: Vector, at: Vector) -> Vector:
    """Return the ellipse of all w that miss y as much as one does."""
    missed = float(np.hypot(*(y - X @ at)))
    return np.array(np.linalg.solve(X, (y + circle_points(missed)).T).T, dtype=np.float64)
