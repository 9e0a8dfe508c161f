"""A network at several scales: what it says, and where its hidden units end."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, paths, words
from tests.figures.moving import Moving

POINTS = [(-1, 1), (1, 0)]
CASES = [
    (figures.lazy_or_rich, (POINTS, [1, 8], 1)),
    (figures.lazy_or_rich, ([(0, 1)], [0.5], 0.5)),
]
SIZES = {"lazy_or_rich": (4.2, 2.4)}


def lazy_agrees(scene, facts):
    curves, linear = np.array(scene["curves"]), np.array(scene["linear"])
    np.testing.assert_allclose(facts["apart"], np.sqrt(np.mean((curves - linear) ** 2, axis=1)))
    assert facts["nearest"] == list(range(len(curves)))
    lines = np.array([[1, t] for t, _ in scene["points"]])
    for share, units in zip(facts["shares"], np.array(scene["units"]), strict=True):
        sines = np.abs(units @ lines.T) / np.linalg.norm(lines, axis=1)
        strengths = np.sum(units**2, axis=1)
        near = sines.min(axis=1) <= 0.05 * np.sqrt(strengths)
        assert share == pytest.approx(strengths[near].sum() / strengths.sum())


MOVING = {
    "lazy": Moving(
        "networks/width-in-practice",
        "width-in-practice-lazy",
        "0.22 in the mean square",
        {
            "curve, by its scale": "ArrowRight",
            "scale α of the output": "ArrowRight",
        },
        {"curve, by its scale": (0, 60)},
        None,
        "lazy/geometry.js",
        "(scene) => { const all = scene.scales.map((_, at) => at);"
        " return { apart: all.map((at) => module.apart(scene, at)),"
        " shares: all.map((at) => module.atPoints(scene, at)),"
        " nearest: all.map((at) => module.scaleAt(scene, scene.curves[at][scene.held])) }; }",
        lazy_agrees,
    ),
}


@pytest.fixture(scope="module")
def drawn():
    return figures.lazy_or_rich(POINTS, [0.25, 4, 64], 64, figures.axes(height=2.4), units=30)


def test_curves_meet_the_points(drawn):
    scene = scene_of(drawn)
    for curve in scene["curves"]:
        met = np.interp([-1, 1], scene["places"], curve)
        np.testing.assert_allclose(met, [1, 0], atol=0.011)  # rounded to two digits
    assert np.interp([-1, 1], scene["places"], scene["linear"]) == pytest.approx([1, 0], abs=0.011)


def test_a_large_scale_is_lazy(drawn):
    scene = scene_of(drawn)
    off = [np.abs(np.subtract(curve, scene["linear"])).max() for curve in scene["curves"]]
    assert off[0] > off[1] > off[2]
    rich, _, lazy = scene["moved"]
    assert 0.1 < rich < 4
    assert 64 * lazy == pytest.approx(4 * scene["moved"][1], rel=0.15)  # 1/α
    began = np.array(scene["start"])
    steps = [np.abs(np.array(units) - began).max() for units in scene["units"]]
    assert steps[0] > 10 * steps[2]


def test_units_of_a_rich_network_bend_at_the_points():
    points = [(-1.5, 0.5), (-0.5, -1), (0.5, 1), (1.5, -0.5)]
    ax = figures.lazy_or_rich(points, [0.125, 64], 64, figures.axes(height=2.4))
    shares = []
    for units in scene_of(ax)["units"]:
        x, y = np.array(units).T
        strength = x**2 + y**2
        inner = np.abs(np.abs(x) - np.abs(y) / 2) <= 0.05 * np.sqrt(1.25 * strength)
        shares.append(strength[inner].sum() / strength.sum())
    assert shares[0] > 0.8
    assert shares[1] < 0.4


def test_what_is_drawn(drawn):
    assert words(drawn) == ["t", "b_1", "b_2"]
    assert marked(drawn, "blue") == [pytest.approx((-1.64, 0.5)), pytest.approx((-0.64, 0))]
    curve = max(paths(drawn, "orange"), key=len)
    np.testing.assert_allclose(curve[:, 0], np.linspace(-2.14, -0.14, 81))


@pytest.mark.parametrize(
    "given",
    [
        (POINTS, [2, 1], 1),
        (POINTS, [1, 2], 3),
        (POINTS, [0, 1], 1),
        (POINTS, [], 1),
        (POINTS, ["much"], 1),
    ],
)
def test_refused(given):
    with pytest.raises(LinalgBookError):
        figures.lazy_or_rich(*given, figures.axes(height=2.4))
