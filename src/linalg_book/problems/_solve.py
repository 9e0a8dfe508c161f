"""Exercises on systems of each kind."""

from functools import partial
from typing import Any

from linalg_book import exact
from linalg_book.errors import NoSuchProblemError
from linalg_book.problems._parts import (
    Problem,
    apply,
    domain,
    left_null_space,
    read_options,
    search,
    system_statement,
    within,
)
from linalg_book.writing.wording import show

KINDS = ("unique", "infinite", "none")


def solve(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    kind: str = "unique",
    rows: int = 3,
    columns: int = 3,
    rank: int | None = None,
    largest: int = 12,
    entries: int = 9,
) -> Problem:
    """Make an exercise on solving a system: one solution, infinitely many, or none.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    kind : str
        "unique", "infinite" or "none".
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A, from 1 on; if left out, the largest that the kind allows.
    largest : int
        No entry of the solution, of the basis of the null space or of the proof that there is
        no solution has a greater numerator or denominator.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b and the solution.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise exists or was found.

    Notes
    -----
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.solve(1, kind="infinite")
    >>> problem.A, problem.b, problem.solution.values["kind"]
    (((2, 3, 2), (-2, 1, -2), (-3, -1, -3)), (-20, 4, 16), 'infinite')
    """
    wanted = read_options(
        rng, (rows, columns), rank, largest, entries, largest_rank=partial(_largest_rank, kind)
    )
    random, m, n = wanted.random, wanted.m, wanted.n
    if kind == "unique" and wanted.rank < n:
        raise NoSuchProblemError(
            f"expected a rank equal to the number of columns ({n}) for a unique solution, but "
            f"received {m} rows and rank {wanted.rank}: change the shape, the rank or the kind."
        )

    def make() -> Problem | None:
        A = wanted.matrix()
        if A is None:
            return None
        pivots = domain(A, n).rref()[1]
        x = [random.randint(-4, 4) if j in pivots else 0 for j in range(n)]
        b = list(apply(A, x))
        if kind == "none":
            y = random.choice(left_null_space(A, n))
            b[random.choice([i for i in range(m) if y[i]])] += random.choice((-2, -1, 1, 2))
        found = exact.solve(A, b)
        shown = [found.values[k] for k in ("null_space", "certificate") if found.values[k]]
        if found.values["kind"] != kind or not within([found.answer or [], shown], wanted.bound):
            return None
        return Problem(
            system_statement("Find all solutions of", A, tuple(b)), A, tuple(b), found, wanted.seed
        )

    return search(make, f"{wanted.described()}, the kind “{kind}” and numbers up to {wanted.bound}")


def _largest_rank(kind: str, m: int, n: int) -> int:
    if kind not in KINDS:
        raise NoSuchProblemError(
            f"kind is {show(kind)}, but one of {', '.join(KINDS)} is expected: choose one."
        )
    largest = {"unique": min(m, n), "infinite": min(m, n - 1), "none": min(m - 1, n)}[kind]
    if largest < 1:
        raise NoSuchProblemError(
            f"expected a shape that allows the kind “{kind}” with a nonzero matrix, "
            f"but received {m}×{n}: add a row or a column."
        )
    return largest
