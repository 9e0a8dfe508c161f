"""Exercises on the pseudoinverse."""

from typing import Any

from linalg_book import exact
from linalg_book.exact.problems._parts import (
    Problem,
    matrix_statement,
    random_matrix,
    rank_of,
    search,
    size,
    source,
    within,
)
from linalg_book.exact.problems._perpendicular import perpendicular_terms, summed


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
    NoSuchProblemError
        If an option is no sensible number, or no such exercise was found.

    Notes
    -----
    Half of the candidates are sums of k u vᵀ with perpendicular u and perpendicular v, whose
    pseudoinverse, the sum of v uᵀ / (k ‖u‖²‖v‖²), has small denominators.

    Introduced in: sec-pseudoinverse (planned)

    Examples
    --------
    >>> from linalg_book.exact import problems
    >>> problem = problems.pseudoinverse(1, rank=1)
    >>> problem.A, problem.solution.answer
    (((1, -1), (1, -1), (2, -2)), Matrix([
    [ 1/12,  1/12,  1/6],
    [-1/12, -1/12, -1/6]]))
    """
    random, seed = source(rng)
    m, n = size(rows, "rows"), size(columns, "columns")
    r, bound, most = rank_of(rank, min(m, n)), size(largest, "largest"), size(entries, "entries")

    def make() -> Problem | None:
        if random.random() < 0.5:
            A = random_matrix(random, m, n, r, most)
        else:
            terms = perpendicular_terms(random, m, n, r)
            A = summed(terms, m, n, most)
        if A is None:
            return None
        found = exact.pseudoinverse(A)
        if not within(found.answer, bound):
            return None
        return Problem(matrix_statement("Find the pseudoinverse of", A), A, None, found, seed)

    return search(make, f"a {m}×{n} matrix of rank {r} and an answer of numbers up to {bound}")
