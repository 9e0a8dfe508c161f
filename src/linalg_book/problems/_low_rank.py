"""Exercises on the nearest matrix of lower rank."""

from typing import Any

from sympy import Matrix

from linalg_book import exact
from linalg_book.problems._parts import Problem, read_options, search
from linalg_book.problems._perpendicular import perpendicular_terms, summed
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row
from linalg_book.writing.prose import prose


def low_rank(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 2,
    columns: int = 2,
    k: int = 1,
    largest: int = 100,
    entries: int = 9,
) -> Problem:
    """Make an exercise on the nearest matrix of rank k; the answer has whole numbers.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A, whose rank is the largest possible.
    k : int
        The rank that is allowed, less than that of A.
    largest : int
        The squares of the singular values are whole numbers and not greater.
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
    A is a sum of c u vᵀ with perpendicular u and perpendicular v, and the answer of its longest
    terms.  The singular values differ, so the answer is the only one.

    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.low_rank(1)
    >>> problem.A, problem.solution.answer
    (((-3, 4), (-8, -6)), Matrix([
    [ 0,  0],
    [-8, -6]]))
    """
    wanted = read_options(rng, (rows, columns), None, largest, entries)
    kept = whole_number(k, "k", 1, max(wanted.rank - 1, 1))

    def make() -> Problem | None:
        terms = perpendicular_terms(wanted)
        squares = [(c * c) * sum(p * p for p in u) * sum(q * q for q in v) for c, u, v in terms]
        if kept >= len(squares) or len(set(squares)) < wanted.rank or max(squares) > wanted.bound:
            return None
        A = summed(terms, wanted)
        if A is None:
            return None
        task = f"Find the matrix of rank at most {kept} that is nearest to {{A}}."
        statement = prose(task, A=row("A", "=", Matrix(A)))
        return Problem(statement, A, None, exact.low_rank(A, kept), wanted.seed)

    bounds = f"singular values whose squares are up to {wanted.bound}"
    return search(make, f"{wanted.described()} above {kept} and {bounds}")
