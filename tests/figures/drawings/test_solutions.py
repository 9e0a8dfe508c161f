"""The nearest point and all other solutions of one equation."""

import numpy as np
import pytest
from matplotlib.patches import FancyArrowPatch

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import LINES, marked, segments, words

CASES = [
    (draw, data)
    for draw in (figures.nearest_point, figures.solution_family, figures.squared_distance)
    for data in LINES
]


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


def test_foot_of_the_perpendicular():
    # x = t(3, 4) in 3x + 4y = 12 gives 25 t = 12: the foot is (36/25, 48/25), 12/5 away.
    ax = figures.nearest_point((3, 4), 12, figures.axes())
    assert marked(ax, "orange") == [pytest.approx((36 / 25, 48 / 25))]
    (perpendicular,) = segments(ax, "orange")
    assert perpendicular == pytest.approx(np.array([[0, 0], [36 / 25, 48 / 25]]))
    assert {r"(36/25,\, 48/25)", "distance 12/5", r"(3,\, 4)"} <= set(words(ax))


def test_normal_vector_is_true_to_scale_or_says_that_it_is_not():
    true = figures.nearest_point((3, 4), 12, figures.axes())
    assert r"(3,\, 4)" in words(true)
    assert true.patches[0]._posA_posB[1] == pytest.approx((3, 4))
    scaled = figures.nearest_point((30, 40), 120, figures.axes())
    assert r"direction of (30,\, 40)" in words(scaled)


def test_nearest_point_can_keep_the_answer_to_itself():
    ax = figures.nearest_point((3, 4), 12, figures.axes(), answer=False)
    assert {"O", "P", r"(3,\, 4)"} <= set(words(ax))
    assert not [word for word in words(ax) if "25" in word or "12/5" in word]


def test_right_angle_mark_has_a_right_angle_at_the_foot():
    ax = figures.nearest_point((3, 4), 12, figures.axes())
    (mark,) = [line for line in ax.lines if len(line.get_xdata()) == 3]
    first, corner, last = np.column_stack(mark.get_data())
    foot = np.array([36 / 25, 48 / 25])
    assert first + last - corner == pytest.approx(foot)
    assert (first - foot) @ (last - foot) == pytest.approx(0, abs=1e-12)
    assert (first - foot) @ np.array([3, 4]) == pytest.approx(0, abs=1e-12)


def test_line_through_the_origin_has_no_distance():
    ax = figures.nearest_point((2, 1), 0, figures.axes())
    assert not [text for text in words(ax) if "distance" in text]
