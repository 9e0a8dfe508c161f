"""The sentences for matrices of full rank, and for zero matrices."""

import sympy

from linalg_book.errors import FailedCheckError
from linalg_book.exact.engine.quotients import Quotient
from linalg_book.worked import Step
from linalg_book.writing.formula import inverse, pseudoinverse, row, transpose, vector
from linalg_book.writing.prose import prose

PLUS, AT = pseudoinverse("A"), transpose("A")
GRAM, OUTER = row(AT, "A"), row("A", AT)


def zero_step(A: Quotient) -> Step:
    """Tell the pseudoinverse of a matrix of rank 0."""
    (m, n), answer = A.shape, sympy.ImmutableMatrix.zeros(A.shape[1], A.shape[0])
    what = "has no entries" if 0 in (m, n) else "is the zero matrix"
    return Step(
        prose(f"Notice that {{A}} {what}.", A="A"),
        prose(
            f"Then {{X}} has to be zero as well, because {{XAX}}; it has the transposed shape, "
            f"{n}×{m}.",
            X="X",
            XAX=row("X", "=", "X", "A", "X"),
        ),
        (row(PLUS, "=", answer),),
        before=A.matrix,
        after=answer,
    )


def full_column_rank_steps(A: Quotient, X: Quotient) -> tuple[Step, ...]:
    """Tell the way through the left inverse (AᵀA)⁻¹Aᵀ."""
    if A.shape[1] == 0:
        return (zero_step(A),)
    gram = A.transpose @ A
    gram_inverse = inverse_of(gram)
    agree(gram_inverse @ A.transpose, X)
    return (
        Step(
            prose("Multiply {A} by its transpose from the left, and invert.", A="A"),
            prose(
                "The columns of {A} are independent, so {zero} only for {v}, "
                "and {G} is invertible.",
                A="A",
                G=GRAM,
                zero=row("A", vector("v"), "=", vector("0")),
                v=row(vector("v"), "=", vector("0")),
            ),
            (row(GRAM, "=", gram.matrix), row(inverse(GRAM), "=", gram_inverse.matrix)),
            before=A.matrix,
            after=gram_inverse.matrix,
        ),
        Step(
            prose("Multiply by {t}: {eq}.", t=AT, eq=row(PLUS, "=", inverse(GRAM), AT)),
            prose(
                "It is a left inverse, {left}, and {right} is the projection onto the column "
                "space, a symmetric matrix.",
                left=row(PLUS, "A", "=", "I"),
                right=row("A", PLUS, "=", "A", inverse(GRAM), AT),
            ),
            (row(PLUS, "=", gram_inverse.matrix, A.transpose.matrix, "=", X.matrix),),
            after=X.matrix,
        ),
    )


def full_row_rank_steps(A: Quotient, X: Quotient) -> tuple[Step, ...]:
    """Tell the way through the right inverse Aᵀ(AAᵀ)⁻¹."""
    if A.shape[0] == 0:
        return (zero_step(A),)
    outer = A @ A.transpose
    outer_inverse = inverse_of(outer)
    agree(A.transpose @ outer_inverse, X)
    return (
        Step(
            prose("Multiply {A} by its transpose from the right, and invert.", A="A"),
            prose(
                "The rows of {A} are independent, so {zero} only for {v}, and {G} is invertible.",
                A="A",
                G=OUTER,
                zero=row(AT, vector("v"), "=", vector("0")),
                v=row(vector("v"), "=", vector("0")),
            ),
            (row(OUTER, "=", outer.matrix), row(inverse(OUTER), "=", outer_inverse.matrix)),
            before=A.matrix,
            after=outer_inverse.matrix,
        ),
        Step(
            prose("Multiply {t} by it: {eq}.", t=AT, eq=row(PLUS, "=", AT, inverse(OUTER))),
            prose(
                "It is a right inverse, {right}, and {left} is the projection onto the row "
                "space, a symmetric matrix.",
                right=row("A", PLUS, "=", "I"),
                left=row(PLUS, "A", "=", AT, inverse(OUTER), "A"),
            ),
            (row(PLUS, "=", A.transpose.matrix, outer_inverse.matrix, "=", X.matrix),),
            after=X.matrix,
        ),
    )


def inverse_of(M: Quotient) -> Quotient:
    """Invert a matrix that is known to be invertible."""
    return Quotient.from_rational(M.to_rational().inv())


def agree(product: Quotient, X: Quotient) -> None:
    """Refuse steps that end elsewhere than the answer, which was found on a shorter way."""
    if product != X:
        raise FailedCheckError(
            "expected the steps to end at the answer, but their last product is another matrix: "
            "please report this input."
        )
