"""Gaussian processes: bands, draws, and origins projected onto a line."""

from fractions import Fraction
from math import log, pi

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.drawings.gaussian import features
from linalg_book.numeric import gaussian_kernel
from tests.figures.drawn import marked, paths, segments, words
from tests.figures.moving import Moving, flat, numbers

FOUR = [(0, 1), (1, 0), (3, Fraction(3, 2)), (4, Fraction(-1, 2))]
CLOUD = np.random.default_rng(19).standard_normal((80, 2))
CASES = [
    (figures.gaussian_band, (FOUR, 1, 0)),
    (figures.gaussian_band, (FOUR, Fraction(1, 2), Fraction(1, 5))),
    (figures.gaussian_band, ([(2, 3)], 3, 0)),
    (figures.gaussian_band, ([(0, 1), (0, 3), (1, 0)], 1, Fraction(1, 2))),
    (figures.gaussian_band, ([(0, 2), (0, 2), (1, 0)], 1, 0)),
    (figures.projected_origins, ((3, 4), 12, CLOUD[:12])),
    (figures.projected_origins, ((1, -2), Fraction(5, 2), [(0, 0), (3, 1)])),
    (figures.projected_origins, ((0, 2), -3, [(1, 1)])),
    (figures.projected_origins, ((1, 1), 0, [(0, 0)])),
    (figures.forecast, ([[0, 0, 1], [1, 2, 1], [2, 3, 2]], [[0, 0], [1, 1]], [[2, 4]])),
    (figures.forecast, ([[0, 0, 0], [1, 0, 0]], [[0, 1]], [[1, -1]])),
]


def band_agrees(scene, facts):
    x, y = np.array(numbers(scene["points"]), dtype=float).T
    length, tau = float(Fraction(scene["length"])), float(Fraction(scene["noise"]))
    grid = np.array([-1.0, 0.3, 2.5])
    K = gaussian_kernel(x[:, None], length_scale=length) + tau**2 * np.eye(len(x))
    between = gaussian_kernel(grid[:, None], x[:, None], length_scale=length)
    back = np.linalg.pinv(K, rtol=1e-12)
    assert facts["mean"] == pytest.approx(between @ back @ y, abs=1e-7)
    left = 1 - np.einsum("ij,jk,ik->i", between, back, between)
    assert np.square(facts["deviation"]) == pytest.approx(left, abs=1e-7)
    if facts["likelihood"] is not None:
        density = -y @ back @ y / 2 - np.linalg.slogdet(K)[1] / 2 - len(y) / 2 * log(2 * pi)
        assert facts["likelihood"] == pytest.approx(density, rel=1e-9)
    else:
        assert len(set(x)) < len(x)
    if not tau:  # draws meet the points
        assert np.array(facts["draws"]) == pytest.approx(np.tile(y, (3, 1)), abs=1e-6)


def origins_agree(scene, facts):
    a, (p,) = numbers(scene["a"]), [numbers(scene["origin"])]
    c = Fraction(scene["c"])
    assert [Fraction(x) for x in facts["foot"]] == flat(exact.closest_point(a, c, p).answer)
    nearest = [c * x / sum(y * y for y in a) for x in a]
    assert [Fraction(x) for x in facts["nearest"]] == nearest
    normal = np.array(a, dtype=float)
    feet, cloud = np.array(facts["feet"]), np.array(scene["cloud"])
    assert feet @ normal == pytest.approx(np.full(len(feet), float(c)))
    moved = feet - cloud
    assert moved[:, 0] * normal[1] == pytest.approx(moved[:, 1] * normal[0])
    assert facts["kept"] ** 2 * (normal @ normal) == pytest.approx(
        float((a[1] * p[0] - a[0] * p[1]) ** 2)
    )


MOVING = {
    "band": Moving(
        "kernels/gaussian-processes",
        "gaussian-processes-band",
        "≈ −4.",
        {"Point 2 at": "ArrowUp", "length scale ℓ": "ArrowRight"},
        {"Point 3 at": (10.0, 20.0)},
        "deviation of the noise τ, exactly",
        "band/geometry.js",
        "(scene) => { const { points, length, noise } = scene; const f = module.factsOf({ points:"
        " read(points), length: read(length), noise: read(noise) }, scene); const at = [-1, 0.3,"
        " 2.5]; return { ...f, mean: at.map(f.mean), deviation: at.map(f.deviation), draws:"
        " f.draws.map((d) => read(points).map(([x]) => d(x.valueOf()))) }; }",
        band_agrees,
    ),
    "origins": Moving(
        "kernels/gaussian-processes",
        "gaussian-processes-origins",
        "(16/5, 3/5), for the origin (2, −1)",
        {"Origin (": "ArrowUp", "Right-hand side c": "ArrowDown"},
        {"Origin (": (-20.0, 10.0), "Right-hand side c": (0.0, 30.0)},
        "x of the origin",
        "origins/geometry.js",
        "({ a, c, origin, cloud }) => module.factsOf(read(a), { c: read(c), origin: read(origin) },"
        " cloud)",
        origins_agree,
    ),
}


