"""Iterative refinement of least squares, with residuals in twice the working precision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg import solve_triangular
from scipy.linalg.lapack import dgemqrt, dgeqrt

from linalg_book.numeric.reading.floats import EPS, Array

SPLITTER = 2.0**27 + 1
"""Cuts the 53 bits of a number into two halves."""
STEPS = 5
"""Refinement ends after so many steps at the latest; one or two are the rule."""
BLOCK = 2**14
"""So many products are added at a time: they and their errors stay in the cache."""
REFLECTORS = 32
"""So many reflections are applied at once."""


@dataclass(frozen=True)
class HouseholderQR:
    """B = Q R with R upper triangular, and Q as reflections; B has no fewer rows than columns."""

    reflections: Array
    factors: Array
    R: Array

    @classmethod
    def of(cls, B: Array) -> HouseholderQR:
        """Decompose a matrix with at least one column."""
        n = B.shape[1]
        reflections, factors, _ = dgeqrt(min(REFLECTORS, n), B)
        return cls(reflections, factors, np.triu(reflections[:n]))

    def turned(self, columns: Array, *, back: bool = False) -> Array:
        """Return Qᵀ times a column or a matrix, or Q times it; rows of zeros fill up the latter."""
        trans, k = "N" if back else "T", columns.size // max(1, len(columns))
        table = np.zeros((len(self.reflections), k), order="F")
        table[: len(columns)] = columns.reshape(len(columns), -1)
        found, _ = dgemqrt(self.reflections, self.factors, table, trans=trans, overwrite_c=1)
        turned: Array = found if columns.ndim == 2 else found[:, 0]
        return turned

    def correction(self, f: Array, g: Array) -> tuple[Array, Array]:
        """Solve s + B z = f, Bᵀ s = g for z and s; the columns of B are independent."""
        n = len(self.R)
        turned = self.turned(f)
        forced = solve_triangular(self.R, g, trans="T", check_finite=False)
        z = solve_triangular(self.R, turned[:n] - forced, check_finite=False)
        turned[:n] = forced
        return z, self.turned(turned, back=True)


def minimizer(B: Array, b: Array, weights: Array, factors: HouseholderQR) -> Array:
    """Find the only minimizer of ‖B x − b‖² + Σ weight x² and improve it while that pays.

    ``factors`` decompose B with the roots of the weights below it.  x and s solve s + B x = b and
    Bᵀ s = weights x together.  What is left of these two, in twice the precision, gives the next
    correction of both; it ends when the one after it would change nothing.
    """
    m = len(B)
    f, zero = np.zeros(len(factors.reflections)), np.zeros(B.shape[1])
    f[:m] = b
    x, s = factors.correction(f, zero)
    s, last = s[:m], float("inf")
    for _ in range(STEPS):
        f[:m] = _residual(B, x, s, b)
        g = dot_twice(B, -s, also=(weights, x))
        z, more = factors.correction(f, g)
        size = float(np.linalg.norm(z))
        if not size < last / 2:
            break
        x, s, last = x + z, s + more[:m], size
        following = size * size / max(float(np.linalg.norm(x)), np.finfo(float).tiny)
        if following <= EPS * np.min(np.abs(x), where=x != 0, initial=np.inf):
            break
    return x


def _residual(B: Array, x: Array, s: Array, b: Array) -> Array:
    """Compute b − s − B x, each entry rounded once at the end."""
    rows, factors = max(1, BLOCK // (len(x) + 2)), np.concatenate([-x, [-1.0, 1.0]])
    parts = [slice(i, i + rows) for i in range(0, len(B), rows)]
    found = [dot_twice(np.vstack([B[i].T, s[i], b[i]]), factors) for i in parts]
    return np.concatenate(found)


def dot_twice(X: Array, y: Array, also: tuple[Array, Array] | None = None) -> Array:
    """Compute Xᵀ y as if in twice the working precision, rounded once at the end.

    ``also`` adds the products of two rows, entry by entry.
    """
    high = low = np.zeros(X.shape[1])
    rows = max(2, BLOCK // max(1, X.shape[1]))
    pairs = [(X[i : i + rows], y[i : i + rows, np.newaxis]) for i in range(0, len(X), rows)]
    if also:
        pairs.append((also[0][np.newaxis], also[1][np.newaxis]))
    for left, right in pairs:
        products, errors = _exact_product(left, right)
        part, rest = _exact_sum(products)
        high, error = _two_sum(high, part)
        low = low + (error + (rest + errors.sum(axis=0)))
    return np.asarray(high + low)


def _exact_sum(terms: Array) -> tuple[Array, Array]:
    """Return the sum of rows by halves, rounded, and the sum of the rounding errors."""
    low = np.zeros(terms.shape[1])
    while len(terms) > 1:
        half = len(terms) // 2
        total, errors = _two_sum(terms[:half], terms[half : 2 * half])
        low += errors.sum(axis=0)
        if len(terms) % 2:
            total[0], error = _two_sum(total[0], terms[-1])
            low += error
        terms = total
    return terms[0], low


def _two_sum(a: Array, b: Array) -> tuple[Array, Array]:
    """Return the rounded sum and its rounding error, whose sum is exact."""
    total = a + b
    part = total - a
    error = total - part
    np.subtract(a, error, out=error)
    np.subtract(b, part, out=part)
    error += part
    return total, error


def _exact_product(a: Array, b: Array) -> tuple[Array, Array]:
    """Return the rounded products and their rounding errors, whose sums are exact."""
    product = a * b
    (a_high, a_low), (b_high, b_low) = _halves(a), _halves(b)
    error = product - a_high * b_high
    error -= a_low * b_high
    a_high *= b_low
    error -= a_high
    a_low *= b_low
    return product, np.subtract(a_low, error, out=error)


def _halves(a: Array) -> tuple[Array, Array]:
    shifted = SPLITTER * a
    high = shifted - a
    np.subtract(shifted, high, out=high)
    return high, np.subtract(a, high, out=shifted)
