"""How much of each singular direction ridge and its relatives let through."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.log_axis import logarithms, powers_of_ten
from linalg_book.figures.kit.scenes import Scene, Tick, exact_texts, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style
from linalg_book.numeric.reading.penalties import at_least_zero

__all__ = ["filter_factors"]

_DASHES, _DOTS = (0, (5, 3)), (0, (1.2, 2))
_ROOM = 1.15  # of the axis of factors
_RUG = 0.05  # height of the marks of singular values
_MOST = 9.0  # decades from the largest σ down to the root of the penalty


@dataclass(frozen=True, kw_only=True)
class FiltersScene(Scene):
    """Singular values, a penalty, and the numbers of the axes."""

    kind, drawing = "filters", "filter_factors"
    sigma: list[float]
    penalty: str
    view: tuple[float, float]
    ticks: dict[str, list[Tick]]


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
    price, top = at_least_zero(penalty, "penalty"), float(10 ** places.max())
    if price == 0 or price > top**2 or np.log10(top) - np.log10(price) / 2 > _MOST:
        raise InvalidNumberError(
            f"penalty is {penalty!r}, but √λ up to the largest singular value {top:g}, and within "
            f"{_MOST:g} decades of it, is expected: choose another."
        )
    half = float(np.log10(price) / 2)
    low = float(np.floor(2 * min(places.min(), half - 0.4)) / 2)
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
    for place in places:
        mark = np.array([[place, 0], [place, _RUG]])
        sketch.curve(mark, "blue", width=1.2, weight=0.2)
    cut = np.array([[left, 0], [half, 0], [half, 1], [right, 1]])
    sketch.curve(cut, "purple", width=1.6, style=_DASHES)
    descent = descent_factors(10**grid, price, top)
    sketch.curve(np.column_stack([grid, descent]), "ink", width=1.6, style=_DOTS)
    sketch.curve(np.column_stack([grid, ridge_factors(10**grid, price)]), "orange", width=2.4)
    sketch.point(np.array([half, 0.5]), "orange", size=8.4)
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
