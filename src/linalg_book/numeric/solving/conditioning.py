"""Roots of K + τ²I: what turns a Gaussian vector into independent standard normal numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from scipy.linalg import solve_triangular
from scipy.linalg.lapack import dpocon, dpotrf, dpotri, dpotrs

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import cut_off
from linalg_book.numeric.solving.semidefinite import NEGATIVE, Semidefinite, decompose

MARGIN = 10
"""The estimate of a condition number may be too small by this factor."""


class Root(Protocol):
    """W with WᵀW = (K + τ²I)⁻¹, on what the process can reach."""

    def whiten(self, columns: Array) -> Array:
        """Return W times columns."""

    def solve(self, y: Array) -> Array:
        """Return WᵀW y, the coefficients of the mean."""

    def multipliers(self, y: Array) -> Array:
        """Return (K + τ²I)⁻¹y."""

    def outside(self, y: Array) -> Array:
        """Return the part of y that no process without noise reaches."""

    def inverse(self) -> Array:
        """Return (K + τ²I)⁻¹."""

    def log_likelihood(self, y: Array) -> float:
        """Return the logarithm of the density of y, without the constant N/2 ln 2π."""


@dataclass(frozen=True)
class Cholesky:
    """K + τ²I = L Lᵀ, with L below the diagonal."""

    L: Array

    def whiten(self, columns: Array) -> Array:
        """Return L⁻¹ times columns."""
        found: Array = solve_triangular(self.L, columns, lower=True, check_finite=False)
        return found

    def solve(self, y: Array) -> Array:
        """Return (L Lᵀ)⁻¹y."""
        found: Array = dpotrs(self.L, y, lower=1)[0]
        return found

    def multipliers(self, y: Array) -> Array:
        """Return the same."""
        return self.solve(y)

    def outside(self, y: Array) -> Array:
        """Return zeros: every y can be reached."""
        return np.zeros_like(y)

    def inverse(self) -> Array:
        """Return (L Lᵀ)⁻¹."""
        found: Array = dpotri(self.L, lower=1)[0]
        below = np.tril(found, -1)
        return below + below.T + np.diag(np.diagonal(found))

    def log_likelihood(self, y: Array) -> float:
        """Return −½‖L⁻¹y‖² − Σ ln lᵢᵢ."""
        w = self.whiten(y)
        return float(-0.5 * (w @ w) - np.sum(np.log(np.diagonal(self.L))))


@dataclass(frozen=True)
class Spectral:
    """K = U Λ Uᵀ where K + τ²I is singular or nearly so; τ² is the ``noise``."""

    K: Semidefinite
    noise: float

    @cached_property
    def lengths(self) -> Array:
        """Return the standard deviations along the eigenvectors."""
        return np.sqrt(self.K.values + self.noise)

    def whiten(self, columns: Array) -> Array:
        """Return (Λ + τ²)^−½ Uᵀ times columns: kernels at new points have no other part."""
        parts = self.K.vectors.T @ columns
        return (parts.T / self.lengths).T

    def solve(self, y: Array) -> Array:
        """Return U(Λ + τ²)⁻¹Uᵀy: the part in the null space changes no mean."""
        found: Array = self.K.vectors @ (self.whiten(y) / self.lengths)
        return found

    def multipliers(self, y: Array) -> Array:
        """Add the part in the null space, where there is noise."""
        found = self.solve(y)
        return found + self.K.null @ (self.K.null.T @ y) / self.noise if self.noise else found

    def outside(self, y: Array) -> Array:
        """Return the part in the null space of K; with noise it is nothing to worry about."""
        if self.noise:
            return np.zeros_like(y)
        outside: Array = self.K.null @ (self.K.null.T @ y)
        return outside

    def inverse(self) -> Array:
        """Return (K + τ²I)⁻¹; there is one, because τ² > 0 or the rank is full."""
        roots = self.K.vectors / self.lengths
        found: Array = roots @ roots.T
        return found + self.K.null @ self.K.null.T / self.noise if self.noise else found

    def log_likelihood(self, y: Array) -> float:
        """Add what the null space contributes, where there is noise, to the rest."""
        w, rest = self.whiten(y), self.K.null.T @ y
        found = -0.5 * (w @ w) - np.sum(np.log(self.lengths))
        if len(rest):
            found -= 0.5 * (rest @ rest / self.noise + len(rest) * np.log(self.noise))
        return float(found)


def root_of(K: Array, noise: float, rtol: Any) -> Root:
    """Take Cholesky's factor where the condition number is no trouble, else the spectrum."""
    tau, size = cut_off(K.shape, rtol), float(np.max(np.sum(np.abs(K), axis=0)))
    L, failed = _factor(K, noise)
    if failed or dpocon(L, size + noise, uplo="L")[0] <= MARGIN * tau:
        return Spectral(decompose(K, rtol), noise)
    least = NEGATIVE * tau * size
    if noise > least and _factor(K, least)[1]:
        decompose(K, rtol)  # noise makes up for eigenvalues that are refused here
    return Cholesky(L)


def _factor(K: Array, shift: float) -> tuple[Array, int]:
    """Return Cholesky's factor of K + shift I; the number is 0 if there is one."""
    shifted = K.copy()
    shifted.flat[:: len(K) + 1] += shift
    L, failed = dpotrf(shifted.T, lower=1, clean=1, overwrite_a=1)
    return L, int(failed)
