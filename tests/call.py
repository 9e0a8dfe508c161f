"""What the call of a function of ``exact`` is to a suite, and data that several calls use."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import sympy
from sympy import Matrix

from linalg_book.errors import (
    DegenerateEquationError,
    EmptySystemError,
    InconsistentSystemError,
    LinalgBookError,
    NotSymmetricError,
    ShapeError,
)
from linalg_book.worked import WorkedExample

Refusal = type[LinalgBookError] | None


class Call(NamedTuple):
    """Everything that a suite needs to call a function; ``CALLS`` in its test module has it.

    ``example`` are the arguments of the example that the book or its reference works, those by
    name in a dict at the end; ``cli`` are the same as words of a command line.  ``fields`` are
    those of its form, written down from the documentation, with their kinds.
    ``make`` applies it to a matrix and a column; ``refuses`` names the error for both.
    ``takes_b`` tells whether it looks at the column, ``matrix`` and ``column`` how it names them.
    ``takes_matrix`` is false where ``make`` picks from the matrix what the function takes.
    ``further`` are the arguments of more examples, for other branches of the derivation: their
    structure and formats are checked, and ``example`` is read word by word.
    """

    example: tuple[Any, ...]
    cli: tuple[str, ...]
    fields: str
    make: Callable[[Any, Any], WorkedExample]
    refuses: Callable[[Matrix, Matrix], Refusal] = lambda _A, _b: None
    takes_b: bool = False
    matrix: str = "A"
    column: str = "b"
    further: Sequence[tuple[Any, ...]] = ()
    takes_matrix: bool = True


def if_empty(A: Matrix, _b: Matrix) -> Refusal:
    """Refuse a matrix without entries."""
    return EmptySystemError if 0 in A.shape else None


def if_no_row(A: Matrix, _b: Matrix) -> Refusal:
    """Refuse a matrix without rows."""
    return None if A.rows else EmptySystemError


def if_not_symmetric(A: Matrix, _b: Matrix) -> Refusal:
    """Refuse a matrix that is not symmetric."""
    return ShapeError if A.rows != A.cols else None if A == A.T else NotSymmetricError


def if_unsolvable(A: Matrix, b: Matrix) -> Refusal:
    """Refuse a system without a solution."""
    solvable = A.row_join(b).rank() == A.rank()
    return if_empty(A, b) or (None if solvable else InconsistentSystemError)


def if_no_flat(A: Matrix, b: Matrix) -> Refusal:
    """Refuse what has no solution, or is no equation."""
    degenerate = not any(A) and not any(b)
    return if_empty(A, b) or (DegenerateEquationError if degenerate else if_unsolvable(A, b))


def two_rows(A: Any) -> tuple[Any, Any]:
    """Pick the first and the last row."""
    rows = A.tolist() if hasattr(A, "tolist") else list(A)
    return (rows[0], rows[-1]) if rows else ([], [])


NINE = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
BY_HAND = [[-1, 2], [3, -2], [5, 7]]
LINE_FIT = [[1, 0], [1, 1], [1, 2]]
MATRIX, FLAG, EQUATIONS = "A:matrix", "A:matrix normalized:flag", "equation:equation A:matrix"
HALF = "1/2"
C, D, H = sympy.symbols("c d h")
FIVE = [[int(i == j) for j in range(5)] for i in range(5)]
LARGE = [[4, 0, 0, 0, 0], [0, 4, 0, 0, 0], [0, 0, 3, 0, 0], [0, 0, 0, 2, 0], [0, 0, 0, 0, 1]]
CUBIC = [[0, 1, 0], [1, 0, 1], [0, 1, 1]]
UNIT, FULL = {"normalized": True}, {"full": True}
LAPLACIAN = [[1, -1, 0], [-1, 2, -1], [0, -1, 1]]
WIDE_AND_DEPENDENT = [
    [[1, 2, 0], [2, 4, 1], [0, 0, 1]], [[1, HALF, 3], [0, 2, -1]], [[0, 0], [0, 0]], [[], []], [],
]  # fmt: skip
RIGHT_SIDES = [[3, 1, 7], ["1/3", 4], [1, 2], [1, 2], []]
