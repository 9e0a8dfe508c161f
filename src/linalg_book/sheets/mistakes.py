"""What goes wrong often: the answer that it gives, and a sentence that says what happened."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy

from linalg_book.problems import Problem

Found = tuple[str, Any, str]
"""The name of what was asked for, the wrong answer, and what happened."""
Finder = Callable[[Problem], Iterator[Found]]
Entries = tuple[tuple[Fraction, ...], ...]

SIGN = "The sign is wrong."
SIGNS = "Every sign is wrong."
TRANSPOSED = "Rows and columns are exchanged: this is the transpose."
BACKWARDS = "These are the right numbers in the opposite order."


@dataclass(frozen=True)
class Mistake:
    """A wrong answer of the shape of the right one, and what happened.

    Attributes
    ----------
    part : str
        The name of what was asked for.
    rows : tuple of rows
        The wrong answer, as fractions.
    says : str
        A sentence for whoever gave it.
    """

    part: str
    rows: Entries
    says: str


def mistakes_in(part: str, right: Entries, found: Sequence[tuple[Any, str]]) -> tuple[Mistake, ...]:
    """Keep what has the shape of the right answer, rational entries, and differs from it.

    Mistakes that can be made with any answer come last; of equal answers the first is kept.
    """
    kept: dict[Entries, Mistake] = {}
    for value, says in [*found, *_general(right)]:
        rows = entries(value, right)
        if rows is not None and rows != right and rows not in kept:
            kept[rows] = Mistake(part, rows, says)
    return tuple(kept.values())


def entries(value: Any, like: Entries) -> Entries | None:
    """Return rational entries in the shape of another answer; None if they are not such."""
    m, n = len(like), len(like[0])
    flat = [sympy.sympify(x) for x in sympy.flatten(value)] if _is_many(value) else [value]
    numbers = [sympy.nsimplify(x) if isinstance(x, float) else sympy.sympify(x) for x in flat]
    if len(numbers) != m * n or not all(x.is_Rational for x in numbers):
        return None
    if isinstance(value, sympy.MatrixBase) and n > 1 and value.shape != (m, n):
        return None
    read = [Fraction(int(x.p), int(x.q)) for x in numbers]
    return tuple(tuple(read[i * n : (i + 1) * n]) for i in range(m))


def _is_many(value: Any) -> bool:
    return isinstance(value, sympy.MatrixBase | list | tuple)


def _general(right: Entries) -> Iterator[tuple[Any, str]]:
    """Name what can be done to any answer: other signs, other order."""
    one = len(right) == len(right[0]) == 1
    yield [[-x for x in row] for row in right], SIGN if one else SIGNS
    if len(right) == len(right[0]) > 1:
        yield list(map(list, zip(*right, strict=True))), TRANSPOSED
    if len(right[0]) == 1 < len(right):
        yield right[::-1], BACKWARDS
