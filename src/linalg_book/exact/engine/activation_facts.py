"""Integrals and identities that lead to the means of an activation; SymPy can verify each.

A fact is a pair of expressions that are equal.  a, b, p and s stand for positive numbers.
"""

from __future__ import annotations

import sympy
from sympy import Expr, Integral, Rational, acos, asin, cos, cosh, exp, oo, pi, sin, sinh, sqrt

Fact = tuple[Expr, Expr]
A, B, P, S = sympy.symbols("a b p s", positive=True)
C, X, Y, K = sympy.symbols("c x y k", real=True)
M, Q, H = sympy.symbols("m q h", real=True)
THETA, PSI = sympy.symbols("theta psi", real=True)
R = sympy.Symbol("r", positive=True)
HALF = Rational(1, 2)


def density(x: Expr, variance: Expr) -> Expr:
    """Return the normal density with mean 0."""
    return exp(-(x**2) / (2 * variance)) / sqrt(2 * pi * variance)


def whole(integrand: Expr) -> Integral:
    """Integrate over x from −∞ to ∞."""
    return Integral(integrand, (X, -oo, oo))


def sector() -> Fact:
    """Return the share of directions that have both shadows positive."""
    return Integral(1 / (2 * pi), (PSI, THETA - pi / 2, pi / 2)), (pi - THETA) / (2 * pi)


def mean_of_one_step() -> Fact:
    """Return the mean of a step at one value."""
    return Integral(density(X, A), (X, 0, oo)), HALF


def step_growth() -> Fact:
    """Return what densities at 0 add up to while the covariance grows."""
    return (
        Integral(1 / (2 * pi * sqrt(A * B - X**2)), (X, 0, C)),
        asin(C / sqrt(A * B)) / (2 * pi),
    )


def polar() -> list[Fact]:
    """Return the two integrals of ReLU in polar coordinates."""
    angle = cos(PSI) * cos(PSI - THETA)
    return [
        (Integral(X**3 * exp(-(X**2) / 2), (X, 0, oo)), sympy.Integer(2)),
        (
            Integral(angle, (PSI, THETA - pi / 2, pi / 2)),
            (sin(THETA) + (pi - THETA) * cos(THETA)) / 2,
        ),
    ]


def back_from_angle() -> Fact:
    """Return both integrals of ReLU together, by the covariance."""
    found = acos(C / sqrt(A * B))
    return (
        sqrt(A * B) * (sin(found) + (pi - found) * cos(found)) / (2 * pi),
        (sqrt(A * B - C**2) + C * (pi - found)) / (2 * pi),
    )


def halves() -> Fact:
    """Return E u relu(v): what −v in place of v takes from the mean of ReLU."""
    return (R + C * (pi - THETA)) / (2 * pi) - (R - C * THETA) / (2 * pi), C / 2


def absolute_facts() -> list[Fact]:
    """Return |u||v| from four means of ReLU, and the product of signs from four sectors."""
    return [
        (
            2 * (R + C * (pi - THETA)) / (2 * pi) + 2 * (R - C * THETA) / (2 * pi),
            (2 * R + C * (pi - 2 * THETA)) / pi,
        ),
        (2 * (pi - THETA) / (2 * pi) - 2 * THETA / (2 * pi), 1 - 2 * THETA / pi),
    ]


def leaky_facts() -> list[Fact]:
    """Return both means with m and k, those of ReLU."""
    return [
        (S**2 * C + 2 * S * (1 - S) * C / 2 + (1 - S) ** 2 * M, S * C + (1 - S) ** 2 * M),
        (S**2 + 2 * S * (1 - S) / 2 + (1 - S) ** 2 * K, S + (1 - S) ** 2 * K),
    ]


def identity_facts() -> list[Fact]:
    """Return E u², and E uv with v = (c/a)u + a part of its own."""
    square = X**2 * density(X, A)
    return [(whole(square), A), (whole(C / A * square), C)]


def exp_facts() -> list[Fact]:
    """Return E eʷ for a normal w with variance p, here u + v."""
    return [(whole(exp(X) * density(X, P)), exp(P / 2)), ((A + 2 * C + B) / 2, (A + B) / 2 + C)]


def wave_facts(*, odd: bool) -> list[Fact]:
    """Return E cos w, and how products of waves become waves of u − v and u + v."""
    sign = -1 if odd else 1
    wave, other = (sin, sinh) if odd else (cos, cosh)
    return [
        (whole(cos(X) * density(X, P)), exp(-P / 2)),
        ((cos(X - Y) + sign * cos(X + Y)) / 2, wave(X) * wave(Y)),
        (
            (exp(-(A - 2 * C + B) / 2) + sign * exp(-(A + 2 * C + B) / 2)) / 2,
            exp(-(A + B) / 2) * other(C),
        ),
    ]


def bell_facts(size: Expr) -> list[Fact]:
    """Return the mean of exp(−size·u²/2) exp(−size·v²/2): first over v, then over u.

    Given u, the mean of v is cu/a and its variance b − c²/a.
    """
    rest = B - C**2 / A
    left = (1 + size * rest) * (1 + size * A * (1 + C**2 / A**2 / (1 + size * rest)))
    if size == 2:
        left = (1 + 2 * rest) * (1 + 2 * A + 2 * C**2 / A / (1 + 2 * rest))
    return [
        (
            whole(exp(-size * (Y + X) ** 2 / 2) * density(X, P)),
            exp(-size * Y**2 / 2 / (1 + size * P)) / sqrt(1 + size * P),
        ),
        (whole(exp(-S * X**2 / 2) * density(X, A)), 1 / sqrt(1 + S * A)),
        (left, (1 + size * A) * (1 + size * B) - size**2 * C**2),
    ]


def erf_growth() -> Fact:
    """Return what the means of slopes add up to while the covariance grows from 0."""
    product = (1 + 2 * A) * (1 + 2 * B)
    return (
        Integral(4 / (pi * sqrt(product - 4 * X**2)), (X, 0, C)),
        2 * asin(2 * C / sqrt(product)) / pi,
    )


def gelu_share() -> Fact:
    """Return the share of a step by the arcsine."""
    return (pi - acos(X)) / (2 * pi), Rational(1, 4) + asin(X) / (2 * pi)


def stein() -> Fact:
    """Return the integral behind E u f(u) = a E f′(u)."""
    return Integral(Y * density(Y, A), (Y, X, oo)), A * density(X, A)


def gelu_parts() -> list[Fact]:
    """Return D = −aD + cq, and E n(u) v Φ(v) = −cD + bq, with D = cq/(1 + a)."""
    mean = C * Q / (1 + A)
    return [
        (-A * mean + C * Q, mean),
        (-C * mean + B * Q, Q * (B + A * B - C**2) / (1 + A)),
    ]


def gelu_value() -> Fact:
    """Return E u Φ(u) v Φ(v) = a E n(u)vΦ(v) + c E Φ(u)Φ(v) + c E Φ(u) v n(v)."""
    mixed = A * (B + A * B - C**2) / (1 + A) + C**2 / (1 + B)
    parts = A * Q * (B + A * B - C**2) / (1 + A) + C * H + C * C * Q / (1 + B)
    return parts, C * H + Q * mixed


def gelu_slope() -> Fact:
    """Return E u n(u) v n(v) as the growth of E n(u) n(v)."""
    product = (1 + A) * (1 + B)
    return (
        Integral(X / (2 * pi * (product - X**2) ** Rational(3, 2)), (X, 0, C)),
        1 / (2 * pi * sqrt(product - C**2)) - 1 / (2 * pi * sqrt(product)),
    )
