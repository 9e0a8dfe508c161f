"""Circles, diamonds and squares around the origin, and where they touch a line."""

import numpy as np
import pytest
from matplotlib.patches import Circle, FancyArrowPatch

from linalg_book import figures
from linalg_book.errors import InvalidNumberError
from tests.figures.drawn import LINES, marked, words

BALLS = [((3, 4), 12), ((2, -1), 3), ((-1, 3), -4)]
CASES = [
    *[(figures.level_circles, data) for data in LINES],
    *[(figures.norm_balls, data) for data in BALLS],
    (figures.unit_balls, ()),
]
SIZES = {"norm_balls": (4.2, 3.9)}
GIVEN = {"unit_balls": "orange"}


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


def test_vectors_of_norm_one():
    ax = figures.unit_balls(figures.axes(height=3.2))
    paths = [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) == 5]
    square, diamond = paths
    assert np.abs(square).max(axis=1).tolist() == [1] * 5
    assert np.abs(diamond).sum(axis=1).tolist() == [1] * 5
    assert ax.patches[0].get_radius() == 1
    assert len([word for word in words(ax) if "Vert" in word]) == 3


def test_one_circle_touches_the_line_and_the_others_do_not():
    ax = figures.level_circles((3, 4), 12, figures.axes())
    circles = [patch for patch in ax.patches if isinstance(patch, Circle)]
    radii = sorted(circle.get_radius() for circle in circles)
    assert radii == pytest.approx([0.8, 1.6, 2.4, 3.2, 4.0])
    (touching,) = [c for c in circles if c.get_linestyle() in ("-", "solid")]
    assert touching.get_radius() == pytest.approx(12 / 5)
    assert marked(ax, "orange") == [pytest.approx((36 / 25, 48 / 25))]
    assert "radius 12/5" in words(ax)


def test_arrow_at_the_touching_point_runs_along_the_normal_vector():
    ax = figures.level_circles((-1, 2), -4, figures.axes())
    (arrow,) = [p for p in ax.patches if isinstance(p, FancyArrowPatch)]
    start, end = np.array(arrow._posA_posB)
    assert start == pytest.approx((4 / 5, -8 / 5))  # -4/5 times (-1, 2)
    across, up = end - start
    assert across < 0 < up
    assert up == pytest.approx(-2 * across)
