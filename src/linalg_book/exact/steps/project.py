"""The sentences and formulas that lead to a projection."""

from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import Minimizer, squared_length
from linalg_book.exact.engine.right_sides import solve
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import free_letter
from linalg_book.exact.steps.normal_equations import (
    B,
    P,
    X,
    dependent_columns,
    normal_equations,
    perpendicular,
    residual,
)
from linalg_book.exact.steps.records import Projection
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    factor,
    fraction,
    inverse,
    norm,
    parentheses,
    quotient,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import prose

DIRECTION = vector("a")


def project_steps(
    A: DomainMatrix, b: DomainMatrix, found: Minimizer, values: Projection
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    if not found.rank:
        return (_only_zero(A, found),)
    independent = found.rank == A.shape[1]
    steps = [] if independent else [dependent_columns(found)]
    if found.rank == 1:
        steps += _onto_line(found.C, b, found)
    else:
        name = "A" if independent else "C"
        steps += [
            perpendicular(name, found.rank),
            normal_equations(found.C, b, name),
            _combine(found, b, name),
        ]
    return (
        *steps,
        residual(b, found.projection, values.distance_squared),
        _matrix("A" if independent else "C", values.matrix, found.rank),
    )


def _only_zero(A: DomainMatrix, found: Minimizer) -> Step:
    reason = "Every column of {A} is zero" if A.shape[1] else "{A} has no columns"
    answer = to_sympy(found.projection)
    return Step(
        prose("Take {p}.", p=row(P, "=", vector("0"))),
        prose(f"{reason}, so the column space contains no other point.", A="A"),
        (row(P, "=", answer),),
        after=answer,
    )


def _onto_line(a: DomainMatrix, b: DomainMatrix, found: Minimizer) -> tuple[Step, Step, Step]:
    c = free_letter("ctkuv", *to_sympy(b))
    product, total = (a.transpose() * b).to_Matrix()[0, 0], squared_length(a)
    multiplier = product / total
    answer = to_sympy(found.projection)
    times = Step(
        prose("Multiply the direction by {c}.", c=c),
        prose("This is the only point of the line for which what is left is perpendicular to it."),
        (row(P, "=", factor(multiplier), to_sympy(a), "=", answer),),
        before=to_sympy(a),
        after=answer,
    )
    named = found.rank == found.R.shape[1]
    return _search_on_line(a, c, named=named), _multiplier(product, total, c), times


def _search_on_line(a: DomainMatrix, c: str, *, named: bool) -> Step:
    along = row(c, DIRECTION)
    name = (row(DIRECTION, "=", to_sympy(a)),) if named else ()
    return Step(
        prose(
            "Look for the nearest point on the line through the origin along {a}: {p}.",
            a=DIRECTION,
            p=row(P, "=", along),
        ),
        prose(
            "What is left, {r}, has to be perpendicular to {a}: if it were not, a step along "
            "the line would make it shorter.",
            r=row(B, "−", along),
            a=DIRECTION,
        ),
        (*name, row(DIRECTION, "·", parentheses(row(B, "−", along)), "=", 0)),
        after=to_sympy(a),
    )


def _multiplier(product: sympy.Expr, total: sympy.Expr, c: str) -> Step:
    return Step(
        prose(
            "Solve for {c}: {eq}.",
            c=c,
            eq=row(c, "=", fraction(row(DIRECTION, "·", B), square(norm(DIRECTION)))),
        ),
        prose("The direction is not zero, so neither is the length below the fraction bar."),
        (row(c, "=", *quotient(product, total, product / total)),),
        after=product / total,
    )


def _combine(found: Minimizer, b: DomainMatrix, name: str) -> Step:
    weights = to_sympy(solve(found.C.transpose() * found.C, found.C.transpose() * b))
    answer = to_sympy(found.projection)
    return Step(
        prose("Solve for {x}, and combine the columns: {p}.", x=X, p=row(P, "=", name, X)),
        prose(
            "The columns of {A} are independent, so {G} is invertible and {x} is unique.",
            A=name,
            G=row(transpose(name), name),
            x=X,
        ),
        (row(X, "=", weights), row(P, "=", to_sympy(found.C), weights, "=", answer)),
        before=weights,
        after=answer,
    )


def _matrix(name: str, matrix: sympy.ImmutableMatrix, rank: int) -> Step:
    gram = row(transpose(name), name)
    symbols: list[Any] = [name, inverse(gram), transpose(name)]
    if rank == 1:
        symbols = [fraction(row(DIRECTION, transpose(DIRECTION)), square(norm(DIRECTION)))]
    return Step(
        prose("Collect all of this in one matrix: {eq}.", eq=row("P", "=", *symbols)),
        prose(
            "It does not depend on {b}: times any point it gives the projection of that point.",
            b=B,
        ),
        (row("P", "=", matrix),),
        after=matrix,
    )
