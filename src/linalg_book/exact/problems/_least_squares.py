"""Exercises on least squares: answer and residual are chosen first, b follows."""

from typing import Any

from linalg_book import exact
from linalg_book.exact.problems._parts import (
    Problem,
    apply,
    combination,
    left_null_space,
    random_matrix,
    rank_of,
    search,
    size,
    source,
    system_statement,
)


def least_squares(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 3,
    columns: int = 2,
    rank: int | None = None,
    largest: int = 12,
    entries: int = 5,
) -> Problem:
    """Make an exercise on least squares; answer and residual have whole numbers.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A, from 1 on, less than ``rows``; the largest possible if left out.
    largest : int
        No entry of the answer or the residual is greater in size.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b (outside the column space of A) and the solution.

    Raises
    ------
    NoSuchProblemError
        If an option is no sensible number, or no such exercise was found.

    Notes
    -----
    b = A x + r with x in the row space and r ≠ 0 in the left null space.

    Introduced in: sec-least-squares (planned)

    Examples
    --------
    >>> from linalg_book.exact import problems
    >>> problem = problems.least_squares(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((1, 3), (3, 3), (-3, -1)), (0, -13, 6), Matrix([
    [-3],
    [ 0]]))
    """
    random, seed = source(rng)
    m, n = size(rows, "rows", 2), size(columns, "columns")
    r, bound, most = (
        rank_of(rank, min(m - 1, n)),
        size(largest, "largest"),
        size(entries, "entries"),
    )

    def make() -> Problem | None:
        A = random_matrix(random, m, n, r, most)
        if A is None:
            return None
        full = tuple(random.randint(-3, 3) for _ in range(n))
        x = full if r == n else combination(random, A, n)
        residual = combination(random, left_null_space(A, n), m)
        if not any(x) or not any(residual) or max(map(abs, (*x, *residual))) > bound:
            return None
        b = tuple(p + q for p, q in zip(apply(A, x), residual, strict=True))
        return Problem(system_statement("Find the least-squares solution of", A, b), A, b,
                       exact.least_squares(A, b), seed)  # fmt: skip

    return search(make, f"a {m}×{n} matrix of rank {r} and an answer of numbers up to {bound}")
