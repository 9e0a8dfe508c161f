"""Columns that depend on each other, or nearly: the line of best fits, and two blades."""

from fractions import Fraction

import pytest

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from tests.figures.drawn import segments, words
from tests.figures.moving import Moving, flat, numbers

# Wide open, closed, turned round with y below the axis, y = 0; a line that rises.
CASES = [
    *[
        (figures.scissors, data)
        for data in ((1, (4, 1)), (0, (4, 1)), (Fraction(-1, 2), (3, Fraction(-1, 2))), (2, (0, 0)))
    ],
    (figures.minimizer_line, ((1, 2), 4, {"a": (0, 2), "b": (4, 0)}, ("w_1", "w_2"))),
    (figures.minimizer_line, ((10, -1), 3, {"one": (Fraction(1, 2), 2)}, ("u", "v"))),
]
SIZES = {"scissors": (4.2, 2.5)}


def fit_agrees(scene, facts):
    (h,), y = numbers([scene["h"]]), numbers(scene["y"])
    best = flat(exact.least_squares([[2, 2], [h, -h]], y).answer)
    assert numbers(facts["weights"]) == best
    assert numbers(facts["fitted"]) == [2 * (best[0] + best[1]), h * (best[0] - best[1])]


MOVING = {
    "scissors": Moving(
        "regression/singular-normal-equations",
        "singular-normal-equations-scissors",
        "x₁ = (2, 1), x₂ = (2, −1)",
        {"tip of x₁": "ArrowDown", "y =": "ArrowUp"},
        {"tip of x₁": (0.0, -20.0), "y =": (-30.0, 20.0)},
        "entry 1 of y",
        "scissors/geometry.js",
        "({ h, y }) => module.fitOf({ h: read(h), y: read(y) })",
        fit_agrees,
    ),
}


def test_the_weights_stand_on_the_line_of_the_settled_sum():
    # by hand: w1 + w2 = 2 and w1 - w2 = 1 for h = 1
    ax = figures.scissors(1, (4, 1), figures.axes(height=2.5))
    (line,) = segments(ax, "blue")
    places = 4 * (line - [1.14, 0])  # the right pane's half side stands for 4
    assert places.sum(axis=1) == pytest.approx([2, 2])
    assert {r"\mathbf{x}_1", r"\mathbf{x}_2", r"\mathbf{y}", r"\mathbf{w}"} <= set(words(ax))


def test_closed_blades_miss_y():
    ax = figures.scissors(0, (4, 1), figures.axes(height=2.5))
    (missed,) = segments(ax, "purple")
    assert 5 * abs(missed[1, 1] - missed[0, 1]) == pytest.approx(1)
    assert r"\mathbf{w}" not in words(ax)


@pytest.mark.parametrize(
    ("h", "y"), [(Fraction(1, 10), (4, 1)), (1, (4,)), (1, (6, 0)), (6, (1, 1)), (1, (4, "high"))]
)
def test_what_does_not_fit_into_the_panes_is_refused(h, y):
    with pytest.raises((LinalgBookError, ValueError)):
        figures.scissors(h, y, figures.axes(height=2.5))


@pytest.mark.parametrize(
    ("a", "b", "points"), [((1, 0), 2, {}), ((1, 1), 0, {}), ((1, 1), 2, {"off": (1, 2)})]
)
def test_points_off_the_line_are_refused(a, b, points):
    with pytest.raises(LinalgBookError):
        figures.minimizer_line(a, b, points, ("w_1", "w_2"), figures.axes())
