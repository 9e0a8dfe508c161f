"""Tables as points, sounds as samples, arrows as length and direction."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments, words

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


def test_length_and_direction():
    ax = figures.length_and_direction((-6, 8), figures.axes())
    written = {word.replace("{", "").replace("}", "") for word in words(ax)}
    assert {r"(-6,\, 8)", "length 10", r"(-3/5,\, 4/5)"} <= written
    assert any(np.allclose(ends, [[-6, 0], [-6, 8]]) for ends in segments(ax, "ink"))
    for vector in ((0, 0), (1, 2, 3), (1,)):
        with pytest.raises(ShapeError, match="two numbers, not both 0"):
            figures.length_and_direction(vector, figures.axes())