def test_features_have_the_kernel_as_inner_products():
    places = np.linspace(-4, 6, 11)
    rows = features(places, 0.5, 1.0)
    expected = gaussian_kernel(places[:, None], length_scale=0.5)
    np.testing.assert_allclose(rows @ rows.T, expected, atol=1e-9)


def test_one_point_by_hand():
    # without noise the mean is 3 k(x, 2), and the band has no width at x = 2
    ax = figures.gaussian_band([(2, 3)], 1, 0, figures.axes())
    (mean,) = paths(ax, "orange")
    x, y = mean.T
    np.testing.assert_allclose(y, 3 * np.exp(-((x - 2) ** 2) / 2))
    (area,) = ax.patches
    edge = area.get_xy()
    at_two = edge[np.isclose(edge[:, 0], 2)]
    np.testing.assert_allclose(at_two[:, 1], 3)
    far = edge[np.isclose(edge[:, 0], x[0])][:, 1]
    k = np.exp(-((x[0] - 2) ** 2) / 2)
    half = 2 * np.sqrt(1 - k**2)
    assert (max(far), min(far)) == pytest.approx((3 * k + half, 3 * k - half))
    assert marked(ax, "blue") == [(2, 3)]


def test_draws_pass_through_points_without_noise_and_miss_them_with_it():
    for tau, meets in ((0, True), (0.5, False)):
        ax = figures.gaussian_band(FOUR, 1, tau, figures.axes())
        for draw in paths(ax, "ink"):
            found = np.interp([0, 1, 3, 4], *draw.T)
            assert np.allclose(found, [1, 0, 1.5, -0.5], atol=0.02) is meets


def test_feet_by_hand():
    ax = figures.projected_origins((3, 4), 12, [(0, 0), (1, 1)], figures.axes(), moved=(2, -1))
    feet = marked(ax, "orange")
    assert feet[0] == pytest.approx((36 / 25, 48 / 25))
    assert feet[1] == pytest.approx((8 / 5, 9 / 5))
    assert words(ax)[-3:] == ["(16/5,\\, 3/5)", "(2,\\, {-1})", "3x + 4y = 12"]
    (dashed,) = segments(ax, "purple")
    np.testing.assert_allclose(dashed, [(2, -1), (3.2, 0.6)])


def test_a_forecast_by_hand():
    ax = figures.forecast([[0, 1, 0.5], [2, 3, 1]], [[0, 1]], [[2, 4]], figures.axes())
    (area,) = ax.patches
    np.testing.assert_allclose(area.get_xy()[:4], [(0, 2), (2, 5), (2, 1), (0, 0)])
    assert marked(ax, "blue") == [(0, 1)]
    assert marked(ax, "paper") == [(2, 4)]


@pytest.mark.parametrize(
    ("draw", "data"),
    [
        (figures.forecast, ([[0, 1]], [[0, 1]], [[2, 4]])),
        (figures.forecast, ([[0, 1, 1], [1, 1, 1]], [0, 1], [[2, 4]])),
        (figures.forecast, ([[0, 1, 1], [1, np.nan, 1]], [[0, 1]], [[2, 4]])),
        (figures.gaussian_band, ([], 1, 0)),
        (figures.gaussian_band, ([(0, 1, 2)], 1, 0)),
        (figures.gaussian_band, (FOUR, 0, 0)),
        (figures.gaussian_band, (FOUR, 1, np.nan)),
        (figures.gaussian_band, ([(0, 1), (0, 2)], 1, 0)),
        (figures.gaussian_band, ([(0, np.inf)], 1, 0)),
        (figures.projected_origins, ((3, 4), 12, [])),
        (figures.projected_origins, ((3, 4), 12, [(1, 2, 3)])),
        (figures.projected_origins, ((0, 0), 12, [(1, 2)])),
        (figures.projected_origins, ((3, 4), 12, [(1, np.nan)])),
        (figures.projected_origins, ((3, 4), 12, np.zeros((201, 2)))),
    ],
)
def test_what_cannot_be_drawn_is_refused(draw, data):
    with pytest.raises(LinalgBookError):
        draw(*data, figures.axes())
