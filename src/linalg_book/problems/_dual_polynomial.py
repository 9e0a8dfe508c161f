"""Exercises on the dual activation of a polynomial."""

from typing import Any

from sympy import Integer, Matrix, Poly, Symbol

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.prose import prose

T = Symbol("t")


def dual_polynomial(rng: Any, *, degree: int = 3, largest: int = 100, entries: int = 2) -> Problem:
    """Make an exercise on the dual activation of a polynomial with two terms or more.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    degree : int
        The degree of the polynomial, from 1 to 6.
    largest : int
        No coefficient of the dual is greater.
    entries : int
        No coefficient of the polynomial is greater in size.

    Returns
    -------
    Problem
        With the coefficients of the polynomial as the only row of A, from the constant on, no b,
        and as solution its dual, whose ``values`` hold the polynomial in ρ as ``normalized``.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.dual_polynomial(1)
    >>> problem.A, problem.solution.values["normalized"]
    (((-2, 1, 1, 1),), 6*rho**3 + 2*rho**2 + 16*rho + 1)
    """
    random, seed = source(rng)
    p = whole_number(degree, "degree", 1, 6)
    bound, most = whole_number(largest, "largest", 1), whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        given = tuple(random.randint(-most, most) for _ in range(p + 1))
        if not given[p] or sum(map(bool, given)) == 1:
            return None
        solution = exact.dual_activation("polynomial", given)
        dual = Poly(solution.values["normalized"], Symbol("rho"))
        if not within(Matrix(dual.coeffs()), bound):
            return None
        statement = prose(
            "Find the dual activation of {phi}, as a polynomial in the correlation.",
            phi=sum((c * T**n for n, c in enumerate(given)), Integer(0)),
        )
        return Problem(statement, (given,), None, solution, seed)

    return search(make, f"degree {p} and coefficients up to {most}")
