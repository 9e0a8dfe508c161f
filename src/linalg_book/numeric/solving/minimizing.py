"""The minimizer of ‖A x − b‖², with prices on entries of x or none; the shortest if several."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import qr, solve_triangular, svdvals

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import exponent_of
from linalg_book.numeric.solving.refinement import HouseholderQR, minimizer


def minimize(A: Array, b: Array, penalties: Array, tau: float) -> Array:
    """Minimize ‖A x − b‖² + Σ penalty x²; the penalties are those of the columns.

    Columns are scaled by powers of 2.  Singular values of the scaled matrix, with the roots of
    the penalties below it, count as zero up to tau times the largest.
    """
    return minimize_or_shortest(A, b, penalties, tau)[1]


def minimize_or_shortest(A: Array, b: Array, penalties: Array, tau: float) -> tuple[bool, Array]:
    """Tell whether there is one minimizer only, and return it or the shortest."""
    n = A.shape[1]
    exponents, size = _scales(A, penalties), exponent_of(b)
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        B, c = np.ldexp(A, -exponents), np.ldexp(b, -size)
        roots = np.diag(np.ldexp(np.sqrt(penalties), -exponents))[penalties > 0]
        R, turned = np.vstack([B, roots]), np.concatenate([c, np.zeros(len(roots))])
        if not np.any(R):
            return n == 0, np.zeros(n)
        factors = HouseholderQR.of(R) if len(R) >= n else None
        if factors:
            R, turned = factors.R, factors.turned(turned)[:n]
        sigma = svdvals(R, check_finite=False)
        rank = int(np.count_nonzero(sigma > tau * sigma[0]))
        if factors and rank == n:
            weights = np.ldexp(penalties, -2 * exponents)
            return True, unscale(minimizer(B, c, weights, factors), size - exponents)
        largest = int(np.max(exponents))
        x = _shortest(R, exponents - largest, turned, rank)
        return False, unscale(x, size - largest)


def _scales(A: Array, penalties: Array) -> NDArray[np.intc]:
    """Return exponents of the largest entries of the columns, roots of penalties among them."""
    largest = np.max(np.abs(A), axis=0, initial=0.0)
    exponents: NDArray[np.intc] = np.frexp(np.maximum(largest, np.sqrt(penalties)))[1]
    return exponents


def _shortest(R: Array, exponents: NDArray[np.intc], c: Array, rank: int) -> Array:
    """Return the shortest minimizer of ‖R D x − c‖ with D = diag(2 to the exponents).

    Pivoting leaves as many independent rows as the rank.  Then large columns go first, so that
    Householder's reflections keep small ones [Cox and Higham, 1998].
    """
    Q, S, order = qr(R, mode="economic", pivoting=True, check_finite=False)
    rows = np.empty((rank, len(order)))
    rows[:, order] = S[:rank]
    first = np.argsort(-exponents, kind="stable")
    columns = np.ldexp(rows, exponents)[:, first].T
    P, T, order = qr(columns, mode="economic", pivoting=True, check_finite=False)
    right = Q[:, :rank].T @ c
    x = np.empty(len(first))
    x[first] = P @ solve_triangular(T, right[order], trans="T", check_finite=False)
    return x
