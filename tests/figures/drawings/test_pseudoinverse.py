"""The detour of a product, the jump, softened reciprocals, and pairs of matrices."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving, flat

CASES = [
    *[(figures.detour, data) for data in (([1, 0], [1, 1]), ([1, 2], [2, -3]), ([3, 4], [3, 4]))],
    *[(figures.jump, (epsilon,)) for epsilon in (Fraction(1, 2), 0, -1, Fraction(1, 1000), 5)],
    *[(figures.softened_reciprocals, (deltas,)) for deltas in ([0.25, 0.04, 0.01], [1])],
    (figures.matrix_pair, ({"$A$": [[1, -2], [0, 3]], "$B$": [[1], [0], [0]]},)),
]
SIZES = {"matrix_pair": (4.2, 2.7)}


def jump_agrees(scene, facts):
    (x, y), epsilon = facts, Fraction(scene["epsilon"])
    entry = flat(exact.pseudoinverse([[1, 1], [1, 1 + epsilon]]).answer)[3]
    assert x == pytest.approx(max(-scene["reach"], min(scene["reach"], float(epsilon))))
    assert y == pytest.approx(max(-scene["high"], min(scene["high"], float(entry))))


MOVING = {
    "jump": Moving(
        "pseudoinverse/pseudoinverse",
        "pseudoinverse-jump",
        "rows (1, 1) and (1, 3/2), rank 2",
        {"ε = 1/2: arrow keys move it": "ArrowLeft", "ε, exactly": "ArrowUp"},
        {"ε = ": (-300, 0)},
        "ε, exactly",
        "jump/geometry.js",
        "({ epsilon, reach, high }) => module.ringAt(read(epsilon), reach, high)",
        jump_agrees,
    ),
}

A, B, STEP = ((1, 1), (2, 2)), (-2, 6), (5, 1)


def draw(*data):
    return figures.plane_pseudoinverse(*data, figures.axes(height=2.5))


def test_scenes_say_what_they_show():
    scene = scene_in(figures.svg(draw(A, B, STEP).figure))
    assert scene["kind"] == "pseudoinverse"
    assert (scene["A"], scene["b"]) == ([["1", "1"], ["2", "2"]], ["-2", "6"])
    assert scene["step"] == ["5", "1"]
    jump = scene_in(figures.svg(figures.jump(0.5, figures.axes()).figure))
    assert (jump["kind"], jump["epsilon"]) == ("jump", "1/2")


def test_the_jump():
    ax = figures.jump(0.5, figures.axes())
    assert marked(ax, "orange") == [(0, 0.25)]
    assert marked(ax, "paper") == [(0.5, 2)]
    assert marked(figures.jump(0, figures.axes()), "paper") == [(0, 0.25)]
    (x, y) = marked(figures.jump(-0.001, figures.axes()), "paper")[0]
    assert (x, y) == (-0.001, -6)  # at the edge: the entry is −1000
    branches = [line for line in ax.lines if len(line.get_xdata()) > 100]
    for branch in branches:
        assert np.asarray(branch.get_xdata()) * branch.get_ydata() == pytest.approx(1)
    assert len(branches) == 2


def test_soft_reciprocals_keep_under_the_sharp_one():
    ax = figures.softened_reciprocals([0.25], figures.axes())
    curves = [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) > 100]
    sharp, soft = curves
    assert sharp[:, 0] * sharp[:, 1] == pytest.approx(1)
    assert soft[0] == pytest.approx((0, 0))
    assert soft[:, 1].max() == pytest.approx(1, abs=1e-3)  # by hand: at a = 1/2
    assert marked(ax, "blue") == [(0, 0)]


def test_the_detour():
    # by hand: from 1 back to (1, 0), and half of the way along (1, 1)
    ax = figures.detour([1, 0], [1, 1], figures.axes())
    assert marked(ax, "ink") == [(1, 1)]
    assert marked(ax, "blue") == [(1, 0)]
    assert marked(ax, "orange") == [pytest.approx((0.5, 0.5))]


def test_two_matrices_under_their_names():
    ax = figures.matrix_pair({"$A$": [[1, 2]], "$B$": [["1/2"]]}, figures.axes())
    assert words(ax) == ["A", "1", "2", "B", "1/2"]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda ax: figures.plane_pseudoinverse(((1, 1),), B, STEP, ax), ShapeError),
        (lambda ax: figures.plane_pseudoinverse(A, (1, 1e13), STEP, ax), InvalidNumberError),
        (lambda ax: figures.detour([1, 0], [0, 1], ax), ShapeError),
        (lambda ax: figures.detour([1, 0, 0], [0, 1], ax), ShapeError),
        (lambda ax: figures.jump(float("nan"), ax), InvalidNumberError),
        (lambda ax: figures.jump(1e-13, ax), InvalidNumberError),
        (lambda ax: figures.softened_reciprocals([0.0], ax), InvalidNumberError),
        (lambda ax: figures.softened_reciprocals([1, 2, 3, 4], ax), ShapeError),
        (lambda ax: figures.matrix_pair({"$A$": [[1]]}, ax), ShapeError),
        (lambda ax: figures.matrix_pair({"$A$": [[1]], "$B$": [[0.5]]}, ax), LinalgBookError),
    ],
)
def test_refused(call, error):
    with pytest.raises(error):
        call(figures.axes())
