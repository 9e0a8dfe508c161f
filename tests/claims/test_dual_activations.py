"""What the chapter on dual activations states: polynomials exactly, all others by quadrature."""

from fractions import Fraction
from itertools import pairwise
from math import acos, asin, cos, cosh, exp, factorial, gamma, pi, sin, sinh, sqrt

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from mpmath import mp, mpf
from scipy.integrate import quad
from scipy.special import erf, ndtr

from tests.hermite import coordinates, derivative, hermite, mean_product, stretched
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, PRICES

ANGLES = st.floats(0.0, pi)
SLOPES = st.floats(-3.0, 3.0)
LENGTHS = st.floats(0.1, 5.0)
POLYNOMIALS = st.lists(FRACTIONS, min_size=1, max_size=5)
CORRELATIONS = st.builds(Fraction, st.integers(-6, 6), st.just(6))
INSIDE = st.builds(Fraction, st.integers(-5, 5), st.just(6))
HALF = Fraction(1, 2)


def on_rays(power, left, right, theta):
    """Return E φ(u)φ(v), where φ(t) is ``left`` or ``right`` times the size of t to a power."""

    def term(angle):
        ends = (cos(angle), cos(angle - theta))
        sides = [right if end > 0 else left for end in ends]
        return sides[0] * sides[1] * abs(ends[0] * ends[1]) ** power

    length = 2.0**power * gamma(power + 1)  # the mean of the length of b to the power 2q
    right_angles = (-pi / 2, pi / 2, theta - pi / 2, theta + pi / 2)
    bends = [-pi, *sorted((angle + pi) % (2 * pi) - pi for angle in right_angles), pi]
    parts = [quad(term, a, b)[0] for a, b in pairwise(bends) if b - a > 1e-12]
    return length * sum(parts) / (2 * pi)


def relu(theta):
    return (sin(theta) + (pi - theta) * cos(theta)) / (2 * pi)


def step(theta):
    return (pi - theta) / (2 * pi)


def same_shape(theta):
    return step(theta)


@given(ANGLES)
@neighbor("the angle instead of what it leaves", pi / 3, of_step=lambda a: a / (2 * pi))
@neighbor("one curve for both", pi / 2, of_relu=same_shape)
@neighbor("the part with the cosine alone", pi / 2, of_relu=lambda a: (pi - a) * cos(a) / (2 * pi))
def test_step_and_relu(theta, *, of_step=step, of_relu=relu):
    assert of_step(theta) == pytest.approx(on_rays(0, 0, 1, theta), abs=1e-9)
    assert of_relu(theta) == pytest.approx(on_rays(1, 0, 1, theta), abs=1e-9)


NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(100)
WEIGHTS = WEIGHTS / WEIGHTS.sum()


def on_grid(f, g, rho):
    """Return E f(u)g(v) for smooth functions, by the quadrature of Gauss and Hermite."""
    u, w = NODES[:, None], NODES[None, :]
    v = rho * u + sqrt(max(0.0, 1 - rho * rho)) * w
    return float((f(u) * g(v) * WEIGHTS[:, None] * WEIGHTS).sum())


@settings(max_examples=20)
@given(ANGLES, LENGTHS, LENGTHS, st.sampled_from([0, 1]))
@neighbor("the product of lengths always", pi / 3, 2.0, 3.0, 0, scale=lambda s, t, _: s * t)
@neighbor("of one of them", pi / 3, 2.0, 3.0, 1, scale=lambda s, _t, q: s**q)
def test_lengths_of_inputs(theta, s, t, power, *, scale=lambda s, t, q: (s * t) ** q):
    grid = np.linspace(-pi, pi, 20_001)[:-1]
    ends = s * np.cos(grid), t * np.cos(grid - theta)
    found = (np.heaviside(ends[0], 0) * np.heaviside(ends[1], 0)) * (ends[0] * ends[1]) ** power
    mean = 2.0**power * found.mean()
    curve = relu(theta) if power else step(theta)
    assert scale(s, t, power) * curve == pytest.approx(mean, abs=2e-4 * (1 + s * t))


@given(POLYNOMIALS, CORRELATIONS)
@neighbor("the coefficients of the powers", [Fraction(0), Fraction(0), Fraction(1)], HALF,
          squares=lambda p: [c * c for c in p])  # fmt: skip
@neighbor("not divided by n!", [Fraction(0), Fraction(0), Fraction(1)], HALF,
          squares=lambda p: [a * factorial(n) for n, a in enumerate(coordinates(p))])  # fmt: skip
