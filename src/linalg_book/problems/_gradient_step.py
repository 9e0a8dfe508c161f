"""Exercises on one step of gradient descent."""

from typing import Any

import sympy
from sympy import Matrix

from linalg_book import exact
from linalg_book.problems._parts import Problem, apply, read_options, search, within
from linalg_book.writing.formula import fraction, norm, numbered, row, square, vector
from linalg_book.writing.prose import Prose, prose


def gradient_step(  # noqa: PLR0913 (options of an exercise, by name)
    rng: Any,
    *,
    rows: int = 2,
    columns: int = 2,
    rank: int | None = None,
    largest: int = 12,
    entries: int = 3,
) -> Problem:
    """Make an exercise on one step of gradient descent, and on where many steps would lead.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    rows, columns : int
        The shape of A.
    rank : int, optional
        The rank of A, from 1 on; the largest possible if left out.
    largest : int
        No numerator and no denominator of the next point or of the limit is greater.
    entries : int
        No entry of A is greater in size.

    Returns
    -------
    Problem
        With A, b and the solution, whose ``values`` hold the step and, as the first row of
        ``iterates``, the start.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    The step is one over a whole number, and below the bound 2/σ₁².

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.gradient_step(1)
    >>> problem.A, problem.b, problem.solution.answer
    (((3, -2), (-3, 0)), (-8, 9), Matrix([
    [-11/4],
    [    1]]))
    """
    wanted = read_options(rng, (rows, columns), rank, largest, entries)
    random = wanted.random

    def make() -> Problem | None:
        A = wanted.matrix()
        if A is None or not any(map(any, A)):
            return None
        start = tuple(random.randint(-2, 2) for _ in range(wanted.n))
        b = tuple(p + random.randint(-6, 6) for p in apply(A, start))
        below = sum(entry * entry for line in A for entry in line)  # at least σ₁²
        divisor = random.choice((below, (below + 1) // 2 + random.randint(1, 3)))
        gradient = [p - q for p, q in zip(apply(A, start), b, strict=True)]
        step = Matrix(A).T * Matrix(gradient) / sympy.Integer(divisor)
        if not any(step) or not within(Matrix(start) - step, wanted.bound):
            return None
        found = exact.gradient_descent(A, b, sympy.Rational(1, divisor), steps=1, start=start)
        if not within(found.values["limit"], wanted.bound):
            return None
        return Problem(_statement(A, b, start, divisor), A, b, found, wanted.seed)

    return search(make, f"{wanted.described()} and points of numbers up to {wanted.bound}")


def _statement(A: Any, b: Any, start: Any, divisor: int) -> Prose:
    loss = row(fraction(1, 2), square(norm(row("A", vector("x"), "−", vector("b")))))
    return prose(
        "Take one step of gradient descent on {loss} from {x} with {eta}, {A} and {b}.",
        loss=loss,
        x=row(numbered("x", 0), "=", Matrix(start)),
        eta=row("eta", "=", sympy.Rational(1, divisor)),
        A=row("A", "=", Matrix(A)),
        b=row(vector("b"), "=", Matrix(b)),
    )
