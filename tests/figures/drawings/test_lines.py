"""The drawings of a line, its nearest point and its turning."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments, words


def test_intercepts_are_marked_and_named():
    # 3x + 4y = 12: y = 0 gives x = 4, x = 0 gives y = 3.
    ax = figures.line((3, 4), 12, figures.axes())
    assert marked(ax, "blue") == [pytest.approx((4, 0)), pytest.approx((0, 3))]
    assert {r"(4,\, 0)", r"(0,\, 3)", "3x + 4y = 12"} <= set(words(ax))


@pytest.mark.parametrize(
    ("a", "c", "points"),
    [((0, 5), 10, [(0, 2)]), ((2, 0), -3, [(-1.5, 0)]), ((2, 1), 0, [(0, 0)])],
)
def test_lines_with_one_intercept(a, c, points):
    ax = figures.line(a, c, figures.axes())
    assert marked(ax, "blue") == [pytest.approx(p) for p in points]


def test_the_line_drawn_is_the_line_of_the_equation():
    ax = figures.line((3, 4), 12, figures.axes())
    (ends,) = segments(ax, "blue")
    assert ends @ np.array([3, 4]) == pytest.approx([12, 12])
    assert np.hypot(*(ends[1] - ends[0])) > 5  # longer than the piece between the intercepts


def test_grid_of_whole_numbers_with_equal_scales():
    ax = figures.line((3, 4), 12, figures.axes())
    assert np.diff(ax.get_xticks()) == pytest.approx(1)
    assert np.diff(ax.get_yticks()) == pytest.approx(1)
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    box = ax.get_window_extent()
    assert (right - left) / box.width == pytest.approx((high - low) / box.height, rel=1e-3)


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


def test_feet_of_turned_lines_lie_on_the_circle_of_thales():
    ax = figures.tilted_lines((1, 1), 1, figures.axes())
    # x + f y = 1 has its foot at (1, f) / (1 + f²).
    assert marked(ax, "orange") == [
        pytest.approx((1 / 2, 1 / 2)),
        pytest.approx((4 / 5, 2 / 5)),
        pytest.approx((16 / 17, 4 / 17)),
    ]
    assert {"x + y = 1", "x + y/2 = 1", "x + y/4 = 1"} <= set(words(ax))


def test_turned_lines_refuse_what_does_not_turn():
    for a, c in (((0, 1), 1), ((1, 0), 1), ((1, 1), 0)):
        with pytest.raises(InvalidNumberError, match="cuts both axes"):
            figures.tilted_lines(a, c, figures.axes())
    with pytest.raises(InvalidNumberError, match="cuts both axes"):
        figures.tilted_lines((1, 1), 1, figures.axes(), factors=[1, 0])
    with pytest.raises(ShapeError, match="one number or more"):
        figures.tilted_lines((1, 1), 1, figures.axes(), factors=[])
    with pytest.raises(InvalidNumberError, match="finite"):
        figures.tilted_lines((1, 1), 1, figures.axes(), factors=[float("nan")])
