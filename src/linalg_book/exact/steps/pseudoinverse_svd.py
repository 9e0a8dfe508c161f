"""The sentences that lead from a singular value decomposition to the pseudoinverse."""

import sympy

from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.steps.pseudoinverse_full_rank import PLUS, zero_step
from linalg_book.worked import Step, WorkedExample
from linalg_book.writing.formula import fraction, pseudoinverse, row, transpose
from linalg_book.writing.prose import prose

SIGMA, SIGMA_PLUS = "Sigma", pseudoinverse("Sigma")


def svd_steps(A: Quotient, X: Quotient, found: WorkedExample) -> tuple[Step, ...]:
    """Tell the way through the decomposition that was found, A = U Σ Vᵀ."""
    r = found.values["rank"]
    if r == 0:
        return (zero_step(A),)
    U, S, V = (part[:, :r] for part in found.answer)
    return _decompose(A, U, S[:r, :r], V), _invert(S[:r, :r]), _multiply(X)


def _decompose(A: Quotient, U: sympy.Matrix, S: sympy.Matrix, V: sympy.Matrix) -> Step:
    r = S.rows
    kept = "one of them" if r == 1 else f"{r} of them"
    return Step(
        prose(
            "Decompose {A}: {eq}, with only the singular values that are not zero.",
            A="A",
            eq=row("A", "=", "U", SIGMA, transpose("V")),
        ),
        prose(
            f"{{A}} has {kept}. The columns of {{V}} are perpendicular unit vectors, "
            "{A} stretches each of them by its singular value, and the columns of {U} are the "
            "directions that they are sent to.",
            A="A",
            U="U",
            V="V",
        ),
        (row("U", "=", U), row(SIGMA, "=", S), row("V", "=", V)),
        before=A.matrix,
        after=(U, S, V),
    )


def _invert(S: sympy.Matrix) -> Step:
    inverse = sympy.ImmutableMatrix.diag(*(1 / S[i, i] for i in range(S.rows)))
    return Step(
        prose("Invert the singular values."),
        prose(
            "What {A} stretches by {s} has to shrink by {t} on the way back; "
            "what {A} sends to zero cannot be brought back and is left out.",
            A="A",
            s="sigma",
            t=fraction(1, "sigma"),
        ),
        (row(SIGMA_PLUS, "=", inverse),),
        before=S,
        after=inverse,
    )


def _multiply(X: Quotient) -> Step:
    return Step(
        prose(
            "Multiply in the opposite order: {eq}.",
            eq=row(PLUS, "=", "V", SIGMA_PLUS, transpose("U")),
        ),
        prose(
            "The way back starts from the columns of {U} and ends in those of {V}, and "
            "{AX} projects onto the column space. The roots cancel: the entries are rational.",
            U="U",
            V="V",
            AX=row("A", PLUS, "=", "U", transpose("U")),
        ),
        (row(PLUS, "=", "V", SIGMA_PLUS, transpose("U"), "=", X.matrix),),
        after=X.matrix,
    )
