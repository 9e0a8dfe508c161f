"""Exercises on the pseudoinverse."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    has_zero_line,
    matrix_statement,
    read_options,
    search,
    within,
)
from linalg_book.problems._perpendicular import perpendicular_terms, summed


def pseudoinverse(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 3,
    columns: int = 2,
    rank: int | None = None,
    largest: int = 30,
    entries: int = 5,
) -> Problem:
    """Make an exercise on the Moore-Penrose pseudoinverse.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A; the largest possible if left out.
    largest : int
        No numerator and no denominator of the pseudoinverse is greater.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A; ``b`` is None.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Half of the candidates are sums of k u vᵀ with perpendicular u and perpendicular v, whose
    pseudoinverse, the sum of v uᵀ / (k ‖u‖²‖v‖²), has small denominators.

    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.pseudoinverse(1, rank=1)
    >>> problem.A, problem.solution.answer
    (((1, -1), (1, -1), (2, -2)), Matrix([
    [ 1/12,  1/12,  1/6],
    [-1/12, -1/12, -1/6]]))
    """
    wanted = read_options(rng, (rows, columns), rank, largest, entries)

    def make() -> Problem | None:
        if wanted.random.random() < 0.5:
            A = wanted.matrix()
        else:
            A = summed(perpendicular_terms(wanted), wanted)
        if A is None or (wanted.rank and has_zero_line(A)):
            return None
        found = exact.pseudoinverse(A)
        if not within(found.answer, wanted.bound):
            return None
        statement = matrix_statement("Find the pseudoinverse of", A)
        return Problem(statement, A, None, found, wanted.seed)

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")
