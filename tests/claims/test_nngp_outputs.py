"""What the chapter on networks with a random first layer states about outputs and depth."""

from fractions import Fraction
from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st

from linalg_book import numeric
from tests.claims.layers import ROW, SMALL, VALUES, by_quadrature, relu
from tests.laws import DRAWS, WEIGHTS, independently, law_of, mean
from tests.neighbors import given, neighbor


def apart(rows):
    """Draw signs that know nothing of the rows."""
    return [((sign, b), share / 2) for b, share in rows for sign in (1, -1)]


def knowing(rows):
    """Draw weights with mean 0 and variance 1 that are 0 for all rows but the first."""
    (first, share), *others = rows
    size = float(share) ** -0.5
    told = [((sign * size, first), share / 2) for sign in (1, -1)]
    return [*told, *(((0, b), part) for b, part in others)]


@settings(max_examples=40)
@given(VALUES, WEIGHTS, SMALL, SMALL, st.integers(1, 2))
@neighbor("weights that know the rows", [Fraction(1), Fraction(2)], [1, 3, 1], 1, 1, 1,
          weighed=knowing)  # fmt: skip
def test_covariance_of_outputs(values, weights, x, z, k, *, weighed=apart):
    rows = law_of(values, weights)
    kernel = mean([(relu(b * x) * relu(b * z), share) for b, share in rows])
    found = [0.0, 0.0]
    for units, share in independently(weighed(rows), k):
        at_x, at_z = (sum(a * relu(b * t) for a, b in units) for t in (x, z))
        found[0] += float(share * at_x)
        found[1] += float(share * at_x * at_z) / k
    assert found == pytest.approx([0, float(kernel)])


POWERS = st.sampled_from([(4, 0), (3, 1), (2, 2)])


def normal_moment(a, c, b, powers, pairs):
    """Compute E sᵖtᑫ for a normal (s, t) with the variances a, b and the covariance c."""
    return {(4, 0): 3 * a**2, (3, 1): 3 * a * c, (2, 2): a * b + pairs * c**2}[powers]


@settings(max_examples=60)
@given(VALUES, WEIGHTS, SMALL, SMALL, DRAWS, POWERS)
@neighbor("normal at every width", [Fraction(1), Fraction(0)], [1, 1, 1], 1, 1, 1, (4, 0),
          excess=0)  # fmt: skip
@neighbor("independent outputs", [Fraction(1)], [1, 1, 1], 1, 1, 2, (2, 2), pairs=0)
def test_fourth_moments_tend_to_jointly_normal_ones(
    values, weights, x, z, k, powers, *, excess=1, pairs=2
):
    p, q = powers
    rows = law_of(values, weights)
    units = [((relu(b * x), relu(b * z)), share) for b, share in rows]
    a, c, b = (mean(units, lambda u, i=i, j=j: u[i] * u[j]) for i, j in ((0, 0), (0, 1), (1, 1)))
    found = Fraction(0)
    for drawn, share in independently(apart(rows), k):
        at_x, at_z = (sum(sign * relu(row * t) for sign, row in drawn) for t in (x, z))
        found += share * Fraction(at_x) ** p * Fraction(at_z) ** q / k**2
    limit = normal_moment(a, c, b, powers, pairs)
    # for signs; the second term, which no normal law has, goes as 1/k
    one = mean(units, lambda u: u[0] ** p * u[1] ** q)
    assert found == limit + excess * (one - normal_moment(a, c, b, powers, 2)) / k


@settings(max_examples=40)
@given(st.lists(st.tuples(*[SMALL] * 4), min_size=1, max_size=3))
@neighbor("normal for signs, too", [(1, 1, 1, 1)], fourth=1)
def test_outputs_are_normal_given_the_layer(units, *, fourth=3):
    # four outputs, each a combination of the weights of the last layer, multiplied out
    found = 0
    for chosen in product(range(len(units)), repeat=4):
        counts = sorted(chosen.count(i) for i in set(chosen))
        moment = {(4,): fourth, (2, 2): 1}.get(tuple(counts), 0)
        found += moment * np.prod([units[i][place] for place, i in enumerate(chosen)])
    K = np.array(units).T @ np.array(units)
    assert found == K[0, 1] * K[2, 3] + K[0, 2] * K[1, 3] + K[0, 3] * K[1, 2]


WIDTH, SEEDS = 400, 40


@cache
def networks(depth, activation, variances):
    """Draw networks, with the same weights for all activations and variances."""
    return [
        numeric.init_network(
            2, [WIDTH] * depth, np.random.default_rng(seed), activation=activation,
            weight_variance=variances[0], bias_variance=variances[1],
        )
        for seed in range(SEEDS)
    ]  # fmt: skip


def everywhere(_layer, value):
    return value


def bent(_layer, a, c, b):
    return by_quadrature(a, c, b)


def without_the_sine(_layer, a, c, b):
    lengths = np.sqrt(a * b)
    return c * np.arccos(np.clip(-c / lengths, -1, 1)) / (2 * np.pi) if lengths else 0.0


def bent_once(layer, a, c, b):
    return by_quadrature(a, c, b) if layer == 1 else c / 2


def recursion(x, z, depth, activation, variances, told):
    """Follow the kernel through the layers, by quadrature; return k(x, x), k(x, z), k(z, z)."""
    (omega, beta), (weights, biases, bend) = variances, told
    K = np.array([p @ q for p, q in ((x, x), (x, z), (z, z))]) / len(x) * weights(0, omega)
    K = K + (biases(0, beta) if depth else beta)
    for layer in range(1, depth + 1):
        a, c, b = K
        if activation == "relu":
            K = np.array([a / 2, bend(layer, a, c, b), b / 2])
        K = weights(layer, omega) * K + (beta if layer == depth else biases(layer, beta))
    return K


@settings(max_examples=20, deadline=None)
@given(ROW, ROW, st.integers(1, 2), st.sampled_from(["relu", "identity"]),
       st.tuples(st.sampled_from([0.5, 2.0]), st.sampled_from([0.0, 1.0])))  # fmt: skip
@neighbor("weights in the first layer only", (1, 1), (1, 1), 1, "identity", (2.0, 0.0),
          weights=lambda layer, omega: 1.0 if layer else omega)  # fmt: skip
@neighbor("a bias in the readout only", (0, 0), (0, 0), 1, "identity", (2.0, 1.0),
          biases=lambda _layer, _beta: 0.0)  # fmt: skip
@neighbor("without the sine", (1, 0), (0, 1), 1, "relu", (2.0, 0.0), bend=without_the_sine)
@neighbor("correlations change once", (1, 0), (0, 1), 2, "relu", (2.0, 0.0), bend=bent_once)
def test_depth(
    x, z, depth, activation, variances, *, weights=everywhere, biases=everywhere, bend=bent
):  # fmt: skip
    points = np.array([x, z], float)
    drawn = networks(depth, activation, variances)
    found = np.mean([numeric.empirical_nngp(one, points) for one in drawn], axis=0)
    a, c, b = recursion(*points, depth, activation, variances, (weights, biases, bend))
    # a term of a layer has 5 times the square of its mean as variance, or less
    off = 5 * np.sqrt(5 * depth / (WIDTH * SEEDS))
    assert abs(found[0, 0] - a) <= off * a + 1e-12
    assert abs(found[1, 1] - b) <= off * b + 1e-12
    assert abs(found[0, 1] - c) <= off * np.sqrt(a * b) + 1e-12
