"""Lines with what they miss, and feet in planes of space."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, segments, words
from tests.figures.moving import Moving, flat, numbers

# A line that falls, one through all points, points above each other; a foot that is the other
# point, the origin, the vector itself.
CASES = [
    *[
        (figures.fitted_line, data)
        for data in (
            ([0, 1, 2, 3, 4], [1, 3, 2, 5, 4]),
            ([-1, 0, 2], [3, 1, -3]),
            ([0, 0, 1], [1, 3, 5]),
            ([1, 2], [0, 0]),
        )
    ],
    *[
        (figures.foot_in_plane, ([(1, 1, 1), (0, 1, 2)], y, c))
        for y, c in (((2, -3, 4), (3, -1)), ((2, 0, 4), (1, 1)), ((1, -2, 1), (1, 0)))
    ],
    (figures.foot_in_plane, ([(1, 0, 0), (0, Fraction(1, 2), 0)], (2, 1, 0), (1, 1))),
]
SIZES = {"foot_in_plane": (4.2, 3.9)}


def foot_agrees(scene, facts):
    X, y = np.array(numbers(scene["columns"])).T, numbers(scene["y"])
    best = flat(exact.least_squares(X.tolist(), y).answer)
    assert numbers(facts["best"]) == best
    assert numbers(facts["foot"]) == (X @ best).tolist()


MOVING = {
    "foot": Moving(
        "pseudoinverse/pseudoinverse",
        "pseudoinverse-foot",
        "3 (1, 1, 1) + (−1) (0, 1, 2) = (3, 2, 1)",
        {f"multiplier of the {place} column": "ArrowLeft" for place in ("first", "second")},
        {},
        None,
        "foot/geometry.js",
        "({ columns, y, c }) => module.footFacts(read(columns), read(y), read(c))",
        foot_agrees,
    ),
}


def test_the_line_and_what_it_misses():
    # means 2 and 3, products 8, squares 10: the slope is 4/5, the height 3 - 8/5 = 7/5
    ax = figures.fitted_line([0, 1, 2, 3, 4], [1, 3, 2, 5, 4], figures.axes())
    (line,) = segments(ax, "orange")
    assert line[:, 1] == pytest.approx(7 / 5 + 4 / 5 * line[:, 0])
    misses = [end[1] - start[1] for start, end in segments(ax, "purple")]
    assert sorted(misses) == pytest.approx([-6 / 5, -4 / 5, 2 / 5, 3 / 5, 1])  # from point to line
    assert len(marked(ax, "blue")) == 5
    assert {"y = 7/5 + 4/5\\,t", "6/5", "-1"} <= set(words(ax))


@pytest.mark.parametrize(
    ("t", "y"), [([0, 1], [1]), ([1, 1], [0, 2]), ([0], [1]), ([0, 1], [0, float("nan")])]
)
def test_what_has_no_line_is_refused(t, y):
    with pytest.raises(LinalgBookError):
        figures.fitted_line(t, y, figures.axes())


def test_the_foot_is_at_a_right_angle():
    X, y = np.array([(1, 1, 1), (0, 1, 2)]).T, (2, -3, 4)
    ax = figures.foot_in_plane(X.T.tolist(), y, (3, -1), figures.axes(height=3.9), view=(0, 0))
    (foot,) = marked(ax, "orange")
    assert foot == pytest.approx((1, 2))  # (0, 1, 2), seen along the first axis
    assert {"\\mathbf{y}", "\\mathbf{p}", "\\mathbf{r}", "X\\mathbf{c}"} <= set(words(ax))
    assert scene_of(ax)["y"] == ["2", "-3", "4"]


@pytest.mark.parametrize("columns", [[(1, 1, 1), (2, 2, 2)], [(1, 1, 1)], [(1, 2), (3, 4)]])
def test_columns_that_span_no_plane_are_refused(columns):
    with pytest.raises(LinalgBookError, match="span a plane"):
        figures.foot_in_plane(columns, (1, 2, 3), (1, 1), figures.axes())
