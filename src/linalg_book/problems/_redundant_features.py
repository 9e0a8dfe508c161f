"""Exercises on tables whose columns depend on each other."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._least_squares import draw
from linalg_book.problems._parts import Problem, read_options, search, system_statement


def redundant_features(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 4,
    columns: int = 3,
    rank: int | None = None,
    largest: int = 12,
    entries: int = 5,
) -> Problem:
    """Make an exercise on dependent columns, and on what they leave settled.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A, with at least two columns.
    rank : int, optional
        The rank of A, from 1 on, less than ``columns``; the largest possible if left out.
    largest : int
        No entry of the shortest solution or the residual is greater in size.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b (outside the column space of A) and the solution, whose ``values`` hold the
        null space: c·x is the same for every least-squares solution x if and only if c is
        perpendicular to it.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-singular-normal-equations

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.redundant_features(1)
    >>> problem.A, list(problem.solution.values["null_space"])
    (((1, 1, -2), (-1, -1, -2), (2, 2, -2), (3, 3, 0)), [1, -1, 0])
    """
    wanted = read_options(
        rng, (rows, columns), rank, largest, entries,
        rows_from=2, largest_rank=lambda m, n: min(m - 1, n - 1),
    )  # fmt: skip

    def make() -> Problem | None:
        drawn = draw(wanted)
        if drawn is None:
            return None
        A, b = drawn
        task = (
            "Find the shortest least-squares solution, and a combination of the unknowns that is "
            "the same in all least-squares solutions, of"
        )
        return Problem(system_statement(task, A, b), A, b, exact.least_squares(A, b), wanted.seed)

    return search(make, f"{wanted.described()} and an answer of numbers up to {wanted.bound}")
