"""Exercises on least-norm solutions: the answer is chosen first, b follows."""

from typing import Any

from linalg_book import exact
from linalg_book.exact.problems._parts import (
    Problem,
    apply,
    combination,
    random_matrix,
    rank_of,
    search,
    size,
    source,
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
    NoSuchProblemError
        If an option is no sensible number, or no such exercise was found.

    Notes
    -----
    x = Aᵀα with whole numbers α, and b = A x.

    Introduced in: sec-least-norm (planned)

    Examples
    --------
    >>> from linalg_book.exact import problems
    >>> problem = problems.least_norm(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((2, 2, 0), (3, 3, -2)), (4, 10), Matrix([
    [ 1],
    [ 1],
    [-2]]))
    """
    random, seed = source(rng)
    m, n = size(rows, "rows"), size(columns, "columns")
    r, bound, most = rank_of(rank, min(m, n)), size(largest, "largest"), size(entries, "entries")

    def make() -> Problem | None:
        A = random_matrix(random, m, n, r, most)
        x = combination(random, A, n) if A else ()
        if A is None or not 0 < max(map(abs, x)) <= bound:
            return None
        b = apply(A, x)
        return Problem(system_statement("Find the least-norm solution of", A, b), A, b,
                       exact.least_norm(A, b), seed)  # fmt: skip

    return search(make, f"a {m}×{n} matrix of rank {r} and an answer of numbers up to {bound}")
