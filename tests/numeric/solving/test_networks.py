"""Networks with random weights: layers by hand, and kernels that settle at known values."""

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError, ShapeError, UnknownMethodError
from linalg_book.numeric import Network, empirical_nngp, init_network, nngp
from linalg_book.numeric.solving.activations import ACTIVATIONS

RNG = np.random.default_rng(0)
SMALL = init_network(2, [3], np.random.default_rng(1))
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "init_network": [("d", 0, [1], RNG), ("widths", 1, [0], RNG), ("widths", 1, 5, RNG),
                     ("widths", 1, "5", RNG), ("widths", 1, [10**9, 10**9], RNG),
                     ("widths", 1, [2.5], RNG), ("rng", 1, [1], 5),
                     ("activation", 1, [1], RNG, {"activation": "Relu"}),
                     ("activation", 1, [1], RNG, {"activation": max}),
                     ("weight_variance", 1, [1], RNG, {"weight_variance": -1}),
                     ("bias_variance", 1, [1], RNG, {"bias_variance": float("nan")})],
    "empirical_nngp": [("network", None, [[1, 2]]), ("X", SMALL, [[1, 2, 3]]), ("X", SMALL, []),
                       ("X", SMALL, [[1, float("nan")]]), ("Z", SMALL, [1, 2], [1])],
}  # fmt: skip


def relu_kernel(x, z, weight_variance, bias_variance, depth):
    """Compute the limit for ReLU from the angle, as Cho and Saul (2009) write it."""
    inner = np.array([[p @ q for q in (x, z)] for p in (x, z)]) / len(x)
    K = weight_variance * inner + bias_variance
    for _ in range(depth):
        lengths = np.sqrt(np.diag(K))
        angle = np.arccos(np.clip(K / np.outer(lengths, lengths), -1, 1))
        inside = np.outer(lengths, lengths) * (np.sin(angle) + (np.pi - angle) * np.cos(angle))
        K = weight_variance * inside / (2 * np.pi) + bias_variance
    return K


def test_two_layers_by_hand():
    weights = (np.array([[1.0, -1], [0, 2]]), np.array([[1.0, 1]]), np.array([[3.0]]))
    biases = (np.array([1.0, 0]), np.array([-2.0]), np.array([5.0]))
    network = Network(weights, biases, "relu", 2.0, 4.0)
    # √(2/2) = 1 in both hidden layers, √(2/1) in the readout; biases are doubled
    inside = network.layers([[1, 2], [0, -1]])
    np.testing.assert_allclose(inside[1], [[1, 4], [3, 0]])
    np.testing.assert_allclose(inside[2], [[1], [0]], atol=1e-15)
    np.testing.assert_allclose(network.predict([[1, 2], [0, -1]]), [3 * 2**0.5 + 10, 10])
    np.testing.assert_allclose(empirical_nngp(network, [[1, 2], [0, -1]]), [[6, 4], [4, 4]])


def test_without_hidden_layers_it_is_linear():
    network = init_network(2, [], RNG, weight_variance=3, bias_variance=0.5)
    assert network.depth == 0
    one, other, middle = network.predict([[1, 2], [3, 8], [2, 5]])
    assert middle == pytest.approx((one + other) / 2)
    assert empirical_nngp(network, [1, 2], [3, 8]) == pytest.approx(3 * 19 / 2 + 0.5)


@pytest.mark.parametrize("activation", sorted(ACTIVATIONS))
def test_slopes_are_those_of_the_values(activation):
    value, slope = ACTIVATIONS[activation]
    t = np.array([-1.7, -0.6, 0.4, 1.1])  # away from 0, where some have a kink
    h = 1e-6
    np.testing.assert_allclose((value(t + h) - value(t - h)) / (2 * h), slope(t), atol=1e-8)
    before = t.copy()
    assert value(t) is not t
    assert np.array_equal(t, before)


def test_the_same_seed_and_the_first_layers():
    X = RNG.standard_normal((4, 3))
    first, again, deeper = (
        init_network(3, widths, np.random.default_rng(7), bias_variance=1)
        for widths in ([5], [5], [5, 6])
    )
    assert np.array_equal(first.predict(X), again.predict(X))
    assert np.array_equal(first.layers(X)[1], deeper.layers(X)[1])


