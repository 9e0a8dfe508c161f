"""Clouds with a line, four small fits, the triangle of what a fit explains."""

from itertools import pairwise

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.style import COLORS
from tests.figures.drawn import segments, words

CLOUD = np.random.default_rng(11).normal((170, 70), (9, 15), (60, 2))
FOUR = [([0, 1, 2], [0, 1, k]) for k in range(4)]
CASES = [
    (figures.line_in_cloud, (CLOUD, (-60, 0.8))),
    (figures.line_in_cloud, ([(0, 1), (1, 0)], (1, 0))),
    (figures.four_fits, (FOUR,)),
    (figures.four_fits, ([([8, 8, 19], [5, 7, 12])] * 4,)),
    (figures.explained, (20, 6)),
    (figures.explained, (1, 30)),
]
SIZES = {"four_fits": (4.2, 4.2), "explained": (4.2, 2.3)}


def test_some_points_are_rings():
    rings = [True, False, True]
    ax = figures.line_in_cloud([(0, 1), (1, 2), (3, 0)], (1, 0.5), figures.axes(), ringed=rings)
    discs, ringed, line = ax.lines
    assert discs.get_xdata().tolist() == [1]
    assert ringed.get_xdata().tolist() == [0, 3]
    assert ringed.get_markerfacecolor() == "none"
    x, y = line.get_data()
    assert np.asarray(y) == pytest.approx(1 + np.asarray(x) / 2)


def test_each_pane_has_the_line_of_its_points():
    ax = figures.four_fits(FOUR, figures.axes(height=4.2))
    assert words(ax) == ["1", "2", "3", "4"]
    slopes = [np.divide(*(end - start)[::-1]) for start, end in segments(ax, "orange")]
    # slopes k/2 in one frame for all
    assert np.diff(slopes) == pytest.approx(np.full(3, slopes[1]))
    dots = [line for line in ax.lines if line.get_color() == COLORS["blue"]]
    assert [len(line.get_xdata()) for line in dots] == [3, 3, 3, 3]


def test_the_triangle_has_a_right_angle():
    ax = figures.explained(20, 6, figures.axes(height=2.3))
    (leg,) = segments(ax, "purple")
    assert leg[0] == pytest.approx((20**0.5, 0))
    assert leg[1] == pytest.approx((20**0.5, 6**0.5))
    assert any("26" in text for text in words(ax))


@pytest.mark.parametrize(
    ("points", "line", "ringed"),
    [([1, 2], (0, 1), None), ([(1, 2)], (0, 1, 2), None), ([(1, 2)], (0, 1), [True, False])],
)
def test_clouds_of_another_shape_are_refused(points, line, ringed):
    with pytest.raises(ShapeError, match="expected points"):
        figures.line_in_cloud(points, line, figures.axes(), ringed=ringed)


def test_what_is_not_finite_is_refused():
    with pytest.raises(InvalidNumberError, match="finite"):
        figures.line_in_cloud([(1, float("nan"))], (0, 1), figures.axes())
    for fit, rest in pairwise([0, 1, float("inf")]):
        with pytest.raises(InvalidNumberError, match="positive"):
            figures.explained(fit, rest, figures.axes())


@pytest.mark.parametrize("sets", [FOUR[:3], [([1, 1], [2, 3])] * 4, [([1], [2])] * 4])
def test_what_are_no_four_fits_is_refused(sets):
    with pytest.raises(ShapeError, match="four pairs"):
        figures.four_fits(sets, figures.axes())
