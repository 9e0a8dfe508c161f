"""The angle between two inputs, layer after layer."""

from fractions import Fraction
from math import acos, cos, pi, sin

import mpmath
import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError
from linalg_book.figures.drawings.angle_maps import next_angle, staircase
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, paths, segments, words
from tests.figures.moving import Moving

CASES = [
    (figures.angle_cobweb, (90, 10)),
    (figures.angle_cobweb, (180, 3)),
    (figures.angle_cobweb, (0, 5)),
    (figures.angle_cobweb, (Fraction(121, 3), 0)),
    (figures.angle_cobweb, (12.5, 1000)),
]


def cobweb_agrees(scene, facts):
    start = np.deg2rad(float(Fraction(scene["start"])))
    np.testing.assert_allclose(facts["corners"], staircase(start, scene["layers"]), atol=1e-14)


MOVING = {
    "cobweb": Moving(
        "networks/dual-activations",
        "dual-activations-cobweb",
        "29.4° after 10 layers",
        {"start of the staircase": "ArrowLeft", "layers, by a slider": "ArrowRight"},
        {"start of the staircase": (40, 0)},
        "angle θ₀ in degrees",
        "cobweb/geometry.js",
        "({ start, layers }) => ({ corners: module.staircase(read(start).valueOf() * Math.PI / 180,"
        " layers) })",
        cobweb_agrees,
    ),
}


@pytest.mark.parametrize("theta", [0.4, 1, 2, 3, pi])
def test_one_layer_by_its_cosine(theta):
    after = acos((sin(theta) + (pi - theta) * cos(theta)) / pi)
    assert float(next_angle(np.array(theta))) == pytest.approx(after, rel=1e-13)


@pytest.mark.parametrize("theta", [1e-12, 1e-7, 1e-3, 0.1, 0.499999, 0.5])
def test_small_angles_keep_their_digits(theta):
    with mpmath.workdps(60):
        t = mpmath.mpf(theta)
        after = mpmath.acos((mpmath.sin(t) + (mpmath.pi - t) * mpmath.cos(t)) / mpmath.pi)
    assert float(next_angle(np.array(theta))) == pytest.approx(float(after), rel=4e-16)


@pytest.mark.parametrize(("layers", "expected"), [(10, 1.63), (100, 2.69), (1000, 2.96)])
def test_many_layers(layers, expected):
    end = staircase(pi / 2, layers)[-1]
    assert end[0] == end[1]
    assert layers * end[0] / pi == pytest.approx(expected, abs=0.005)


def test_the_staircase_by_hand():
    # cos θ₊ is 0 at 180°, 1/π at 90°
    ax = figures.angle_cobweb(180, 2, figures.axes())
    (steps,) = (path for path in paths(ax, "ink") if len(path) == 5)
    last = acos(1 / pi)
    half = pi / 2
    expected = [(pi, 0), (pi, half), (half, half), (half, last), (last, last)]
    np.testing.assert_allclose(steps, expected, atol=1e-15)
    assert marked(ax, "orange") == [pytest.approx((last, last))]
    assert marked(ax, "ink") == [(pi, 0)]
    (down,) = segments(ax, "orange")
    np.testing.assert_allclose(down, [(last, last), (last, 0)])
    (target,) = segments(ax, "purple")
    np.testing.assert_allclose(target[:, 1], pi / 18)
    assert words(ax)[-3:] == [r"10^\circ", "one layer", r"\theta_{2}"]


def test_the_last_angle_has_its_name_over_the_diagonal():
    for layers in (6, 40, 1000):
        ax = figures.angle_cobweb(90, layers, figures.axes())
        ax.figure.canvas.draw()
        box = ax.texts[-1].get_window_extent()
        left, bottom = ax.transData.inverted().transform((box.x0, box.y0))
        right, _ = ax.transData.inverted().transform((box.x1, box.y1))
        assert 0 < left < right < bottom  # right of the axis, too


def test_without_layers_the_diagonal_is_reached():
    ax = figures.angle_cobweb(Fraction(45), 0, figures.axes())
    assert marked(ax, "orange") == [pytest.approx((pi / 4, pi / 4))]
    scene = scene_of(ax)
    assert (scene["start"], scene["layers"]) == ("45", 0)
    assert scene["ticks"]["x"] == [[0.0, "0"], [1.5708, "π/2"], [3.1416, "π"]]


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ((181, 1), InvalidNumberError),
        ((-1, 1), InvalidNumberError),
        ((float("inf"), 1), InvalidNumberError),
        ((90, -1), InvalidNumberError),
        ((90, 1001), InvalidNumberError),
        ((90, 2.5), InvalidNumberError),
        (("right", 1), LinalgBookError),
    ],
)
def test_refused(given, error):
    with pytest.raises(error):
        figures.angle_cobweb(*given, figures.axes())
