"""The drawings of a line, of its turning, and of the triangle that it cuts off."""

import numpy as np
import pytest
from matplotlib.patches import Polygon

from linalg_book import exact, figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from tests.figures.drawn import LINES, marked, segments, words
from tests.figures.moving import Moving, flat, numbers

CASES = [
    *[(figures.line, data) for data in LINES],
    *[(draw, data) for draw in (figures.intercept_triangle, figures.tilted_lines)
      for data in LINES if data[1] != 0 and 0 not in data[0]],
    (figures.pencil, (((1, 2), (3, 2)), (8, 12))),
    (figures.pencil, (((1, -1), (2, 1)), (-3, 0))),
]  # fmt: skip


def line_agrees(scene, facts):
    assert numbers(facts["nearest"]) == flat(exact.closest_point(scene["a"], scene["b"]).answer)


MOVING = {
    "line": Moving(
        "systems/one-equation",
        "one-equation-family",
        "3x + 4y = 12",
        {
            "Normal vector": "ArrowLeft",
            "Right-hand side c": "ArrowUp",
            "t: moves": "ArrowRight",
            "t, steps along the line": "ArrowRight",
            "b, the coefficient of y": "ArrowDown",
        },
        {"Normal vector": (-128, 0), "Right-hand side c": (40, -40), "t: moves": (100, 75)},
        "c, the right-hand side",
        "line/geometry.js",
        """({ a: [a, b], b: c, t }) =>
    module.lineFacts({ a: read(a), b: read(b), c: read(c), t: read(t) })""",
        line_agrees,
    ),
}


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


def test_a_line_turns_about_the_crossing_until_x_is_gone():
    ax = figures.pencil(((1, 2), (3, 2)), (8, 12), figures.axes())
    # by hand: (2, 3) solves both; 3·(row 1) from row 2 leaves −4y = −12
    assert marked(ax, "ink") == [pytest.approx((2, 3))]
    assert {"x + 2y = 8", "3x + 2y = 12", "-4y = -12"} <= set(words(ax))
    (level,) = segments(ax, "orange")
    assert level[:, 1] == pytest.approx([3, 3])
    lines = [ends for ends in segments(ax, "muted") if np.linalg.norm(ends[1] - ends[0]) > 1]
    through = [
        ends
        for ends in lines
        if abs(np.linalg.det([ends[1] - ends[0], np.array([2, 3]) - ends[0]])) < 1e-9
    ]
    assert len(through) == 3


@pytest.mark.parametrize(
    ("rows", "b"),
    [
        (((1, 2), (2, 4)), (1, 2)),
        (((0, 2), (2, 4)), (1, 2)),
        (((1, 2), (0, 4)), (1, 2)),
        (((1, 2),), (1,)),
        (((1, 2), (0, 0)), (1, 2)),
    ],
)
def test_lines_that_do_not_cross_are_refused(rows, b):
    with pytest.raises(LinalgBookError):
        figures.pencil(rows, b, figures.axes())


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
