"""The sentences and formulas that projections and least squares share."""

from fractions import Fraction

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import Minimizer
from linalg_book.exact.engine.roots import square_root
from linalg_book.exact.reading.conversion import to_fraction, to_sympy
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    formula,
    norm,
    parentheses,
    root,
    row,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import combination

B, P, R, X = vector("b"), vector("p"), vector("r"), vector("x")
LISTED = 4


def dependent_columns(found: Minimizer) -> Step:
    """Leave out the columns that the others already contain."""
    entries, n = found.R.to_list(), found.R.shape[1]
    dropped = sorted(set(range(n)) - set(found.kept))
    relations = []
    for j in dropped[:LISTED]:
        coefficients = [Fraction(0)] * n
        for i, pivot in enumerate(found.kept):
            coefficients[pivot] = to_fraction(entries[i][j])
        others = combination(coefficients, "column")
        relations.append(f"column {j + 1} = {others}" if others else f"column {j + 1} is zero")
    hidden = len(dropped) - LISTED
    name = vector("a") if found.rank == 1 else "C"
    return Step(
        prose(
            f"Find the {'column' if len(dropped) == 1 else 'columns'} that the others already "
            f"contain: {'; '.join(relations)}" + (f"; and {hidden} more." if hidden > 0 else ".")
        ),
        prose(
            f"Without {'it' if len(dropped) == 1 else 'them'} the column space stays the same. "
            "Keep the "
            + ("one that is left, {C}." if found.rank == 1 else "others in a matrix {C}."),
            C=name,
        ),
        (row(name, "=", to_sympy(found.C)),),
        after=to_sympy(found.C),
    )


def perpendicular(name: str, columns: int) -> Step:
    """Say why the residual is perpendicular to the columns."""
    residual = row(B, "−", name, X)
    every = "every column of {A}" if columns > 1 else "the column of {A}"
    return Step(
        prose("Look for the {x} that brings {Ax} nearest to {b}.", x=X, Ax=row(name, X), b=B),
        prose(
            f"What is left, {{r}}, has to be perpendicular to {every}: if it were not, "
            "a little more or less of that column would make it shorter.",
            r=residual,
            A=name,
        ),
        (row(transpose(name), parentheses(residual), "=", vector("0")),),
    )


def normal_equations(C: DomainMatrix, b: DomainMatrix, name: str) -> Step:
    """Multiply out."""
    gram, right = to_sympy(C.transpose() * C), to_sympy(C.transpose() * b)
    symbols = row(transpose(name), name, X, "=", transpose(name), B)
    entries = (
        "{G} is the squared length of the column, {c} its dot product with {b}."
        if gram.cols == 1
        else "The entries of {G} are the dot products of the columns with each other, those of "
        "{c} are their dot products with {b}."
    )
    return Step(
        prose("Multiply out to get the normal equations: {eq}.", eq=symbols),
        prose(
            entries,
            G=row(transpose(name), name),
            c=row(transpose(name), B),
            b=B,
        ),
        (row(gram, X, "=", right),),
        before=to_sympy(C),
        after=gram,
    )


def residual(b: DomainMatrix, projection: DomainMatrix, squared: sympy.Rational) -> Step:
    """Measure what is left."""
    r = to_sympy(b - projection)
    formulas = (row(R, "=", to_sympy(b), "−", to_sympy(projection), "=", r),)
    if not squared:
        return Step(
            prose("Compare {p} with {b}: they are equal.", p=P, b=B),
            prose("The point {b} itself lies in the column space, so nothing is left.", b=B),
            formulas,
            after=r,
        )
    return Step(
        prose("Measure what is left: {r}.", r=row(R, "=", B, "−", P)),
        prose(
            "It is perpendicular to the column space, so by Pythagoras every other point of the "
            "space is farther from {b}.{note}",
            b=B,
            note=sign_note(square_root(squared)),
        ),
        (*formulas, length(R, squared)),
        before=to_sympy(projection),
        after=r,
    )


def sign_note(value: sympy.Expr) -> Prose:
    """Explain the bars around symbols in a length."""
    if not value.has(sympy.Abs):
        return prose("")
    return prose(
        " The root of a square is an absolute value, because what is squared may be negative."
    )


def length(name: Formula, squared: sympy.Rational) -> Formula:
    """Write ‖r‖ = √12 = 2√3, without repeating a root that can't be simplified."""
    unreduced, value = root(squared), square_root(squared)
    simplified = formula(value).latex() != unreduced.latex()
    return row(norm(name), "=", unreduced, *(["=", value] if simplified else []))
