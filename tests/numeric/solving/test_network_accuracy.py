"""Kernels of wide networks against 40 digits: ordinary, near, opposite pairs, shallow and deep."""

import numpy as np
import pytest

from linalg_book.numeric import dual_activation, network_kernels
from tests.numeric.networks import SLOPES, error, kernels, plain

RNG = np.random.default_rng(11)
X, Y = RNG.standard_normal((2, 20))
PAIRS = {
    "the same": (X, X.copy()),
    "ordinary": (X, Y),
    "opposite": (X, -X),
    "opposite, longer": (X, -3 * X),
    "parallel": (X, 3 * X),
    "longer by little": (X, X * (1 + 1e-9)),
    "far longer": (X, 50 * Y),
    "far shorter": (X, 1e-9 * Y),
    "between": (X, X + 0.3 * Y),
} | {
    f"{sign} up to 1e-{power}": (X, factor * X + RNG.standard_normal(20) * 10.0**-power)
    for sign, factor, powers in (("near", 1, range(1, 13)), ("opposite", -1, (2, 5, 8, 12)))
    for power in powers
}
ORDERED = (0.25, 1)
"""Weight and bias variance by which ordinary pairs become near, layer by layer."""


def errors(activation, slope, depth, variances, pairs):
    """Measure both errors of each pair; all pairs are computed by one call."""
    names = {"weight_variance": variances[0], "bias_variance": variances[1]}
    found = {}
    for name, (x, z) in pairs.items():
        expected = kernels(x, z, depth, slope, variances)
        both = network_kernels([x], [z], depth=depth, activation=activation, **names)
        found[name] = max(error(k[0, 0], e) for k, e in zip(both, expected, strict=True))
    return found


@pytest.mark.parametrize("variances", [(2, 0), (2, 0.1), ORDERED], ids=str)
@pytest.mark.parametrize("depth", [1, 3, 10])
def test_relu(depth, variances):
    found = errors("relu", 0, depth, variances, PAIRS)
    assert max(found.values()) <= 3e-15, found


@pytest.mark.parametrize("variances", [(2, 1e-12), ORDERED], ids=str)
@pytest.mark.parametrize("slope", [-1, -0.99, 0.1, 0.9, 1])
def test_other_slopes(slope, variances):
    names = {value: name for name, value in SLOPES.items()}
    activation = names.get(slope, dual_activation("leaky relu", slope=slope))
    for depth in (1, 2, 6):
        found = errors(activation, slope, depth, variances, PAIRS)
        assert max(found.values()) <= 6e-15, found


@pytest.mark.parametrize("variances", [(2, 0), (2, 0.1)], ids=str)
def test_the_step(variances):
    # A step has no derivative at θ = 0: from one layer to the next θ becomes as large as √θ.  So
    # lengths are those of the points as given, and differences are not rounded.
    some = {name: pair for name, pair in PAIRS.items() if name[:6] not in ("parall", "longer")}
    for depth in (1, 2, 5):
        found = errors("step", None, depth, variances, some)
        assert max(found.values()) <= 6e-15, found


@pytest.mark.parametrize(
    ("name", "depth", "variances", "least"),
    [("near up to 1e-8", 1, (2, 0), 1e-10), ("opposite up to 1e-8", 1, (2, 0), 1e-10),
     ("ordinary", 10, ORDERED, 5e-14)],
)  # fmt: skip
def test_cosines_would_lose_digits(name, depth, variances, least):
    x, z = PAIRS[name]
    expected = kernels(x, z, depth, 0, variances)[1]
    assert error(plain(x, z, depth, 0, variances)[1], expected) > least


def test_in_a_matrix_as_alone():
    # Near and opposite pairs, and points that are there twice, among others in several tiles.
    rng = np.random.default_rng(12)
    points = rng.standard_normal((280, 20))
    points[200], points[7], points[270] = points[3] + 1e-9 * X, -points[3], points[250]
    for bias in (0, 0.1):
        both = network_kernels(points, depth=3, bias_variance=bias)
        for i, j in [(3, 200), (200, 3), (3, 7), (7, 200), (250, 270), (270, 250), (5, 5)]:
            expected = kernels(points[i], points[j], 3, 0, (2, bias))
            for kernel, triple in zip(both, expected, strict=True):
                assert error(kernel[i, j], triple) <= 3e-15
