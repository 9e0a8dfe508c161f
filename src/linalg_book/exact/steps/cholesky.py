"""The sentences and formulas that lead to A = L D Lᵀ."""

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.cholesky import Cholesky
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.worked import Step
from linalg_book.writing.formula import formula, numbered, row, transpose
from linalg_book.writing.prose import prose

S = formula("S")


def cholesky_steps(A: DomainMatrix, found: Cholesky) -> tuple[Step, ...]:
    """Take one column after the other."""
    if not found.pivots:
        return (
            Step(
                prose("There is nothing to do: {A} has no rows.", A="A"),
                prose("A 0×0 matrix is the product of three 0×0 matrices."),
            ),
        )
    columns = [_column(found, k) for k in range(len(found.pivots))]
    return (*columns, _collect(A, found))


def _column(found: Cholesky, k: int) -> Step:
    """Say what column k of L is, and what is left when its part is taken away."""
    pivot, rest = QQ.to_sympy(found.pivots[k]), to_sympy(found.rests[k])
    column, after = to_sympy(found.L)[:, k], to_sympy(found.rests[k + 1])
    l_k = numbered("l", k + 1)
    named = row("A", "=", rest) if k == 0 else row(S, "=", rest)
    place = "corner" if k == 0 else f"entry in row and column {k + 1}"
    if not pivot:
        return Step(
            prose(f"The {place} is 0: there is nothing to take away."),
            prose(
                "All entries beside it are 0 too, or the matrix would have a negative direction. "
                "Column {k} of {L} is that of the identity matrix, and its pivot is 0.",
                k=k + 1, L="L",
            ),
            (named, row(l_k, "=", column)),
            before=rest, after=after,
        )  # fmt: skip
    last = k + 1 == len(found.pivots)
    part = row(*_times(pivot), l_k, transpose(l_k))
    why = "Nothing is left: {A} is the sum of what was taken away." if last else (
        "In this row and column {part} agrees with the matrix that it is taken from, so it leaves "
        "zeros there. What is left, {S}, is symmetric again, and smaller."
    )  # fmt: skip
    return Step(
        prose(f"The {place} is the pivot {{d}}. Divide its column by it: {{l}}.", d=pivot, l=l_k),
        prose(why, A="A", S=S, part=part),
        (
            named,
            row(l_k, "=", column),
            row("A" if k == 0 else S, "−", part, "=", after),
        ),
        before=rest,
        after=after,
    )


def _times(pivot: sympy.Rational) -> list[sympy.Rational]:
    return [] if pivot == 1 else [pivot]


def _collect(A: DomainMatrix, found: Cholesky) -> Step:
    L = to_sympy(found.L)
    D = sympy.ImmutableMatrix(sympy.diag(*map(QQ.to_sympy, found.pivots)))
    return Step(
        prose("Put the columns into {L}, and the pivots on the diagonal of {D}.", L="L", D="D"),
        prose(
            "{eq} is this sum of columns times rows, written as a product. No square root was "
            "needed.",
            eq=row("L", "D", transpose("L")),
        ),
        (row("A", "=", "L", "D", transpose("L")), row(to_sympy(A), "=", L, D, L.T)),
        after=L,
    )
