"""Points, a line and the squares of what it misses."""

from fractions import Fraction

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving, flat, numbers

RIDES = [(1, 6), (2, 5), (3, 10), (4, 11)]
# A guess, the best line, fractions and a fall, a line through all points.
CASES = [
    (figures.line_and_squares, data)
    for data in (
        (RIDES, (4, 1)),
        (RIDES, (3, 2)),
        ([(-1, 3), (Fraction(1, 2), 1), (2, 1)], (2, Fraction(-1, 3))),
        ([(0, 1), (1, 3)], (1, 2)),
    )
]


def fit_agrees(scene, facts):
    points = numbers(scene["points"])
    found = exact.least_squares([[1, t] for t, _ in points], [y for _, y in points])
    assert numbers(facts["best"]) == flat(found.answer)
    assert numbers([facts["least"]]) == [Fraction(str(found.values["residual_squared"]))]


MOVING = {
    "fit": Moving(
        "regression/least-squares",
        "least-squares-rides",
        "y = 4 + t",
        {"Point 1 at": "ArrowUp", "Left end": "ArrowDown", "Right end": "ArrowUp"},
        {"Point 3 at": (30, 40), "Left end": (0, -30), "Right end": (0, -30)},
        None,
        "fit/geometry.js",
        "({ points, line }) => module.fitFacts({ points: read(points), line: read(line) })",
        fit_agrees,
    ),
}


def test_each_miss_has_its_square():
    ax = figures.line_and_squares(RIDES, (4, 1), figures.axes())
    squares = [patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_fill()]
    assert sorted(patch.get_height() for patch in squares) == pytest.approx([1, 1, 3, 3])
    for patch in squares:
        box = patch.get_window_extent()
        assert box.width == pytest.approx(box.height)
    assert marked(ax, "blue") == [tuple(map(float, point)) for point in RIDES]
    assert words(ax).count("9") == 2
    assert scene_of(ax)["line"] == ["4", "1"]


def test_no_square_without_a_miss():
    ax = figures.line_and_squares([(0, 1), (1, 3)], (1, 2), figures.axes())
    assert not ax.patches


@pytest.mark.parametrize(
    ("points", "line"),
    [
        ([(1, 2)], (0, 1)),
        (RIDES, (1, 2, 3)),
        ([(1, 2), (1, 3)], (0, 1)),
        ([(1, 2), (2, np.nan)], (0, 1)),
        ([(k, k) for k in range(9)], (0, 1)),
    ],
)
def test_what_cannot_be_drawn_is_refused(points, line):
    with pytest.raises(LinalgBookError, match="expected"):
        figures.line_and_squares(points, line, figures.axes())
