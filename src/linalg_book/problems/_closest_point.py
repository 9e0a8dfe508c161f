"""Exercises on one equation."""

from typing import Any

from sympy import Matrix

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    search,
    source,
    within,
)
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import linear, row
from linalg_book.writing.formula import unknowns as names
from linalg_book.writing.prose import Prose, prose


def closest_point(rng: Any, *, unknowns: int = 2, largest: int = 50, entries: int = 5) -> Problem:
    """Make an exercise on the point of a line, plane or hyperplane nearest to the origin.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    unknowns : int
        The number of unknowns.
    largest : int
        No numerator and no denominator of the answer is greater.
    entries : int
        No coefficient is greater in size.

    Returns
    -------
    Problem
        ``A`` is one row, ``b`` one number.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import problems
    >>> print(problems.closest_point(3).statement)
    Find the solution of −2x + 4y = −20 that is nearest to the origin.
    """
    random, seed = source(rng)
    n, bound = whole_number(unknowns, "unknowns", 1), whole_number(largest, "largest", 1)
    most = whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        a = tuple(random.randint(-most, most) for _ in range(n))
        squared = sum(entry * entry for entry in a)
        b = random.choice((random.randint(-4 * most, 4 * most), random.choice((-1, 1)) * squared))
        if not a[0] or not b or not within([Matrix(a) * b / squared], bound):
            return None
        return Problem(_one_equation(a, b), (a,), (b,), exact.closest_point([a], [b]), seed)

    return search(make, f"numbers up to {bound} in the answer")


def _one_equation(a: tuple[int, ...], b: int) -> Prose:
    equation = row(*linear(a, names(len(a))).parts, "=", b)
    return prose("Find the solution of {eq} that is nearest to the origin.", eq=equation)
