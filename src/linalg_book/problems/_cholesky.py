"""Exercises on A = L D Lᵀ: the triangle and the pivots are chosen first."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import Problem, Rows, matrix_statement, read_options, search


def cholesky(rng: Any, *, size: int = 3, largest: int = 9, entries: int = 20) -> Problem:
    """Make an exercise on Cholesky's decomposition without roots; all its numbers are whole.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    size : int
        The number of rows of A, which is symmetric and positive definite.
    largest : int
        No pivot is greater.
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
    A = L D Lᵀ with ones on the diagonal of L, and positive pivots in D.

    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.cholesky(1, size=2)
    >>> problem.A, problem.solution.values["pivots"]
    (((3, 3), (3, 5)), (3, 2))
    """
    wanted = read_options(rng, (size, size), None, largest, entries)
    random, n = wanted.random, wanted.n

    def make() -> Problem | None:
        pivots = [random.randint(1, wanted.bound) for _ in range(n)]
        L = [
            [random.choice((-2, -1, 1, 2)) if j < i else int(i == j) for j in range(n)]
            for i in range(n)
        ]
        A: Rows = tuple(
            tuple(sum(d * a * b for d, a, b in zip(pivots, row, other, strict=True)) for other in L)
            for row in L
        )
        if max(abs(x) for row in A for x in row) > wanted.most:
            return None
        task = "Find a triangle L with ones on its diagonal, and the pivots D, with A = L D Lᵀ for"
        return Problem(matrix_statement(task, A), A, None, exact.cholesky(A), wanted.seed)

    return search(make, f"{n} rows and pivots up to {wanted.bound}")
