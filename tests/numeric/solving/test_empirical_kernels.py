"""Kernels of finite networks: by hand, by gradients of every weight, and at their limits."""

from dataclasses import replace

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError, UnknownMethodError
from linalg_book.numeric import (
    Network,
    difference_network,
    empirical_nngp,
    empirical_ntk,
    init_network,
    nngp,
    ntk,
)
from tests.numeric.gradients import VALUES, jacobian
from tests.numeric.networks import plain

RNG = np.random.default_rng(0)
SMALL = init_network(2, [3], np.random.default_rng(1))
STEP = init_network(2, [3], np.random.default_rng(1), activation="step")
BAD = [("network", None, [[1, 2]]), ("network", [SMALL], [[1, 2]]), ("X", SMALL, [[1, 2, 3]]),
       ("X", SMALL, []), ("X", SMALL, [[1, float("nan")]]), ("Z", SMALL, [1, 2], [1])]  # fmt: skip
REFUSED = {"empirical_nngp": BAD, "empirical_ntk": [*BAD, ("network", STEP, [[1, 2]])]}
BY_HAND = Network(
    (np.array([[1.0, -1], [0, 2]]), np.array([[1.0, 1]]), np.array([[3.0]])),
    (np.array([1.0, 0]), np.array([-2.0]), np.array([5.0])),
    "relu", 2.0, 4.0,
)  # fmt: skip


def test_by_hand():
    # at (1, 2) the hidden units are 1, 4 and 1; at (0, −1) they are 3, 0 and 3 − 4 < 0
    X = [[1, 2], [0, -1]]
    np.testing.assert_allclose(empirical_nngp(BY_HAND, X), [[6, 4], [4, 4]])
    # readout 2 · 1 + 4; then the slope is 3√2, of square 18: (1 + 16) + 4 and, by weights 1 and
    # 1 that go on to both units, 2 · ((1 + 4) + 4)
    np.testing.assert_allclose(empirical_ntk(BY_HAND, X), [[6 + 18 * 21 + 18 * 18, 4], [4, 4]])
    linear = init_network(2, [], RNG, weight_variance=3, bias_variance=0.5)
    for kernel in (empirical_nngp, empirical_ntk):
        assert kernel(linear, [1, 2], [3, 8]) == pytest.approx(3 * 19 / 2 + 0.5)


@pytest.mark.parametrize("activation", sorted(VALUES))
@pytest.mark.parametrize("widths", [[], [4], [3, 2], [2, 4, 3]])
@pytest.mark.parametrize("variances", [(2, 0), (0.7, 0.3)])
def test_it_is_the_gram_matrix_of_the_gradients(activation, widths, variances):
    told = dict(zip(("weight_variance", "bias_variance"), variances, strict=True))
    network = init_network(3, widths, np.random.default_rng(5), activation=activation, **told)
    X, Z = RNG.standard_normal((4, 3)), RNG.standard_normal((2, 3))
    J, at_z = jacobian(network, X), jacobian(network, Z)
    largest = np.max(np.abs(J @ J.T)) + np.max(np.abs(at_z @ at_z.T))
    found, across = empirical_ntk(network, X), empirical_ntk(network, X, Z)
    np.testing.assert_allclose(found, J @ J.T, atol=1e-13 * largest)
    np.testing.assert_allclose(across, J @ at_z.T, atol=1e-13 * largest)
    assert np.array_equal(found, found.T)
    assert empirical_ntk(network, X[0], Z[1]) == pytest.approx(across[0, 1])
    # the gradients by the readout and its bias, which stand last, are the other kernel
    last = -1 - network.weights[-1].size
    np.testing.assert_allclose(
        empirical_nngp(network, X), J[:, last:] @ J[:, last:].T, atol=1e-13 * largest
    )


def test_the_mean_slope_at_a_kink():
    network = Network((np.array([[2.0]]), np.array([[3.0]])), (np.zeros(1), np.zeros(1)), "relu",
                      1.0, 1.0)  # fmt: skip
    # h = 0 and δ = 3/2 at x = 0: (0 + 1) by the readout, (0 + 1) · 9/4 by the first layer
    assert empirical_ntk(network, [0], [0]) == pytest.approx(1 + 9 / 4)
    kinked = replace(network, activation="abs")
    assert empirical_ntk(kinked, [0], [0]) == 1
    without = replace(network, bias_variance=0.0)
    np.testing.assert_array_equal(empirical_ntk(without, [[0], [1]])[0], [0, 0])


