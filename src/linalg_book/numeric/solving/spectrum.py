"""A least-squares problem in the terms of its singular vectors, from which every λ follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import (
    cut_off,
    exponent_of,
    read_column,
    read_matrix,
    triples,
)


@dataclass(frozen=True)
class Spectrum:
    """A divided by 2 to the ``exponent``, less its means if there is an intercept, as U Σ Vᵀ.

    Singular values that count as zero are left out: U is m×r, V n×r.  ``rows`` are those of A,
    and ``mean`` is their mean (zero without intercept), in the same units.
    """

    rows: Array
    U: Array
    sigma: Array
    V: Array
    exponent: int
    mean: Array
    intercept: bool

    @property
    def cut(self) -> float:
        """Return the ratio below which singular values count as zero."""
        return cut_off((len(self.U), len(self.V)), None)

    def scaled(self, penalties: Array) -> Array:
        """Return the penalties in the units of the scaled squares."""
        with np.errstate(over="ignore", under="ignore"):
            return np.asarray(np.ldexp(penalties, -2 * self.exponent))

    def kept(self, penalties: Array) -> Array:
        """Return σ²/(σ² + λ), one row for each penalty: the share that is kept of a direction."""
        squares = self.sigma**2
        shares: Array = squares / (squares + self.scaled(penalties)[:, np.newaxis])
        return shares

    def solutions(self, b: Target, penalties: Array) -> tuple[Array, Array]:
        """Return a solution for each penalty, and the intercepts, in scaled units.

        The former still want b's exponent less A's, the latter that of b.
        """
        coordinates = (self.U.T @ b.b) / self.sigma
        x = (self.kept(penalties) * coordinates) @ self.V.T
        return x, b.mean - x @ self.mean

    def complement(self, column: Array) -> Array:
        """Return what is left of columns outside the column space and, if it is there, of 1."""
        left = column
        for _ in range(2):  # twice is enough [Kahan]
            left = left - self.U @ (self.U.T @ left)
            if self.intercept:
                left = left - left.mean(axis=0)
        return left


@dataclass(frozen=True)
class Target:
    """The right-hand side, divided by 2 to the ``exponent``, less its ``mean``."""

    b: Array
    mean: float
    exponent: int


def spectrum(A: Any, *, intercept: bool) -> Spectrum:
    """Read and decompose a matrix; an intercept takes the mean from every column."""
    matrix = read_matrix(A)
    exponent = exponent_of(matrix)
    with np.errstate(under="ignore"):
        scaled = rows = np.ldexp(matrix, -exponent)
    mean = np.zeros(scaled.shape[1])
    if intercept:
        scaled, mean = centered(scaled)
    found = triples(scaled)
    rank = found.rank(cut_off(matrix.shape, None))
    sigma = np.ldexp(found.sigma[:rank], found.exponent)
    return Spectrum(rows, found.U[:, :rank], sigma, found.V[:, :rank], exponent, mean, intercept)


def target(b: Any, A: Spectrum) -> Target:
    """Read a right-hand side for a matrix."""
    right = read_column(b, A.U)
    exponent = exponent_of(right)
    with np.errstate(under="ignore"):
        scaled = np.ldexp(right, -exponent)
    mean = 0.0
    if A.intercept:
        columns, means = centered(scaled[:, np.newaxis])
        scaled, mean = columns[:, 0], float(means[0])
    return Target(scaled, mean, exponent)


def centered(columns: Array) -> tuple[Array, Array]:
    """Return columns less their means, and the means; a second pass takes what rounding left."""
    if not len(columns):
        return columns, np.zeros(columns.shape[1])
    mean = columns.mean(axis=0)
    less = columns - mean
    rest = less.mean(axis=0)
    return less - rest, mean + rest
