"""Exercises on polynomials through points."""

from math import comb
from typing import Any

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import fraction, row, square
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import listed


def polynomial(
    rng: Any, *, points: int = 3, degree: int = 2, largest: int = 12, entries: int = 3
) -> Problem:
    """Make an exercise on a polynomial with given values at places.

    If there are fewer places than coefficients, the polynomial is wanted that has the least sum
    of wⱼ²/μⱼ, where μⱼ is the number before the power of x that wⱼ multiplies in (x + 1) to the
    degree.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    points : int
        The number of places, from 1 to the degree plus 1.
    degree : int
        The highest degree allowed, from 1 to 4.
    largest : int
        The coefficients are whole numbers and not greater in size.
    entries : int
        The places are whole numbers and not greater in size.

    Returns
    -------
    Problem
        ``A`` has one column, the places, and ``b`` the values; the answer are the coefficients,
        low degrees first.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book import problems
    >>> print(problems.polynomial(1).statement)
    Find the polynomial f of degree at most 2 with f(−3) = 10, f(−2) = 1 and f(1) = 10.
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
        alpha = [random.choice((-2, -1, 1, 2)) for _ in chosen]
        w = [
            comb(p, j) * sum(a * x**j for a, x in zip(alpha, chosen, strict=True))
            for j in range(p + 1)
        ]
        if not any(w[1:]) or max(map(abs, w)) > bound:
            return None
        A = tuple((x,) for x in chosen)
        b = tuple(sum(c * x**j for j, c in enumerate(w)) for x in chosen)
        solution = exact.feature_interpolation(A, b, p)
        return Problem(_statement(chosen, b, p), A, b, solution, seed)

    sizes = f"{count} places from −{most} to {most}"
    return search(make, f"degree {p}, {sizes} and numbers up to {bound}")


def _statement(places: list[int], values: tuple[int, ...], degree: int) -> Prose:
    shown = [f"f({x}) = {y}".replace("-", "−") for x, y in zip(places, values, strict=True)]
    if len(places) == degree + 1:
        return prose(f"Find the polynomial f of degree at most {degree} with {listed(shown)}.")
    terms: list[Any] = []
    for j in range(degree + 1):
        weight, size = comb(degree, j), square(f"w_{j + 1}")
        terms += ["+"] * bool(j) + [size if weight == 1 else fraction(size, weight)]
    return prose(
        f"Of the polynomials f of degree at most {degree} with {listed(shown)}, find the one with "
        "the least {sum}. Its coefficients are {w}, {v} and so on, from the constant on.",
        sum=row(*terms),
        w="w_1",
        v="w_2",
    )
