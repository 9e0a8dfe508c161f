"""Exercises on the kernel of a wide layer of steps."""

from math import gcd
from typing import Any

from sympy import Matrix

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import prose

_KNOWN = {(0, 1), (1, 4), (1, 2), (3, 4), (1, 1)}
"""The squares of the cosines of 90, 60, 45, 30 and 0 degrees, as fractions."""


def step_kernel(rng: Any, *, dimension: int = 3, entries: int = 3) -> Problem:
    """Make an exercise on the kernel of a wide layer of steps, at an angle that one knows.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    dimension : int
        How many entries both inputs have, from 2 to 6.
    entries : int
        No entry is greater in size.

    Returns
    -------
    Problem
        With the inputs as the rows of A, no b, and the network kernel of one layer with the
        variance 1 of the weights as solution.  Its ``values`` hold the value as ``nngp``.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.step_kernel(1)
    >>> problem.A, problem.solution.values["nngp"]
    (((-1, 2, 1), (1, 2, -3)), 1/4)
    """
    random, seed = source(rng)
    d = whole_number(dimension, "dimension", 2, 6)
    most = whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        x, z = (tuple(random.randint(-most, most) for _ in range(d)) for _ in "xz")
        inner = sum(a * b for a, b in zip(x, z, strict=True))
        squares = sum(a * a for a in x) * sum(b * b for b in z)
        if not squares or x == z:
            return None
        common = gcd(inner**2, squares)
        if (inner**2 // common, squares // common) not in _KNOWN:
            return None
        solution = exact.network_kernel(x, z, 1, "step", 1)
        statement = prose(
            "Find the kernel of an infinitely wide layer of steps at the inputs {x} and {z}.",
            x=row(vector("x"), "=", Matrix(x)),
            z=row(vector("z"), "=", Matrix(z)),
        )
        return Problem(statement, (x, z), None, solution, seed)

    return search(make, f"{d} entries up to {most}")
