"""Exercises on least squares: answer and residual are chosen first, b follows."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    Rows,
    Wanted,
    apply,
    combination,
    left_null_space,
    read_options,
    search,
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
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    b = A x + r with x in the row space and r ≠ 0 in the left null space.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.least_squares(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((1, 3), (3, 3), (-3, -1)), (0, -13, 6), Matrix([
    [-3],
    [ 0]]))
    """
    wanted = read_options(
        rng, (rows, columns), rank, largest, entries,
        rows_from=2, largest_rank=lambda m, n: min(m - 1, n),
    )  # fmt: skip

    def make() -> Problem | None:
        drawn = draw(wanted)
        if drawn is None:
            return None
        A, b = drawn
        return Problem(system_statement("Find the least-squares solution of", A, b), A, b,
                       exact.least_squares(A, b), wanted.seed)  # fmt: skip

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")


def draw(wanted: Wanted) -> tuple[Rows, tuple[int, ...]] | None:
    """Try to draw A and b with whole numbers in the shortest solution and in the residual."""
    random, m, n = wanted.random, wanted.m, wanted.n
    A = wanted.matrix()
    if A is None:
        return None
    full = tuple(random.randint(-3, 3) for _ in range(n))
    x = full if wanted.rank == n else combination(random, A, n)
    residual = combination(random, left_null_space(A, n), m)
    if not any(x) or not any(residual):
        return None
    if max(map(abs, (*x, *residual))) > wanted.bound:
        return None
    return A, tuple(p + q for p, q in zip(apply(A, x), residual, strict=True))
