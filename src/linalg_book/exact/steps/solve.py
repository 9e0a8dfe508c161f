"""The sentences that lead to all solutions of a system, or to the proof that there is none."""

from collections.abc import Sequence
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.elimination import Elimination, eliminate
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.elimination import Telling, elimination_steps
from linalg_book.exact.steps.records import Solutions
from linalg_book.exact.steps.row_reduce import write_system
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, linear, row, transpose, vector
from linalg_book.writing.prose import joined, prose
from linalg_book.writing.tree import SIGN
from linalg_book.writing.wording import combination

X, B, Y = vector("x"), vector("b"), vector("y")
WRITTEN_OUT = 6
"""Systems with more unknowns or equations are not written out line by line."""
LISTED_DIRECTIONS = 3


def solve_steps(
    matrix: DomainMatrix,
    right: DomainMatrix,
    answer: sympy.ImmutableMatrix | None,
    values: Solutions,
    names: Sequence[sympy.Symbol],
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    n = len(names)
    found = eliminate(matrix.hstack(right), n)
    telling = Telling(n, names)
    none = values.kind == "none"
    steps = (write_system(found, telling), *elimination_steps(found, telling, downward_only=none))
    if none:
        return (*steps, *_contradiction(found, n), _certificate(matrix, right, values))
    if values.kind == "unique":
        return (*steps, _unique(answer, n))
    return (*steps, *_free(found, names, values), _all(answer, values, names))


def _contradiction(found: Elimination, n: int) -> list[Step]:
    """Read the row that says 0 = nonzero; with symbols there may be none that says it alone."""
    echelon = to_sympy(found.echelon)
    for i in range(found.rank, echelon.rows):
        value = echelon[i, n]
        if value.is_Rational and value:
            return [
                Step(
                    prose(f"Read row {i + 1}: {{eq}}.", eq=row(0, "=", value)),
                    prose("No {x} can make this true, so the system has no solution.", x=X),
                    after=value,
                )
            ]
    return []


def _certificate(matrix: DomainMatrix, right: DomainMatrix, values: Solutions) -> Step:
    y: Any = values.certificate
    shown = combination(y, "equation") if len(y) <= WRITTEN_OUT else "the combination"
    zero = sympy.ImmutableMatrix.zeros(1, matrix.shape[1])
    return Step(
        prose(
            f"Prove it with the equations as they were given: {shown} has {{l}} on the left and "
            "{r} on the right.",
            l=0,
            r=values.contradiction,
        ),
        prose(
            "The multipliers of the equations are the entries of {y}, a vector of the left null "
            "space of {A}. Whoever distrusts the elimination need only check these two products.",
            y=Y,
            A="A",
        ),
        (
            row(transpose(Y), "A", "=", y.T, to_sympy(matrix), "=", zero),
            row(transpose(Y), B, "=", y.T, to_sympy(right), "=", values.contradiction),
        ),
        after=y,
    )


def _unique(answer: Any, n: int) -> Step:
    if n == 0:
        why = "There are no unknowns, and every right-hand side is 0, so nothing is violated."
    else:
        why = "There is a pivot for every unknown, so each of them has just one possible value."
    return Step(
        prose("Read off the only solution."),
        prose(why),
        (row(X, "=", answer),),
        after=answer,
    )


def _free(found: Elimination, names: Sequence[Any], values: Solutions) -> list[Step]:
    """Express the unknowns that have a pivot by those that have none."""
    n, free = len(names), values.free
    if not found.rank or n > WRITTEN_OUT:
        return []
    reduced = to_sympy(found.reduced)
    lines = [
        _solved(names[j], reduced[i, n], [-reduced[i, k] for k in free], [names[k] for k in free])
        for i, j in enumerate(found.pivots)
    ]
    who = joined([prose("{x}", x=names[k]) for k in free])
    one = len(free) == 1
    gives = (
        "The row with a pivot gives the other unknown"
        if found.rank == 1
        else "Each row with a pivot gives one of the other unknowns"
    )
    return [
        Step(
            prose("Let {free} be any number." if one else "Let {free} be any numbers.", free=who),
            prose(
                f"There {'is' if one else 'are'} no pivot{'' if one else 's'} for {{free}}: no "
                f"equation is left that fixes {'it' if one else 'them'}. {gives}.",
                free=who,
            ),
            tuple(lines),
        )
    ]


def _solved(
    name: Any, value: sympy.Rational, coefficients: Sequence[Any], names: Sequence[Any]
) -> Formula:
    """Write x = 4 − 2z."""
    terms = linear(coefficients, names).parts
    if not any(coefficients):
        return row(name, "=", value)
    if not value:
        return row(name, "=", *terms)
    sign = () if terms[0] == SIGN["−"] else ("+",)
    return row(name, "=", value, *sign, *terms)


def _all(answer: Any, values: Solutions, names: Sequence[sympy.Symbol]) -> Step:
    basis = values.null_space
    used = {str(name)[0] for name in (*names, *answer.free_symbols)}
    letter = next((t for t in "tsuvwpqr" if t not in used), "t")
    shown: list[Any] = [X, "=", answer]
    if basis.cols > LISTED_DIRECTIONS:
        shown += ["+", basis, vector(letter)]
    else:
        for j in range(basis.cols):
            parameter = letter if basis.cols == 1 else f"{letter}_{j + 1}"
            shown += ["+", parameter, basis.col(j)]
    if not values.rank:
        why = "There is no pivot at all, so nothing restricts {x}."
    elif basis.cols == 1:
        why = (
            "The first vector is the solution in which the free unknown is 0. The second solves "
            "{null}; it is scaled to whole numbers, the first of them positive."
        )
    else:
        who = "other vectors" if basis.cols <= LISTED_DIRECTIONS else "columns of the matrix"
        why = (
            "The first vector is the solution in which the free unknowns are 0. "
            f"The {who} solve {{null}}, each with 0 for all free unknowns but one, and are scaled "
            "to whole numbers, the first of them positive."
        )
    return Step(
        prose("Collect all solutions: a particular one plus the null space."),
        prose(
            why + " Any two solutions differ by a vector of the null space, so no solution "
            "is missing.",
            x=X,
            null=row("A", X, "=", vector("0")),
        ),
        (row(*shown),),
        after=answer,
    )
