"""Duals of smooth activations in closed form, by variances and covariance.

With a, k, b for k₁₁, k₁₂, k₂₂: what the sources of ``dual_activation`` give, and for GELU two
steps by Stein's identity E u g(u, v) = a E ∂g/∂u + k E ∂g/∂v.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.covariances import determinant


@dataclass(frozen=True)
class Erf:
    """φ(u) = erf u."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return (2/π) arcsin(2k/√((1 + 2a)(1 + 2b)))."""
        rest = np.sqrt(self._rest(k11, k12, k22))
        return np.asarray(2 / np.pi * np.arctan2(2 * k12, rest))

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return (4/π)/√((1 + 2a)(1 + 2b) − 4k²)."""
        return np.asarray(4 / np.pi / np.sqrt(self._rest(k11, k12, k22)))

    def _rest(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return (1 + 2a)(1 + 2b) − 4k², whose parts are none of them negative."""
        return np.asarray(1 + 2 * k11 + 2 * k22 + 4 * determinant(k11, k12, k22))


def _waves(k11: Array, k12: Array, k22: Array) -> tuple[Array, Array]:
    """Return e^(−(a + b)/2) times sinh k and cosh k, where neither overflows."""
    half, size = (k11 + k22) / 2, np.abs(k12)
    near, far = np.exp(np.minimum(size - half, 0)), np.exp(-2 * size)
    return np.copysign(-near * np.expm1(-2 * size) / 2, k12), near * (1 + far) / 2


@dataclass(frozen=True)
class Sine:
    """φ(u) = sin u."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return e^(−(a + b)/2) sinh k."""
        return _waves(k11, k12, k22)[0]

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return e^(−(a + b)/2) cosh k."""
        return _waves(k11, k12, k22)[1]


@dataclass(frozen=True)
class Cosine:
    """φ(u) = cos u."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return e^(−(a + b)/2) cosh k."""
        return _waves(k11, k12, k22)[1]

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return e^(−(a + b)/2) sinh k."""
        return _waves(k11, k12, k22)[0]


@dataclass(frozen=True)
class Exponential:
    """φ(u) = exp u."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return exp((a + b)/2 + k)."""
        return np.asarray(np.exp((k11 + k22) / 2 + k12))

    derivative = value


@dataclass(frozen=True)
class Gelu:
    """φ(u) = u Φ(u) with the normal distribution Φ, not its approximation by tanh."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return k F + (ab + k² q)/(2π√D), F = E Φ(u)Φ(v), D = (1 + a)(1 + b) − k²."""
        below, rest = self._parts(k11, k12, k22)
        inner = k11 * k22 + k12 * k12 * self._share(k11, k22)
        return np.asarray(k12 * below + inner / (2 * np.pi * np.sqrt(rest)))

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return the derivative by k: F + (k + 2kq + k(ab + k² q)/D)/(2π√D)."""
        below, rest = self._parts(k11, k12, k22)
        share = self._share(k11, k22)
        inner = 1 + 2 * share + (k11 * k22 + k12 * k12 * share) / rest
        return np.asarray(below + k12 * inner / (2 * np.pi * np.sqrt(rest)))

    def _parts(self, k11: Array, k12: Array, k22: Array) -> tuple[Array, Array]:
        rest = 1 + k11 + k22 + determinant(k11, k12, k22)
        return 0.25 + np.arctan2(k12, np.sqrt(rest)) / (2 * np.pi), rest

    def _share(self, k11: Array, k22: Array) -> Array:
        """Return q = (1 − ab)/((1 + a)(1 + b))."""
        return np.asarray((1 - k11 * k22) / ((1 + k11) * (1 + k22)))


@dataclass(frozen=True)
class Polynomial:
    """φ(u) = c₀ + c₁u + c₂u² + …."""

    coefficients: tuple[float, ...]

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return Σ kⁿ/n! E φ⁽ⁿ⁾(u) E φ⁽ⁿ⁾(v)."""
        return _mixed(np.array(self.coefficients), k11, k12, k22)

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return the same of φ′."""
        inner = np.polynomial.polynomial.polyder(np.array(self.coefficients))
        return _mixed(np.asarray(inner, dtype=float), k11, k12, k22)


def _mixed(coefficients: Array, k11: Array, k12: Array, k22: Array) -> Array:
    total = np.zeros(np.broadcast(k11, k12, k22).shape)
    power = np.ones_like(total)
    for order in range(len(coefficients)):
        inner = np.asarray(np.polynomial.polynomial.polyder(coefficients, order), dtype=float)
        total += power * (_mean(inner, k11) * _mean(inner, k22)) / factorial(order)
        power *= k12
    return total


def _mean(coefficients: Array, variance: Array) -> Array:
    """Return E φ(u) for a polynomial: E u²ⁿ = (2n − 1)(2n − 3)⋯1 aⁿ."""
    total = np.zeros_like(variance)
    for n in reversed(range(0, len(coefficients), 2)):
        total = total * variance * (n + 1) + float(coefficients[n])
    return total
