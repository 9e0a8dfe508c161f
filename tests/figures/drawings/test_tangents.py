"""Two weights and their tangent, and networks in training."""

from fractions import Fraction
from math import sqrt

import numpy as np
import pytest

from linalg_book import exact, figures, numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, paths, segments
from tests.figures.moving import Moving, flat, numbers

WIDTHS = [2, 8, 64]
CASES = [
    (figures.tangent_and_path, ((4, 3),)),
    (figures.tangent_and_path, ((Fraction(1, 2), Fraction(7, 2)),)),
    (figures.tangent_and_path, ((2, 2),)),
    (figures.training_ways, (60, (3, -1), WIDTHS, 8, 6, 7)),
    (figures.training_ways, (90, (1, 1), [4], 4, 24, 1)),
]


def tangent_agrees(scene, facts):
    start = numbers(scene["start"])
    found = exact.linearize("w1*w2", start)
    assert [Fraction(x) for x in facts["nearest"]] == flat(found.answer)
    assert [Fraction(facts["right"])] == flat(found.values["right"])
    a, b = (float(entry) for entry in start)
    kept = a**2 - b**2  # by training, which ends where the product is 0
    ends = [sqrt(max(kept, 0)), sqrt(max(-kept, 0))]
    assert facts["end"] == pytest.approx(ends, abs=1e-9)
    nearest = [float(entry) for entry in flat(found.answer)]
    assert facts["gap"] == pytest.approx(np.hypot(*(np.array(facts["end"]) - nearest)))


def training_agrees(scene, facts):
    assert len(facts) == len(scene["widths"])
    for apart, networks, linear in zip(facts, scene["networks"], scene["linear"], strict=True):
        far = np.array(networks) - np.array(linear)
        assert apart["apart"] == pytest.approx(np.hypot(*far[:, 6].T).max(), abs=1e-9)
    assert len(facts) == 1 or facts[0]["apart"] > 3 * facts[-1]["apart"]


MOVING = {
    "tangent": Moving(
        "networks/ntk",
        "ntk-two",
        "w₁² − w₂² = 7, to (√7, 0)",
        {"Start (": "ArrowUp", "scale α of the model": "ArrowRight"},
        {"Start (": (-30.0, 10.0)},
        "w₁ at the start",
        "tangent/geometry.js",
        "({ start, scales }) => module.factsOf({ start: read(start), scale: scales[0] })",
        tangent_agrees,
    ),
    "training": Moving(
        "networks/ntk",
        "ntk-outputs",
        "two copies of k = 4 units",
        {"outputs, by the time": "ArrowRight", "time t of training": "ArrowRight"},
        {"outputs, by the time": (40.0, 10.0)},
        None,
        "training/geometry.js",
        "(scene) => scene.widths.map((_, i) => module.gaps(scene, [i, 6]))",
        training_agrees,
    ),
}


def test_two_weights_by_hand():
    ax = figures.tangent_and_path((4, 3), figures.axes())
    points = marked(ax, "orange")
    (shortcut,) = segments(ax, "purple")
    np.testing.assert_allclose(shortcut, [[4, 3], [64 / 25, 27 / 25]])
    assert any(point == pytest.approx((sqrt(7), 0)) for point in points)
    assert marked(ax, "ink") == [(4, 3)]
    (line,) = segments(ax, "blue")
    assert line @ [3, 4] == pytest.approx([12, 12])
    (way,) = [path for path in paths(ax, "orange") if len(path) > 2]
    np.testing.assert_allclose(way[:, 0] ** 2 - way[:, 1] ** 2, 7, atol=1e-9)


def test_on_the_diagonal_training_ends_at_the_saddle():
    ax = figures.tangent_and_path((2, 2), figures.axes())
    (way,) = [path for path in paths(ax, "orange") if len(path) > 2]
    np.testing.assert_allclose(way[:, 0], way[:, 1])
    np.testing.assert_allclose(way[-1], [0, 0])


@pytest.mark.parametrize("start", [(0, 3), (-1, 2), (1, float("inf"))])
def test_weights_that_are_not_positive_are_refused(start):
    with pytest.raises(InvalidNumberError, match="expected"):
        figures.tangent_and_path(start, figures.axes())


def test_a_start_with_three_weights_is_refused():
    with pytest.raises(ShapeError, match="expected"):
        figures.tangent_and_path((1, 2, 3), figures.axes())


def test_ways_of_training_start_at_0_and_end_at_the_target():
    scene = scene_of(figures.training_ways(60, (3, -1), WIDTHS, 8, 6, 7, figures.axes()))
    networks, linear = np.array(scene["networks"]), np.array(scene["linear"])
    assert not networks[:, :, 0].any()
    assert not linear[:, :, 0].any()
    np.testing.assert_allclose(networks[2, :, -1], [[3, -1]] * 4, atol=0.03)
    off = [np.abs(networks[i] - scene["limit"]).max() for i in range(3)]
    assert off[0] > off[2]


def test_the_limit_is_that_of_the_kernel():
    scene = scene_of(figures.training_ways(60, (3, -1), [4], 4, 6, 7, figures.axes()))
    X = sqrt(2) * np.array([[1, 0], [0.5, sqrt(0.75)]])
    Theta = numeric.ntk(X, depth=1, activation="erf", weight_variance=1)
    outputs = np.zeros(2)
    for _ in range(round(scene["times"][6] / 0.02)):
        outputs = outputs + 0.02 * Theta @ ([3, -1] - outputs)
    assert outputs == pytest.approx(scene["limit"][6], abs=0.006)


@pytest.mark.parametrize(("width", "time"), [(3, 6), (4, 25), (4, -1)])
def test_what_is_not_computed_is_refused(width, time):
    with pytest.raises(InvalidNumberError, match="expected"):
        figures.training_ways(60, (3, -1), [4, 8], width, time, 1, figures.axes())
