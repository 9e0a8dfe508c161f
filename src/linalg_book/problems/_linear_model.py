"""Exercises on the tangent of a model with two weights."""

from typing import Any

from sympy import Matrix, symbols

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import numbered, row
from linalg_book.writing.prose import prose

_W1, _W2 = symbols("w_1 w_2")
_MODELS = {
    "w1 w2": _W1 * _W2,
    "w1 w2 + w1": _W1 * _W2 + _W1,
    "w1 w2 - w2": _W1 * _W2 - _W2,
    "w1^2 + w2^2": _W1**2 + _W2**2,
    "w1^2 + w1 w2": _W1**2 + _W1 * _W2,
}


def linear_model(rng: Any, *, largest: int = 200, entries: int = 5) -> Problem:
    """Make an exercise on the nearest weights for which the tangent of a model meets a target.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    largest : int
        No numerator and no denominator of the answer is greater.
    entries : int
        No weight at the start, and no target, is greater.

    Returns
    -------
    Problem
        ``A`` is the gradient at the start, ``b`` the right-hand side of the linear equation.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number from 1 on.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.linear_model(1)
    >>> problem.A, problem.b
    (((2, 5),), (7,))
    """
    random, seed = source(rng)
    limit = whole_number(largest, "largest", 1)
    most = whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        model = random.choice(list(_MODELS))
        start = [random.randint(1, most) for _ in "ab"]
        target = random.randint(0, most)
        solution = exact.linearize(model, start, [target])
        values = solution.values
        if not values["distance"] or not within(solution.answer, limit):
            return None
        statement = prose(
            "The model {f} starts at {w} and is to have the value {y}.  Find the weights nearest "
            "to the start for which its tangent there has it.",
            f=row("f", "=", _MODELS[model]),
            w=row(numbered("w", 0), "=", Matrix(start)),
            y=target,
        )
        gradient = tuple(int(entry) for entry in values["gradients"])
        return Problem(statement, (gradient,), (int(values["right"][0]),), solution, seed)

    return search(make, f"weights up to {most} and an answer up to {limit}")