@neighbor("inputs of length 2", [Fraction(-1), Fraction(0), Fraction(1)], Fraction(0), length=2)
def test_dual_activations_are_power_series(p, rho, *, squares=coordinates, length=1):
    found = squares(p)
    longer = stretched(p, length)
    assert sum(a * rho**n for n, a in enumerate(found)) == mean_product(longer, longer, rho)


@given(POLYNOMIALS)
@neighbor("less than all of it", [Fraction(0), Fraction(0), Fraction(1)],
          kept=lambda found: found[1:])  # fmt: skip
def test_coordinates_leave_nothing_out(p, *, kept=lambda found: found):
    assert sum(kept(coordinates(p))) == mean_product(p, p, Fraction(1))


@given(st.integers(0, 7), st.integers(0, 7), CORRELATIONS)
@neighbor("a sum of powers", 2, 2, HALF, expected=lambda n, rho: rho ** (n - 1))
def test_hermite_polynomials_of_a_pair(m, n, rho, *, expected=lambda n, rho: rho**n):
    found = mean_product(hermite(m), hermite(n), rho)
    assert found == (factorial(n) * expected(n, rho) if m == n else 0)


@given(POLYNOMIALS, INSIDE)
@neighbor("inputs of length 2, by the correlation", [Fraction(0), Fraction(0), Fraction(1)], HALF,
          length=2)  # fmt: skip
@neighbor("the dual of the function", [Fraction(0), Fraction(1), Fraction(1)], HALF,
          slope=lambda p: p)  # fmt: skip
def test_the_slope_of_a_polynomial_s_dual(p, rho, *, length=1, slope=derivative):
    powers = coordinates(stretched(p, length))
    found = sum(n * a * rho ** (n - 1) for n, a in enumerate(powers) if n)
    inner = stretched(slope(p), length)
    assert found == mean_product(inner, inner, rho)


@settings(max_examples=30)
@given(SLOPES, SLOPES, st.floats(-1.0, 1.0), st.floats(0.3, 2.8))
@neighbor("with a jump", 0.0, 0.0, 1.0, pi / 2, jumps=True)
def test_the_slope_with_a_kink(left, right, jump, theta, *, jumps=False):
    # φ(t) = right·t for t > 0 and left·t for t < 0, and where a jump is allowed that much more
    h = jump if jumps else 0.0

    def dual(angle):  # of slopes on rays, of the step with itself, and of both together
        lines = on_rays(1, -left, right, angle)
        mixed = (right - left) * (1 + cos(angle)) / 2 + left * cos(angle)
        return lines + h * h * step(angle) + 2 * h * mixed / sqrt(2 * pi)

    size = 1e-4
    rho = cos(theta)
    slope = (dual(acos(rho + size)) - dual(acos(rho - size))) / (2 * size)
    assert slope == pytest.approx(
        on_rays(0, left, right, theta), abs=1e-5 * (1 + left**2 + right**2)
    )


@given(POLYNOMIALS, INSIDE, PRICES, PRICES)
@neighbor("by the correlation as by the covariance", [Fraction(0), Fraction(0), Fraction(1)], HALF,
          Fraction(2), Fraction(3), factor=lambda *_: 1)  # fmt: skip
def test_the_slope_for_other_lengths(p, rho, s, t, *, factor=lambda s, t: s * t):
    first, second = stretched(p, s), stretched(p, t)
    mixed = [
        mean_product(first, hermite(n), Fraction(1)) * mean_product(second, hermite(n), Fraction(1))
        / factorial(n)
        for n in range(len(p))
    ]  # fmt: skip
    found = sum(n * a * rho ** (n - 1) for n, a in enumerate(mixed) if n)
    inner = [stretched(derivative(p), length) for length in (s, t)]
    assert found == factor(s, t) * mean_product(*inner, rho)


def test_the_series_of_relu():
    # aₙ by quadrature, and the series of the closed form: 1/2π + ρ/4 + ρ²/4π + ρ⁴/48π + ρ⁶/160π
    def coordinate(n):
        he = [float(c) for c in reversed(hermite(n))]
        density = 1 / sqrt(2 * pi * factorial(n))
        return quad(lambda t: t * np.polyval(he, t) * exp(-t * t / 2) * density, 0, np.inf)[0]

    squares = [coordinate(n) ** 2 for n in range(20)]
    expected = [1 / (2 * pi), 1 / 4, 1 / (4 * pi), 0, 1 / (48 * pi), 0, 1 / (160 * pi), 0]
    assert squares[:8] == pytest.approx(expected, abs=1e-12)
    assert 0.499 < sum(squares) < 0.5  # E φ(u)² is one half
    for theta in (pi / 3, pi / 2, 2 * pi / 3):
        series = sum(a * cos(theta) ** n for n, a in enumerate(squares))
        assert series == pytest.approx(relu(theta), abs=1e-7)


