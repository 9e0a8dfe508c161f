"""What the chapter on networks with a random first layer states, exactly where that is possible."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from scipy import integrate, special
from sympy import Matrix, Rational, eye, zeros

from linalg_book import exact, numeric
from tests.laws import (
    DRAWS,
    WEIGHTS,
    averages,
    independently,
    law_of,
    mean,
    one_for_all,
    variance,
)
from tests.neighbors import given, neighbor

SMALL = st.integers(-2, 2)
ROW = st.tuples(SMALL, SMALL)
ROWS = st.lists(ROW, min_size=1, max_size=4)
POINTS = st.lists(ROW, min_size=1, max_size=3)
TARGETS = st.lists(SMALL, min_size=4, max_size=4)
HINGES = [(1, 1), (1, -1), (0, 1)]
PLACES = [(1, 0), (1, 1)]


def relu(t):
    return max(t, 0)


def hidden(B, X, phi=relu):
    """Return the hidden units at some inputs, one input a row."""
    return Matrix([[phi(b[0] * x[0] + b[1] * x[1]) for b in B] for x in X])


def moved(H, y, start):
    """Return the nearest least-squares solution, without the kernel."""
    return start + H.pinv() * (y - H * start)


def other(H, y, start):
    """Return another least-squares solution, where there is one."""
    return moved(H, y, start) + sum(H.nullspace(), zeros(H.cols, 1))


def from_start(H, start):
    return H * start


def from_nothing(H, _start):
    return zeros(H.rows, 1)


@given(ROWS, POINTS, ROW, TARGETS, TARGETS)
@neighbor("any solution", HINGES, PLACES, (1, 2), [3, 0, 0, 0], [0, 0, 0, 0], solved=other)
@neighbor("whatever the start", HINGES, PLACES, (1, 2), [0, 0, 0, 0], [1, -1, -2, 0],
          first=from_nothing)  # fmt: skip
def test_the_last_layer_is_kernel_regression(
    B, X, new, targets, weights, *, solved=moved, first=from_start
):
    H, h = hidden(B, X), hidden(B, [new])
    y, start = Matrix(targets[: len(X)]), Matrix(weights[: len(B)])
    w = solved(H, y, start)
    assert H.T * (y - H * w) == zeros(len(B), 1)
    K, row = H * H.T / Rational(len(B)), h * H.T / Rational(len(B))
    predicted = first(h, start) + row * K.pinv() * (y - first(H, start))
    assert h * w == predicted


@given(ROWS, POINTS, TARGETS, TARGETS, st.floats(0.5, 1.5))
@neighbor("longer steps", [(1, 0)], [(1, 0)], [1, 0, 0, 0], [0, 0, 0, 0], 1.5,
          longer=lambda share: 2 * share)  # fmt: skip
def test_descent_ends_at_the_nearest_solution(
    B, X, targets, weights, share, *, longer=lambda share: share
):
    H = hidden(B, X)
    assume(any(H))
    y, start = Matrix(targets[: len(X)]), Matrix(weights[: len(B)])
    table, expected = np.array(H, float), np.array(moved(H, y, start), float)
    values = np.linalg.eigvalsh(table @ table.T)
    assume(values[values > 1e-9].min() > 0.01 * values.max())
    w = np.array(start, float)
    for _ in range(4000):
        w += longer(share) / values.max() * table.T @ (np.array(y, float) - table @ w)
        if np.abs(w).max() > 1e6:
            break
    assert np.abs(w - expected).max() < 1e-6


@given(ROWS, POINTS, TARGETS)
@neighbor("always full", [(-1, 0)], [(1, 0)], [0, 0, 0, 0], least=min)
def test_rank_and_interpolation(B, X, targets, *, least=lambda _k, _n: 0):
    H = hidden(B, X)
    rank = (H * H.T).rank()
    assert least(len(B), len(X)) <= rank <= len(B)
    if rank == len(X):
        y = Matrix(targets[: len(X)])
        w = exact.least_norm(H.tolist(), list(y)).answer
        assert H * w == y
        assert H * H.T * (H * H.T).inv() * y == y


def moment(power):
    """Return the mean power of a standard normal number."""
    return 0 if power % 2 else int(special.factorial2(power - 1)) if power else 1


def normal_mean(x, z, powers):
    """Compute E uᵖvᑫ for u = b·x and v = b·z by multiplying out."""
    (p, q), total = powers, 0
    for i in range(p + 1):
        for j in range(q + 1):
            shares = special.comb(p, i, exact=True) * special.comb(q, j, exact=True)
            sizes = x[0] ** (p - i) * x[1] ** i * z[0] ** (q - j) * z[1] ** j
            total += shares * sizes * moment(p - i + q - j) * moment(i + j)
    return total


def squared(x):
    return x[0] ** 2 + x[1] ** 2


@given(ROW, ROW)
@neighbor("unit variances", (2, 0), (1, 1), size=lambda _x: 1)
def test_a_pair_is_normal_with_this_covariance(x, z, *, size=squared):
    a, b, c = size(x), size(z), x[0] * z[0] + x[1] * z[1]
    assert normal_mean(x, z, (1, 0)) == normal_mean(x, z, (0, 3)) == 0
    assert [normal_mean(x, z, p) for p in ((2, 0), (1, 1), (0, 2))] == [a, c, b]
    # what makes it normal, in fourth moments
    assert normal_mean(x, z, (2, 2)) == a * b + 2 * c**2
    assert normal_mean(x, z, (3, 1)) == 3 * a * c
    assert normal_mean(x, z, (4, 0)) == 3 * a**2


VALUES = st.lists(st.builds(Fraction, SMALL), min_size=1, max_size=3)


@given(VALUES, WEIGHTS, SMALL, SMALL, DRAWS, st.sampled_from([relu, lambda t: t]))
@neighbor("equal rows", [Fraction(1), Fraction(2)], [1, 1, 1], 1, 1, 2, relu, jointly=one_for_all)
@neighbor("without the square of the mean", [Fraction(1)], [1, 1, 1], 1, 1, 1, relu,
          less=lambda _k: 0)  # fmt: skip
def test_mean_and_variance_of_the_kernel(
    values, weights, x, z, k, phi, *, jointly=independently, less=lambda kernel: kernel**2
):  # fmt: skip
    rows = law_of(values, weights)
    products = [(phi(b * x) * phi(b * z), share) for b, share in rows]
    kernel, square = mean(products), mean(products, lambda value: value**2)
    found = averages(jointly(products, k))
    assert mean(found) == kernel
    assert variance(found) == (square - less(kernel)) / k


def nearly_even(count):
    """Return shares of rows that a very wide layer may have."""
    small = Fraction(1, 10**12)
    shares = [Fraction(1, count) + small * (-1) ** i for i in range(count)]
    return [share / sum(shares) for share in shares]


def all_of_one(count):
    return [Fraction(1)] + [Fraction(0)] * (count - 1)


@given(ROWS, POINTS, ROW, TARGETS)
@neighbor("one row for all", [(1, 0), (0, 1)], [(1, 0), (0, 1)], (0, 1), [1, 1, 0, 0],
          shares=all_of_one)  # fmt: skip
def test_predictions_settle(B, X, new, targets, *, shares=nearly_even):
    H, h = hidden(B, X), hidden(B, [new])
    y = Matrix(targets[: len(X)])
    k = Rational(len(B))
    told = [Rational(share.numerator, share.denominator) for share in shares(len(B))]
    D = Matrix.diag(*told)
    limit = (h * H.T / k) * (H * H.T / k).pinv() * y
    found = (h * D * H.T) * (H * D * H.T).pinv() * y
    assert abs(float((found - limit)[0])) < 1e-6


def halves(power, m, s):
    """Compute E φ(v)ᵖ for ReLU and a normal v with mean m and deviation s."""
    if s < 1e-12:
        return max(m, 0.0) ** power
    share, density = special.ndtr(m / s), np.exp(-((m / s) ** 2) / 2) / np.sqrt(2 * np.pi)
    return m * share + s * density if power == 1 else (m**2 + s**2) * share + m * s * density


def by_quadrature(a, c, b, power=1):
    """Compute E φ(u)ᵖφ(v)ᵖ for ReLU by holding u, with variances a, b and the covariance c."""
    if a <= 0 or b <= 0:
        return 0.0
    slope, rest = c / a, np.sqrt(max(b - c**2 / a, 0.0))

    def inside(t):
        u = np.sqrt(a) * t
        return u**power * halves(power, slope * u, rest) * np.exp(-(t**2) / 2) / np.sqrt(2 * np.pi)

    return integrate.quad(inside, 0, 12)[0]


LENGTHS = st.floats(0.1, 3)


@given(LENGTHS, LENGTHS, st.floats(0, np.pi))
@neighbor("without the lengths", 2.0, 2.0, 0.0, scale=lambda _long, _short: 1)
@neighbor("without the sine", 1.0, 1.0, np.pi / 2, sine=lambda _t: 0)
def test_the_kernel_of_relu(
    long, short, theta, *, scale=lambda long, short: long * short, sine=np.sin
):
    claimed = scale(long, short) * (sine(theta) + (np.pi - theta) * np.cos(theta)) / (2 * np.pi)
    found = by_quadrature(long**2, long * short * np.cos(theta), short**2)
    assert abs(found - claimed) < 1e-7 * (1 + found)


def mean_square(theta):
    sine, cosine = np.sin(theta), np.cos(theta)
    return (3 * sine * cosine + (np.pi - theta) * (1 + 2 * cosine**2)) / (2 * np.pi)


def as_if_normal(theta):
    return 3 * ((np.sin(theta) + (np.pi - theta) * np.cos(theta)) / (2 * np.pi)) ** 2


@given(LENGTHS, LENGTHS, st.floats(0, np.pi))
@neighbor("as if the outputs were normal", 1.0, 1.0, 0.0, square=as_if_normal)
def test_the_mean_square_of_relu(long, short, theta, *, square=mean_square):
    found = by_quadrature(long**2, long * short * np.cos(theta), short**2, power=2)
    assert abs(found - (long * short) ** 2 * square(theta)) < 1e-7 * (1 + found)


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


@settings(max_examples=40)
@given(VALUES, WEIGHTS, SMALL, DRAWS)
@neighbor("normal at every width", [Fraction(1), Fraction(0)], [1, 1, 1], 1, 1, excess=0)
def test_fourth_moments_tend_to_normal_ones(values, weights, x, k, *, excess=1):
    rows = law_of(values, weights)
    units = [(relu(b * x), share) for b, share in rows]
    second, fourth = (mean(units, lambda value, p=p: value**p) for p in (2, 4))
    outputs = [
        (sum(a * relu(b * x) for a, b in drawn), share)
        for drawn, share in independently(apart(rows), k)
    ]
    found = mean(outputs, lambda value: Fraction(value) ** 4) / k**2
    # for signs; the second term, which is that of a normal law no more, goes as 1/k
    assert found == 3 * second**2 + excess * (fourth - 3 * second**2) / k


WIDTH = 1000


def everywhere(_layer, value):
    return value


def recursion(x, z, depth, activation, variances, scaled):
    """Follow the kernel through the layers, by quadrature; return k(x, x), k(x, z), k(z, z)."""
    (omega, beta), (weights, biases) = variances, scaled
    K = np.array([p @ q for p, q in ((x, x), (x, z), (z, z))]) / len(x) * weights(0, omega)
    K = K + (biases(0, beta) if depth else beta)
    for layer in range(1, depth + 1):
        a, c, b = K
        if activation == "relu":
            K = np.array([a / 2, by_quadrature(a, c, b), b / 2])
        K = weights(layer, omega) * K + (beta if layer == depth else biases(layer, beta))
    return K


@settings(max_examples=20, deadline=None)
@given(ROW, ROW, st.integers(1, 2), st.sampled_from(["relu", "identity"]),
       st.tuples(st.sampled_from([0.5, 1.0, 2.0]), st.sampled_from([0.0, 0.5, 1.0])))  # fmt: skip
@neighbor("weights in the first layer only", (1, 1), (1, 1), 1, "identity", (2.0, 0.0),
          weights=lambda layer, omega: 1.0 if layer else omega)  # fmt: skip
@neighbor("a bias in the readout only", (0, 0), (0, 0), 1, "identity", (2.0, 1.0),
          biases=lambda _layer, _beta: 0.0)  # fmt: skip
def test_depth(x, z, depth, activation, variances, *, weights=everywhere, biases=everywhere):
    network = numeric.init_network(
        2, [WIDTH] * depth, np.random.default_rng(0), activation=activation,
        weight_variance=variances[0], bias_variance=variances[1],
    )  # fmt: skip
    points = np.array([x, z], float)
    found = np.asarray(numeric.empirical_nngp(network, points))
    a, c, b = recursion(*points, depth, activation, variances, (weights, biases))
    # one term has 5 times the square of its mean as variance, or less
    off = 8 * np.sqrt(5 * depth / WIDTH)
    assert abs(found[0, 0] - a) <= off * a + 1e-12
    assert abs(found[1, 1] - b) <= off * b + 1e-12
    assert abs(found[0, 1] - c) <= off * np.sqrt(a * b) + 1e-12


def left(H, h, g):
    """Return the covariance after training, from the null space of the equations."""
    P = zeros(H.cols, H.cols)
    if basis := H.nullspace():
        N = Matrix.hstack(*basis)
        P = N * (N.T * N).inv() * N.T
    return (h * P * g.T)[0]


@given(ROWS, POINTS, ROW, ROW)
@neighbor("as random as before", [(1, 0)], [(1, 0)], (1, 0), (1, 0),
          known=lambda _h, _g, _H: 0)  # fmt: skip
def test_training_draws_from_the_posterior(
    B, X, first, second, *, known=lambda h, g, H: (h * H.T * (H * H.T).pinv() * H * g.T)[0]
):
    H, h, g = hidden(B, X), hidden(B, [first]), hidden(B, [second])
    k = Rational(len(B))
    assert left(H, h, g) / k == ((h * g.T)[0] - known(h, g, H)) / k
    # what is left of the untrained network knows nothing of its outputs at the examples
    rest = h * (eye(len(B)) - H.T * (H * H.T).pinv() * H)
    assert rest * H.T == zeros(1, len(X))


AMOUNTS = st.builds(Fraction, st.integers(1, 6), st.integers(1, 3))


def last(_end, start, target):
    return target / start[1]


def every(end, _start, _target):
    return end[0]


@given(AMOUNTS, AMOUNTS, AMOUNTS, SMALL)
@neighbor("all layers", Fraction(4), Fraction(3), Fraction(2), 1, trained=every)
def test_only_the_last_layer(a, b, turn, unseen, *, trained=last):
    # a·b is the target, and a flow of both keeps a² − b²
    less, more = (a - b) * turn, (a + b) / turn
    start = ((more + less) / 2, (more - less) / 2)
    assume(min(start) > 0)
    assert start[0] ** 2 - start[1] ** 2 == a**2 - b**2
    target = a * b
    predicted = trained((a, b), start, target) * unseen
    kernel = start[1] * unseen / start[1] ** 2
    assert predicted == start[0] * unseen + kernel * (target - start[0] * start[1])


@given(st.lists(st.tuples(st.integers(1, 4), SMALL), min_size=1, max_size=3))
@neighbor("the posterior of all layers", [(1, 1), (2, 1)], density=lambda b: Fraction(1, b[0]))
def test_given_the_hidden_layer(rows, *, density=lambda _b: Fraction(1)):
    # one unit with the identity, the example (1, 0) with a small target, asked at (0, 1)
    trained = sum((Fraction(b[1], b[0]) for b in rows), Fraction(0)) / len(rows)
    told = sum((density(b) * Fraction(b[1], b[0]) for b in rows), Fraction(0))
    assert trained == told / sum(map(density, rows))
