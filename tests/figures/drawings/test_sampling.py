"""Kernels that random features estimate, beside the exact kernel."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from linalg_book.numeric import random_fourier_features
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving

POINTS = np.random.default_rng(5).uniform(0, 3, (7, 2))
CASES = [
    (figures.settling_kernel, (POINTS, [10, 100, 1000], [1, 2], 100)),
    (figures.settling_kernel, ([[0], [0.5]], [1, 2], [3], 1)),
    (figures.settling_kernel, ([[4, 4]], [10], [3], 10)),
]


def settling_agrees(scene, facts):
    assert len(facts) == len(scene["counts"]) * len(scene["distances"])
    for d, count, kernel, pairs, phases in facts:
        kappa = np.exp(-(d**2) / 2)
        assert kernel == pytest.approx(kappa)
        # by the variances of one cosine and of one cosine with a phase
        assert pairs == pytest.approx(2 * np.sqrt((1 - kappa**2) ** 2 / 2 / count))
        assert phases == pytest.approx(np.sqrt(pairs**2 + 2 / count))


MOVING = {
    "settling": Moving(
        "kernels/sampling",
        "sampling-settling",
        "k = 100, draw 1",
        {"edge of the band": "ArrowDown"},
        {"edge of the band": (0, -30)},
        "number of frequencies k, exactly",
        "settling/geometry.js",
        "(scene) => scene.counts.flatMap((k) => scene.distances.map((d) =>"
        " [d, k, module.kernel(d), module.band(d, k, false), module.band(d, k, true)]))",
        settling_agrees,
    ),
}


def test_discs_and_rings_are_inner_products():
    X = [[0, 0], [3, 4]]  # one length scale apart
    ax = figures.settling_kernel(X, [4, 50], [2], 50, figures.axes(), length_scale=5)
    whole = random_fourier_features(2, 50, np.random.default_rng(2), length_scale=5, phases=True)
    angles = np.array(X) @ whole.frequencies
    pairs = np.cos(angles[0] - angles[1]).mean()
    shifted = 2 * np.cos(angles + whole.phases)[:, None] * np.cos(angles + whole.phases) / 2
    phases = 2 * shifted.mean(axis=2)
    assert sorted(marked(ax, "blue")) == [
        pytest.approx((0, 1)), pytest.approx((0, 1)), pytest.approx((1, pairs)),
    ]  # fmt: skip
    expected = [(0, phases[0, 0]), (0, phases[1, 1]), (1, phases[0, 1])]
    assert sorted(marked(ax, "paper")) == [pytest.approx(one) for one in sorted(expected)]
    assert words(ax)[-3:] == ["exact", "pairs", "phases"]
    scene = scene_of(ax)
    assert scene["at"] == [1, 0]
    assert scene["pairs"][0][1] == pytest.approx([1, pairs, 1], abs=6e-4)
    assert len(scene["phases"][0][0]) == 3


def test_bands_by_hand():
    # at distance 0 the shaded band has no width; phases have the variance 1/2 there: 2/√(2·8) = 1/2
    ax = figures.settling_kernel([[0], [1]], [8], [1], 8, figures.axes())
    (area,) = ax.patches
    at_zero = area.get_xy()[np.isclose(area.get_xy()[:, 0], 0)]
    np.testing.assert_allclose(at_zero[:, 1], 1)
    dashed = [line.get_ydata()[0] for line in ax.lines if line.get_linestyle() == "--"]
    np.testing.assert_allclose(sorted(dashed), [0.5, 1.5])


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ((POINTS, [100, 10], [1], 10), InvalidNumberError),
        ((POINTS, [10, 100], [1], 20), InvalidNumberError),
        ((POINTS, [10], [], 10), InvalidNumberError),
        ((np.zeros((17, 1)), [10], [1], 10), ShapeError),
        ((POINTS, [0, 10], [1], 10), InvalidNumberError),
        (([], [10], [1], 10), LinalgBookError),
    ],
)
def test_refused(given, error):
    with pytest.raises(error):
        figures.settling_kernel(*given, figures.axes())
