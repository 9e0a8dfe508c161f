"""Exercises on the line that fits points best."""

from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import Problem, apply, combination, left_null_space, search, source
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import listed


def line_fit(rng: Any, *, points: int = 3, largest: int = 12, entries: int = 5) -> Problem:
    """Make an exercise on the line that fits points in the plane best, in least squares.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    points : int
        The number of points, from 3 on.
    largest : int
        Intercept, slope and residuals are whole numbers and not greater in size.
    entries : int
        The points lie at whole numbers from 0 to this.

    Returns
    -------
    Problem
        ``A`` has a column of ones and one with the places t, ``b`` the heights; the answer is
        the intercept and the slope.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import problems
    >>> print(problems.line_fit(1).statement)
    Fit the line y = c + d t to the points (0, 1), (1, −9) and (4, −13) by least squares.
    """
    random, seed = source(rng)
    m, bound = whole_number(points, "points", 3), whole_number(largest, "largest", 1)
    most = whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        if most + 1 < m:
            return None
        places = sorted(random.sample(range(most + 1), m))
        A = tuple((1, t) for t in places)
        x = (random.randint(-6, 6), random.choice((-3, -2, -1, 1, 2, 3)))
        residual = combination(random, left_null_space(A, 2), m)
        if not any(residual) or max(map(abs, (*x, *residual))) > bound:
            return None
        b = tuple(p + q for p, q in zip(apply(A, x), residual, strict=True))
        return Problem(_statement(places, b), A, b, exact.least_squares(A, b), seed)

    return search(make, f"{m} points from 0 to {most} and numbers up to {bound}")


def _statement(places: list[int], heights: tuple[int, ...]) -> Prose:
    shown = [f"({t}, {y})".replace("-", "−") for t, y in zip(places, heights, strict=True)]
    return prose(
        f"Fit the line {{line}} to the points {listed(shown)} by least squares.",
        line=row("y", "=", "c", "+", "d", "t"),
    )
