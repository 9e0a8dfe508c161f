"""Exercises on A = Q R: the perpendicular columns are chosen first."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import (
    Problem,
    matrix_statement,
    perpendicular,
    read_options,
    search,
)


def qr(
    rng: Any, *, rows: int = 3, columns: int = 2, largest: int = 12, entries: int = 6
) -> Problem:
    """Make an exercise on A = Q R without square roots; both factors have whole numbers.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A, whose columns are independent: at least as many rows as columns.
    largest : int
        No entry of Q or R is greater in size.
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
    A = Q R with perpendicular columns in Q and ones on the diagonal of R.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.qr(1)
    >>> problem.A, problem.solution.answer[1]
    (((1, 1), (1, 3), (0, -2)), Matrix([
    [1, 2],
    [0, 1]]))
    """
    wanted = read_options(rng, (rows, columns), None, largest, entries)
    random, m, n = wanted.random, wanted.m, wanted.n

    def make() -> Problem | None:
        if n > m:
            return None
        basis = perpendicular(random, m)[:n]
        shares = [[random.choice((-2, -1, 1, 2)) for _ in range(j)] for j in range(n)]
        columns = [
            [
                q + sum(c * basis[k][i] for k, c in enumerate(shares[j]))
                for i, q in enumerate(basis[j])
            ]
            for j in range(n)
        ]
        A = tuple(zip(*columns, strict=True))
        factors = [abs(x) for column in basis for x in column]
        if max(abs(x) for line in A for x in line) > wanted.most or max(factors) > wanted.bound:
            return None
        task = (
            "Find perpendicular columns Q and a triangle R with ones on its diagonal, A = Q R, for"
        )
        return Problem(matrix_statement(task, A), A, None, exact.qr(A), wanted.seed)

    return search(make, f"{wanted.described()} and factors of numbers up to {wanted.bound}")