@pytest.mark.parametrize("width", [1, 4, 7])
def test_rank_is_the_width_at_most(width):
    X = np.random.default_rng(2).standard_normal((12, 5))
    K = empirical_nngp(init_network(5, [width], np.random.default_rng(3)), X)
    assert np.array_equal(K, K.T)
    assert np.linalg.matrix_rank(K) <= width
    with_bias = init_network(5, [width], np.random.default_rng(3), bias_variance=1)
    assert np.linalg.matrix_rank(empirical_nngp(with_bias, X)) <= width + 1


def errors(widths, count, seed, bias_variance=0.5):
    """Compute the root mean square of K̂ − K over many networks, times √width."""
    x, z = np.array([[1.0, 2, -1]]), np.array([[-1.0, 1, 1]])
    rng, exact = np.random.default_rng(seed), relu_kernel(x[0], z[0], 2, bias_variance, len(widths))
    found = [
        empirical_nngp(init_network(3, widths, rng, bias_variance=bias_variance), x[0], z[0])
        for _ in range(count)
    ]
    off = np.array(found) - exact[0, 1]
    return float(np.sqrt(np.mean(off**2) * widths[0])), float(off.mean())


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_kernel_settles_at_the_rate_of_the_root(depth):
    narrow, _ = errors([30] * depth, 400, 4)
    wide, off = errors([270] * depth, 200, 5)
    # no limit of its own, or another rate, would move the quotient by a factor of 2 or more
    assert 0.75 < wide / narrow < 1.33
    assert abs(off) < 4 * wide / np.sqrt(270 * 200)


def test_one_layer_has_the_constant_of_cho_and_saul():
    # E φ(u)²φ(v)² = ‖x‖²‖z‖² (3 sin θ cos θ + (π − θ)(1 + 2cos² θ))/2π, for x·x/d = 1
    angle = np.pi / 3
    x, z = 2**0.5 * np.array([[1, 0], [np.cos(angle), np.sin(angle)]])
    square = 3 * np.sin(angle) * np.cos(angle) + (np.pi - angle) * (1 + 2 * np.cos(angle) ** 2)
    mean = relu_kernel(x, z, 1, 0, 1)[0, 1]
    variance = square / (2 * np.pi) - mean**2
    width = 400_000
    network = init_network(2, [width], np.random.default_rng(6), weight_variance=1)
    left, right = network.layers([x, z])[1]
    assert np.var(left * right) == pytest.approx(variance, rel=0.03)
    assert empirical_nngp(network, x, z) == pytest.approx(mean, abs=4 * (variance / width) ** 0.5)


def test_outputs_of_many_networks_have_the_kernel_as_covariance():
    x, z = np.array([1.0, 0, 2]), np.array([0.5, 1, -1])
    rng = np.random.default_rng(8)
    found = np.array(
        [init_network(3, [10, 12], rng, bias_variance=0.25).predict([x, z]) for _ in range(4000)]
    )
    exact = relu_kernel(x, z, 2, 0.25, 2)
    spread = np.sqrt((np.outer(np.diag(exact), np.diag(exact)) + exact**2) / 4000)
    # fourth moments of narrow networks are larger than normal ones, by less than 4
    assert np.all(np.abs(found.T @ found / 4000 - exact) < 4 * 2 * spread)


@pytest.mark.parametrize("activation", ["abs", "cos", "erf", "identity", "relu", "sin", "step"])
@pytest.mark.parametrize("variances", [(2, 0), (0.7, 0.3)])
def test_wide_networks_have_the_kernels_of_infinite_ones(activation, variances):
    told = dict(zip(("weight_variance", "bias_variance"), variances, strict=True))
    X = np.array([[1.0, 0, 2], [0.5, 1, -1], [-1, 0, -2]])
    width = 60_000
    network = init_network(3, [width], np.random.default_rng(9), activation=activation, **told)
    units = network.layers(X)[1]
    spread = variances[0] * np.sqrt(np.cov(units[0] * units[1]) / width)
    exact = nngp(X, depth=1, activation=activation, **told)
    found = empirical_nngp(network, X)
    assert abs(found[0, 1] - exact[0, 1]) <= 5 * spread + 1e-12
    np.testing.assert_allclose(found, exact, atol=0.06 * np.abs(exact).max())


def test_answers_name_what_is_wrong():
    with pytest.raises(UnknownMethodError, match=r"abs.*relu.*'swish'"):
        init_network(2, [3], RNG, activation="swish")
    with pytest.raises(ShapeError, match="X is expected to have 2 columns, but has 3"):
        SMALL.predict([[1, 2, 3]])
    with pytest.raises(InvalidNumberError, match="a hidden unit within"):
        SMALL.predict([[1.7e308, 1.7e308]])
