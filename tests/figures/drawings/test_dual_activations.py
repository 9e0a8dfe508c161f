"""The dual of an activation, as a mean over a cloud and as a curve."""

from fractions import Fraction
from math import asin, e, pi, sinh, sqrt

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, UnknownMethodError
from linalg_book.figures.drawings.dual_activations import DUALS
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, paths, words
from tests.figures.moving import Moving

CASES = [
    (figures.dual_curve, ("relu", Fraction(1, 2))),
    (figures.dual_curve, ("step", 1)),
    (figures.dual_curve, ("abs", -1)),
    (figures.dual_curve, ("erf", -0.35)),
    (figures.dual_curve, ("sin", 0)),
    (figures.dual_curve, ("identity", 0.9)),
]
SIZES = {"dual_curve": (4.2, 2.4)}
HALF = {  # at ρ = 1/2, by hand: the angle is π/3
    "step": 1 / 3,
    "relu": (sqrt(3) / 2 + 2 * pi / 3 / 2) / (2 * pi),
    "abs": 2 / pi * (sqrt(3) / 2 + pi / 12),
    "erf": 2 / pi * asin(1 / 3),
    "sin": sinh(0.5) / e,
    "identity": 1 / 2,
}
PLAIN = {  # each function once more, in another way
    "step": lambda t: (np.sign(t) + 1) / 2,
    "relu": lambda t: (abs(t) + t) / 2,
    "abs": lambda t: np.maximum(t, -t),
    "sin": lambda t: np.exp(1j * t).imag,
    "identity": lambda t: t,
}


def dual_agrees(scene, facts):
    rho = float(Fraction(scene["correlation"]))
    cloud = np.array(scene["cloud"])
    assert facts["names"] == list(DUALS)
    v = rho * cloud[:, 0] + sqrt(1 - rho**2) * cloud[:, 1]
    np.testing.assert_allclose(facts["pairs"], np.column_stack([cloud[:, 0], v]), atol=1e-14)
    grid = np.linspace(-1, 1, 9)
    for name, curve, mean in zip(facts["names"], facts["curves"], facts["means"], strict=True):
        np.testing.assert_allclose(curve, DUALS[name].curve(grid), atol=1e-15)
        products = DUALS[name].value(cloud[:, 0]) * DUALS[name].value(v)
        assert mean == pytest.approx(products.mean(), abs=1e-13)


MOVING = {
    "dual": Moving(
        "networks/dual-activations",
        "dual-activations-curve",
        "0.28, curve 0.30",
        {"point of the curve": "ArrowLeft", "activation ϕ": "ArrowDown"},
        {"point of the curve": (-40, 20)},
        "correlation ρ, exactly",
        "dual/geometry.js",
        "({ cloud, correlation }) => { const rho = read(correlation).valueOf();"
        " const kinds = module.ACTIVATIONS; return { names: kinds.map(({ name }) => name),"
        " pairs: module.pairsOf(cloud, rho), means: kinds.map((one) => module.meanOver(cloud,"
        " one, rho)), curves: kinds.map(({ curve }) => [-1, -.75, -.5, -.25, 0, .25, .5, .75,"
        " 1].map(curve)) }; }",
        dual_agrees,
    ),
}


@pytest.mark.parametrize("name", DUALS)
def test_the_curve_at_a_half_by_hand(name):
    assert float(DUALS[name].curve(np.array(0.5))) == pytest.approx(HALF[name], abs=1e-15)


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("rho", [-0.6, 0.28])
def test_the_curve_is_the_mean_of_the_product(name, rho):
    middles = np.linspace(-7, 7, 1401)[1:] - 0.005
    g, h = np.meshgrid(middles, middles)
    density = np.exp(-(g**2 + h**2) / 2) / (2 * pi)
    products = PLAIN[name](g) * PLAIN[name](rho * g + sqrt(1 - rho**2) * h)
    mean = float(np.sum(products * density)) * 1e-4
    assert float(DUALS[name].curve(np.array(rho))) == pytest.approx(mean, abs=2e-4)


def test_the_cloud_is_drawn_by_its_products():
    ax = figures.dual_curve("identity", 0, figures.axes(height=2.4), seed=3)
    cloud = np.array(scene_of(ax)["cloud"])
    assert cloud.shape == (200, 2)
    np.testing.assert_allclose(cloud, np.round(cloud, 2))
    discs = [line for line in ax.lines if line.get_marker() == "o"][:-2]
    counts = {"positive": 0, "negative": 0}
    for line in discs:
        u, v = (3.5 * (np.array(line.get_xdata()) + 1.14), 3.5 * np.array(line.get_ydata()))
        radius = line.get_markersize() / 2
        if line.get_markeredgecolor() == figures.COLORS["muted"]:
            assert np.all(np.abs(u * v) < (0.25 / 1.6) ** 2)
            continue
        is_positive = line.get_markeredgecolor() == figures.COLORS["blue"]
        assert (line.get_markerfacecolor() == figures.COLORS["paper"]) == (not is_positive)
        assert np.all((u * v > 0) == is_positive)
        sizes = np.minimum(1.6 * np.sqrt(np.abs(u * v)), 4)
        np.testing.assert_allclose(sizes, radius, atol=0.25 + 1e-9)
        counts["positive" if is_positive else "negative"] += len(u)
    assert min(counts.values()) > 60


def test_disc_on_the_curve_and_ring_at_the_mean():
    ax = figures.dual_curve("relu", 0.5, figures.axes(height=2.4))
    cloud = np.array(scene_of(ax)["cloud"])
    u, v = cloud[:, 0], cloud[:, 0] / 2 + sqrt(3) / 2 * cloud[:, 1]
    mean = float(np.mean(np.maximum(u, 0) * np.maximum(v, 0)))
    x = 1.14 + 0.5 / 1.2
    # half the pane is 1.2, and a height from 0 to 1/2 is a number from −1 to 1
    assert marked(ax, "ink") == [pytest.approx((x, (4 * HALF["relu"] - 1) / 1.2))]
    assert marked(ax, "paper") == [pytest.approx((x, (4 * mean - 1) / 1.2))]
    curve = max(paths(ax, "ink"), key=len)
    np.testing.assert_allclose(
        curve[[0, -1]], [[1.14 - 1 / 1.2, -1 / 1.2], [1.14 + 1 / 1.2, 1 / 1.2]]
    )
    assert words(ax)[-5:] == ["-1", "0", "1", r"\rho", r"\hat{\phi}(\rho)"]


def test_a_mean_beyond_the_scale_stays_in_the_pane():
    # of |u|², whose mean is 1 and the end of the scale
    tops = [
        marked(figures.dual_curve("abs", 1, figures.axes(height=2.4), seed=seed), "paper")[0][1]
        for seed in range(8)
    ]
    assert max(tops) == pytest.approx(1.12 / 1.2)


@pytest.mark.parametrize(
    ("given", "more", "error"),
    [
        (("tanh", 0.5), {}, UnknownMethodError),
        (("relu", 1.01), {}, InvalidNumberError),
        (("relu", float("nan")), {}, InvalidNumberError),
        (("relu", 0.5), {"seed": -1}, InvalidNumberError),
        ((["relu"], 0.5), {}, LinalgBookError),
        (("relu", "much"), {}, LinalgBookError),
    ],
)
def test_refused(given, more, error):
    with pytest.raises(error):
        figures.dual_curve(*given, figures.axes(height=2.4), **more)
