"""The sentences and formulas that lead to A = Q R."""

from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.orthogonal import Factors, Orthogonal
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.gram_schmidt import orthogonal_steps
from linalg_book.worked import Step
from linalg_book.writing.formula import numbered, row
from linalg_book.writing.prose import prose


def qr_steps(
    A: DomainMatrix, found: Orthogonal, given: Factors, *, normalized: bool
) -> tuple[Step, ...]:
    """Make the columns perpendicular, then collect what was taken away."""
    steps = (*orthogonal_steps(A, found), _collect(A, found))
    return (
        (*steps, _normalize(given, weighted=bool(found.weights)))
        if normalized and found.kept
        else steps
    )


def _collect(A: DomainMatrix, found: Orthogonal) -> Step:
    Q, R = to_sympy(found.Q), to_sympy(found.R)
    shape = "an upper triangle" if R.rows == R.cols else "a staircase"
    return Step(
        prose("Collect the multiples that were taken away in a matrix {R}.", R="R"),
        prose(
            "Column {j} of {R} says how {a} is put together from the columns of {Q}; later ones "
            f"are not needed, so {{R}} is {shape}.",
            j="j",
            R="R",
            a=numbered("a", "j"),
            Q="Q",
        ),
        (row("A", "=", "Q", "R"), row(to_sympy(A), "=", Q, R)),
        before=Q,
        after=R,
    )


def _normalize(given: Factors, *, weighted: bool) -> Step:
    length = "weighted length" if weighted else "length"
    return Step(
        prose(
            f"Divide each column of {{Q}} by its {length}, and multiply the same row of {{R}} by "
            "it.",
            Q="Q",
            R="R",
        ),
        prose(
            f"The product stays the same, and now every column of {{Q}} has {length} 1. Square "
            "roots are needed only here.",
            Q="Q",
        ),
        (row("Q", "=", given.Q), row("R", "=", given.R)),
        before=None,
        after=given.Q,
    )
