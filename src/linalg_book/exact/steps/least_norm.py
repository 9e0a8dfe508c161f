"""The sentences and formulas that lead to a least-norm solution."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import sympy

from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.systems import ExactSystem
from linalg_book.exact.steps.normal_equations import length, sign_note
from linalg_book.exact.steps.records import LeastNorm
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, row, transpose, vector
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import combination

X, ALPHA = vector("x"), vector("alpha")
LISTED_ROWS = 4


class DependentRow(NamedTuple):
    """A row, counted from 0, that is a combination of other rows."""

    number: int
    multipliers: tuple[Fraction, ...]


def least_norm_steps(
    system: ExactSystem,
    answer: sympy.ImmutableMatrix,
    values: LeastNorm,
    dependencies: Sequence[DependentRow],
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    steps = [_write(system)]
    if not any(system.right):
        return (*steps, _origin(answer))
    if dependencies:
        steps.append(_redundant(dependencies))
    unique = values.rank == system.shape[1]
    gram = to_sympy(system.A * system.A.transpose())
    return (
        *steps,
        _search(unique=unique),
        _substitute(system, gram),
        _solve(values.multipliers, values.multipliers_freedom),
        _finish(system, answer, values),
    )


def _write(system: ExactSystem) -> Step:
    A, b = to_sympy(system.A), to_sympy(system.b)
    names = sympy.ImmutableMatrix(system.names)
    rows = "Each row" if system.shape[0] > 1 else "The row"
    return Step(
        prose("Write the system as {eq}.", eq=row("A", X, "=", vector("b"))),
        prose(f"{rows} of {{A}} holds the coefficients of one equation.", A="A"),
        (row(A, names, "=", b),),
        after=A,
    )


def _origin(answer: sympy.ImmutableMatrix) -> Step:
    return Step(
        prose("Take {x}.", x=row(X, "=", vector("0"))),
        prose(
            "The right-hand side is zero, so the zero vector is a solution, "
            "and no vector is shorter."
        ),
        (row(X, "=", answer),),
        after=answer,
    )


def _redundant(dependencies: Sequence[DependentRow]) -> Step:
    found = "; ".join(map(_dependency, dependencies[:LISTED_ROWS]))
    hidden = len(dependencies) - LISTED_ROWS
    one = len(dependencies) == 1
    said = (
        "rule, so this equation says nothing new: the system has solutions, and this row needs "
        "no multiplier of its own."
        if one
        else "rules, so these equations say nothing new: the system has solutions, and these rows "
        "need no multipliers of their own."
    )
    return Step(
        prose(
            f"Find the {'row' if one else 'rows'} that the others already contain: {found}"
            + (f"; and {hidden} more." if hidden > 0 else ".")
        ),
        prose(f"The right-hand side obeys the same {said}"),
    )


def _dependency(row: DependentRow) -> str:
    """Write a row as a combination of others: row 3 = 2·row 1 − row 2."""
    others = combination(row.multipliers, "row")
    return f"row {row.number + 1} = {others}" if others else f"row {row.number + 1} says 0 = 0"


def _search(*, unique: bool) -> Step:
    alone = " Here the null space contains only zero, so there is just one solution."
    return Step(
        prose(
            "Look for the solution in the row space of {A}: {x}.",
            A="A",
            x=row(X, "=", transpose("A"), ALPHA),
        ),
        prose(
            "Every solution is a part in the row space plus a part in the null space, "
            "perpendicular to it. The second part changes nothing in {Ax} but adds length, "
            "so the shortest solution has none." + (alone if unique else ""),
            Ax=row("A", X),
        ),
    )


def _substitute(system: ExactSystem, gram: sympy.ImmutableMatrix) -> Step:
    m, n = system.shape
    multipliers = "is one multiplier" if m == 1 else f"are {m} multipliers"
    fewer = f" There {multipliers} in place of {n} unknowns." if m < n else ""
    products = (
        "{G} is the squared length of the row of {A}."
        if m == 1
        else "The entries of {G} are the dot products of the rows of {A}."
    )
    equation = row("A", transpose("A"), ALPHA, "=", vector("b"))
    return Step(
        prose("Put this into the system: {eq}.", eq=equation),
        prose(
            products + fewer,
            G=row("A", transpose("A")),
            A="A",
        ),
        (row(gram, ALPHA, "=", to_sympy(system.b)),),
        before=to_sympy(system.A),
        after=gram,
    )


def _solve(multipliers: sympy.ImmutableMatrix, freedom: sympy.ImmutableMatrix) -> Step:
    if not freedom.cols:
        independent = (
            "The row of {A} is not zero" if len(multipliers) == 1
            else "The rows of {A} are independent"
        )  # fmt: skip
        why = prose(
            independent + ", so {G} is invertible and {a} is unique.",
            A="A",
            G=row("A", transpose("A")),
            a=ALPHA,
        )
        formulas: tuple[Formula, ...] = (row(ALPHA, "=", multipliers),)
        return Step(prose("Solve for {a}.", a=ALPHA), why, formulas, after=multipliers)
    more = row("Y", vector("t"))
    return Step(
        prose("Solve for {a}, with 0 for each dependent row.", a=ALPHA),
        prose(
            "The rows of {A} are dependent, so {a} is not unique: {more} may be added to it for "
            "any {t}, where the columns of {Y} combine the rows to zero, {zero}. "
            "That adds {nothing} to {x}, so {x} is unique all the same.",
            A="A",
            a=ALPHA,
            more=more,
            t=vector("t"),
            Y="Y",
            x=X,
            zero=row(transpose("A"), "Y", "=", 0),
            nothing=row(transpose("A"), more, "=", vector("0")),
        ),
        (row(ALPHA, "=", multipliers), row(ALPHA, "+", more, "=", multipliers, "+", freedom,
                                           vector("t"))),
        after=multipliers,
    )  # fmt: skip


def _finish(system: ExactSystem, answer: sympy.ImmutableMatrix, values: LeastNorm) -> Step:
    multipliers = values.multipliers
    return Step(
        prose(
            f"{'Combine the rows' if len(multipliers) > 1 else 'Multiply the row'}: {{x}}.",
            x=row(X, "=", transpose("A"), ALPHA),
        ),
        prose(
            "It is a solution in the row space, so it is the shortest one.{note}",
            note=sign_note(values.norm),
        ),
        (
            row(X, "=", to_sympy(system.A.transpose()), multipliers, "=", answer),
            length(X, values.norm_squared),
        ),
        before=multipliers,
        after=answer,
    )
