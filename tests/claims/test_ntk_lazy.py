"""What the chapter on the tangent kernel states about models near their tangent."""

from math import atanh, cosh, sqrt, tanh

import numpy as np
import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp

from tests.neighbors import given, neighbor

SMALL = st.integers(-2, 2)
TABLES = st.lists(st.tuples(SMALL, SMALL, SMALL), min_size=1, max_size=3)
BENDS = st.lists(st.tuples(SMALL, SMALL, SMALL, SMALL, SMALL, SMALL), min_size=3, max_size=3)
SHARES = st.floats(0.05, 0.9)
TURNS = st.floats(0, 6.2)
ONE = [(2, 0, 0)], [(2, 0, 0, 0, 0, 0)] * 2  # w² from 1, as 2d + d²
TWO = [(3, 4, 0)], [(0, 0, 0, 1, 0, 0)] * 2  # w₁w₂ from (4, 3), as 3d₁ + 4d₂ + d₁d₂
AGAIN = [(1, 0, 0), (1, 0, 0), (0, 1, 0), (0, 0, 1)], [(1e-3, 0, 0, 0, 0, 0)] * 4  # twice w₁


def nth(values, outputs):
    """Return the singular value that the theorem asks for, 0 where rows outnumber columns."""
    return values[outputs - 1] if outputs <= len(values) else 0.0


class Bent:
    """Outputs J d + half of the squares dᵀQᵢd of the way d from the start, Qᵢ symmetric."""

    def __init__(self, table, bends, pull=nth):
        self.J = np.array(table, float)
        self.Q = np.array(
            [[[a, d, e], [d, b, f], [e, f, c]] for a, b, c, d, e, f in bends[: len(table)]], float
        )
        self.gamma = np.linalg.norm(self.Q.reshape(-1, 3), 2)
        self.sigma = pull(np.linalg.svd(self.J, compute_uv=False), len(table))

    def outputs(self, d):
        """Return the outputs at the way d."""
        return self.J @ d + np.einsum("iab,a,b->i", self.Q, d, d) / 2

    def slopes(self, d):
        """Return the gradients there, as rows."""
        return self.J + self.Q @ d

    def flow(self, missing, times):
        """Return the ways of gradient flow at some times."""
        found = solve_ivp(
            lambda _, d: self.slopes(d).T @ (missing - self.outputs(d)),
            (0, times[-1]), np.zeros(3), t_eval=times, rtol=1e-10, atol=1e-12,
        )  # fmt: skip
        return found.y.T


def halfway(gamma, size, sigma, constant=2):
    """Return σ* and s* of the theorem."""
    lower = sqrt(max(sigma**2 - constant * gamma * size, 0.0))
    return lower, (sigma - lower) / gamma


def bound_on_kernel(gamma, way, norm):
    return gamma * way * (2 * norm + gamma * way)


def bound_on_gap(gamma, way, lower):
    return gamma * way**2 / (sqrt(2) * lower)


@settings(max_examples=25, deadline=None)
@given(TABLES, BENDS, SHARES, TURNS)
@neighbor("1 in place of 2", *ONE, 0.75, 3.2, constant=1)
@neighbor("the rate of the start", *ONE, 0.75, 3.2, rate=lambda _, sigma: sigma)
@neighbor("half of the way", *ONE, 0.5, 0.0, reach=0.5)
@neighbor("the kernel once", *ONE, 0.05, 0.0,
          kernel=lambda g, s, norm: g * s * (norm + g * s))  # fmt: skip
@neighbor("with equality", *ONE, 1.0, 3.2, most=1.0,
          rate=lambda lower, sigma: max(lower, sigma / 10))  # fmt: skip
@neighbor("the least singular value there is", *AGAIN, 0.3, 0.0,
          pull=lambda values, _: values[-1])  # fmt: skip
@neighbor("a smaller gap", *TWO, 0.06, 3.2, gap=lambda g, s, lower: g * s**2 / (4 * lower))
def test_near_the_tangent(
    table, bends, share, turn, *, constant=2, rate=lambda lower, _: lower, reach=1,
    kernel=bound_on_kernel, gap=bound_on_gap, pull=nth, most=0.99,
):  # fmt: skip
    model = Bent(table, bends, pull)
    assume(model.sigma > 1e-6)
    assume(model.gamma > 0)
    assume(share <= most)
    size = share * model.sigma**2 / (constant * model.gamma)
    missing = size * np.array([np.cos(turn), np.sin(turn), 0, 0])[: len(table)]
    missing *= size / max(np.linalg.norm(missing), 1e-12)
    lower, way = halfway(model.gamma, size, model.sigma, constant)
    times = np.linspace(0, 30 / max(lower, 0.2 * model.sigma) ** 2, 40)
    ways = model.flow(missing, times)
    near = 1e-6 * (1 + size)
    left = np.array([np.linalg.norm(missing - model.outputs(d)) for d in ways])
    assert np.linalg.norm(ways, axis=1).max() <= reach * way + near
    assert np.all(left <= size * np.exp(-(rate(lower, model.sigma) ** 2) * times) + near)
    norm = np.linalg.norm(model.J, 2)
    change = max(
        np.linalg.norm(model.slopes(d) @ model.slopes(d).T - model.J @ model.J.T, 2) for d in ways
    )
    assert change <= kernel(model.gamma, way, norm) + near
    apart = np.linalg.norm(ways[-1] - np.linalg.pinv(model.J) @ missing)
    assert apart <= gap(model.gamma, way, lower) + near


