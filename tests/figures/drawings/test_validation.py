"""A line without one of its points, and errors against the penalty."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments, words

FAR = ([0, 1, 2, 3, 14], [0, 1, 2, 3, 7], 4)
CASES = [
    (figures.left_out_line, FAR),
    (figures.left_out_line, ([0, 1, 2], [3, 0, 3], 1)),
    (figures.error_curves, ([0.1, 1, 10, 100], {"left out": [3, 2, 1, 4], "others": [2, 1, 3, 5]})),
    (figures.error_curves, ([1, 10], {"error": [0.2, 0.1]})),
]
GIVEN = {"error_curves": "orange"}


def test_the_far_point_by_hand():
    # all five: mean (4, 13/5), slope 60/130; the other four lie on y = t
    ax = figures.left_out_line(*FAR, figures.axes())
    (whole,) = segments(ax, "orange")
    slope = (whole[1, 1] - whole[0, 1]) / (whole[1, 0] - whole[0, 0])
    assert slope == pytest.approx(60 / 130)
    assert whole[0, 1] + slope * (4 - whole[0, 0]) == pytest.approx(13 / 5)
    (without,) = segments(ax, "blue")
    assert without[:, 0] == pytest.approx(without[:, 1])
    assert segments(ax, "purple")[0].tolist() == pytest.approx(np.array([[14, 7], [14, 14]]))
    assert marked(ax, "paper") == [(14, 7)]


def test_the_lowest_points_are_ringed():
    curves = {"left out": [3, 2, 1, 4], "others": [2, 1, 3, 5]}
    ax = figures.error_curves([0.1, 1, 10, 100], curves, figures.axes(), least=["left out"])
    assert marked(ax, "paper") == [pytest.approx((10, 1))]
    assert words(ax) == ["left out", "others"]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.left_out_line([0, 1], [1, 2], 0, ax), InvalidNumberError),
        (lambda ax: figures.left_out_line([0, 0, 1], [1, 2, 3], 2, ax), InvalidNumberError),
        (lambda ax: figures.left_out_line([0, 1, 2], [1, 2], 0, ax), ShapeError),
        (lambda ax: figures.left_out_line([0, 1, 2], [1, 2, 3], 3, ax), ShapeError),
        (lambda ax: figures.error_curves([0, 1], {"a": [1, 1]}, ax), InvalidNumberError),
        (lambda ax: figures.error_curves([1, 2], {"a": [1, 0]}, ax), InvalidNumberError),
        (lambda ax: figures.error_curves([1, 2], {"a": [1]}, ax), ShapeError),
        (lambda ax: figures.error_curves([1, 2], {}, ax), ShapeError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
