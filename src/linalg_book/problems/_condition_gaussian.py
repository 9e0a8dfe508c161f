"""Exercises on Gaussian vectors of which all entries but the last are known."""

from typing import Any

from sympy import Integer, Matrix

from linalg_book import exact
from linalg_book.problems._parts import Problem, search, source, within
from linalg_book.whole_numbers import whole_number
from linalg_book.writing.formula import row, square
from linalg_book.writing.prose import Prose, prose


def condition_gaussian(
    rng: Any, *, known: int = 1, noise: int = 0, largest: int = 30, entries: int = 2
) -> Problem:
    """Make an exercise on the last entry of a Gaussian vector whose other entries are known.

    Parameters
    ----------
    rng : random.Random, numpy.random.Generator or int
        The source of chance, or a seed.
    known : int
        How many entries are known, from 1 to 3.
    noise : int
        The variance of the noise in them, from 0 on.
    largest : int
        No numerator and no denominator of the mean or the variance is greater.
    entries : int
        The covariance is B Bᵀ; no entry of B, which is not shown, is greater in size.

    Returns
    -------
    Problem
        ``A`` is the covariance, ``b`` has the entries that are known.

    Raises
    ------
    InvalidNumberError
        If an option is no whole number between its bounds.
    NoSuchProblemError
        If no such exercise was found.

    Notes
    -----
    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book import problems
    >>> problem = problems.condition_gaussian(3)
    >>> problem.A, problem.b, problem.solution.answer
    (((5, -4), (-4, 5)), (10,), Matrix([[-8]]))
    """
    random, seed = source(rng)
    m, tau = whole_number(known, "known", 1, 3), whole_number(noise, "noise", 0)
    bound, most = whole_number(largest, "largest", 1), whole_number(entries, "entries", 1)

    def make() -> Problem | None:
        B = Matrix(m + 1, m + 1, [random.randint(-most, most) for _ in range((m + 1) ** 2)])
        C = B * B.T
        b = tuple(random.choice((-1, 1)) * random.randint(1, 12) for _ in range(m))
        if not C.det() or not any(C[m, :m]):
            return None
        A = tuple(tuple(int(x) for x in C.row(i)) for i in range(m + 1))
        solution = exact.condition_gaussian(A, b, tau)
        told = [solution.answer[0], solution.values["covariance"][0], *solution.values["weights"]]
        if not within(Matrix(told), bound):
            return None
        return Problem(_statement(C, b, tau), A, b, solution, seed)

    return search(make, f"{m} known entries and numbers up to {bound}")


def _statement(C: Matrix, b: tuple[int, ...], noise: int) -> Prose:
    seen = "its first entry is" if len(b) == 1 else f"its first {len(b)} entries are"
    if noise:
        seen = seen.replace("is", "was").replace("are", "were")
        seen += " measured, with independent noise of the variance {t}: the result is"
    return prose(
        f"A Gaussian vector has the mean 0 and the covariance {{C}}; {seen} {{y}}. "
        "Find mean and variance of its last entry, given this.",
        C=row("C", "=", C), t=row(square("tau"), "=", Integer(noise)),
        y=Integer(b[0]) if len(b) == 1 else Matrix(b),
    )  # fmt: skip
