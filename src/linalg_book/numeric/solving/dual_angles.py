"""Activations that keep directions, a·u above zero and b·u below, and the step: by angles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.covariances import half_angle


@dataclass(frozen=True)
class Bent:
    """φ(u) = u for u > 0 and ``slope``·u below: ReLU, leaky ReLU, |u| and u itself.

    With the angle θ of u and v: E φ(u)φ(v) = c s (cos θ + γ (sin θ − θ cos θ)), s² = k₁₁k₂₂,
    and E φ′(u)φ′(v) = c (1 − γθ), where c = (1 + slope²)/2 and cγ = (1 − slope)²/(2π).  At 0
    the derivative counts as the mean of both sides.
    """

    slope: float

    @property
    def scale(self) -> float:
        """Return c: a variance k becomes c·k."""
        return (1 + self.slope**2) / 2

    @property
    def bend(self) -> float:
        """Return γ: 0 for the identity, 1/π for ReLU, 2/π for |u|."""
        return (1 - self.slope) ** 2 / (2 * np.pi * self.scale)

    @property
    def odd(self) -> float:
        """Return 1 − πγ/2 without cancellation: the share of u in φ(u); |u| has the rest."""
        return (1 + self.slope) ** 2 / (4 * self.scale)

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ(u)φ(v)."""
        s, half = half_angle(k11, k12, k22)
        grown = self.bend * (np.sin(2 * half) - 2 * half * np.cos(2 * half))
        return np.asarray(self.scale * (np.clip(k12, -s, s) + s * grown))

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ′(u)φ′(v)."""
        _, half = half_angle(k11, k12, k22)
        return np.asarray(self.scale * (1 - 2 * self.bend * half))


@dataclass(frozen=True)
class Step:
    """φ(u) = 1 for u > 0, 0 below and ½ at 0; its derivative counts as 0, as it is elsewhere.

    E φ(u)φ(v) = (π − θ)/(2π), and ¼ where u or v is always 0.
    """

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ(u)φ(v)."""
        _, half = half_angle(k11, k12, k22)
        return np.asarray(0.5 - half / np.pi)

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return 0."""
        return np.zeros(np.broadcast(k11, k12, k22).shape)


Angular = Bent | Step
