"""What the chapter on networks with a random first layer states about training from a start."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from scipy import special, stats
from sympy import Matrix, Rational, eye, zeros

from tests.claims.layers import POINTS, ROW, ROWS, SMALL, TARGETS, hidden, moved
from tests.neighbors import given, neighbor

SHARES = st.lists(st.integers(1, 4), min_size=4, max_size=4)
WIDE = 10**8


def drawn_layers(B, weights, width):
    """Yield shares of the rows in some random layers of this width."""
    law = np.array(weights[: len(B)]) / sum(weights[: len(B)])
    for seed in range(8):
        yield np.random.default_rng(seed).multinomial(width, law) / width
    yield law


def trained_law(H, h, g, y, shares):
    """Return mean at h and covariance at h, g of networks trained from standard normal starts."""
    # equal units act as one, whose weight is the root of their number
    roots = np.sqrt(shares)
    H, h, g = H * roots, h * roots, g * roots
    inverse = np.linalg.pinv(H, rcond=1e-9)
    return np.array([h @ inverse @ y, h @ g - h @ inverse @ H @ g])


def tables(B, X, first, second):
    H, h, g = (np.array(hidden(B, one).tolist(), float) for one in (X, [first], [second]))
    return H, h[0], g[0]


@settings(max_examples=40)
@given(ROWS, SHARES, POINTS, ROW, TARGETS)
@neighbor("whatever the width", [(1, 0), (0, 1)], [1, 1, 1, 1], [(1, 0), (0, 1)], (1, 1),
          [1, 1, 0, 0], width=1)  # fmt: skip
def test_predictions_of_random_layers_settle(B, weights, X, new, targets, *, width=WIDE):
    # any targets, also such that K does not reach
    H, h, g = tables(B, X, new, new)
    *found, limit = (
        trained_law(H, h, g, np.array(targets[: len(X)], float), shares)[0]
        for shares in drawn_layers(B, weights, width)
    )
    assert np.abs(np.array(found) - limit).max() < 0.05


@settings(max_examples=40)
@given(ROWS, SHARES, POINTS, ROW, ROW, TARGETS)
@neighbor("whatever the width", [(1, 0), (0, 1)], [1, 1, 1, 1], [(1, 0), (0, 1)], (1, 0), (1, 0),
          [1, 1, 0, 0], width=1)  # fmt: skip
@neighbor("as random as before", [(1, 0)], [1, 1, 1, 1], [(1, 0)], (1, 0), (1, 0), [1, 0, 0, 0],
          known=0)  # fmt: skip
def test_training_tends_to_the_posterior(
    B, weights, X, first, second, combination, *, width=WIDE, known=1
):  # fmt: skip
    H, h = hidden(B, X), Matrix.vstack(hidden(B, [first]), hidden(B, [second]))
    D = Matrix.diag(*[Rational(w, sum(weights[: len(B)])) for w in weights[: len(B)]])
    K, row, own = H * D * H.T, h * D * H.T, h * D * h.T
    y = K * Matrix(combination[: len(X)])
    means = row * K.pinv() * y
    limit = [float(means[0]), float((own - known * row * K.pinv() * row.T)[0, 1])]
    told = np.array(y.tolist(), float)[:, 0]
    *found, _ = (
        trained_law(*tables(B, X, first, second), told, shares)
        for shares in drawn_layers(B, weights, width)
    )
    assert np.abs(np.array(found) - limit).max() < 0.05 * (1 + np.abs(limit).max())


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


def window(b, target):
    """Return the probability that a·b₁ is near the target, and the mean of a·b₂ then."""
    low, high = (target - 1e-3) / b[0], (target + 1e-3) / b[0]
    share = special.ndtr(high) - special.ndtr(low)
    return share, b[1] * (stats.norm.pdf(low) - stats.norm.pdf(high)) / share


def as_before(_share):
    return 1.0


@given(st.lists(st.tuples(st.integers(1, 4), SMALL), min_size=1, max_size=3), TARGETS)
@neighbor("the posterior of all layers", [(1, 1), (2, 1)], [1, -1, 0, 0],
          weighed=lambda share: share)  # fmt: skip
def test_given_the_hidden_layer(rows, starts, *, weighed=as_before):
    # one unit with the identity, the example (1, 0) with a small target, asked at (0, 1)
    target = Rational(1, 100)
    trained = [
        b[1] * moved(Matrix([[b[0]]]), Matrix([target]), Matrix([a]))[0]
        for b, a in zip(rows, starts, strict=False)
    ]
    seen = [window(b, float(target)) for b in rows]
    weights = [weighed(share) for share, _ in seen]
    told = sum(w * value for w, (_, value) in zip(weights, seen, strict=True)) / sum(weights)
    assert float(sum(trained)) / len(rows) == pytest.approx(told, abs=1e-5)
