"""Exercises on least squares with a penalty."""

from typing import Any

from sympy.polys.domains import QQ

from linalg_book import exact
from linalg_book.exact.engine.minimizer import penalized
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.problems._parts import Problem, domain, read_options, search, within
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import prose


def ridge(
    rng: Any, *, rows: int = 3, columns: int = 2, largest: int = 12, entries: int = 3
) -> Problem:
    """Make an exercise on the ridge solution; the penalty is a whole number.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A, which has the largest rank possible.
    largest : int
        No numerator and no denominator of the answer is greater.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b and the solution, whose ``values["penalty"]`` is the penalty.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.ridge(1)
    >>> problem.A, problem.b, problem.solution.values["penalty"]
    (((-3, 2), (-1, 2), (2, 1)), (2, 4, -3), 4)
    """
    wanted = read_options(rng, (rows, columns), None, largest, entries)
    random = wanted.random

    def make() -> Problem | None:
        A = wanted.matrix()
        penalty = random.randint(1, 6)
        b = tuple(random.randint(-6, 6) for _ in range(wanted.m))
        if A is None or not any(b):
            return None
        right = domain([(entry,) for entry in b], 1)
        x = to_sympy(penalized(domain(A, wanted.n), right, QQ(penalty)))
        if not any(x) or not within(x, wanted.bound):
            return None
        statement = prose(
            "Find the ridge solution of {eq} with the penalty {l}, {A} and {b}.",
            eq=row("A", vector("x"), "=", vector("b")),
            l=row("lambda", "=", penalty),
            A=row("A", "=", to_sympy(domain(A, wanted.n))),
            b=row(vector("b"), "=", to_sympy(right)),
        )
        return Problem(statement, A, b, exact.ridge(A, b, penalty), wanted.seed)

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")
