"""A point against its part in the row space, and three ways to measure length."""

import numpy as np
import pytest
from matplotlib.patches import Circle

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from tests.figures.drawn import marked, words


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


@pytest.mark.parametrize(
    ("a", "b", "corner", "even"),
    [
        ((3, 4), 12, (0, 3), (12 / 7, 12 / 7)),
        ((2, -1), 3, (1.5, 0), (1, -1)),
        ((-1, 3), -4, (0, -4 / 3), (1, -1)),
    ],
)
def test_where_the_shapes_touch(a, b, corner, even):
    ax = figures.norm_balls(a, b, figures.axes())
    assert marked(ax, "purple") == [pytest.approx(corner)]
    assert marked(ax, "green") == [pytest.approx(even)]
    outlines = [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) == 5]
    sizes = [np.abs(outlines[0]).sum(axis=1), np.abs(outlines[1]).max(axis=1)]
    assert sizes[0] == pytest.approx(np.full(5, np.abs(corner).sum()))
    assert sizes[1] == pytest.approx(np.full(5, abs(even[0])))


@pytest.mark.parametrize(("a", "b"), [((1, 1), 2), ((0, 5), 10), ((3, 4), 0)])
def test_sides_that_touch_are_refused(a, b):
    with pytest.raises(InvalidNumberError):
        figures.norm_balls(a, b, figures.axes())
