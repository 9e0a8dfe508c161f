"""The forward and the backward error of one coefficient: the circle of Thales."""

from fractions import Fraction

import numpy as np
import pytest
from matplotlib.patches import Circle

from linalg_book import figures, numeric
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from tests.figures.drawn import marked, segments, words
from tests.figures.moving import Moving, numbers

CASES = [
    (figures.backward_circle, ([3, 2], 2)),
    (figures.backward_circle, ([1, 3], Fraction(3, 2))),
    (figures.backward_circle, ([-2, 1], 1)),
    (figures.backward_circle, ([0, 2], Fraction(1, 2))),
]
SIZES = {"backward_circle": (4.2, 3.2)}


def thales_agrees(scene, facts):
    y, guess = numbers(scene["y"]), Fraction(scene["answer"])
    assert Fraction(facts["right"]) == y[0]
    if y[0]:
        assert Fraction(facts["forward"]) == abs((guess - y[0]) / y[0])
    else:
        assert facts["forward"] is None
    assert facts["backward"] == pytest.approx(numeric.backward_error([[1], [0]], y, [guess]))


MOVING = {
    "thales": Moving(
        "regression/numerics",
        "numerics-circle",
        "2 for 3: 1/3",
        {"y = (3, 2): arrow keys move it": "ArrowUp", "claimed answer 2": "ArrowRight"},
        {"y = (3, 2)": (-40, -20)},
        "entry 1 of y",
        "thales/geometry.js",
        "({ y, answer }) => module.thalesFacts({ y: read(y), answer: read(answer) })",
        thales_agrees,
    ),
}


def test_by_hand():
    # the foot of (3, 2) is (3, 0); the circle around (3/2, 1) has the radius √13/2
    ax = figures.backward_circle([3, 2], 2, figures.axes(height=3.2))
    (circle,) = [patch for patch in ax.patches if isinstance(patch, Circle)]
    assert circle.center == (1.5, 1)
    assert circle.get_radius() == pytest.approx(13**0.5 / 2)
    assert marked(ax, "blue") == [(3, 2)]
    assert marked(ax, "orange") == [(3, 0)]
    assert marked(ax, "ink") == [(2, 0)]
    ((near,), (way,)) = marked(ax, "purple"), segments(ax, "purple")
    assert np.hypot(near[0] - 1.5, near[1] - 1) == pytest.approx(13**0.5 / 2)
    assert way.tolist() == [[2, 0], pytest.approx(near)]
    assert {"right", "claimed"} <= set(words(ax))


def test_a_point_at_the_center_has_a_nearest_one():
    ax = figures.backward_circle([2, 0], 1, figures.axes(height=3.2))
    assert marked(ax, "purple") == [pytest.approx((1, 1))]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.backward_circle([1, 2, 3], 1, ax), ShapeError),
        (lambda ax: figures.backward_circle([1, 2], 0, ax), InvalidNumberError),
        (lambda ax: figures.backward_circle([0, 0], 1, ax), InvalidNumberError),
        (lambda ax: figures.backward_circle([1, float("nan")], 1, ax), LinalgBookError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
