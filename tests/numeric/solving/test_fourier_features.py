"""Random Fourier features: their mean, their variance in closed form, maps used again."""

import numpy as np
import pytest

from linalg_book.errors import ShapeError, TooLargeError
from linalg_book.numeric import gaussian_kernel, random_fourier_features
from linalg_book.numeric.reading import memory

RNG = np.random.default_rng(0)
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "random_fourier_features": [("d", 0, 1, RNG), ("d", 1.5, 1, RNG), ("k", 1, 0, RNG),
                                ("k", 1, "2", RNG), ("rng", 1, 1, 5), ("k", 10**7, 10**12, RNG),
                                ("length_scale", 1, 1, RNG, {"length_scale": 0}),
                                ("length_scale", 1, 1, RNG, {"length_scale": -1})],
}  # fmt: skip


@pytest.mark.parametrize("phases", [False, True])
@pytest.mark.parametrize("gap", [0, 0.5, 1.5, 4])
def test_mean_and_variance_of_inner_products(phases, gap):
    # ½(1 − κ²)²/k, and ½ more with phases [Sutherland and Schneider, 2015].
    length, k, repetitions = 2.0, 5, 20_000
    x, z = np.array([[1.0, -1]]), np.array([[1.0 + gap * length, -1]])
    kappa = gaussian_kernel(x[0], z[0], length_scale=length)
    rng, found = np.random.default_rng(1), []
    for _ in range(repetitions):
        features = random_fourier_features(2, k, rng, length_scale=length, phases=phases)
        found.append(float(features(x)[0] @ features(z)[0]))
    variance = (0.5 * (1 - kappa**2) ** 2 + 0.5 * phases) / k
    assert abs(np.mean(found) - kappa) <= 4 * (variance / repetitions) ** 0.5 + 1e-12
    assert np.var(found) == pytest.approx(variance, rel=0.06, abs=1e-12)


@pytest.mark.parametrize("phases", [False, True])
def test_the_same_map_for_all_points(phases):
    features = random_fourier_features(3, 50, np.random.default_rng(2), phases=phases)
    X = np.random.default_rng(3).standard_normal((7, 3))
    Phi = features(X)
    assert Phi.shape == (7, features.count) == (7, 50 if phases else 100)
    np.testing.assert_allclose(features(X[2:4]), Phi[2:4], rtol=1e-14, atol=1e-15)
    again = random_fourier_features(3, 50, np.random.default_rng(2), phases=phases)
    assert np.array_equal(again(X), Phi)
    if not phases:
        np.testing.assert_allclose(np.sum(Phi**2, axis=1), np.ones(7), rtol=1e-14)


def test_rank_of_pairs():
    features = random_fourier_features(2, 3, np.random.default_rng(4))
    Phi = features(np.random.default_rng(5).standard_normal((20, 2)))
    assert np.linalg.matrix_rank(Phi @ Phi.T) == 6


def test_points_of_another_space():
    features = random_fourier_features(3, 5, np.random.default_rng(6))
    with pytest.raises(ShapeError, match="X is expected to have 3 columns, but has 2"):
        features([[1, 2]])
    with pytest.raises(ShapeError, match="a matrix with a row for each point"):
        features([1, 2, 3])


def test_more_features_than_memory_holds(monkeypatch):
    monkeypatch.setattr(memory, "memory", lambda: 4000)
    features = random_fourier_features(1, 50, np.random.default_rng(7))
    assert features([[1], [2]]).shape == (2, 100)
    with pytest.raises(TooLargeError, match=r"6×100 numbers take 4,800 bytes, .* 4,000: take few.*"
                       r"of 6 points takes 288 bytes however many.*gaussian_kernel"):  # fmt: skip
        features(np.zeros((6, 1)))
    with pytest.raises(TooLargeError, match=r"1×501 numbers .* of N points takes 8N² bytes"):
        random_fourier_features(1, 501, np.random.default_rng(8))
