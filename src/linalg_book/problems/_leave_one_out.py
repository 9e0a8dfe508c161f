"""Exercises on fits to all rows but one."""

from typing import Any

from sympy.polys.domains import QQ

from linalg_book import exact
from linalg_book.exact.engine.leave_one_out import left_out
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.problems._parts import (
    Problem,
    domain,
    read_options,
    search,
    system_statement,
    within,
)


def leave_one_out(
    rng: Any, *, rows: int = 3, columns: int = 2, largest: int = 12, entries: int = 3
) -> Problem:
    """Make an exercise on the residuals that fits to all rows but one leave.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A, whose columns are independent: more rows than columns.
    largest : int
        No numerator and no denominator of a left-out residual is greater.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b (outside the column space of A) and the solution.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Every leverage is less than 1.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.leave_one_out(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((1, 3), (3, -3), (2, 0)), (-2, 5, 6), Matrix([
    [ -9],
    [ -9],
    [9/2]]))
    """
    wanted = read_options(
        rng,
        (rows, columns),
        None,
        largest,
        entries,
        rows_from=2,
        largest_rank=lambda m, n: min(m - 1, n),
    )

    def make() -> Problem | None:
        A = wanted.matrix() if wanted.rank == wanted.n else None
        b = tuple(wanted.random.randint(-6, 6) for _ in range(wanted.m))
        if A is None:
            return None
        right = domain([(entry,) for entry in b], 1)
        found = left_out(domain(A, wanted.n), right, QQ(0), intercept=False)
        answer = to_sympy(found.answer)
        if 1 in found.leverages or not any(answer) or not within(answer, wanted.bound):
            return None
        return Problem(system_statement("Leave out one row after the other, and find its residual "
                                        "in the least-squares fit to the others, for", A, b),
                       A, b, exact.leave_one_out(A, b), wanted.seed)  # fmt: skip

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")
