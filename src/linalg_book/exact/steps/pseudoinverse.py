"""The sentences and formulas that lead to a pseudoinverse."""

from typing import Any

from linalg_book.exact.engine.elimination import eliminate
from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.steps.pseudoinverse_full_rank import (
    GRAM,
    OUTER,
    PLUS,
    agree,
    full_column_rank_steps,
    full_row_rank_steps,
    inverse_of,
    zero_step,
)
from linalg_book.worked import Step
from linalg_book.writing.formula import inverse, row, transpose, vector
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import listed

CT, RT = transpose("C"), transpose("R")
FACTORS = row(RT, inverse(row("R", RT)), inverse(row(CT, "C")), CT)


def pseudoinverse_title(shape: tuple[int, int], rank: int) -> Prose:
    """Say what is asked."""
    m, n = shape
    return prose(f"The pseudoinverse of a {m}×{n} matrix of rank {rank}")


def factorization_steps(A: Quotient, X: Quotient) -> tuple[Step, ...]:
    """Tell the way through A = C R."""
    found = eliminate(A.to_rational())
    (m, n), r = A.shape, found.rank
    if r == 0:
        return (zero_step(A),)
    reduced = Quotient.from_rational(found.reduced)
    first = _reduce(A, reduced, found.pivots)
    if r == m == n:
        return first, _invert(X)
    if r == n:
        return first, *full_column_rank_steps(A, X)
    if r == m:
        return first, *full_row_rank_steps(A, X)
    C = _part(A, range(m), found.pivots)
    R = _part(reduced, range(r), range(n))
    return first, _factor(A, C, R, found.pivots), *_multiply(C, R, X)


def _part(M: Quotient, rows: Any, columns: Any) -> Quotient:
    return Quotient.reduced(M.numerator.extract(list(rows), list(columns)), M.denominator)


def _reduce(A: Quotient, reduced: Quotient, pivots: tuple[int, ...]) -> Step:
    (m, n), r = A.shape, len(pivots)
    places = listed([j + 1 for j in pivots])
    dependent = "columns and rows" if r < min(m, n) else ("columns" if r < n else "rows")
    if r == m == n:
        why = prose("Every column has a pivot, so {A} is invertible.", A="A")
    elif r in (m, n):
        full = "column" if r == n else "row"
        seen = (
            f"The only {full} has a pivot, because it is not zero"
            if r == 1
            else f"Every {full} has a pivot, so the {full}s of {{A}} are independent"
        )
        why = prose(f"{seen}; only the {dependent} are dependent.", A="A")
    else:
        why = prose(
            f"The pivots show the rank, {r}: {{A}} has {m} rows and {n} columns, so "
            f"there are dependent {dependent}, and neither {{G}} nor {{H}} is invertible.",
            A="A",
            G=GRAM,
            H=OUTER,
        )
    same = A.matrix == reduced.matrix
    already = "{A} is in reduced echelon form already"
    reduce = already if same else "Reduce {A} to reduced echelon form"
    pivots_are = "pivot is in column" if r == 1 else "pivots are in columns"
    return Step(
        prose(f"{reduce}; the {pivots_are} {places}.", A="A"),
        why,
        (row("A", "=", A.matrix, *(() if same else ("→", reduced.matrix))),),
        before=A.matrix,
        after=reduced.matrix,
    )


def _invert(X: Quotient) -> Step:
    return Step(
        prose("Take the inverse: {eq}.", eq=row(PLUS, "=", inverse("A"))),
        prose(
            "With {X} both {AX} and {XA} are the identity matrix, and all four conditions hold.",
            X=row("X", "=", inverse("A")),
            AX=row("A", "X"),
            XA=row("X", "A"),
        ),
        (row(PLUS, "=", inverse("A"), "=", X.matrix),),
        after=X.matrix,
    )


def _factor(A: Quotient, C: Quotient, R: Quotient, pivots: tuple[int, ...]) -> Step:
    r = len(pivots)
    rows = "the nonzero row" if r == 1 else f"the {r} nonzero rows"
    columns = "the pivot column of {A} makes" if r == 1 else f"the {r} pivot columns of {{A}} make"
    return Step(
        prose(
            f"Write {{eq}}: {columns} {{C}}, {rows} of the reduced form {{R}}.",
            eq=row("A", "=", "C", "R"), A="A", C="C", R="R",
        ),
        prose(
            "Row operations change no dependence among columns, so column {j} of {R} tells how "
            "column {j} of {A} is combined from the pivot columns.",
            j="j", A="A", R="R",
        ),
        (row("C", "=", C.matrix), row("R", "=", R.matrix), row("C", "R", "=", A.matrix)),
        before=A.matrix,
        after=(C.matrix, R.matrix),
    )  # fmt: skip


def _multiply(C: Quotient, R: Quotient, X: Quotient) -> tuple[Step, Step]:
    gram, outer = C.transpose @ C, R @ R.transpose
    gram_inverse, outer_inverse = inverse_of(gram), inverse_of(outer)
    left, right = gram_inverse @ C.transpose, R.transpose @ outer_inverse
    agree(right @ left, X)
    inverses = Step(
        prose("Invert {G} and {H}.", G=row(CT, "C"), H=row("R", RT)),
        prose(
            f"Both are {gram.shape[0]}×{gram.shape[0]}, and both are invertible: "
            "the columns of {C} are independent, so {zero} only for {v}, "
            "and the rows of {R} are independent too.",
            C="C",
            R="R",
            zero=row("C", vector("v"), "=", vector("0")),
            v=row(vector("v"), "=", vector("0")),
        ),
        (
            row(CT, "C", "=", gram.matrix, ",", inverse(row(CT, "C")), "=", gram_inverse.matrix),
            row("R", RT, "=", outer.matrix, ",", inverse(row("R", RT)), "=", outer_inverse.matrix),
        ),
        after=(gram_inverse.matrix, outer_inverse.matrix),
    )
    product = Step(
        prose("Multiply: {eq}.", eq=row(PLUS, "=", *FACTORS.parts)),
        prose(
            "{left} is a left inverse of {C}, and {right} is a right inverse of {R}. "
            "So {AX} is the projection onto the columns of {C}, "
            "{XA} the projection onto the rows of {R}, and the four conditions hold.",
            left=row(inverse(row(CT, "C")), CT),
            right=row(RT, inverse(row("R", RT))),
            C="C",
            R="R",
            AX=row("A", PLUS, "=", "C", inverse(row(CT, "C")), CT),
            XA=row(PLUS, "A", "=", RT, inverse(row("R", RT)), "R"),
        ),
        (row(PLUS, "=", right.matrix, left.matrix, "=", X.matrix),),
        after=X.matrix,
    )
    return inverses, product
