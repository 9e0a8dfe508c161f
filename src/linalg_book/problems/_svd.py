"""Exercises on the singular value decomposition."""

from math import isqrt
from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    matrix_statement,
    read_options,
    search,
)
from linalg_book.problems._perpendicular import perpendicular_terms, summed


def svd(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 2,
    columns: int = 2,
    rank: int | None = None,
    largest: int = 100,
    entries: int = 9,
    whole: bool = False,
) -> Problem:
    """Make an exercise on the singular value decomposition; the singular values differ.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A; the largest possible if left out.
    largest : int
        The squares of the singular values are whole numbers and not greater.
    entries : int
        No entry of A is greater in size.
    whole : bool
        Whether the singular values themselves are whole numbers.

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
    A is a sum of k u vᵀ with perpendicular u and perpendicular v: its singular values are
    k‖u‖‖v‖.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.svd(1, whole=True)
    >>> problem.A, problem.solution.values["singular_values"]
    (((-3, 4), (-8, -6)), (10, 5))
    """
    wanted = read_options(rng, (rows, columns), rank, largest, entries)

    def make() -> Problem | None:
        terms = perpendicular_terms(wanted)
        squares = [(k * k) * sum(p * p for p in u) * sum(q * q for q in v) for k, u, v in terms]
        if len(set(squares)) < wanted.rank or any(s > wanted.bound for s in squares):
            return None
        if whole and any(isqrt(s) ** 2 != s for s in squares):
            return None
        A = summed(terms, wanted)
        if A is None:
            return None
        return Problem(matrix_statement("Find the singular value decomposition of", A), A, None,
                       exact.svd(A), wanted.seed)  # fmt: skip

    values = "whole singular values" if whole else "singular values"
    return search(make, f"{wanted.described()} and {values} whose squares are up to {wanted.bound}")
