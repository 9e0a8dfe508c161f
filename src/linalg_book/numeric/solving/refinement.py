"""Iterative refinement of least squares, with residuals in twice the working precision."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_triangular

from linalg_book.numeric.reading.floats import EPS, Array

SPLITTER = 2.0**27 + 1
"""Cuts the 53 bits of a number into two halves."""
STEPS = 5
"""Refinement ends after so many steps at the latest; one or two are the rule."""


@dataclass(frozen=True)
class PivotedQR:
    """B[:, order] = Q R with orthonormal columns in Q and R upper triangular."""

    Q: Array
    R: Array
    order: NDArray[np.intc]

    def correction(self, f: Array, g: Array) -> tuple[Array, Array]:
        """Solve s + B z = f, Bᵀ s = g for z and s; the columns of B are independent."""
        inside = self.Q.T @ f
        forced = solve_triangular(self.R, g[self.order], trans="T", check_finite=False)
        z = np.empty_like(g)
        z[self.order] = solve_triangular(self.R, inside - forced, check_finite=False)
        return z, f + self.Q @ (forced - inside)


def minimizer(B: Array, b: Array, factors: PivotedQR) -> Array:
    """Find the only minimizer of ‖B x − b‖ and improve it while that pays.

    x and the residual s solve s + B x = b, Bᵀ s = 0 together.  What is left of these two, in
    twice the precision, gives the next correction of both.
    """
    zero = np.zeros(B.shape[1])
    x, s = factors.correction(b, zero)
    last = float("inf")
    for _ in range(STEPS):
        rows = np.vstack([B.T, s, b])
        f = dot_twice(rows, np.concatenate([-x, [-1.0, 1.0]]))
        g = -dot_twice(B, s)
        z, more = factors.correction(f, g)
        size = float(np.linalg.norm(z))
        if not size < last / 2:
            break
        x, s, last = x + z, s + more, size
        if size <= EPS * np.linalg.norm(x):
            break
    return x


def dot_twice(X: Array, y: Array) -> Array:
    """Compute Xᵀ y as if in twice the working precision, rounded once at the end."""
    products, errors = _exact_product(X, y[:, np.newaxis])
    low = errors.sum(axis=0)
    while len(products) > 1:
        if len(products) % 2:
            products = np.vstack([products, np.zeros(X.shape[1])])
        a, b = products[::2], products[1::2]
        products = a + b
        part = products - a
        low += ((a - (products - part)) + (b - part)).sum(axis=0)
    return np.asarray(products[0] + low)


def _exact_product(a: Array, b: Array) -> tuple[Array, Array]:
    """Return the rounded products and their rounding errors, whose sums are exact."""
    product = a * b
    (a_high, a_low), (b_high, b_low) = _halves(a), _halves(b)
    error = a_low * b_low - (((product - a_high * b_high) - a_low * b_high) - a_high * b_low)
    return product, error


def _halves(a: Array) -> tuple[Array, Array]:
    shifted = SPLITTER * a
    high = shifted - (shifted - a)
    return high, a - high
