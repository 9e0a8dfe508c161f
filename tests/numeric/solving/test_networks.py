"""Networks with random weights: layers by hand, and outputs with a known covariance."""

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError, ShapeError, UnknownMethodError
from linalg_book.numeric import Network, init_network
from linalg_book.numeric.solving.activations import ACTIVATIONS
from tests.numeric.networks import plain

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
}  # fmt: skip


def test_two_layers_by_hand():
    weights = (np.array([[1.0, -1], [0, 2]]), np.array([[1.0, 1]]), np.array([[3.0]]))
    biases = (np.array([1.0, 0]), np.array([-2.0]), np.array([5.0]))
    network = Network(weights, biases, "relu", 2.0, 4.0)
    # √(2/2) = 1 in both hidden layers, √(2/1) in the readout; biases are doubled
    inside = network.layers([[1, 2], [0, -1]])
    np.testing.assert_allclose(inside[1], [[1, 4], [3, 0]])
    np.testing.assert_allclose(inside[2], [[1], [0]], atol=1e-15)
    np.testing.assert_allclose(network.predict([[1, 2], [0, -1]]), [3 * 2**0.5 + 10, 10])


def test_without_hidden_layers_it_is_linear():
    network = init_network(2, [], RNG, weight_variance=3, bias_variance=0.5)
    assert network.depth == 0
    one, other, middle = network.predict([[1, 2], [3, 8], [2, 5]])
    assert middle == pytest.approx((one + other) / 2)


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


def test_outputs_of_many_networks_have_the_kernel_as_covariance():
    x, z = np.array([1.0, 0, 2]), np.array([0.5, 1, -1])
    rng = np.random.default_rng(8)
    found = np.array(
        [init_network(3, [10, 12], rng, bias_variance=0.25).predict([x, z]) for _ in range(4000)]
    )
    pairs = [[plain(p, q, 2, 0, (2, 0.25))[0] for q in (x, z)] for p in (x, z)]
    exact = np.array(pairs)
    spread = np.sqrt((np.outer(np.diag(exact), np.diag(exact)) + exact**2) / 4000)
    # fourth moments of narrow networks are larger than normal ones, by less than 4
    assert np.all(np.abs(found.T @ found / 4000 - exact) < 4 * 2 * spread)


def test_answers_name_what_is_wrong():
    with pytest.raises(UnknownMethodError, match=r"abs.*relu.*'swish'"):
        init_network(2, [3], RNG, activation="swish")
    with pytest.raises(ShapeError, match="X is expected to have 2 columns, but has 3"):
        SMALL.predict([[1, 2, 3]])
    with pytest.raises(InvalidNumberError, match="a hidden unit within"):
        SMALL.predict([[1.7e308, 1.7e308]])
