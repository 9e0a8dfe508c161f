"""Exercises on a memory made of a matrix."""

from typing import Any

import sympy

from linalg_book import exact
from linalg_book.problems._parts import Problem, domain, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import prose

_LONGEST = 8


def recall(rng: Any, *, patterns: int = 2, pixels: int = 4, largest: int = 12) -> Problem:
    """Make an exercise on what the projection memory recalls from a pattern of signs.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    patterns, pixels : int
        How many independent patterns of 1 and −1 are stored, and how long they are, at most 8.
    largest : int
        No numerator and no denominator of the answer is greater.

    Returns
    -------
    Problem
        ``A`` has the patterns as rows, ``b`` is what is shown, and the answer X⁺X b.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-interpolation

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.recall(1)
    >>> problem.A, problem.b, list(problem.solution.answer)
    (((-1, -1, 1, -1), (-1, 1, 1, -1)), (1, 1, 1, 1), [1/3, 1, -1/3, 1/3])
    """
    random, seed = source(rng)
    d = whole_number(pixels, "pixels", 2, _LONGEST)
    N = whole_number(patterns, "patterns", 1, d - 1)
    bound = whole_number(largest, "largest", 1)

    def signs() -> tuple[int, ...]:
        return tuple(random.choice((1, -1)) for _ in range(d))

    def make() -> Problem | None:
        A, b = tuple(signs() for _ in range(N)), signs()
        if domain(A, d).rank() < N or b in A:
            return None
        columns = sympy.Matrix(A).T
        example = exact.project(b, onto=columns)
        if not any(example.answer) or not within(example.answer, bound):
            return None
        statement = prose(
            "A memory stores the rows of {X}; find what the projection recalls from {x}.",
            X=row("X", "=", sympy.Matrix(A)),
            x=row(vector("x"), "=", sympy.Matrix(b)),
        )
        return Problem(statement, A, b, example, seed)

    return search(make, f"{N} patterns of {d} signs and an answer of numbers up to {bound}")
