"""Polynomials of standard normal numbers, as lists of coefficients from the constant on."""

from fractions import Fraction
from math import comb, factorial


def moment(n):
    """Return E gⁿ of a standard normal number."""
    return 0 if n % 2 else factorial(n) // (2 ** (n // 2) * factorial(n // 2))


def mean_product(p, q, rho):
    """Return E p(u)q(v) exactly, from E uᵐvⁿ with v = ρu + √(1 − ρ²) w."""
    total = Fraction(0)
    for m, a in enumerate(p):
        for n, b in enumerate(q):
            for k in range(0, n + 1, 2):  # odd powers of w have the mean 0
                spread = (1 - rho * rho) ** (k // 2) * moment(k)
                total += a * b * comb(n, k) * rho ** (n - k) * spread * moment(m + n - k)
    return total


def hermite(n):
    """Return the coefficients of Heₙ, with the leading one 1, from tHeₙ = Heₙ₊₁ + n Heₙ₋₁."""
    before, this = [Fraction(0)], [Fraction(1)]
    for k in range(n):
        shifted = [Fraction(0), *this]
        for i, c in enumerate(before):
            shifted[i] -= k * c
        before, this = this, shifted
    return this


def coordinates(p):
    """Return the squares aₙ² of the coordinates of a polynomial."""
    return [mean_product(p, hermite(n), Fraction(1)) ** 2 / factorial(n) for n in range(len(p))]


def stretched(p, factor):
    """Return p(factor·t)."""
    return [c * factor**n for n, c in enumerate(p)]


def derivative(p):
    """Return the coefficients of the slope."""
    return [n * c for n, c in enumerate(p)][1:] or [Fraction(0)]
