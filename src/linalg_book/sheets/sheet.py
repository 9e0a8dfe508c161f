"""A sheet of exercises: what is asked for, the key, and what goes wrong often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Any

import sympy

from linalg_book.checking.of_problems import CHECKS
from linalg_book.errors import NoSuchProblemError, RequestError
from linalg_book.problems import Problem
from linalg_book.sheets.formats import format_named
from linalg_book.sheets.kinds import Kind, checked_options, kind_named
from linalg_book.sheets.mistakes import Entries, Mistake, mistakes_in
from linalg_book.whole_numbers import whole_number

MOST = 200
TRIES = 40  # for an exercise that the sheet does not have yet
SEEDS = 2**32


@dataclass(frozen=True)
class Part:
    """One answer that an exercise asks for.

    Attributes
    ----------
    name : str
        Its name among the checks of the kind, for example "answer".
    prompt : str
        What is asked for, in words.
    rows : tuple of rows
        The right answer as fractions; a vector has rows of one entry, a number one such row.
    mistakes : tuple of Mistake
        Wrong answers that are given often.
    """

    name: str
    prompt: str
    rows: Entries
    mistakes: tuple[Mistake, ...] = ()

    @property
    def value(self) -> Any:
        """The right answer as a SymPy object: a number or a matrix."""
        return as_value(self.rows)


@dataclass(frozen=True)
class Exercise:
    """One exercise of a sheet: its number from 1 on, its kind, the problem, and its answers."""

    number: int
    kind: Kind
    problem: Problem
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Sheet:
    """Exercises of one kind, all different.

    Attributes
    ----------
    kind : Kind
        What the sheet is about; ``kind.name`` and ``kind.title`` are its names.
    seed : int
        The same kind, count, seed and options make the same sheet.
    exercises : tuple of Exercise
        Each with its ``number``, its ``problem`` (statement, solution, seed) and its ``parts``:
        the answers that are asked for and the mistakes that are made often.
    options : mapping
        The options of the function of ``problems``, where they are not the defaults.
    """

    kind: Kind
    seed: int
    exercises: tuple[Exercise, ...]
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def written(self, name: str) -> bytes:
        """Write the sheet as a file.

        Parameters
        ----------
        name : str
            A name of ``sheets.FORMATS``: "markdown", "latex", "html", "pdf", "json", "moodle" or
            "qti".

        Returns
        -------
        bytes
            The content of the file: text in UTF-8, except "pdf" and "qti" (a zip archive).

        Raises
        ------
        RequestError
            If there is no such format, no program that writes it, or if the exercises have no
            single answer, which "moodle" and "qti" need.
        """
        return format_named(name).write(self)


def sheet(kind: str, /, count: int = 10, seed: int = 1, **options: Any) -> Sheet:
    """Make a sheet of different exercises of one kind.

    Parameters
    ----------
    kind : str
        The name of a function of ``problems`` with hyphens, for example "least-norm".
    count : int
        How many exercises, from 1 to 200.
    seed : int
        From 0 to 2³² − 1.
    **options
        Options of the function of ``problems``, for example ``rows=3``.

    Returns
    -------
    Sheet
        With its ``exercises``; ``written("latex")`` and so on write it.

    Raises
    ------
    RequestError
        If there is no such kind, or if it takes no such option.
    InvalidNumberError
        If ``count``, ``seed`` or an option is no whole number between its bounds.
    NoSuchProblemError
        If there are not as many different exercises with these options.

    Notes
    -----
    Exercise number k has a seed of its own, which the sheet names: with it the function of
    ``problems`` makes the same exercise.

    Introduced in: sec-for-lecturers

    Examples
    --------
    >>> from linalg_book import sheets
    >>> made = sheets.sheet("least-norm", count=2, seed=3)
    >>> for exercise in made.exercises:
    ...     print(exercise.problem.b, tuple(exercise.parts[0].value))
    (-20, -9) (-2, 4, -3)
    (-20, 44) (4, -6, 6)
    """
    chosen = kind_named(kind)
    wanted = whole_number(count, "count", 1, MOST)
    start = whole_number(seed, "seed", 0, SEEDS - 1)
    given = checked_options(chosen, options)
    made = different(chosen, wanted, Random(start), given)  # noqa: S311 (exercises are no secret)
    exercises = tuple(
        Exercise(number, chosen, problem, parts_of(chosen, problem))
        for number, problem in enumerate(made, start=1)
    )
    return Sheet(chosen, start, exercises, given)


def different(kind: Kind, count: int, random: Random, options: Mapping[str, Any]) -> list[Problem]:
    """Make so many exercises with different statements."""
    found: dict[str, Problem] = {}
    misses = 0
    while len(found) < count:
        problem = kind.make(random, **options)
        misses = misses + 1 if str(problem.statement) in found else 0
        found.setdefault(str(problem.statement), problem)
        if misses == TRIES:
            raise NoSuchProblemError(
                f"expected {count} different exercises, but found only {len(found)}: "
                "ask for fewer, or allow larger numbers by the options."
            ).about("count")
    return list(found.values())


def parts_of(kind: Kind, problem: Problem) -> tuple[Part, ...]:
    """Return the answers that have one right value, with the mistakes that are made often."""
    try:
        checks = list(CHECKS[kind.name](problem))
    except RequestError:  # of a system without a solution no number is asked for
        return ()
    found: dict[str, list[tuple[Any, str]]] = {}
    for name, value, says in kind.find(problem):
        found.setdefault(name, []).append((value, says))
    parts = []
    for name, (prompt, check) in checks:
        rows = _right(problem, check)
        if rows is not None:
            parts.append(Part(name, prompt, rows, mistakes_in(name, rows, found.get(name, []))))
    return tuple(parts)


def _right(problem: Problem, check: Mapping[str, Any]) -> Entries | None:
    """Read the one right answer of a check; None if there are several."""
    if check["kind"] in ("number", "fraction"):
        return ((Fraction(check["answer"]),),)
    if check["kind"] == "vector":
        return tuple((Fraction(text),) for text in check["answer"])
    if check["kind"] == "matrix":
        return tuple(tuple(map(Fraction, row)) for row in check["answer"])
    A = sympy.Matrix(problem.A)
    if check["kind"] == "solution" and A.rank() == A.cols:
        return tuple((Fraction(int(x.p), int(x.q)),) for x in problem.solution.answer)
    return None


def as_value(rows: Entries) -> Any:
    """Turn fractions into a SymPy number or matrix."""
    matrix = sympy.Matrix([[sympy.Rational(x.numerator, x.denominator) for x in r] for r in rows])
    return matrix[0] if matrix.shape == (1, 1) else matrix
