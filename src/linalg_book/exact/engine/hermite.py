"""Hermite polynomials with the leading coefficient 1, and means of powers of a normal number."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING, Any

import sympy

if TYPE_CHECKING:
    from collections.abc import Sequence


def hermite(n: int) -> list[int]:
    """Return the coefficients of Heₙ from the constant on, by Heₙ₊₁ = t Heₙ − n Heₙ₋₁."""
    before, this = [0], [1]
    for k in range(n):
        following = [0, *this]
        for i, c in enumerate(before):
            following[i] -= k * c
        before, this = this, following
    return this


def in_hermite(coefficients: Sequence[Any]) -> list[Any]:
    """Write a polynomial as a combination of He₀, He₁ and so on: remove the highest power."""
    left, found = list(coefficients), [sympy.Integer(0)] * len(coefficients)
    for n in range(len(left) - 1, -1, -1):
        found[n] = left[n]
        for i, c in enumerate(hermite(n)):
            left[i] -= found[n] * c
    return found


def power_mean(n: int) -> int:
    """Return E gⁿ of a standard normal number: 1·3·5⋯(n − 1) for even n, else 0."""
    return 0 if n % 2 else factorial(n) // (2 ** (n // 2) * factorial(n // 2))


def mean_square(coefficients: Sequence[Any]) -> Any:
    """Return E p(g)² of a polynomial, from the means of powers."""
    return sum(
        (a * b * power_mean(m + n)
         for m, a in enumerate(coefficients) for n, b in enumerate(coefficients)),
        sympy.Integer(0),
    )  # fmt: skip
