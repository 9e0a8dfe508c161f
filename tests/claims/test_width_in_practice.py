"""What the chapter on real networks states, exactly: on all corners of small cubes."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from math import comb, exp, prod

import numpy as np
import pytest
from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational

from linalg_book import numeric
from tests.neighbors import given, neighbor

SMALL = st.integers(-3, 3)
BITS = st.integers(3, 4)
NUMBERS = st.lists(SMALL, min_size=24, max_size=24)
HALF = Fraction(1, 2)


def relu(t):
    return max(t, 0)


def corners(d):
    return list(product((-1, 1), repeat=d))


def unbiased(_offsets):
    return [0] * 4


def layer(d, numbers, biases, phi):
    """Return a network of four units; its numbers are weights, then readout, then offsets."""
    rows = [numbers[4 * i : 4 * i + d] for i in range(4)]
    a, c = numbers[16:20], biases(numbers[20:24])

    def f(x):
        inner = [sum(b * t for b, t in zip(row, x, strict=True)) + e
                 for row, e in zip(rows, c, strict=True)]  # fmt: skip
        return sum(weight * phi(s) for weight, s in zip(a, inner, strict=True))

    return f


ONES = [1, 1, 1, 0]
# on corners x₁x₂x₃ = φ(s + 3) − 1 − 2φ(s + 1) + 2φ(s − 1), with the sum s of the three
THREE = [*ONES * 3, 0, 0, 0, 0, 1, -2, 2, -1, 3, 1, -1, 1]


@given(BITS, NUMBERS)
@neighbor("with biases", 3, [*ONES * 4, 1, 0, 0, 0, 1, 0, 0, 0], biases=lambda c: c)
@neighbor("any activation", 3, [*ONES * 4, 1, 0, 0, 0, 0, 0, 0, 0], phi=lambda t: t**3)
def test_the_odd_part_of_a_layer_is_linear(d, numbers, *, biases=unbiased, phi=relu):
    f = layer(d, numbers, biases, phi)
    odd = {x: f(x) - f(tuple(-t for t in x)) for x in corners(d)}
    # a linear function on corners is the sum of what it says of each coordinate
    slopes = [sum(x[i] * value for x, value in odd.items()) / Fraction(2**d) for i in range(d)]
    for x, value in odd.items():
        assert value == sum(s * t for s, t in zip(slopes, x, strict=True))


def odd_degrees(d):
    return [q for q in range(3, d + 1) if q % 2]


@given(BITS, NUMBERS)
@neighbor("with biases", 3, THREE, biases=lambda c: c)
@neighbor("any degree but the first", 3, [1, 1, 0, 0, -1, -1, 0, 0, 1, -1, 0, 0, -1, 1, 0, 0,
                                          1, 1, -1, -1, 0, 0, 0, 0],
          degrees=lambda d: range(2, d + 1))  # fmt: skip
@neighbor("the first degree, too", 3, [1, 0, 0, 0, -1, 0, 0, 0, *[0] * 8, 1, -1, 0, 0, 0, 0, 0, 0],
          degrees=lambda d: range(1, d + 1, 2))  # fmt: skip
def test_odd_products_are_never_learned(d, numbers, *, biases=unbiased, degrees=odd_degrees):
    f = layer(d, numbers, biases, relu)
    values = {x: f(x) for x in corners(d)}
    square = sum(Fraction(value) ** 2 for value in values.values()) / 2**d
    for q in degrees(d):
        for chosen in combinations(range(d), q):
            errors = [(value - prod(x[i] for i in chosen)) ** 2 for x, value in values.items()]
            assert sum(errors) / Fraction(2**d) == 1 + square


def slope_of_relu(t, at_zero):
    return 1 if t > 0 else 0 if t < 0 else at_zero


def dot(x, z):
    return sum(s * t for s, t in zip(x, z, strict=True))


@given(BITS, NUMBERS)
@neighbor("any slope at zero", 3, [1, -1, 0, 0, *[0] * 12, 1, 0, 0, 0, 1, -1, 1, 0], at_zero=0)
def test_the_tangent_kernel_of_a_finite_layer(d, numbers, *, at_zero=HALF):
    rows = [numbers[4 * i : 4 * i + d] for i in range(4)]
    a, z = numbers[16:20], numbers[20 : 20 + d]

    def kernel(x):
        return sum(
            relu(dot(b, x)) * relu(dot(b, z))
            + w * w * slope_of_relu(dot(b, x), at_zero) * slope_of_relu(dot(b, z), at_zero)
            * dot(x, z)
            for w, b in zip(a, rows, strict=True)
        )  # fmt: skip

    for q in odd_degrees(d):
        for chosen in combinations(range(d), q):
            assert sum(kernel(x) * prod(x[i] for i in chosen) for x in corners(d)) == 0


def test_the_tangent_kernel_of_a_network_that_is_cut_at_corners():
    cube = np.array(corners(3), dtype=float)
    start = numeric.init_network(3, [2], np.random.default_rng(0))
    weights = (np.array([[1.0, -1, 0], [2, 1, -1]]), np.array([[1.0, 3]]))
    K = numeric.empirical_ntk(replace(start, weights=weights), cube)
    assert np.abs(K @ np.prod(cube, axis=1)).max() < 1e-12


@pytest.mark.parametrize("kind", ["nngp", "ntk"])
@given(NUMBERS)
def test_kernels_of_such_a_layer(kind, numbers):
    cube = np.array(corners(4), dtype=float)
    some = np.array(numbers[:16], dtype=float).reshape(4, 4)
    compute = getattr(numeric, kind)
    found = compute(cube, some, depth=1) @ np.array(numbers[16:20])
    odd = found - found[::-1]  # the corners come in opposite pairs
    slopes = cube.T @ odd / 16
    assert np.abs(odd - cube @ slopes).max() < 1e-10 * (1 + np.abs(found).max())
    triples = [np.prod(cube[:, list(s)], axis=1) for s in combinations(range(4), 3)]
    assert all(abs(found @ y) < 1e-10 * (1 + np.abs(found).max()) for y in triples)


def test_biases_and_depth_bring_the_third_degree():
    cube = np.array(corners(3), dtype=float)
    y = np.prod(cube, axis=1)
    for more in ({"depth": 1, "bias_variance": 1}, {"depth": 2}):
        K = numeric.ntk(cube, **more)
        assert y @ K @ y / 64 > 1e-3
    assert abs(y @ numeric.ntk(cube, depth=1) @ y) < 1e-12


def mean_over(errors):
    return sum(errors) / len(errors)


def stated_bound(n, m):
    return 1 - Rational(n, m)


def products_of(cube, chosen):
    return [prod(x[i] for i in chosen) for x in cube]


def evenly(cube):
    return [Rational(1, len(cube))] * len(cube)


def at_one_corner(cube):
    return [Rational(1), *[Rational(0)] * (len(cube) - 1)]


def always_the_first(cube, _chosen):
    return [x[0] for x in cube]


FIRST = [-1, -1, 1, 1, *[0] * 20]  # the multiples of x₁ on the corners of a square


@given(st.integers(2, 4), st.integers(1, 4), st.lists(SMALL, min_size=24, max_size=24),
       st.integers(1, 6))  # fmt: skip
@neighbor("for the worst of all products too", 2, 1, FIRST, 1, taken=min)
@neighbor("one dimension less", 2, 1, FIRST, 1, bound=lambda n, m: 1 - Rational(n - 1, m))
@neighbor("any functions of mean square one", 2, 1, FIRST, 1, target=always_the_first)
@neighbor("any law of the inputs", 2, 1, FIRST, 1, law=at_one_corner)
def test_what_a_space_pays(d, q, numbers, n, *, taken=mean_over, bound=stated_bound,
                           target=products_of, law=evenly):  # fmt: skip
    assume(q <= d)
    cube = corners(d)
    W = Matrix.diag(*law(cube))
    span = Matrix(2**d, n, lambda i, j: numbers[(j * 2**d + i + j * j) % len(numbers)])
    errors = []
    for chosen in combinations(range(d), q):
        y = Matrix(target(cube, chosen))
        gram, right = span.T * W * span, span.T * W * y
        rest = y - span * gram.pinv() * right
        errors.append(rest.dot(W * rest))
    assert taken(errors) >= bound(n, comb(d, q))


def slopes_of(a, B, X, residuals, phi, slope):
    """Return the slopes of a loss by a and B, from its slopes by the outputs."""
    inner = [[sum(b * t for b, t in zip(row, x, strict=True)) for x in X] for row in B]
    outer = [sum(r * phi(s) for r, s in zip(residuals, line, strict=True)) for line in inner]
    deep = [
        [a_i * sum(r * slope(s) * x[c] for r, s, x in zip(residuals, line, X, strict=True))
         for c in range(2)]
        for a_i, line in zip(a, inner, strict=True)
    ]  # fmt: skip
    return outer, deep


def flowed(a, b, g, h, _size):
    """Return the derivative of a² − ‖b‖² without decay."""
    return -2 * a * g + 2 * sum(x * y for x, y in zip(b, h, strict=True))


def descended(a, b, g, h, size):
    """Return the change of a² − ‖b‖² in one step."""
    moved = [x - size * y for x, y in zip(b, h, strict=True)]
    first = (a - size * g) ** 2 - sum(x * x for x in moved)
    return first - (a * a - sum(x * x for x in b))


PAIR = st.tuples(SMALL, SMALL)


@given(SMALL, PAIR, st.lists(PAIR, min_size=2, max_size=2),
       st.lists(SMALL, min_size=2, max_size=2), SMALL)  # fmt: skip
@neighbor("any activation", 1, (1, 0), [(1, 0), (0, 0)], [1, 0], 0,
          phi=lambda t: t * t, slope=lambda t, _: 2 * t)  # fmt: skip
@neighbor("steps of any length", 4, (3, 0), [(1, 0), (0, 0)], [1, 0], 0, change=descended)
def test_balance_is_kept(a, b, X, residuals, at_zero, *, phi=relu, slope=slope_of_relu,
                         change=flowed):  # fmt: skip
    (g,), (h,) = slopes_of([a], [b], X, residuals, phi, lambda t: slope(t, at_zero))
    assert change(a, b, g, h, Fraction(1, 10)) == 0


@given(st.floats(0.1, 3), st.floats(0.1, 3), st.floats(0.1, 1.0))
@neighbor("it shrinks with the rate of the decay", 2.0, 1.0, 1.0, rate=lambda decay: decay)
def test_decay_balances(a, b, decay, *, rate=lambda decay: 2 * decay):
    start, steps, time = a * a - b * b, 4000, 1.0
    for _ in range(steps):  # Euler's method; one unit, the target 1
        r, size = a * b - 1, time / steps
        a, b = a - size * (r * b + decay * a), b - size * (r * a + decay * b)
    assert a * a - b * b == pytest.approx(start * exp(-rate(decay) * time), rel=0.02, abs=0.01)


NONZERO = st.builds(Fraction, SMALL.filter(bool), st.integers(1, 4))


@given(SMALL, PAIR, PAIR, NONZERO)
@neighbor("by any number but zero", 1, (1, 0), (1, 0), Fraction(-1), factor=lambda s: s)
def test_a_unit_passes_a_factor(a, b, x, s, *, factor=abs):
    c = factor(s)
    assert a / c * relu(dot([c * t for t in b], x)) == a * relu(dot(b, x))


def strength(a, b):
    return sum(abs(x) * y for x, y in zip(a, b, strict=True))


TWOS, ONE_EACH = [Fraction(2)] * 2, [Fraction(1)] * 2
POSITIVE = st.builds(Fraction, st.integers(1, 6), st.integers(1, 4))


@given(st.lists(POSITIVE, min_size=2, max_size=2), st.lists(POSITIVE, min_size=2, max_size=2),
       st.lists(POSITIVE, min_size=2, max_size=2))  # fmt: skip
@neighbor("half of the squares as they are", TWOS, ONE_EACH, TWOS,
          least=lambda a, b: sum(x * x + y * y for x, y in zip(a, b, strict=True)) / 2)  # fmt: skip
@neighbor("twice the strengths", ONE_EACH, ONE_EACH, ONE_EACH,
          least=lambda a, b: 2 * strength(a, b))  # fmt: skip
def test_the_ruler_of_decay(a, b, s, *, least=strength):
    def half_squares(scales):
        pairs = zip(a, b, scales, strict=True)
        return sum((x / c) ** 2 + (c * y) ** 2 for x, y, c in pairs) / 2

    assert half_squares(s) >= least(a, b)
    balanced = [float(x / y) ** 0.5 for x, y in zip(a, b, strict=True)]
    assert float(half_squares(balanced)) == pytest.approx(float(least(a, b)))
