"""Tables as points, sounds as samples, a line through the origin, and spreads."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments, words

SPREADS = {
    f"dimension {n}": np.random.default_rng(n).normal(0, n**-0.5 / 2, 400).clip(-1, 1)
    for n in (1, 10, 100)
}
# Few points, a sound with few samples, values by hand and many values.
CASES = [
    (figures.cloud, (np.array([[174.2, 79.04], [159.4, 58.63], [168.5, 56.81]]),)),
    (figures.samples, ([0, 3, -4, 1], 8000)),
    (figures.through_origin, ((1, 2, 3), (3, 5, 5))),
    (figures.spread, ({"n = 3": [-0.9, -0.2, 0.1, 0.8]},)),
    (figures.spread, (SPREADS,)),
]

TABLE = np.array([[150.0, 50.0], [180.25, 80.0], [170.0, 90.0]])


def test_every_row_is_a_point_and_one_is_named():
    ax = figures.cloud(TABLE, figures.axes(), names=("height in cm", "weight in kg"), marked=1)
    assert np.column_stack(ax.lines[0].get_data()).tolist() == TABLE.tolist()
    assert marked(ax, "orange") == [(180.25, 80.0)]
    assert words(ax) == [r"(180,\, 80)"]
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("height in cm", "weight in kg")
    (left, right), (low, high) = ax.get_xlim(), ax.get_ylim()
    assert (140 < left < 150, 180.25 < right < 190) == (True, True)
    assert (40 < low < 50, 90 < high < 100) == (True, True)


def test_tables_of_another_shape_are_refused():
    with pytest.raises(ShapeError, match="two columns"):
        figures.cloud(np.ones((3, 3)), figures.axes())
    with pytest.raises(ShapeError, match="a row 3"):
        figures.cloud(TABLE, figures.axes(), marked=3)
    with pytest.raises(InvalidNumberError, match="finite"):
        figures.cloud(np.array([[1.0, np.nan]]), figures.axes())


def test_samples_stand_at_their_times_and_are_rounded_to_steps():
    ax = figures.samples([0, 3, 5, -2], 1000, figures.axes(height=2.4), step=4)
    blue, orange = ax.lines
    assert np.column_stack(blue.get_data()).tolist() == [[0, 0], [1, 3], [2, 5], [3, -2]]
    assert blue.get_marker() == "o"
    # 3 and 5 are nearest to 4; −2 lies in the middle of −4 and 0, and numpy.round takes the even
    assert orange.get_ydata().tolist() == [0, 4, 4, 0]
    assert orange.get_drawstyle() == "steps-mid"


def test_levels_beyond_the_samples_stay_inside():
    ax = figures.samples([0, 7], 1000, figures.axes(height=2.4), step=10)
    assert ax.get_ylim()[1] > 10


def test_many_samples_are_a_curve():
    ax = figures.samples(np.sin(np.arange(200)), 22050, figures.axes(height=2.4))
    assert len(ax.lines) == 1
    assert ax.lines[0].get_marker() in ("", "None")
    assert ax.lines[0].get_xdata()[-1] == pytest.approx(1000 * 199 / 22050)


def test_sounds_that_are_none_are_refused():
    for values, rate, step in (([1], 10, None), ([1, 2], 0, None), ([1, 2], 10, 0)):
        with pytest.raises(InvalidNumberError, match="two samples or more"):
            figures.samples(values, rate, figures.axes(), step=step)
    with pytest.raises(InvalidNumberError, match="finite"):
        figures.samples([1, float("inf")], 10, figures.axes())


def test_the_line_misses_each_point_by_its_residual():
    ax = figures.through_origin((1, 2, 3), (3, 5, 5), figures.axes(height=2.8), names=("kg", "c"))
    gaps = [gap[:, 1].tolist() for gap in segments(ax, "green")]
    assert gaps == [[2, 3], [4, 5], [6, 5]]  # the slope is 28/14 = 2
    (line,) = segments(ax, "blue")
    assert line[:, 1] == pytest.approx(2 * line[:, 0])
    assert ax.get_ylim()[1] > 6
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("kg", "c")
    for x, y in (((0, 0), (1, 2)), ((1, 2), (1, 2, 3))):
        with pytest.raises(ShapeError, match="as many entries"):
            figures.through_origin(x, y, figures.axes())
    with pytest.raises(InvalidNumberError):
        figures.through_origin((1, float("inf")), (1, 2), figures.axes())


def test_heights_of_a_spread_are_shares_over_widths():
    groups = {"one": [-0.9, -0.1, 0.1, 0.9], "two": [0.1, 0.2, 0.3, -0.6]}
    ax = figures.spread(groups, figures.axes(height=2.8), bins=4)
    first, second = (line.get_ydata()[1:-1:2].tolist() for line in ax.lines)
    assert first == [0.5, 0.5, 0.5, 0.5]  # each quarter of the numbers in a width of 1/2
    assert second == [0.5, 0, 1.5, 0]
    assert ax.lines[0].get_linestyle() != ax.lines[1].get_linestyle()
    assert {text.get_text(): text.get_color() for text in ax.texts} == {
        "one": figures.COLORS["blue"],
        "two": figures.COLORS["orange"],
    }
    with pytest.raises(InvalidNumberError, match="from -1 to 1"):
        figures.spread({"one": [0, 2]}, figures.axes())
    for many in ({}, {name: [0.5] for name in "abcd"}):
        with pytest.raises(ShapeError, match="one to three groups"):
            figures.spread(many, figures.axes())
