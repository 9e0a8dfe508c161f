"""A least-squares problem in the terms of its singular vectors, from which every λ follows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import cut_off, exponent_of, triples
from linalg_book.numeric.solving.refinement import HouseholderQR


@dataclass(frozen=True)
class Spectrum:
    """A divided by 2 to the ``exponent``, less its means if there is an intercept, as U Σ Vᵀ.

    Singular values that count as zero are left out: U is m×r, V n×r.  ``rows`` are those of A,
    and ``mean`` is their mean (zero without intercept), in the same units.  ``left`` and
    ``right`` turn U and V into ``inner``, with rows of zeros below; with an intercept ``left``
    takes 1 to the first axis, which stands above.
    """

    rows: Array
    mean: Array
    intercept: bool
    left: HouseholderQR | None
    right: HouseholderQR | None
    inner: tuple[Array, Array]
    sigma: Array
    exponent: int

    @property
    def cut(self) -> float:
        """Return the ratio below which singular values count as zero."""
        return cut_off(self.rows.shape, None)

    @cached_property
    def U(self) -> Array:  # noqa: N802 (a matrix)
        """Return the left singular vectors, perpendicular to 1 if there is an intercept."""
        inner = self.inner[0]
        if not self.left:
            return inner
        above = np.zeros((int(self.intercept), inner.shape[1]))
        return self.left.turned(np.vstack([above, inner]), back=True)

    def coordinates(self, b: Target) -> Array:
        """Return Uᵀb, without U."""
        inner, first = self.inner[0], int(self.intercept)
        turned = self.left.turned(b.b) if self.left else b.b
        found: Array = inner.T @ turned[first : first + len(inner)]
        return found

    def combined(self, coordinates: Array) -> Array:
        """Return V times each row of coordinates, without V."""
        inner = coordinates @ self.inner[1].T
        return self.right.turned(inner.T, back=True).T if self.right else inner

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
        x = self.combined(self.kept(penalties) * (self.coordinates(b) / self.sigma))
        return x, b.mean - x @ self.mean

    def complement(self, column: Array) -> Array:
        """Return what is left of columns outside the column space and, if it is there, of 1."""
        left = column
        for _ in range(2):  # twice is enough [Parlett, The Symmetric Eigenvalue Problem, 6.9]
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


def spectrum(matrix: Array, *, intercept: bool) -> Spectrum:
    """Decompose a matrix; an intercept takes the mean from every column."""
    exponent = exponent_of(matrix)
    with np.errstate(under="ignore"):
        inside = rows = np.ldexp(matrix, -exponent)
    mean = np.zeros(rows.shape[1])
    if intercept:
        inside, mean = centered(rows)
    left, inside = _turned_left(inside, intercept=intercept)
    right = None
    if inside.shape[1] > len(inside) > 0:
        right = HouseholderQR.of(inside.T)
        inside = right.R.T
    found = triples(inside)
    rank = found.rank(cut_off(matrix.shape, None))
    sigma = np.ldexp(found.sigma[:rank], found.exponent)
    inner = found.U[:, :rank], found.V[:, :rank]
    return Spectrum(rows, mean, intercept, left, right, inner, sigma, exponent)


def _turned_left(A: Array, *, intercept: bool) -> tuple[HouseholderQR | None, Array]:
    """Turn the columns into a triangle, after one of ones if there is an intercept."""
    m, n = A.shape
    first = int(intercept)
    columns = np.column_stack([np.ones(m), A]) if intercept else A
    if m > n + first > 0:
        left = HouseholderQR.of(columns)
        return left, left.R[first:, first:]
    if intercept and m:
        left = HouseholderQR.of(columns[:, :1])
        return left, left.turned(A)[1:]
    return None, A


def target(right: Array, A: Spectrum) -> Target:
    """Scale a right-hand side for a matrix."""
    exponent = exponent_of(right)
    with np.errstate(under="ignore"):
        scaled = np.ldexp(right, -exponent)
    mean = 0.0
    if A.intercept:
        columns, means = centered(scaled[:, np.newaxis])
        scaled, mean = columns[:, 0], float(means[0])
    return Target(scaled, mean, exponent)


def centered(columns: Array) -> tuple[Array, Array]:
    """Return columns less their means, and the means.

    A second pass takes what rounding left: of a constant column nothing, since a mean that is off
    leaves the same few units of the last place in every entry, and these add up exactly.
    """
    if not len(columns):
        return columns, np.zeros(columns.shape[1])
    mean = columns.mean(axis=0)
    less = columns - mean
    rest = less.mean(axis=0)
    less -= rest
    return less, mean + rest
