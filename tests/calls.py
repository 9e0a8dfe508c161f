"""How the public functions of ``exact`` are called: their test modules say it, this collects it."""

import re
from typing import Any, NamedTuple

from sympy import Matrix

from linalg_book import exact
from linalg_book import examples as ex
from linalg_book.worked import WorkedExample
from tests.call import Call
from tests.collected import collected
from tests.strategies import rational

CALLS: dict[str, Call] = collected("tests.exact.functions", "CALLS")


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


def formulas_in(source: str) -> set[str]:
    """Collect the LaTeX of every formula of an example written whole as LaTeX."""
    display = re.findall(r"\\\[ (.*?) \\\]", source, re.DOTALL)
    return {*display, *re.findall(r"(?<!\\)\$(.*?)\$", source, re.DOTALL)}
