"""The drawing of the triangle that a line cuts off."""

import pytest
from matplotlib.patches import Polygon

from linalg_book import figures
from linalg_book.errors import InvalidNumberError
from tests.figures.drawn import marked, words


def test_three_four_five_and_the_height():
    ax = figures.intercept_triangle((3, 4), 12, figures.axes())
    (area,) = [patch for patch in ax.patches if isinstance(patch, Polygon)]
    corners = {tuple(float(x) for x in corner) for corner in area.get_xy()}
    assert corners == {(0, 0), (4, 0), (0, 3)}
    assert marked(ax, "orange") == [pytest.approx((36 / 25, 48 / 25))]
    # Twice the area is 3 * 4 = 5 * 12/5.
    assert {"3", "4", "5", "12/5"} <= set(words(ax))


def test_right_angles_lie_inside_the_triangle_in_every_quadrant():
    for a, c in (((3, 4), 12), ((3, 4), -12), ((-3, 4), 12), ((3, -4), 12)):
        ax = figures.intercept_triangle(a, c, figures.axes())
        marks = [line for line in ax.lines if len(line.get_xdata()) == 3]
        assert len(marks) == 2
        for mark in marks:
            x, y = mark.get_xdata()[1], mark.get_ydata()[1]
            u, v = a[0] * x / c, a[1] * y / c  # inside: u, v > 0 and u + v < 1
            assert u > 0
            assert v > 0
            assert u + v < 1


@pytest.mark.parametrize(("a", "c"), [((0, 4), 12), ((3, 0), 12), ((3, 4), 0)])
def test_no_triangle_is_refused(a, c):
    with pytest.raises(InvalidNumberError, match="three numbers other than zero"):
        figures.intercept_triangle(a, c, figures.axes())
