"""Exercises on the mean of several draws."""

from typing import Any

from sympy import Integer, Matrix

from linalg_book import exact
from linalg_book.problems._parts import Problem, Wanted, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import Prose, prose


def sample_mean(
    rng: Any, *, outcomes: int = 3, draws: int | None = None, largest: int = 60, entries: int = 6
) -> Problem:
    """Make an exercise on the mean of several draws from a few outcomes.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    outcomes : int
        How many different numbers may be drawn, from 2 on.
    draws : int, optional
        How many draws; from 2 to 20 if left out.
    largest : int
        No numerator and no denominator of the mean, the variance or the bound is greater.
    entries : int
        No outcome is greater in size.

    Returns
    -------
    Problem
        With the outcomes as the rows of A, no b, and the solution, whose ``values`` hold the
        probabilities, the distance, the exact probability and the bound, which is at most 1.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-sampling

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.sample_mean(1)
    >>> problem.A, problem.solution.answer
    (((-6,), (1,), (3,)), Matrix([[-1]]))
    """
    random, seed = source(rng)
    m = whole_number(outcomes, "outcomes", 2)
    k = None if draws is None else whole_number(draws, "draws", 1)
    bound, most = whole_number(largest, "largest", 1), whole_number(entries, "entries", 1)
    wanted = Wanted(random, seed, m, 1, 1, bound, most)

    def make() -> Problem | None:
        if m > 2 * most + 1:
            return None
        A = tuple((x,) for x in sorted(random.sample(range(-most, most + 1), m)))
        weights = [random.randint(1, 3) for _ in A]
        number = k or random.choice((2, 3, 4, 5, 6, 8, 10, 12, 15, 20))
        found = exact.sample_mean(A, number, random.randint(1, 3), weights=weights)
        values = found.values
        told = [found.answer[0], values["variance"], values["bound"]]
        if not 0 < values["bound"] <= 1 or not within(Matrix(told), wanted.bound):
            return None
        return Problem(_statement(A, values), A, None, found, seed)

    return search(make, f"{m} outcomes up to {most} and numbers up to {bound}")


def _statement(A: Any, values: Any) -> Prose:
    return prose(
        "Draw {k} times, independently, from the outcomes {A} with the probabilities {p}, and "
        "take the mean of what you drew. Far is at least {d} away from what is to be expected.",
        k=Integer(values["draws"]),
        A=row("A", "=", Matrix(A)),
        p=row(vector("p"), "=", values["probabilities"]),
        d=values["distance"],
    )
