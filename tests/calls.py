"""How public functions are called: those of ``exact``, and what those of ``numeric`` refuse."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from sympy import Matrix

from linalg_book import exact
from linalg_book import examples as ex
from linalg_book.errors import (
    DegenerateEquationError,
    EmptySystemError,
    InconsistentSystemError,
    LinalgBookError,
    NotSymmetricError,
    ShapeError,
)
from linalg_book.worked import WorkedExample
from tests.strategies import rational

Refusal = type[LinalgBookError] | None


class Call(NamedTuple):
    """Everything that a suite needs to call a function; CALLS is the only list of them.

    ``example`` are the arguments of the example that the book or its reference works, those by
    name in a dict at the end; ``cli`` are the same as words of a command line.  ``fields`` are
    those of its form, written down from the documentation, with their kinds.
    ``make`` applies it to a matrix and a column; ``refuses`` names the error for both.
    ``takes_b`` tells whether it looks at the column, ``matrix`` how it names the matrix.
    """

    example: tuple[Any, ...]
    cli: tuple[str, ...]
    fields: str
    make: Callable[[Any, Any], WorkedExample]
    refuses: Callable[[Matrix, Matrix], Refusal] = lambda _A, _b: None
    takes_b: bool = False
    matrix: str = "A"


def _if_empty(A: Matrix, _b: Matrix) -> Refusal:
    return EmptySystemError if 0 in A.shape else None


def _if_not_symmetric(A: Matrix, _b: Matrix) -> Refusal:
    return ShapeError if A.rows != A.cols else None if A == A.T else NotSymmetricError


def _if_unsolvable(A: Matrix, b: Matrix) -> Refusal:
    solvable = A.row_join(b).rank() == A.rank()
    return _if_empty(A, b) or (None if solvable else InconsistentSystemError)


def _if_no_flat(A: Matrix, b: Matrix) -> Refusal:
    degenerate = not any(A) and not any(b)
    return _if_empty(A, b) or (DegenerateEquationError if degenerate else _if_unsolvable(A, b))


NINE = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
BY_HAND = [[-1, 2], [3, -2], [5, 7]]
LINE_FIT = [[1, 0], [1, 1], [1, 2]]
MATRIX, FLAG, EQUATIONS = "A:matrix", "A:matrix normalized:flag", "equation:equation A:matrix"
CALLS = {
    "closest_point": Call(
        ([3, 4], 12), ("3x + 4y = 12",), f"{EQUATIONS} b:column origin:column",
        exact.closest_point, _if_no_flat, takes_b=True,
    ),
    "condition_number": Call(
        ([[1, 2], [3, 4]],), ("1 2; 3 4",), MATRIX,
        lambda A, _: exact.condition_number(A), _if_empty,
    ),
    "eigen": Call(
        ([[2, 1], [1, 2]],), ("2 1; 1 2",), FLAG,
        lambda A, _: exact.eigen(A), _if_not_symmetric,
    ),
    "four_subspaces": Call(
        (NINE,), ("1 2 3; 4 5 6; 7 8 9",), MATRIX, lambda A, _: exact.four_subspaces(A)
    ),
    "gram_schmidt": Call(
        (BY_HAND, {"normalized": True}), ("-1 2; 3 -2; 5 7", "--normalized"), FLAG,
        lambda A, _: exact.gram_schmidt(A),
    ),
    "least_norm": Call(
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ("1 1 1; 1 -1 0", "6 2"), f"{EQUATIONS} b:column",
        exact.least_norm, _if_unsolvable, takes_b=True,
    ),
    "least_squares": Call(
        (LINE_FIT, [6, 0, 0]), ("1 0; 1 1; 1 2", "6 0 0"), "A:matrix b:column",
        exact.least_squares, takes_b=True,
    ),
    "low_rank": Call(
        (BY_HAND, 1), ("-1 2; 3 -2; 5 7", "--k", "1"), "A:matrix k:integer",
        lambda A, _: exact.low_rank(A, 1),
    ),
    "project": Call(
        ([6, 0, 0], LINE_FIT), ("6 0 0", "1 0; 1 1; 1 2"), "b:column onto:matrix",
        lambda A, b: exact.project(b, A), takes_b=True, matrix="onto",
    ),
    "pseudoinverse": Call(
        (BY_HAND,), ("-1 2; 3 -2; 5 7",), "A:matrix method:choice",
        lambda A, _: exact.pseudoinverse(A),
    ),
    "qr": Call(([[3, 1], [4, 1]],), ("3 1; 4 1",), FLAG, lambda A, _: exact.qr(A)),
    "ridge": Call(
        ([[1, 0], [0, 2]], [1, 1], "1/2"), ("1 0; 0 2", "1 1", "--penalty", "1/2"),
        "A:matrix b:column penalty:number", lambda A, b: exact.ridge(A, b, "1/2"), takes_b=True,
    ),
    "row_reduce": Call(
        (NINE,), ("1 2 3; 4 5 6; 7 8 9",), f"{EQUATIONS} b:column", exact.row_reduce, takes_b=True
    ),
    "solve": Call(
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ("x + y + z = 6; x - y = 2",), f"{EQUATIONS} b:column",
        exact.solve, takes_b=True,
    ),
    "svd": Call(
        ([[3, 0], [4, 5]], {"full": True}), ("3 0; 4 5", "--full"), "A:matrix full:flag",
        lambda A, _: exact.svd(A),
    ),
}  # fmt: skip

NAN = float("nan")
# What each function of ``numeric`` refuses: the argument that is at fault, then the call.
REFUSED = {
    "closest_point": [("A", ["x", 1], 1), ("b", [3, 4], NAN), ("b", [3, 4], [1]), ("A", [], 1),
                      ("b", [[1, 2], [3, 4]], [1]), ("A", [0, 0], 1)],
    "condition_number": [("A", [[NAN]]), ("A", [1, 2]), ("A", []), ("rtol", [[1]], 2)],
    "factorize_ratings": [("R", [1], 1, 0), ("rng", [[1]], 1, 0), ("R", [[NAN]], 1, 0)],
    "least_norm": [("A", [[1], [2, 3]], [1, 2]), ("b", [[1, 2]], 3), ("A", [[1], [1]], [0, 1])],
    "least_squares": [("A", [[True]], [1]), ("b", [[1]], [1j]), ("b", [[1]], 5), ("b", [[1]], [])],
    "low_rank": [("A", [[None]], 1), ("k", [[1]], -1), ("k", [[1]], 1.5)],
    "pca": [("X", [[1, 2]], 1), ("X", [1, 2], 1), ("k", [[1], [2]], 3)],
    "pseudoinverse": [("A", "x"), ("A", [[10**400]]), ("rtol", [[1]], -1)],
    "svd": [("A", 5), ("A", [[NAN]])],
}  # fmt: skip


def work(name: str, arguments: tuple[Any, ...]) -> WorkedExample:
    """Call a function with what stands in a table, a dict at the end for what goes by name."""
    by_name = arguments[-1] if isinstance(arguments[-1], dict) else {}
    return getattr(exact, name)(*arguments[: -1 if by_name else None], **by_name)


class Case(NamedTuple):
    """A named matrix with a right-hand side."""

    name: str
    A: Matrix
    b: Matrix


def _of_matrix(named: ex.NamedMatrix) -> Case:
    """Take a right-hand side that the matrix reaches: A times 1, 2, 3 and so on."""
    A = Matrix(len(named.rows), named.width, [rational(x) for row in named.rows for x in row])
    return Case(named.name, A, A * Matrix(A.cols, 1, range(1, A.cols + 1)))


def _of_system(system: ex.System) -> Case:
    one = not isinstance(system.b, tuple)
    rows, right = ([system.A], [system.b]) if one else (system.A, system.b)
    return Case(
        system.name,
        Matrix([[rational(x) for x in row] for row in rows]),
        Matrix([rational(x) for x in right]),
    )


CASES = [
    *map(_of_matrix, ex.MATRICES),
    *(_of_system(s) for s in ex.SYSTEMS),
]


def works(name: str) -> list[Case]:
    """List the cases that a function takes."""
    return [case for case in CASES if CALLS[name].refuses(case.A, case.b) is None]


def formulas_of(example: WorkedExample) -> set[str]:
    """Collect the LaTeX of every formula of an example, in its sentences and on its own."""
    source = example.latex(full=True)
    display = re.findall(r"\\\[ (.*?) \\\]", source, re.DOTALL)
    return {*display, *re.findall(r"(?<!\\)\$(.*?)\$", source, re.DOTALL)}