def test_the_two_weights_of_the_text():
    # 2·1·12 < 25 by a hair: σ* = 1 and s* = 4, and the flow ends at (√7, 0)
    model = Bent(*TWO)
    assert (model.gamma, model.sigma) == (pytest.approx(1), pytest.approx(5))
    assert halfway(1, 12, 5) == (1, 4)
    end = model.flow(np.array([-12.0]), np.linspace(0, 20, 5))[-1]
    assert end[:2] == pytest.approx([sqrt(7) - 4, -3], abs=1e-6)


@given(st.floats(-1.5, 1.5), SHARES, st.sampled_from([-1, 1]))
@neighbor("slopes compared at the start alone", 0.0, 0.55, 1, within=lambda _: 0.0)
def test_slopes_count_in_the_ball(start, share, sign, *, within=lambda radius: radius):
    # tanh w from a start, whose second derivative is −2 tanh w / cosh² w
    sigma = 1 / cosh(start) ** 2
    size = 2 * share * sigma**2
    around = start + within(2 * size / sigma) * np.linspace(-1, 1, 2001)
    gamma = 1.01 * np.abs(2 * np.tanh(around) / np.cosh(around) ** 2).max()
    assume(2 * gamma * size < sigma**2)
    way = 2 * size / (sigma + halfway(max(gamma, 1e-300), size, sigma)[0])
    target = tanh(start) + sign * size
    assert abs(target) < 1
    assert abs(atanh(target) - start) <= way + 1e-9


def draw(seed, k):
    rng = np.random.default_rng(seed)
    return np.where(rng.random(k) < 0.5, 1.0, -1.0), rng.standard_normal((k, 2))


def slopes_of(a, B, X, scale):
    """Return the gradients of the outputs, one input a row: those by a, then those by B."""
    H = np.tanh(X @ B.T)
    inner = (1 - H**2) * a
    return scale * np.hstack([H, (inner[:, :, None] * X[:, None, :]).reshape(len(X), -1)])


@settings(max_examples=20)
@given(st.integers(0, 999), st.integers(1, 40), st.floats(0.01, 3), st.floats(0, 6.2))
@neighbor("as at the start", 1, 1, 3.0, 0.0, factor=lambda _: 0.3)
def test_how_gradients_turn(seed, k, reach, turn, *, factor=lambda reach: 2 + reach):
    rng = np.random.default_rng(seed + 1)
    X = np.array([[np.cos(turn), np.sin(turn)]])
    a, B = draw(seed, k)
    pair = []
    for _ in range(2):
        way = rng.standard_normal(3 * k)
        way *= reach * rng.random() / np.linalg.norm(way)
        pair.append((a + way[:k], B + way[k:].reshape(k, 2)))
    (a_1, B_1), (a_2, B_2) = pair
    moved = np.linalg.norm(np.concatenate([a_1 - a_2, (B_1 - B_2).ravel()]))
    turned = slopes_of(a_1, B_1, X, 1 / sqrt(k)) - slopes_of(a_2, B_2, X, 1 / sqrt(k))
    assert np.linalg.norm(turned) <= factor(reach) / sqrt(k) * moved + 1e-12


def by_root(k):
    return 1 / sqrt(k)


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 99), st.sampled_from([100, 400, 1600]))
@neighbor("a factor 1/k", 3, 1600, scale=lambda k: 1 / k)
def test_wide_networks_keep_to_their_tangent(seed, k, *, scale=by_root):
    X, y = np.array([[1.0, 0], [0.5, 0.8], [0.6, -0.6]]), np.array([1.0, -0.5])
    a, B = draw([seed, k], k)
    size = scale(k)
    J = slopes_of(a, B, X, size)
    Theta, start = J @ J.T, size * np.tanh(X @ B.T) @ a
    across = np.linalg.solve(Theta[:2, :2], y - start[:2])
    linear = start[2] + Theta[2, :2] @ across
    eta = 0.5 / np.linalg.norm(Theta[:2, :2], 2)
    for _ in range(400):
        missing = y - size * np.tanh(X[:2] @ B.T) @ a
        step = eta * missing @ slopes_of(a, B, X[:2], size)
        a, B = a + step[:k], B + step[k:].reshape(k, 2)
    J = slopes_of(a, B, X, size)
    assert np.abs(missing).max() < 1e-2
    assert np.linalg.norm(J @ J.T - Theta, 2) <= 0.6 / sqrt(k)
    assert abs(size * np.tanh(X[2] @ B.T) @ a - linear) <= 0.25 / sqrt(k)
