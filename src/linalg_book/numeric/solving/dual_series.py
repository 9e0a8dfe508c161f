"""Duals of smooth functions: their Hermite series, and what its rest can be at most.

φ(√a x) = Σ cₙ(a) hₙ(x) with Hermite polynomials of E hₘhₙ = 0 and E hₙ² = 1 for a standard
normal x, so E φ(u)φ(v) = Σ cₙ(k₁₁) cₙ(k₂₂) ρⁿ, and what is left out is at most the root of
(E φ(u)² − Σ cₙ(k₁₁)²)(E φ(v)² − Σ cₙ(k₂₂)²).  Of φ′(√a x) the coefficients are √n cₙ/√a.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import EPS, Array
from linalg_book.numeric.solving.covariances import mean_variance

FEW, TERMS = 128, 1024
"""So many terms are computed to begin with, and at most."""
VANISHED = 1e-28
"""Terms of so small a share of E φ² are rounding."""
REACH, STEPS = 24, 32
"""Integrals are sums over the points from −24 to 24 with 32 in a unit: exact for smooth φ."""
SMOOTH = 1e-8
"""What is left out must be a smaller share of E φ² than this."""
NEGLIGIBLE = 1e-18
"""Terms after which so small a share of E φ² is left are not added up."""
LEAST = 2.0**-35
"""From a smaller variance no derivative is taken: it differs from φ′(0)² as little as this."""
ENDS = 1e-18
"""By so much of E φ² a point at the end of the reach may count."""


@dataclass(frozen=True, eq=False)
class Coefficients:
    """cₙ(a) for several variances a, one a row; E φ², and what all terms leave out of it."""

    terms: Array
    square: Array
    rest: Array


@dataclass(frozen=True)
class Series:
    """The dual of a function of arrays."""

    function: Callable[[Array], Any]

    def value(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ(u)φ(v)."""
        left, right = self.coefficients(k11), self.coefficients(k22)
        return _summed(left.terms, _cosine(k11, k12, k22), right.terms)

    def derivative(self, k11: Array, k12: Array, k22: Array) -> Array:
        """Return E φ′(u)φ′(v)."""
        left, right = (self._slopes(np.maximum(k, LEAST)) for k in (k11, k22))
        return _summed(left, _cosine(k11, k12, k22), right)

    def error(self, k11: Array, k22: Array) -> Array:
        """Bound what the terms of the value leave out."""
        rests = self.coefficients(k11).rest * self.coefficients(k22).rest
        return np.asarray(np.sqrt(rests))

    def coefficients(self, variances: Array) -> Coefficients:
        """Integrate φ times Hermite polynomials."""
        weighted = self._weighted(variances)
        square = np.einsum("...i,...i->...", weighted, weighted)
        _require_ends(weighted, square)
        terms = _terms(weighted, square)
        halves = (np.sum(weighted[..., i::2] ** 2, axis=-1) for i in (0, 1))
        uneven = 2 * np.abs(np.subtract(*halves))
        rest = np.maximum(square - np.sum(terms * terms, axis=-1), 0) + uneven
        _require_smooth(rest, square, "φ")
        return Coefficients(terms, square, rest + 8 * EPS * square)

    def _slopes(self, variances: Array) -> Array:
        """Return the coefficients of φ′, after a look that no large part of it is left out."""
        found = self.coefficients(variances)
        orders, root = np.arange(1, found.terms.shape[-1]), np.sqrt(variances)[..., np.newaxis]
        terms: Array = found.terms[..., 1:] * np.sqrt(orders) / root
        weighted = self._weighted(variances)
        frequencies = 2j * np.pi * np.fft.rfftfreq(weighted.shape[-1], 1 / STEPS)
        grown = np.fft.irfft(frequencies * np.fft.rfft(weighted), weighted.shape[-1])
        slopes = (grown + weighted * _places() / 2) / root
        square = np.einsum("...i,...i->...", slopes, slopes)
        _require_smooth(square - np.sum(terms * terms, axis=-1), square, "φ′")
        return terms

    def _weighted(self, variances: Array) -> Array:
        """Return φ(√a x) times the root of the weight of each x in a sum."""
        x = _places()
        given = np.sqrt(np.asarray(variances))[..., np.newaxis] * x
        with np.errstate(all="ignore"):
            values = np.asarray(self.function(given.copy()))
        if values.shape != given.shape or values.dtype.kind not in "iuf":
            raise InvalidNumberError(
                "activation is expected to map an array of real numbers entry by entry, but of "
                f"shape {given.shape} it makes {values.dtype} of shape {values.shape}: "
                "use NumPy's functions, as in lambda u: numpy.tanh(u)."
            ).about("activation")
        density = np.exp(-x * x / 2) / np.sqrt(2 * np.pi) / STEPS
        return np.asarray(values * np.sqrt(density))


