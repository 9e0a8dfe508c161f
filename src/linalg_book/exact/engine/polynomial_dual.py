"""The means of a polynomial: through Hermite polynomials of any variance."""

from __future__ import annotations

from math import comb
from typing import TYPE_CHECKING

import sympy
from sympy import Expr, Integer, Rational, factorial, factorial2

from linalg_book.exact.engine.dual_values import Covariance, Dual, expanded

if TYPE_CHECKING:
    from collections.abc import Sequence


def polynomial_dual(coefficients: Sequence[Rational]) -> Dual:
    """Return the means of the polynomial with these coefficients, the constant first."""
    slopes = [k * p for k, p in enumerate(coefficients)][1:] or [Integer(0)]
    return Dual(
        lambda k, _t, _r: mean_product(coefficients, k),
        lambda k, _t, _r: mean_product(slopes, k),
        "polynomial",
        lambda a: hermite(coefficients, 0, a),
    )


def hermite(coefficients: Sequence[Rational], n: int, variance: Expr) -> Expr:
    """Return the coefficient of the n-th Hermite polynomial: E φ⁽ⁿ⁾(u)/n!."""
    return sum(
        (
            p * comb(k, n) * factorial2(k - n - 1) * variance ** ((k - n) // 2)
            for k, p in enumerate(coefficients)
            if k >= n and (k - n) % 2 == 0
        ),
        Integer(0),
    )


def hermite_polynomial(n: int, x: Expr, variance: Expr) -> Expr:
    """Return Hₙ₊₁ = x Hₙ − n·variance·Hₙ₋₁, from H₀ = 1 and H₁ = x on."""
    before, here = Integer(1), x
    if n == 0:
        return before
    for k in range(1, n):
        before, here = here, expanded(x * here - k * variance * before)
    return here


def mean_product(coefficients: Sequence[Rational], k: Covariance) -> Expr:
    """Return Σ n! hₙ(a) hₙ(b) cⁿ."""
    terms = (
        factorial(n) * hermite(coefficients, n, k.a) * hermite(coefficients, n, k.b) * k.c**n
        for n in range(len(coefficients))
    )
    return expanded(sympy.Add(*terms))
