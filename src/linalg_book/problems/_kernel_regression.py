"""Exercises on kernel regression, with the polynomial kernel of numbers."""

from typing import Any

import sympy

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import listed


def kernel_regression(
    rng: Any, *, points: int = 2, degree: int = 2, largest: int = 100, entries: int = 3
) -> Problem:
    """Make an exercise on a fit with the kernel (x z + 1) to the degree.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    points : int
        The number of places, from 1 to the degree plus 1.
    degree : int
        The degree of the kernel, from 1 to 4.
    largest : int
        No numerator and no denominator of a left-out residual is greater.
    entries : int
        The places are whole numbers and not greater in size.

    Returns
    -------
    Problem
        ``A`` has one column, the places, and ``b`` the values; the answer are the heights α,
        which are whole numbers.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.kernel_regression(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((-3,), (0,)), (101, 2), Matrix([
    [1],
    [1]]))
    """
    random, seed = source(rng)
    p = whole_number(degree, "degree", 1, 4)
    count = whole_number(points, "points", 1, p + 1)
    bound, most = whole_number(largest, "largest", 1), whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        places = range(-most, most + 1)
        if len(places) < count:
            return None
        chosen = sorted(random.sample(places, count))
        alpha = [random.choice((-3, -2, -1, 1, 2, 3)) for _ in chosen]
        values = [
            sum(a * (x * z + 1) ** p for a, z in zip(alpha, chosen, strict=True)) for x in chosen
        ]
        A, b = tuple((x,) for x in chosen), tuple(values)
        solution = exact.kernel_regression(A, b, degree=p)
        if solution.values["rank"] < count or not within(solution.values["left_out"], bound):
            return None
        return Problem(_statement(chosen, b, p), A, b, solution, seed)

    return search(make, f"{count} places from −{most} to {most} and residuals up to {bound}")


def _statement(places: list[int], values: tuple[int, ...], degree: int) -> Prose:
    pairs = zip(places, values, strict=True)
    shown = [f"f({at}) = {value}".replace("-", "−") for at, value in pairs]
    x, z = sympy.symbols("x z")
    return prose(
        f"Find the heights of the fit with {listed(shown)} by the kernel {{kernel}}, one for each "
        "place, and by how much each value misses the prediction of the others.",
        kernel=(x * z + 1) ** degree,
    )
