"""The path of ridge in the plane of two unknowns."""

from fractions import Fraction

import numpy as np
import pytest
from matplotlib.patches import Circle

from linalg_book import exact, figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving, flat, numbers

LAMPS = ([[5, 4], [4, 5]], [1, 1], [1, -1], 9)
CASES = [
    (figures.ridge_circle, LAMPS),
    (figures.ridge_circle, ([[5, 4], [4, 5]], [2, 0], [1, -1], 0)),
    (figures.ridge_circle, ([[2, 0], [1, 1]], [0, 1], [0, 0], Fraction(1, 2))),
]
SIZES = {"ridge_circle": (4.2, 3.2)}


def penalty_agrees(scene, facts):
    X, truth, error = (numbers(scene[name]) for name in ("X", "truth", "error"))
    y = [sum(a * w for a, w in zip(row, truth, strict=True)) + e
         for row, e in zip(X, error, strict=True)]  # fmt: skip
    found = exact.ridge(X, y, Fraction(scene["penalty"]))
    assert numbers(facts["w"]) == flat(found.answer)
    assert numbers(facts["solution"]) == flat(found.values["limit"])
    assert Fraction(facts["missed"]) == Fraction(str(found.values["residual_squared"]))
    assert Fraction(facts["length"]) == Fraction(str(found.values["norm_squared"]))


MOVING = {
    "penalty": Moving(
        "regression/regularization",
        "regularization-circle",
        "λ = 9: w = (1, 4/5)",
        {"ridge answer": "ArrowRight", "entry 1 of the true w": "ArrowUp"},
        {"true w": (60, 20)},
        "penalty λ, exactly",
        "penalty/geometry.js",
        "({ X, truth, error, penalty }) => module.penaltyFacts("
        "{ X: read(X), truth: read(truth), error: read(error), penalty: read(penalty) })",
        penalty_agrees,
    ),
}


def test_the_lamps():
    # by hand: the true w, the answer (1, 4/5) for λ = 9, and (2, 0) without a penalty
    ax = figures.ridge_circle(*LAMPS, figures.axes(height=3.2))
    assert marked(ax, "blue") == [(1, 1)]
    assert marked(ax, "ink") == [pytest.approx((2, 0))]
    assert marked(ax, "orange") == [pytest.approx((1, 0.8))]
    (circle,) = [patch for patch in ax.patches if isinstance(patch, Circle)]
    assert circle.get_radius() == pytest.approx(np.sqrt(1.64))
    assert {r"\lambda = 9", r"\lambda = 0"} <= set(words(ax))


def curves(ax):
    """List the curves of many points."""
    return [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) > 90]


def test_the_level_curve_misses_equally_and_the_path_ends_at_both_ends():
    ax = figures.ridge_circle(*LAMPS, figures.axes(height=3.2))
    level, path = curves(ax)
    X, y = np.array([[5, 4], [4, 5]]), np.array([10, 8])
    missed = np.linalg.norm(y[:, np.newaxis] - X @ level.T, axis=0)
    assert missed == pytest.approx(np.linalg.norm(y - X @ [1, 0.8]))
    assert path[0] == pytest.approx((2, 0))
    assert np.abs(path[-1]).max() < 1e-3


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.ridge_circle([[1, 2], [2, 4]], [1, 1], [0, 0], 1, ax), LinalgBookError),
        (lambda ax: figures.ridge_circle([[1, 2]], [1, 1], [0, 0], 1, ax), ShapeError),
        (lambda ax: figures.ridge_circle([[1, 0], [0, 1]], [1], [0, 0], 1, ax), ShapeError),
        (lambda ax: figures.ridge_circle(*LAMPS[:3], -1, ax), InvalidNumberError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
