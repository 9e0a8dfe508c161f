"""How each public function of ``exact`` is called on the named matrices and systems."""

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
    """``make`` applies a function to a matrix and a column; ``refuses`` names the error for both.

    ``takes_b`` tells whether the function looks at the column, ``matrix`` how it names the matrix.
    """

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


CALLS = {
    "closest_point": Call(exact.closest_point, _if_no_flat, takes_b=True),
    "condition_number": Call(lambda A, _: exact.condition_number(A), _if_empty),
    "eigen": Call(lambda A, _: exact.eigen(A), _if_not_symmetric),
    "four_subspaces": Call(lambda A, _: exact.four_subspaces(A)),
    "gram_schmidt": Call(lambda A, _: exact.gram_schmidt(A)),
    "least_norm": Call(exact.least_norm, _if_unsolvable, takes_b=True),
    "least_squares": Call(exact.least_squares, takes_b=True),
    "low_rank": Call(lambda A, _: exact.low_rank(A, 1)),
    "project": Call(lambda A, b: exact.project(b, A), takes_b=True, matrix="onto"),
    "pseudoinverse": Call(lambda A, _: exact.pseudoinverse(A)),
    "qr": Call(lambda A, _: exact.qr(A)),
    "ridge": Call(lambda A, b: exact.ridge(A, b, "1/2"), takes_b=True),
    "row_reduce": Call(exact.row_reduce, takes_b=True),
    "solve": Call(exact.solve, takes_b=True),
    "svd": Call(lambda A, _: exact.svd(A)),
}


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


def public_functions() -> set[str]:
    """Name the functions that work an example."""
    return set(exact.functions.__all__)


def formulas_of(example: WorkedExample) -> set[str]:
    """Collect the LaTeX of every formula of an example, in its sentences and on its own."""
    source = example.latex(full=True)
    display = re.findall(r"\\\[ (.*?) \\\]", source, re.DOTALL)
    return {*display, *re.findall(r"(?<!\\)\$(.*?)\$", source, re.DOTALL)}
