"""Outputs of random networks, and random starts that are trained."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked
from tests.figures.moving import Moving

TWO = [(-1.2, 1.5), (0.8, -0.5)]
HINGES = [(1, 1), (1, -1), (0, 1)]
CASES = [
    (figures.hinge_sums, (HINGES, {"one": [0, 3, 0], "all": [0.5, 2.5, -1]}, [(0, 3)])),
    (figures.hinge_sums, ([(0, 0)], {"nothing": [1]}, [])),
    (figures.output_cloud, ([1, 10, 100], [30, 90, 180], 10, 90, 1)),
    (figures.output_cloud, ([1], [180], 1, 180, 2)),
    (figures.trained_starts, (TWO, [3, 100], 100, 0.5, 1)),
    (figures.trained_starts, ([(0, 1), (1, 2), (2, -1)], [2, 50], 2, 1, 1)),
]


def outputs_agree(scene, facts):
    assert len(facts) == len(scene["angles"])
    long, short = scene["lengths"]
    for angle, (a, c, b) in zip(scene["angles"], facts, strict=True):
        # many draws of one pair, which know no formula
        theta = np.radians(angle)
        rows = np.random.default_rng(1).standard_normal((400_000, 2))
        units = np.maximum(0, [long * rows[:, 0],
                               short * (rows @ [np.cos(theta), np.sin(theta)])])  # fmt: skip
        drawn = units @ units.T / rows.shape[0]
        assert [a, c, b] == pytest.approx([drawn[0, 0], drawn[0, 1], drawn[1, 1]], abs=0.03)


def starts_agree(scene, facts):
    assert len(facts) == len(scene["widths"])
    held, (t, y) = scene["held"], scene["points"][-1]
    assert scene["places"][held] == pytest.approx(t)
    for ended, half in facts:
        assert ended[held] == pytest.approx(y, abs=0.01)
        assert np.shape(half) == (len(scene["places"]),)


MOVING = {
    "outputs": Moving(
        "networks/nngp",
        "nngp-outputs",
        "k = 20, inputs 60° apart",
        {"input z": "ArrowUp"},
        {"input z": (-60, 10)},
        "number of hidden units k, exactly",
        "outputs/geometry.js",
        "(scene) => scene.angles.map((angle) => module.covariance(angle, scene.lengths))",
        outputs_agree,
    ),
    "starts": Moving(
        "networks/nngp",
        "nngp-starts",
        "50 % from the random start to the nearest solution",
        {"network, on the way": "ArrowUp"},
        {"network, on the way": (0, 30)},
        None,
        "starts/geometry.js",
        "(scene) => scene.widths.map((_, i) =>"
        " [module.onTheWay(scene, i, 1)[0], module.onTheWay(scene, i, 0.5)[0]])",
        starts_agree,
    ),
}


def test_sums_of_hinges():
    sums = {"shortest": [Fraction(1, 2), Fraction(5, 2), -1]}
    ax = figures.hinge_sums(HINGES, sums, [(0, 3), (1, 0)], figures.axes())
    path = next(line.get_xydata() for line in ax.lines if line.get_linewidth() > 2)
    heights = dict(path.round(9).tolist())
    assert [heights[t] for t in (-2, -1, 0, 1, 2)] == pytest.approx([7.5, 5, 3, 0, -0.5])
    with pytest.raises(ShapeError):
        figures.hinge_sums(HINGES, {"short": [1, 2]}, [], figures.axes())
    with pytest.raises(ShapeError):
        figures.hinge_sums(HINGES, {}, [], figures.axes())


def test_discs_are_networks():
    ax = figures.output_cloud([2, 7], [90, 120], 7, 120, 5, figures.axes())
    rng = np.random.default_rng([5, 7])
    a, B = rng.standard_normal((100, 7)), rng.standard_normal((100, 7, 2))
    x, z = np.array([2, 0]), 1.5 * np.array([-0.5, 3**0.5 / 2])
    first, second = (np.sum(a * np.maximum(0, B @ p), axis=1) / 7**0.5 for p in (x, z))
    scene = scene_of(ax)
    assert scene["at"] == [1, 1]
    np.testing.assert_allclose(scene["first"][1], first, atol=0.006)
    np.testing.assert_allclose(scene["second"][1][1], second, atol=0.006)
    drawn = np.array(sorted(marked(ax, "blue")))
    assert len(drawn) == 100
    inside = (np.abs(drawn) < 3.5).all(axis=1)
    expected = np.array(sorted(zip(first, second, strict=True)))
    np.testing.assert_allclose(drawn[inside], expected[inside], atol=1e-9)


def test_opposite_inputs_are_never_both_on():
    scene = scene_of(figures.output_cloud([1], [180], 1, 180, 1, figures.axes()))
    assert np.all(np.array(scene["first"][0]) * np.array(scene["second"][0][0]) == 0)


def test_the_ellipse_holds_its_share():
    ax = figures.output_cloud([1], [60], 1, 60, 1, figures.axes())
    curve = next(line.get_xydata() for line in ax.lines if len(line.get_xydata()) > 50)
    # √(−2 ln 0.05) deviations in the directions of the axes
    assert curve[:, 0].max() == pytest.approx(np.sqrt(-2 * np.log(0.05)) * 2 / 2**0.5, rel=0.002)
    assert curve[:, 1].max() == pytest.approx(np.sqrt(-2 * np.log(0.05)) * 1.5 / 2**0.5, rel=0.002)


def test_trained_networks_pass_through_the_points():
    scene = scene_of(figures.trained_starts(TWO, [2, 40], 40, 0, 3, figures.axes()))
    places = scene["places"]
    for t, y in TWO:
        at = places.index(t)
        assert np.allclose(np.array(scene["after"])[1, :, at], y, atol=0.01)
        assert scene["mean"][at] == pytest.approx(y, abs=0.01)
        assert scene["deviation"][at] == pytest.approx(0, abs=0.01)
    # what training adds is a combination of two columns of the kernel, the same ones for all
    steps = np.array(scene["after"][1]) - np.array(scene["before"][1])
    assert np.linalg.matrix_rank(steps, tol=0.2) == 2


def test_wide_networks_scatter_as_the_band_says():
    scenes = [
        scene_of(figures.trained_starts(TWO, [2000], 2000, 1, seed, figures.axes()))
        for seed in range(12)
    ]
    after = np.concatenate([scene["after"][0] for scene in scenes])
    mean, deviation = np.array(scenes[0]["mean"]), np.array(scenes[0]["deviation"])
    wide = deviation > 0.1
    scores = (after[:, wide] - mean[wide]) / deviation[wide]
    assert abs(scores.mean()) < 0.35
    assert 0.75 < scores.std() < 1.25


@pytest.mark.parametrize(
    ("draw", "given"),
    [
        (figures.output_cloud, ([10, 1], [60], 10, 60, 1)),
        (figures.output_cloud, ([1, 10], [60], 5, 60, 1)),
        (figures.output_cloud, ([1, 10], [60], 10, 90, 1)),
        (figures.output_cloud, ([1], [200], 1, 200, 1)),
        (figures.trained_starts, (TWO, [], 3, 0.5, 1)),
        (figures.trained_starts, (TWO, [3], 3, 1.5, 1)),
        (figures.trained_starts, (TWO, [3], 4, 0.5, 1)),
    ],
)
def test_refused(draw, given):
    with pytest.raises(InvalidNumberError):
        draw(*given, figures.axes())
