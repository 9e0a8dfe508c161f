"""What the chapter on networks with a random first layer states, exactly where that is possible."""

from fractions import Fraction

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from scipy import special
from sympy import Matrix, Rational, zeros

from linalg_book import exact
from tests.claims.layers import (
    POINTS,
    ROW,
    ROWS,
    SMALL,
    TARGETS,
    VALUES,
    by_quadrature,
    hidden,
    moved,
    relu,
)
from tests.hermite import moment
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

HINGES = [(1, 1), (1, -1), (0, 1)]
PLACES = [(1, 0), (1, 1)]


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