@lru_cache(maxsize=1)
def _places() -> Array:
    return np.arange(-REACH * STEPS, REACH * STEPS) / STEPS


@lru_cache(maxsize=1)
def _hermite_functions() -> Array:
    """Return hₙ(x) times the root of the weight of x, one n a row, by their recursion."""
    x = _places()
    found = np.empty((TERMS, len(x)))
    found[0] = np.sqrt(np.exp(-x * x / 2) / np.sqrt(2 * np.pi) / STEPS)
    found[1] = x * found[0]
    for n in range(2, TERMS):
        found[n] = (x * found[n - 1] - np.sqrt(n - 1) * found[n - 2]) / np.sqrt(n)
    return found


def _terms(weighted: Array, square: Array) -> Array:
    """Return the coefficients up to where they vanish for all variances, or all of them."""
    count = FEW
    while True:
        terms: Array = weighted @ _hermite_functions()[:count].T
        last = np.sum(terms[..., -FEW // 8 :] ** 2, axis=-1)
        if count == TERMS or np.all(last <= VANISHED * square):
            return terms
        count *= 2


def _cosine(k11: Array, k12: Array, k22: Array) -> Array:
    s = mean_variance(k11, k22)
    found = np.divide(k12, s, out=np.zeros(np.broadcast(k12, s).shape), where=s > 0)
    return np.clip(found, -1, 1)


def _summed(left: Array, cosines: Array, right: Array) -> Array:
    """Return Σ cₙ dₙ ρⁿ by Horner's rule, without terms that count for nothing."""
    most = min(max(_last(left), _last(right)), left.shape[-1], right.shape[-1])
    total = np.zeros(np.broadcast(left[..., 0], cosines, right[..., 0]).shape)
    for n in reversed(range(most)):
        total *= cosines
        total += left[..., n] * right[..., n]
    return total


def _last(terms: Array) -> int:
    """Count the terms until what follows is negligible for all variances."""
    squares = terms * terms
    following = np.cumsum(squares[..., ::-1], axis=-1)[..., ::-1]
    counts = following > NEGLIGIBLE * following[..., :1]
    return max(1, int(np.max(np.sum(counts, axis=-1))))


def _require_ends(weighted: Array, square: Array) -> None:
    """Refuse a function that grows so fast that E φ² is not seen to be finite."""
    ends = np.maximum(weighted[..., 0] ** 2, weighted[..., -1] ** 2)
    if not np.all(np.isfinite(square)) or np.any(ends > ENDS * square):
        raise InvalidNumberError(
            "activation is expected to be finite with a finite mean of its square, but it has "
            "NaN, infinity, or grows like exp(u²/4k) or faster for a variance k: give a function "
            "that grows slower, or smaller variances."
        ).about("activation")


def _require_smooth(rest: Array, square: Array, name: str) -> None:
    """Refuse what so many terms do not describe."""
    shares = np.divide(rest, square, out=np.zeros_like(square), where=square > 0)
    if np.any(shares > SMOOTH):
        raise InvalidNumberError(
            f"activation is expected to be smooth, but {TERMS} terms of its Hermite series leave "
            f"{float(np.max(shares)):.0e} of E {name}² out: a corner or a jump needs a named "
            "activation, such as relu or step; what is steep needs smaller variances."
        ).about("activation")
