"""How many digits of a fitted polynomial are right, by its degree and by what was done to x."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes
from scipy.linalg import solve_triangular

from linalg_book import exact, numeric
from linalg_book.errors import InvalidNumberError, NotPositiveError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.scenes import Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["polynomial_digits"]

ALL = 15.0
"""More digits than these nobody can tell from 16."""
_EPS = 2.0**-52
_DASHES, _DOTS = (0, (5, 3)), (0, (1.2, 2))
_LOOKS = (("refined", "orange", "-"), ("lstsq", "blue", "-"), ("cholesky", "purple", _DASHES))
_TOWARD = {"refined": (0, 1), "lstsq": (1, 1), "cholesky": (-1, -1)}
_NAMES = {"refined": "refined", "lstsq": "lstsq", "cholesky": "Cholesky"}


@dataclass(frozen=True, kw_only=True)
class DigitsScene(Scene):
    """Condition numbers and digits for each treatment of x and each degree from 1 on."""

    kind, drawing = "digits", "polynomial_digits"
    degree: int
    treatment: int
    kappa: list[list[float]]
    digits: dict[str, list[list[float]]]
    ticks: dict[str, list[Tick]]


@in_book_style
def polynomial_digits(  # noqa: PLR0913, PLR0917 (data, and what is shown of them)
    x: Sequence[Number], y: Sequence[Number], degree: int, treatment: int, most: int, ax: Axes
) -> Axes:
    r"""Draw how many digits of the worst coefficient three methods get right, by the degree.

    The right answer is the exact least-squares solution for the rounded powers of x.  Beside the
    methods (the normal equations by Cholesky, NumPy's ``lstsq``, and ``numeric.least_squares``,
    which refines) stands the number of digits that the condition number κ leaves of 16.

    Parameters
    ----------
    x, y : sequence of numbers
        The points.
    degree : int
        The degree that is marked, from 1 to ``most``.
    treatment : int
        0 leaves x as it is, 1 takes its mean away, 2 divides by the largest size after that.
    most : int
        The highest degree, 2 or more.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If x and y do not fit together, or degree or treatment are out of their bounds.

    Notes
    -----
    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.polynomial_digits([0, 1, 2, 3], [1, 0, 2, 1], 1, 0, 2, figures.axes())
    >>> [text.get_text() for text in ax.texts][-3:]
    ['refined', 'lstsq', 'Cholesky']
    """
    points, heights = (np.array(finite_list("x and y", [], [float(v) for v in w])) for w in (x, y))
    if len(points) != len(heights) or len(set(points)) <= most:
        raise ShapeError(
            f"x and y have {len(points)} and {len(heights)} entries, but as many of both, and more "
            f"than {most} distinct x for the degree {most} are expected: give more points."
        )
    if not (1 <= degree <= most and most > 1 and treatment in (0, 1, 2)):
        raise InvalidNumberError(
            f"degree is {degree}, most {most} and treatment {treatment}, but a degree from 1 to "
            "most, 2 or more as most, and the treatment 0, 1 or 2 are expected: change them."
        )
    kappa, digits = _tables(points, heights, most)
    room = 1.13 * most + 0.5  # the last marks, and the name of the axis beside them
    first = 0.05 * most  # room on the left, in proportion
    sketch = Sketch(
        ax, [np.array([first, 0]), np.array([room, 16.5])], margin=0.01,
        names=(r"\mathrm{degree}", r"\mathrm{digits}"), equal=False, bare=False,
    )  # fmt: skip
    degrees = np.arange(1, most + 1)
    ax.set_xticks(degrees, [f"${d}$" for d in degrees])
    ax.set_yticks([0, 5, 10, 15], [f"${d}$" for d in (0, 5, 10, 15)])
    ax.set(xlim=(first, room), ylim=(-0.6, 16.6))
    settled(ax)
    left = 16 - np.log10(kappa[treatment])
    sketch.curve(np.array([[degree, 0], [degree, 16]]), "muted", width=1.2, weight=0.2)
    sketch.curve(np.column_stack([degrees, np.maximum(left, 0)]), "ink", width=1.4, style=_DOTS)
    for key, color, style in _LOOKS:
        marks = np.column_stack([degrees, digits[key][treatment]])
        sketch.curve(marks, color, width=1.8, style=style)
        for at in marks:
            sketch.point(at, color, hollow=not at[1], size=5)
    beside = [np.array([d, max(left[d - 1], 0)]) for d in degrees[::-1] if d < most]
    sketch.label(r"$16 - \log_{10} \kappa$", beside, "ink", toward=(1, 1))
    for key, color, _ in _LOOKS:
        at = [np.array([d, digits[key][treatment][d - 1]]) for d in (degrees[len(degrees) // 2], 2)]
        sketch.label(_NAMES[key], at, color, toward=_TOWARD[key])
    sketch.finish()
    scene = DigitsScene(
        degree=int(degree),
        treatment=int(treatment),
        kappa=[[float(f"{k:.3g}") for k in row] for row in kappa],
        digits={key: [[round(d, 1) for d in row] for row in rows] for key, rows in digits.items()},
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )
    record_scene(ax, scene)
    return ax


def treated(x: Vector, treatment: int) -> Vector:
    """Leave x as it is, or take its mean away, or scale it to the sizes up to 1 as well."""
    if not treatment:
        return x
    moved: Vector = x - x.mean()
    if treatment == 2:
        moved /= np.abs(moved).max()
    return moved


def _tables(x: Vector, y: Vector, most: int) -> tuple[Vector, dict[str, list[list[float]]]]:
    """Return κ and the right digits of each method, for each treatment and degree."""
    kappa = np.ones((3, most))
    digits: dict[str, list[list[float]]] = {key: [[], [], []] for key, *_ in _LOOKS}
    for k in range(3):
        powers = np.vander(treated(x, k), most + 1, increasing=True)
        for degree in range(1, most + 1):
            X = powers[:, : degree + 1]
            kappa[k, degree - 1] = numeric.condition_number(X, 0)
            truth = _exactly(X, y)
            for key, found in _answers(X, y).items():
                digits[key][k].append(0.0 if found is None else _right_digits(found, truth))
    return kappa, digits


def _answers(X: Vector, y: Vector) -> dict[str, Vector | None]:
    """Fit in three ways; the first one may fail."""
    try:
        F = numeric.cholesky(X.T @ X)
        by_triangle = solve_triangular(
            F, solve_triangular(F, X.T @ y, lower=True), lower=True, trans="T"
        )
    except NotPositiveError:
        by_triangle = None
    return {
        "cholesky": by_triangle,
        "lstsq": np.asarray(np.linalg.lstsq(X, y)[0], dtype=np.float64),
        "refined": numeric.least_squares(X, y, rtol=0),
    }


def _exactly(X: Vector, y: Vector) -> list[Fraction]:
    rows = [[Fraction(entry) for entry in row] for row in X.tolist()]
    answer = exact.least_squares(rows, [Fraction(entry) for entry in y.tolist()]).answer
    return [Fraction(int(entry.p), int(entry.q)) for entry in answer]


def _right_digits(found: Vector, truth: list[Fraction]) -> float:
    """Count the right digits of the worst coefficient, from 0 to 15."""
    errors = [abs(Fraction(a) / b - 1) for a, b in zip(found.tolist(), truth, strict=True) if b]
    worst = float(max(errors, default=Fraction(0)))
    return float(np.clip(-np.log10(max(worst, _EPS / 16)), 0, ALL))
