"""Exercises on least-norm solutions: the answer is chosen first, b follows."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    apply,
    combination,
    read_options,
    search,
    system_statement,
)


def least_norm(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 2,
    columns: int = 3,
    rank: int | None = None,
    largest: int = 12,
    entries: int = 5,
) -> Problem:
    """Make an exercise on the least-norm solution; the answer has whole numbers.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A, from 1 on; the largest possible if left out.
    largest : int
        No entry of the answer is greater in size.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b and the solution.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    x = Aᵀα with whole numbers α, and b = A x.

    Introduced in: sec-least-norm

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.least_norm(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((2, 2, 0), (3, 3, -2)), (4, 10), Matrix([
    [ 1],
    [ 1],
    [-2]]))
    """
    wanted = read_options(rng, (rows, columns), rank, largest, entries)

    def make() -> Problem | None:
        A = wanted.matrix()
        x = combination(wanted.random, A, wanted.n) if A else ()
        if A is None or not 0 < max(map(abs, x)) <= wanted.bound:
            return None
        b = apply(A, x)
        return Problem(system_statement("Find the least-norm solution of", A, b), A, b,
                       exact.least_norm(A, b), wanted.seed)  # fmt: skip

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")
