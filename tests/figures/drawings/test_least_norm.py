"""Entries against places, curves with the least coefficients, and a point with its two parts."""

from fractions import Fraction

import numpy as np
import pytest
from matplotlib.patches import Circle

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from tests.figures.drawn import marked, words

VECTORS = [
    ([(4, 3, 2, 1), (0, 10, 0, 0)],),
    ([(-2, 1, 4, 7), (0, 0, 0, 10), (-5, 5, 5, 5)],),
    ([(Fraction(1, 3), 0, -2)],),
]
POINTS = [
    ([(0, 1), (0.5, 2)], [2, 3]),
    ([(0.5, 1), (-0.5, 1)], [2, 3, 5]),
]
# A point on either side of the row space, a smaller loss, a negative right-hand side.
PENALIZED = [
    ((3, 4), 12, (5, 0), [25, 75]),
    ((3, 4), 12, (-1, 4), [25]),
    ((1, -2), -3, (1, 3), [5]),
]
CASES = [
    *[(figures.entries, data) for data in VECTORS],
    *[(figures.interpolants, data) for data in POINTS],
    *[(figures.penalized, data) for data in PENALIZED],
]
SIZES = {"penalized": (4.2, 3.9)}
GIVEN = {"entries": "orange"}


def test_marks_stand_at_the_entries():
    ax = figures.entries([(4, 3, 2, 1), (0, 10, 0, 0)], figures.axes())
    assert marked(ax, "orange") == [(0, 4), (1, 3), (2, 2), (3, 1)]
    assert marked(ax, "paper") == [(0, 0), (1, 10), (2, 0), (3, 0)]
    assert [label.get_text() for label in ax.get_xticklabels()] == [f"${k}$" for k in range(4)]
    assert {r"(4,\, 3,\, 2,\, 1)", r"(0,\, 10,\, 0,\, 0)"} <= set(words(ax))


@pytest.mark.parametrize("vectors", [[], [(1, 2), (1, 2, 3)], [(1, 2)] * 4])
def test_vectors_that_are_refused(vectors):
    with pytest.raises(ShapeError):
        figures.entries(vectors, figures.axes())
    with pytest.raises(InvalidNumberError):
        figures.entries([(1, float("nan"))], figures.axes())


def curves(ax):
    """List the curves drawn, by color and order."""
    return [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) == 95]


def test_curves_are_those_worked_by_hand():
    # n = 2: 1 + 2t; n = 3: 1 + 8t/5 + 4t²/5; the limit: −2 + 3/(1 − t/2)
    ax = figures.interpolants([(0, 1), (0.5, 2)], [2, 3], figures.axes())
    line, parabola, limit = curves(ax)
    t = line[:, 0]
    assert line[:, 1] == pytest.approx(1 + 2 * t)
    assert parabola[:, 1] == pytest.approx(1 + 1.6 * t + 0.8 * t**2)
    assert limit[:, 1] == pytest.approx(-2 + 3 / (1 - t / 2))
    assert marked(ax, "ink") == [(0, 1), (0.5, 2)]


@pytest.mark.parametrize(
    ("points", "counts", "error"),
    [
        ([(0, 1), (0.95, 2)], [2], InvalidNumberError),
        ([(0, 1), (0, 2)], [2], InvalidNumberError),
        ([(0, 1), (0.5, 2)], [1], ShapeError),
        ([(0, 1)], [], ShapeError),
    ],
)
def test_points_that_are_refused(points, counts, error):
    with pytest.raises(error):
        figures.interpolants(points, counts, figures.axes())


def test_the_part_in_the_row_space_and_the_minimizers():
    # by hand: (5, 0) = (9/5, 12/5) + (16/5, −12/5); 12/(25 + λ) times (3, 4) for λ = 25, 75
    ax = figures.penalized((3, 4), 12, (5, 0), [25, 75], figures.axes())
    assert marked(ax, "orange") == [pytest.approx((9 / 5, 12 / 5))]
    assert marked(ax, "purple") == [(5, 0)]
    assert marked(ax, "ink") == [pytest.approx((0.72, 0.96)), pytest.approx((0.36, 0.48))]
    (circle,) = [patch for patch in ax.patches if isinstance(patch, Circle)]
    assert circle.get_radius() == pytest.approx(3)
    assert {"3x + 4y = 12", "3x + 4y = 15", r"\lambda = 75"} <= set(words(ax))


@pytest.mark.parametrize("x", [(3, 4), (4, -3), (1, 2, 3), (0, 0)])
def test_points_without_two_parts_are_refused(x):
    with pytest.raises(ShapeError, match="expected a point x"):
        figures.penalized((3, 4), 12, x, [25], figures.axes())


@pytest.mark.parametrize("penalties", [[0], [25, -1], []])
def test_penalties_are_positive(penalties):
    with pytest.raises(LinalgBookError, match="penalties"):
        figures.penalized((3, 4), 12, (5, 0), penalties, figures.axes())
