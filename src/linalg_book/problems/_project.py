"""Exercises on projections: point and residual have whole numbers."""

from typing import Any

from sympy import Matrix

from linalg_book import exact
from linalg_book.problems._least_squares import draw
from linalg_book.problems._parts import Problem, read_options, search
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import Prose, prose


def project(
    rng: Any, *, rows: int = 3, columns: int = 1, largest: int = 12, entries: int = 5
) -> Problem:
    """Make an exercise on a projection onto a column space; the answer has whole numbers.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A; its columns are independent, and fewer than its rows.
    largest : int
        No entry of the residual, and no coefficient of the projection, is greater in size.
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
    b = A x + r with r ≠ 0 in the left null space; with one column, A is the direction of a line.

    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.project(1)
    >>> problem.A, problem.b, tuple(problem.solution.answer)
    (((-2,), (1,), (3,)), (-7, 1, 9), (-6, 3, 9))
    """
    wanted = read_options(
        rng, (rows, columns), columns, largest, entries,
        rows_from=2, largest_rank=lambda m, n: min(m - 1, n),
    )  # fmt: skip

    def make() -> Problem | None:
        drawn = draw(wanted)
        if drawn is None:
            return None
        A, b = drawn
        return Problem(_statement(A, b), A, b, exact.project(b, A), wanted.seed)

    return search(make, f"{wanted.described()} and numbers up to {wanted.bound}")


def _statement(A: Any, b: tuple[int, ...]) -> Prose:
    given = row(vector("b"), "=", Matrix(b))
    if len(A[0]) == 1:
        along = row(vector("a"), "=", Matrix(A))
        return prose("Project {b} onto the line through the origin along {a}.", b=given, a=along)
    return prose("Project {b} onto the column space of {A}.", b=given, A=row("A", "=", Matrix(A)))
