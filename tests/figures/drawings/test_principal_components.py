"""Axes through clouds, shares of components: feet by hand, bars that add up, what is recorded."""

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.style import COLORS
from tests.figures.drawn import words
from tests.figures.moving import Moving

# Points on a grid, many points, a vertical line; shares with a mark.
CASES = [
    (figures.principal_axis, ([(-5, 0), (-1, -3), (0, 0), (3, -1), (3, 4)], 26.57)),
    (figures.principal_axis, (np.random.default_rng(1).normal((170, 70), (9, 15), (60, 2)), 110)),
    (figures.principal_axis, ([(0, 0), (0, 1)], 90)),
    (figures.scree, ([0.7, 0.2, 0.1, 0],)),
]
SIZES = {"principal_axis": (4.2, 3.9)}


def axis_agrees(scene, facts):
    points = np.array(scene["points"])
    assert facts["mean"] == pytest.approx(points.mean(axis=0))
    assert facts["total"] == pytest.approx(points.var(axis=0, ddof=1).sum())


MOVING = {
    "axis": Moving(
        "pseudoinverse/low-rank",
        "low-rank-people",
        "20° from the horizontal",
        {"angle of the axis": "ArrowRight", "Axis": "ArrowUp"},
        {"Axis": (-40, -90)},
        None,
        "axis/geometry.js",
        "({ points }) => module.spreadOf(points)",
        axis_agrees,
    ),
}

FIVE = [(1, 4), (5, 1), (6, 4), (9, 3), (9, 8)]
ANGLE = np.degrees(np.arctan2(1, 2))


def path(ax, color, marker):
    """Return the points of the only stroke, or of the only marks, of a color."""
    (line,) = (
        line
        for line in ax.lines
        if line.get_color() == COLORS[color] and line.get_marker() == marker
    )
    return np.column_stack(line.get_data())


def test_feet_by_hand():
    # around the mean (6, 4), the feet on (2, 1) are −4 −2, −2 −1, 0 0, 2 1, 4 2
    ax = figures.principal_axis(FIVE, ANGLE, figures.axes(height=3.9))
    feet = path(ax, "orange", "o")
    np.testing.assert_allclose(feet, [(2, 2), (4, 3), (6, 4), (8, 5), (10, 6)], atol=1e-12)
    drops = path(ax, "green", "None")
    np.testing.assert_allclose(drops[0::3], FIVE)
    np.testing.assert_allclose(drops[1::3], feet, atol=1e-12)
    assert np.isnan(drops[2::3]).all()
    assert words(ax) == ["along 71 %", "across 29 %"]  # 50 and 20 of 70


def test_the_bar_is_divided_in_that_ratio():
    ax = figures.principal_axis(FIVE, ANGLE, figures.axes(height=3.9))
    first, second = (patch for patch in ax.patches if isinstance(patch, Rectangle))
    assert first.get_width() / second.get_width() == pytest.approx(5 / 2)
    assert first.get_x() + first.get_width() == pytest.approx(second.get_x())
    for angle in (0, 90):  # all squares: 26 and 44 are lost
        ax = figures.principal_axis(FIVE, angle, figures.axes(height=3.9))
        lost = 26 if angle == 0 else 44
        assert words(ax)[1] == f"across {round(100 * lost / 70)} %"


def test_many_points_have_no_marked_feet():
    cloud = np.random.default_rng(0).normal(size=(50, 2))
    ax = figures.principal_axis(cloud, 10, figures.axes(height=3.9), names=("in cm", "in kg"))
    assert not [
        line
        for line in ax.lines
        if line.get_marker() == "o" and line.get_color() == COLORS["orange"]
    ]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("in cm", "in kg")


def test_what_the_page_reads():
    ax = figures.principal_axis(FIVE, 20, figures.axes(height=3.9))
    scene = scene_in(figures.svg(ax.figure))
    assert scene["kind"] == "axis"
    assert scene["points"] == [[float(x), float(y)] for x, y in FIVE]
    assert scene["angle"] == 20
    left, bottom, right, top = scene["view"]
    assert scene["frame"][0] < left < 1
    assert 9 < right < scene["frame"][2] + 1e-9
    assert bottom < scene["bar"][1] < scene["bar"][3] < 1
    assert top > 8
    assert all(left <= tick <= right for tick in scene["ticks"][0])


@pytest.mark.parametrize("points", [[(1, 2)], [(1, 2, 3), (4, 5, 6)], [1, 2]])
def test_other_shapes_are_refused(points):
    with pytest.raises(ShapeError, match="two points or more with two coordinates"):
        figures.principal_axis(points, 0, figures.axes())


@pytest.mark.parametrize("points", [[(1, 2), (1, 2)], [(1, 2), (np.nan, 2)]])
def test_points_that_do_not_vary_are_refused(points):
    with pytest.raises(InvalidNumberError, match="finite coordinates that vary"):
        figures.principal_axis(points, 0, figures.axes())


def test_shares_and_their_running_total():
    ax = figures.scree([0.5, 0.25, 0.25], figures.axes(), marked=2)
    assert [patch.get_height() for patch in ax.patches] == [50, 25, 25]
    total = next(line for line in ax.lines if len(line.get_xdata()) == 3)
    assert np.column_stack(total.get_data()).tolist() == [[1, 50], [2, 75], [3, 100]]
    assert words(ax) == ["the first 2: 75 %"]
    assert words(figures.scree([1], figures.axes())) == []


@pytest.mark.parametrize(("shares", "marked"), [([0.2, 0.8], 0), ([0.8, -0.1], 0), ([1], 2)])
def test_shares_that_do_not_fall_are_refused(shares, marked):
    with pytest.raises(InvalidNumberError, match="shares that fall"):
        figures.scree(shares, figures.axes(), marked=marked)
