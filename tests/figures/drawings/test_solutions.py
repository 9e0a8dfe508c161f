"""The drawings of all solutions beside the shortest one."""

import numpy as np
import pytest
from matplotlib.patches import Circle, FancyArrowPatch

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments, words


def test_solutions_are_where_the_shifts_say():
    # From (36/25, 48/25), 16/5 along (4, -3)/5 is (4, 0); 9/5 the other way is (0, 3).
    ax = figures.solution_family((3, 4), 12, figures.axes(), shifts=[3.2, -1.8])
    assert marked(ax, "paper") == [pytest.approx((4, 0))]
    assert marked(ax, "purple") == [pytest.approx((0, 3))]
    assert marked(ax, "orange") == [pytest.approx((36 / 25, 48 / 25))]


def test_triangle_of_pythagoras_names_its_sides():
    # By default the legs are 12/5 and 4/3 of it: 12/5, 16/5, 4 are as 3 to 4 to 5.
    ax = figures.solution_family((3, 4), 12, figures.axes())
    assert [text for text in words(ax) if r"\|" in text] == [
        r"\|\mathbf{x}^{\star}\| = 12/5",
        r"\|\mathbf{v}\| = 16/5",
        r"\|\mathbf{x}^{\star} + \mathbf{v}\| = 4",
    ]
    arrows = [p for p in ax.patches if isinstance(p, FancyArrowPatch)]
    ends = {tuple(np.round(np.ravel(arrow._posA_posB), 9)) for arrow in arrows[-3:]}
    # 16/5 against (4, -3)/5 from the foot: (36/25 - 64/25, 48/25 + 48/25).
    assert ends == {(0, 0, 1.44, 1.92), (1.44, 1.92, -1.12, 3.84), (0, 0, -1.12, 3.84)}


def test_through_the_origin_there_is_no_triangle():
    ax = figures.solution_family((3, 4), 0, figures.axes())
    assert [text for text in words(ax) if r"\|" in text] == [r"\|\mathbf{v}\| = 4/3"]


def test_shifts_are_checked():
    with pytest.raises(ShapeError, match="shifts"):
        figures.solution_family((3, 4), 12, figures.axes(), shifts=[])
    with pytest.raises(ShapeError, match="shifts"):
        figures.solution_family((3, 4), 12, figures.axes(), shifts=[[1, 2]])
    for bad in ([float("inf")], ["near"]):
        with pytest.raises(InvalidNumberError, match="shifts"):
            figures.solution_family((3, 4), 12, figures.axes(), shifts=bad)


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


def test_squared_distance_is_a_parabola_with_its_minimum_marked():
    ax = figures.squared_distance((3, 4), 12, figures.axes())
    (curve,) = [line for line in ax.lines if len(line.get_xdata()) > 3]
    s, squared = curve.get_data()
    # The point at s is (36/25 + 4s/5, 48/25 - 3s/5).
    assert squared == pytest.approx((36 / 25 + 0.8 * s) ** 2 + (48 / 25 - 0.6 * s) ** 2)
    assert marked(ax, "orange") == [pytest.approx((0, 144 / 25))]
    assert "least: 144/25" in words(ax)
    (stroke,) = segments(ax, "green")
    assert stroke[1][1] - stroke[0][1] == pytest.approx(stroke[0][0] ** 2)