@pytest.mark.parametrize("width", [1, 4, 7])
def test_rank_is_the_width_at_most(width):
    X = np.random.default_rng(2).standard_normal((12, 5))
    K = empirical_nngp(init_network(5, [width], np.random.default_rng(3)), X)
    assert np.array_equal(K, K.T)
    assert np.linalg.matrix_rank(K) <= width
    with_bias = init_network(5, [width], np.random.default_rng(3), bias_variance=1)
    assert np.linalg.matrix_rank(empirical_nngp(with_bias, X)) <= width + 1


def errors(kernel, widths, count, seed):
    """Compute the root mean square of K̂ − K over many networks, times √width."""
    x, z = np.array([1.0, 2, -1]), np.array([-1.0, 1, 1])
    rng, which = np.random.default_rng(seed), [empirical_nngp, empirical_ntk].index(kernel)
    exact = plain(x, z, len(widths), 0, (2, 0.5))[which]
    found = [kernel(init_network(3, widths, rng, bias_variance=0.5), x, z) for _ in range(count)]
    off = np.array(found) - exact
    return float(np.sqrt(np.mean(off**2) * widths[0])), float(off.mean())


@pytest.mark.parametrize("kernel", [empirical_nngp, empirical_ntk])
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_the_kernel_settles_at_the_rate_of_the_root(kernel, depth):
    narrow, _ = errors(kernel, [30] * depth, 400, 4)
    wide, off = errors(kernel, [270] * depth, 200, 5)
    # no limit of its own, or another rate, would move the quotient by a factor of 2 or more
    assert 0.75 < wide / narrow < 1.33
    assert abs(off) < 4 * wide / np.sqrt(270 * 200)


def test_one_layer_has_the_constant_of_cho_and_saul():
    # E φ(u)²φ(v)² = ‖x‖²‖z‖² (3 sin θ cos θ + (π − θ)(1 + 2cos² θ))/2π, for x·x/d = 1
    angle = np.pi / 3
    x, z = 2**0.5 * np.array([[1, 0], [np.cos(angle), np.sin(angle)]])
    square = 3 * np.sin(angle) * np.cos(angle) + (np.pi - angle) * (1 + 2 * np.cos(angle) ** 2)
    mean = plain(x, z, 1, 0, (1, 0))[0]
    variance = square / (2 * np.pi) - mean**2
    width = 400_000
    network = init_network(2, [width], np.random.default_rng(6), weight_variance=1)
    left, right = network.layers([x, z])[1]
    assert np.var(left * right) == pytest.approx(variance, rel=0.03)
    assert empirical_nngp(network, x, z) == pytest.approx(mean, abs=4 * (variance / width) ** 0.5)


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


@pytest.mark.parametrize("activation", ["abs", "cos", "erf", "identity", "relu", "sin"])
@pytest.mark.parametrize("widths", [[40_000], [1500, 1500]])
def test_wide_networks_have_the_tangent_kernels_of_infinite_ones(activation, widths):
    told = {"weight_variance": 0.9, "bias_variance": 0.3, "activation": activation}
    X = np.array([[1.0, 0, 2], [0.5, 1, -1], [-1, 0, -2]])
    exact = ntk(X, depth=len(widths), **told)
    found = empirical_ntk(init_network(3, widths, np.random.default_rng(9), **told), X)
    # a bias or a factor that is missing in one layer is seen: it moves 0.3, or a tenth
    np.testing.assert_allclose(found, exact, atol=4 * np.abs(exact).max() / min(widths) ** 0.5)


def test_of_two_copies_it_is_that_of_one():
    network = init_network(3, [4, 5], np.random.default_rng(2), activation="tanh")
    other = init_network(3, [4, 5], np.random.default_rng(3), activation="tanh")
    X = RNG.standard_normal((4, 3))
    both = difference_network(network)
    for kernel in (empirical_nngp, empirical_ntk):
        np.testing.assert_allclose(kernel(both, X), kernel(network, X), rtol=1e-14)
        mean = (kernel(network, X) + kernel(other, X)) / 2
        np.testing.assert_allclose(kernel(replace(both, second=other), X), mean, rtol=1e-14)


def test_answers_name_what_is_wrong():
    with pytest.raises(UnknownMethodError, match=r'a slope, but has "step".*empirical_nngp'):
        empirical_ntk(STEP, [[1, 2]])
    assert empirical_ntk(init_network(2, [], RNG, activation="step"), [[1, 2]]).shape == (1, 1)
    with pytest.raises(InvalidNumberError, match="a kernel within the range"):
        empirical_ntk(SMALL, [[1e300, 1e300]])
