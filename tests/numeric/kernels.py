"""Kernels written anew, for tests to compare with: by features, and by mpmath."""

from fractions import Fraction
from itertools import combinations_with_replacement
from math import factorial, prod

import mpmath
import numpy as np

from linalg_book.numeric import gaussian_kernel, laplace_kernel, matern_kernel

ROWS = [[1, 2], [3, 4]]
KERNELS = {
    "gaussian": (gaussian_kernel, {}, lambda r: mpmath.exp(-r * r / 2)),
    "laplace": (laplace_kernel, {}, lambda r: mpmath.exp(-r)),
    "matern 1/2": (matern_kernel, {"nu": Fraction(1, 2)}, lambda r: mpmath.exp(-r)),
    "matern 3/2": (matern_kernel, {}, lambda r: (1 + mpmath.sqrt(3) * r)
                   * mpmath.exp(-mpmath.sqrt(3) * r)),
    "matern 5/2": (matern_kernel, {"nu": 2.5}, lambda r: (1 + mpmath.sqrt(5) * r + 5 * r * r / 3)
                   * mpmath.exp(-mpmath.sqrt(5) * r)),
}  # fmt: skip


def features(X, degree, c):
    """Write down all monomials up to a degree, times the roots of their weights."""
    rows = [[*row, 1] for row in X]  # one more coordinate, whose square is weighted by c
    columns = []
    for chosen in combinations_with_replacement(range(len(rows[0])), degree):
        counts = [chosen.count(j) for j in range(len(rows[0]))]
        weight = factorial(degree) / prod(map(factorial, counts)) * c ** counts[-1]
        columns.append([weight**0.5 * prod(row[j] for j in chosen) for row in rows])
    return np.array(columns, dtype=float).T


def distance(x, z):
    """Compute a distance of floats, exact but for the root, to 40 digits."""
    square = sum((Fraction(float(a)) - Fraction(float(b))) ** 2 for a, b in zip(x, z, strict=True))
    with mpmath.workdps(40):
        return mpmath.sqrt(mpmath.mpf(square.numerator) / square.denominator)
