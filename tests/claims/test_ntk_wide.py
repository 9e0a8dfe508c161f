"""What the chapter on the tangent kernel states about infinitely wide networks."""

from itertools import product
from math import cos, pi, radians, sin, sqrt

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from linalg_book import numeric
from tests.neighbors import given, neighbor

SMALL = st.integers(-2, 2)
ROW = st.tuples(SMALL, SMALL)
VARIANCES = st.sampled_from([0.25, 0.5, 1.0, 2.0])
BIASES = st.sampled_from([0.0, 0.5, 1.0])
POWERS = {  # values and slopes; their means are those of polynomials
    "square": (lambda t: t**2, lambda t: 2 * t),
    "cube": (lambda t: t**3 - t, lambda t: 3 * t**2 - 1),
    "line": (lambda t: t, np.ones_like),
}
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(8)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def unit(x, weights, phi, omega, beta):
    """One hidden unit with bias and its readout, in the conventions of the book."""
    a, b_1, b_2, c = weights
    h = sqrt(omega / 2) * (b_1 * x[0] + b_2 * x[1]) + sqrt(beta) * c
    return sqrt(omega) * a * phi(h)


def mean_tangent_kernel(x, z, phi, omega, beta):
    """Average the product of both gradients over the draws of a network of one unit.

    The mean of a sample mean is that of one term, so this is the kernel of every width.
    """
    size = 1e-20  # a complex step: slopes without cancellation
    places = np.array(list(product(NODES, repeat=4)), complex).T
    mass = np.prod(np.array(list(product(WEIGHTS, repeat=4))).T, axis=0)
    total = beta  # the bias of the readout
    for i in range(4):
        moved = places + size * 1j * np.eye(4)[i][:, None]
        first, second = (unit(p, moved, phi, omega, beta).imag / size for p in (x, z))
        total += float(mass @ (first * second))
    return total


def pair_means(x, z, f, omega, beta):
    """Return E f(u)f(v) for what a unit receives from both inputs, and the covariance."""
    covariance = [[omega / 2 * np.dot(p, q) + beta for q in (x, z)] for p in (x, z)]
    values, vectors = np.linalg.eigh(covariance)
    root = vectors * np.sqrt(np.maximum(values, 0))
    g = np.array(list(product(NODES, NODES)))
    mass = np.array([s * t for s, t in product(WEIGHTS, WEIGHTS)])
    u, v = root @ g.T
    return float(mass @ (f(u) * f(v))), covariance[0][1]


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(sorted(POWERS)), ROW, ROW, VARIANCES, BIASES)
@neighbor("slopes without the weight variance", "square", (1, 0), (1, 1), 2.0, 0.5,
          factor=lambda _: 1)  # fmt: skip
@neighbor("without the kernel of the inputs", "line", (2, 0), (1, 1), 2.0, 0.0,
          before=lambda _: 1)  # fmt: skip
@neighbor("the kernel of the last layer", "line", (2, 0), (1, 1), 2.0, 0.0, before=lambda _: 0)
def test_one_hidden_layer(
    name, x, z, omega, beta, *, factor=lambda omega: omega, before=lambda kernel: kernel
):
    phi, slope = POWERS[name]
    values, inner = pair_means(x, z, phi, omega, beta)
    slopes, _ = pair_means(x, z, slope, omega, beta)
    found = omega * values + beta + before(inner) * factor(omega) * slopes
    expected = mean_tangent_kernel(x, z, phi, omega, beta)
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def recursion(degrees, omega, beta, depth, kept, pair):
    """Follow the theorem for ReLU and two inputs with x·x = d, by its formulas for an angle."""
    theta = radians(degrees)
    own, cross = omega + beta, omega * cos(theta) + beta
    tangent = cross
    for _ in range(depth):
        angle = np.arccos(np.clip(cross / own, -1, 1))
        kernel = omega * own * (sin(angle) + (pi - angle) * cos(angle)) / (2 * pi) + beta
        after = omega * own / 2 + beta
        angle = np.arccos(np.clip(pair(cross / own, kernel / after), -1, 1))
        tangent = kernel + kept(tangent, cross) * omega * (pi - angle) / (2 * pi)
        own, cross = after, kernel
    return tangent


@settings(max_examples=4, deadline=None)
@given(st.sampled_from([30, 60, 90, 135]), st.sampled_from([(2.0, 0.0), (1.0, 0.5)]),
       st.integers(1, 3))  # fmt: skip
@neighbor("only the last two layers trained", 30, (2.0, 0.0), 3, kept=lambda _, kernel: kernel)
@neighbor("nothing from the layers before", 60, (1.0, 0.5), 2, kept=lambda *_: 0)
@neighbor("slopes of one layer later", 135, (2.0, 0.0), 1, pair=lambda _, after: after)
def test_wide_networks(
    degrees, variances, depth, *, kept=lambda tangent, _: tangent, pair=lambda before, _: before
):
    omega, beta = variances
    turn = radians(degrees)
    X = sqrt(2) * np.array([[1, 0], [cos(turn), sin(turn)]])
    drawn = []
    for seed in range(8):
        network = numeric.init_network(
            2, [400] * depth, np.random.default_rng([seed, depth]),
            weight_variance=omega, bias_variance=beta,
        )  # fmt: skip
        drawn.append(numeric.empirical_ntk(network, X)[0, 1])
    error = np.std(drawn, ddof=1) / sqrt(8)
    off = abs(np.mean(drawn) - recursion(degrees, omega, beta, depth, kept, pair))
    assert off <= 5 * error + 0.01 * omega * (depth + 1)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 99), ROW, ROW, BIASES)
@neighbor("the weights of the readout alone", 1, (1, 0), (1, 1), 1.0, biases=0)
def test_the_last_layer_alone(seed, x, z, beta, *, biases=1):
    network = numeric.init_network(
        2, [3, 4], np.random.default_rng(seed), activation="tanh",
        weight_variance=1.5, bias_variance=beta,
    )  # fmt: skip
    readout = []  # the output is linear in these, so a step of length 1 finds the slope
    for i in range(5):
        weights, bias = np.zeros((1, 4)), np.zeros(1)
        if i < 4:
            weights[0, i] = 1
        else:
            bias[0] = biases
        only = numeric.Network(
            (*network.weights[:-1], weights), (*network.biases[:-1], bias),
            "tanh", 1.5, beta,
        )  # fmt: skip
        readout.append(only.predict([x, z]))
    slopes = np.array(readout).T
    kernel = numeric.empirical_nngp(network, [x], [z])
    assert float(slopes[0] @ slopes[1]) == pytest.approx(float(np.squeeze(kernel)), abs=1e-12)


def test_the_pair_of_the_text():
    # x = (2, 0), z = (1, 1), ω = 1: 1/(2π) + 3/4
    found = numeric.ntk([2, 0], [1, 1], depth=1, weight_variance=1)
    assert found == pytest.approx(1 / (2 * pi) + 3 / 4, rel=1e-14)
