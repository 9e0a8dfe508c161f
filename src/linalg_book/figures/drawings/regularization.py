"""A price on length: the path of ridge in the plane, and how much each direction lets through."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector, circle_points, finite_list
from linalg_book.figures.kit.log_axis import logarithms, powers_of_ten
from linalg_book.figures.kit.notation import number, pair
from linalg_book.figures.kit.scenes import Scene, Texts, Tick, exact_texts, record_scene, ticks_of
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["filter_factors", "ridge_circle"]

_CORNERS = np.array([[-1.2, -1.3], [2.9, 1.7]])  # what the plane of the two lamps shows
_DASHES, _DOTS = (0, (5, 3)), (0, (1.2, 2))
_ROOM = 1.15  # of the axis of factors
_RUG = 0.05  # height of the marks of singular values
_MOST = 9.0  # decades from the largest σ down to the root of the penalty


@dataclass(frozen=True, kw_only=True)
class PenaltyScene(Scene):
    """A 2×2 matrix, the true w, the error of the readings, and a penalty."""

    kind, drawing = "penalty", "ridge_circle"
    X: list[Texts]
    truth: Texts
    error: Texts
    penalty: str


@dataclass(frozen=True, kw_only=True)
class FiltersScene(Scene):
    """Singular values, a penalty, and the numbers of the axes."""

    kind, drawing = "filters", "filter_factors"
    sigma: list[float]
    penalty: str
    view: tuple[float, float]
    ticks: dict[str, list[Tick]]


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
    price = _penalty(penalty, least=0.0)
    y = matrix @ w + noise
    solution = np.linalg.solve(matrix, y)
    at = ridge_points(matrix, y, [price])[0]
    sketch = Sketch(ax, [*_CORNERS, w, solution], margin=0.03, names=("w_1", "w_2"))
    level = level_curve(matrix, y, at)
    sketch.curve(level, "purple", width=1.5, style=_DASHES)
    sketch.circle(ORIGIN, float(np.hypot(*at)), "muted", width=1.5)
    sketch.curve(ridge_points(matrix, y, penalties_of_path()), "orange", width=2.4)
    sketch.point(solution, "ink", size=6)
    sketch.point(w, "blue")
    sketch.point(at, "orange", hollow=True, size=9)
    sketch.label(rf"true $\mathbf{{w}} = {pair(w)}$", [w], "blue", toward=(0, 1))
    sketch.label(rf"$\lambda = {number(price)}$", [at], "orange", toward=(-1, -1))
    sketch.label(r"$\lambda = 0$", [solution], "ink", toward=(1, 1))
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
    prices: Vector = np.append(0.0, 10 ** np.linspace(-3, 6, 181))
    return prices


def level_curve(X: Vector, y: Vector, at: Vector) -> Vector:
    """Return the ellipse of all w that miss y as much as one does."""
    missed = float(np.hypot(*(y - X @ at)))
    curve: Vector = np.linalg.solve(X, (y + circle_points(missed)).T).T
    return curve


def _penalty(penalty: Number, *, least: float) -> float:
    price = float(penalty)
    if not np.isfinite(price) or price < least:
        raise InvalidNumberError(
            f"penalty is {penalty!r}, but a finite number from {least:g} on is expected: give one."
        )
    return price


@in_book_style
def filter_factors(sigma: Sequence[Number], penalty: Number, ax: Axes) -> Axes:
    r"""Draw what ridge, a cut-off and descent let through of each direction, against σ.

    Ridge lets σ²/(σ² + λ) through.  Beside it stand the cut at √λ, and gradient descent with the
    step 1/σ₁² and σ₁²/λ steps, rounded.  Short marks on the axis are the singular values.

    Parameters
    ----------
    sigma : sequence of positive numbers
        The singular values; leave out those that are 0.
    penalty : number
        λ, positive, and at most as large as the square of the largest σ.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If a singular value is not positive, or the penalty is out of its bounds.

    Notes
    -----
    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.filter_factors([9, 1], 9, figures.axes())
    >>> [text.get_text() for text in ax.texts][-3:]
    ['ridge', 'cut', 'descent']
    """
    places = logarithms("sigma", sigma)
    price, top = _penalty(penalty, least=1e-12), float(10 ** places.max())
    if price > top**2 or np.log10(top) - np.log10(price) / 2 > _MOST:
        raise InvalidNumberError(
            f"penalty is {penalty!r}, but √λ up to the largest singular value {top:g}, and within "
            f"{_MOST:g} decades of it, is expected: choose another."
        )
    low = float(np.floor(2 * places.min()) / 2)
    sketch = Sketch(
        ax, [np.array([low, 0]), np.array([places.max() + 0.15, _ROOM])], margin=0.02,
        names=(r"\sigma", "f"), equal=False, bare=False,
    )  # fmt: skip
    left, right = low, float(sketch.high[0])
    ax.set_xticks(*_powers(left, right))
    ax.set_xlim(left - 0.02 * (right - left), right)
    ax.set_yticks([0, 0.5, 1], ["$0$", "$1/2$", "$1$"])
    settled(ax)
    grid = np.linspace(left, right, 161)
    half = float(np.log10(price) / 2)
    for place in places:
        mark = np.array([[place, 0], [place, _RUG]])
        sketch.curve(mark, "blue", width=1.2, weight=0.2)
    cut = np.array([[left, 0], [half, 0], [half, 1], [right, 1]])
    sketch.curve(cut, "purple", width=1.6, style=_DASHES)
    descent = descent_factors(10**grid, price, top)
    sketch.curve(np.column_stack([grid, descent]), "ink", width=1.6, style=_DOTS)
    sketch.curve(np.column_stack([grid, ridge_factors(10**grid, price)]), "orange", width=2.4)
    sketch.point(np.array([half, 0.5]), "orange", hollow=True, size=9)
    _name_filters(sketch, half)
    scene = FiltersScene(
        sigma=[float(f"{value:.6g}") for value in 10**places],
        penalty=exact_texts([penalty])[0],
        view=(round(left, 4), round(right, 4)),
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )
    record_scene(ax, scene)
    return ax


def _powers(left: float, right: float) -> tuple[list[int], list[str]]:
    """Return the powers of ten between two, 10 without an exponent."""
    exponents, texts = powers_of_ten(left, right, 1)
    return exponents, ["$10$" if k == 1 else text for k, text in zip(exponents, texts, strict=True)]


def _name_filters(sketch: Sketch, half: float) -> None:
    """Write the names of the three curves beside them."""
    sketch.label("ridge", [np.array([half - 0.35, 0.166])], "orange", toward=(-1, 1))
    sketch.label("cut", [np.array([half, 0.85]), np.array([half, 0.3])], "purple", toward=(-1, 0))
    sketch.label("descent", [np.array([half + 0.35, 1.0])], "ink", toward=(0, 1))
    sketch.finish()


def ridge_factors(sigma: Vector, penalty: float) -> Vector:
    """Return σ²/(σ² + λ) of each σ."""
    factors: Vector = sigma**2 / (sigma**2 + penalty)
    return factors


def descent_factors(sigma: Vector, penalty: float, largest: float) -> Vector:
    """Return 1 − (1 − σ²/σ₁²)^k of each σ, with the number of steps k nearest to σ₁²/λ."""
    steps = max(1, round(largest**2 / penalty))
    inside = np.clip(1 - (sigma / largest) ** 2, 0, 1)
    factors: Vector = 1 - inside**steps
    return factors
