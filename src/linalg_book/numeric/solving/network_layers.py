"""A network without width: its activation, its depth, its variances, and single rows in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.directions import Directions
from linalg_book.numeric.solving.tiles import TILE


class Dual(Protocol):
    """E φ(u)φ(v) and E φ′(u)φ′(v) of Gaussian u and v, by their variances and covariance."""

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ(u)φ(v)."""

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ′(u)φ′(v)."""


@dataclass(frozen=True)
class Network:
    """So many hidden layers, all with the same activation and variances, and a readout."""

    dual: Dual
    depth: int
    weight_variance: float
    bias_variance: float

    def variances(self, at: Directions) -> list[Array]:
        """Return the variances of single rows before each layer and after the last, less bias."""
        found = [self.weight_variance * at.mean_squares()]
        for _ in range(self.depth):
            variance = found[-1] + self.bias_variance
            portions = np.split(variance, range(TILE, len(variance), TILE))
            grown = np.concatenate([self.dual.value(part, part, part) for part in portions])
            found.append(self.weight_variance * grown)
        return [self._finite(rest) for rest in found]

    def _finite(self, rest: Array) -> Array:
        """Refuse variances from which a kernel of so many layers may overflow."""
        if not np.all(np.isfinite((self.depth + 1) * (rest + self.bias_variance))):
            raise InvalidNumberError(
                "expected a kernel within the range of float64 (about 1.8e308), but it grows "
                "beyond it: divide X by a power of 2, or take fewer layers or smaller variances."
            ).about("X")
        return rest
