"""Exercises with small numbers, each with its worked solution.

>>> from random import Random
>>> from linalg_book import problems
>>> problem = problems.least_norm(Random(1), rows=2, columns=3)
>>> problems.least_norm(problem.seed, rows=2, columns=3) == problem
True

Functions take a ``random.Random``, a ``numpy.random.Generator`` or a whole number, the seed.
"""

from linalg_book.problems._closest_point import closest_point
from linalg_book.problems._least_norm import least_norm
from linalg_book.problems._least_squares import least_squares
from linalg_book.problems._parts import Problem
from linalg_book.problems._pseudoinverse import pseudoinverse
from linalg_book.problems._solve import solve
from linalg_book.problems._svd import svd

__all__ = [
    "Problem",
    "closest_point",
    "least_norm",
    "least_squares",
    "pseudoinverse",
    "solve",
    "svd",
]
