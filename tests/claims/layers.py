"""Small hidden layers, their shortest solutions, and means over two normal numbers."""

from fractions import Fraction

import numpy as np
from hypothesis import strategies as st
from scipy import integrate, special
from sympy import Matrix

SMALL = st.integers(-2, 2)
ROW = st.tuples(SMALL, SMALL)
ROWS = st.lists(ROW, min_size=1, max_size=4)
POINTS = st.lists(ROW, min_size=1, max_size=3)
TARGETS = st.lists(SMALL, min_size=4, max_size=4)
VALUES = st.lists(st.builds(Fraction, SMALL), min_size=1, max_size=3)


def relu(t):
    return max(t, 0)


def hidden(B, X, phi=relu):
    """Return the hidden units at some inputs, one input a row."""
    return Matrix([[phi(b[0] * x[0] + b[1] * x[1]) for b in B] for x in X])


def moved(H, y, start):
    """Return the nearest least-squares solution, without the kernel."""
    return start + H.pinv() * (y - H * start)


def halves(power, m, s):
    """Compute E φ(v)ᵖ for ReLU and a normal v with mean m and deviation s."""
    if s < 1e-12:
        return max(m, 0.0) ** power
    share, density = special.ndtr(m / s), np.exp(-((m / s) ** 2) / 2) / np.sqrt(2 * np.pi)
    return m * share + s * density if power == 1 else (m**2 + s**2) * share + m * s * density


def by_quadrature(a, c, b, power=1):
    """Compute E φ(u)ᵖφ(v)ᵖ for ReLU by holding u, with variances a, b and the covariance c."""
    if a <= 0 or b <= 0:
        return 0.0
    slope, rest = c / a, np.sqrt(max(b - c**2 / a, 0.0))

    def inside(t):
        u = np.sqrt(a) * t
        return u**power * halves(power, slope * u, rest) * np.exp(-(t**2) / 2) / np.sqrt(2 * np.pi)

    return integrate.quad(inside, 0, 12)[0]