def gelu(t):
    return t * ndtr(t)


def gelu_dual(rho):
    root = sqrt(4 - rho * rho)
    return 1 / (2 * pi * root) + rho / 4 + rho / (2 * pi) * asin(rho / 2)


SMOOTH = {
    "erf": (erf, lambda rho: 2 / pi * asin(2 * rho / 3)),
    "sin": (np.sin, lambda rho: sinh(rho) / np.e),
    "cos": (np.cos, lambda rho: cosh(rho) / np.e),
    "exp": (np.exp, lambda rho: exp(1 + rho)),
    "gelu": (gelu, gelu_dual),
}


def of_smooth(name, rho):
    return SMOOTH[name][1](rho)


@given(st.sampled_from(sorted(SMOOTH)), st.floats(-1.0, 1.0))
@neighbor("the error function like the sign", "erf", 0.5,
          closed=lambda _, rho: 2 / pi * asin(rho))  # fmt: skip
@neighbor("sine and cosine exchanged", "cos", 0.5, closed=lambda _, rho: of_smooth("sin", rho))
@neighbor("the exponential without its mean", "exp", 0.0, closed=lambda _, rho: exp(rho))
@neighbor("GELU as half of ReLU's", "gelu", 1.0, closed=lambda _, rho: gelu_dual(rho) - rho / 4)
def test_the_table_of_smooth_ones(name, rho, *, closed=of_smooth):
    function = SMOOTH[name][0]
    assert closed(name, rho) == pytest.approx(on_grid(function, function, rho), abs=1e-7)


def leaky(c, theta):
    return (1 + c * c) * relu(theta) - 2 * c * relu(pi - theta)


@given(st.floats(-2.0, 2.0), ANGLES)
@neighbor("pieces that do not meet", 0.5, pi, closed=lambda c, a: (1 + c * c) * relu(a))
@neighbor("the slope once", 0.5, pi / 3,
          closed=lambda c, a: (1 + c * c) * relu(a) - c * relu(pi - a))  # fmt: skip
def test_leaky_relu(c, theta, *, closed=leaky):
    assert closed(c, theta) == pytest.approx(on_rays(1, -c, 1, theta), abs=1e-8)


@given(ANGLES)
@neighbor("twice ReLU", 3 * pi / 4, closed=lambda rho: 2 * relu(acos(rho)))
def test_the_absolute_value(
    theta, *, closed=lambda r: 2 / pi * (sqrt(max(0.0, 1 - r * r)) + r * asin(r))
):  # fmt: skip
    assert closed(cos(theta)) == pytest.approx(on_rays(1, 1, 1, theta), abs=1e-8)


def angles(start, layers):
    """Return the angle before and after each of some layers, with 40 digits."""
    with mp.workdps(40):
        found = [mpf(start)]
        for _ in range(layers):
            a = found[-1]
            found.append(mp.acos((mp.sin(a) + (mp.pi - a) * mp.cos(a)) / mp.pi))
        return found


@settings(max_examples=8, deadline=None)
@given(st.floats(0.05, pi))
@neighbor("3.1 instead of 3", pi / 2, constant=3.1 * pi)
@neighbor("like powers of a number below 1", pi / 2, share=0.9)
def test_angles_in_a_deep_network(start, *, constant=3 * pi, share=1.0):
    found = angles(start, 200)
    assert all(0 < b < share * a for a, b in pairwise(found))
    growth = (1 / found[200] - 1 / found[100]) / 100
    assert float(growth) * constant == pytest.approx(1, rel=0.015)


def test_every_start_has_the_same_limit():
    for start in (0.5, pi / 2, pi):
        found = angles(start, 800)
        assert 0.9 < float(800 * found[800]) / (3 * pi) < 1


def test_the_same_kernel_from_two_activations():
    for rho in (-1, -0.3, 0, 0.8, 1):
        both = of_smooth("cos", rho) + of_smooth("sin", rho)
        assert both == pytest.approx(exp(rho - 1), abs=1e-12)
