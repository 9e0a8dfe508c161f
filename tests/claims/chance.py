"""Exact means over coins, and turns with rational entries."""

from itertools import product

from sympy import Matrix, eye

from tests.strategies import column


def coins(count):
    """Return all equally likely columns of signs."""
    return [Matrix(signs) for signs in product((1, -1), repeat=count)]


def mean(values):
    """Average, exactly."""
    return sum(values, 0 * values[0]) / len(values)


def turned(shares):
    """Make a rational orthogonal matrix of a list of numbers."""
    v = column(shares) if any(shares) else column([1] * len(shares))
    return eye(len(shares)) - 2 * v * v.T / v.dot(v)
