"""Singular values compared with a bound, without computing one."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
from sympy import eye

from tests.strategies import rational

SLACK = 1 + 1e-9


def positive(S):
    """Count the positive eigenvalues of a symmetric matrix of rational numbers."""
    signs = [c > 0 for c in S.charpoly().all_coeffs() if c != 0]
    return sum(one is not other for one, other in pairwise(signs))


def count(M, t):
    """Count the singular values of M that exceed t ≥ 0."""
    return positive(M.T * M - t**2 * eye(M.cols))


def bound(M):
    """Return a rational number a little above the spectral norm, and prove that it is one."""
    norm = np.linalg.norm(np.array(M.tolist(), dtype=float), 2)
    found = rational(Fraction(float(norm) * SLACK).limit_denominator(10**12) + Fraction(1, 10**9))
    assert count(M, found) == 0
    return found
