"""The sentences and formulas that lead to a least-squares solution."""

from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import Minimizer
from linalg_book.exact.engine.right_sides import solve
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.normal_equations import (
    X,
    normal_equations,
    perpendicular,
    residual,
)
from linalg_book.exact.steps.records import LeastSquares
from linalg_book.worked import Step
from linalg_book.writing.formula import row, transpose, vector
from linalg_book.writing.prose import prose

C, T = vector("c"), vector("t")


def least_squares_steps(
    A: DomainMatrix, b: DomainMatrix, found: Minimizer, values: LeastSquares
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    squared = values.residual_squared
    if not found.rank:
        return _nothing_to_fit(A, found), residual(b, found.projection, squared)
    steps = [perpendicular("A", A.shape[1]), normal_equations(A, b, "A")]
    if found.rank == A.shape[1]:
        steps.append(_solve(found))
    else:
        steps += [_all_minimizers(found), *_choose_shortest(found)]
    return *steps, _fit(A, found), residual(b, found.projection, squared)


def _nothing_to_fit(A: DomainMatrix, found: Minimizer) -> Step:
    reason = (
        "Every column of {A} is zero, so {Ax} is zero whatever {x} is, and {x0} is the shortest "
        "choice."
        if A.shape[1]
        else "{A} has no columns, so there is nothing to choose."
    )
    answer = to_sympy(found.x)
    return Step(
        prose("Take {x}.", x=row(X, "=", vector("0"))),
        prose(reason, A="A", Ax=row("A", X), x=X, x0=vector("0")),
        (row(X, "=", answer),),
        after=answer,
    )


def _solve(found: Minimizer) -> Step:
    answer = to_sympy(found.x)
    return Step(
        prose("Solve for {x}.", x=X),
        prose(
            (
                "The column of {A} is not zero"
                if len(answer) == 1
                else "The columns of {A} are independent"
            )
            + ", so {G} is invertible and there is just one minimizer.",
            A="A",
            G=row(transpose("A"), "A"),
        ),
        (row(X, "=", answer),),
        after=answer,
    )


def _all_minimizers(found: Minimizer) -> Step:
    basic, basis = to_sympy(found.basic), to_sympy(found.null_space_rows.transpose())
    free = sorted(set(range(found.R.shape[1])) - set(found.kept))
    listed = ", ".join(str(j + 1) for j in free)
    return Step(
        prose("Solve for {x}: there are infinitely many minimizers.", x=X),
        prose(
            f"{'Column' if len(free) == 1 else 'Columns'} {listed} of {{A}} "
            f"{'depends' if len(free) == 1 else 'depend'} on earlier ones, so {{G}} is singular. "
            f"Put 0 for {'its unknown' if len(free) == 1 else 'their unknowns'} and solve for the "
            "others; then add any vector {Nt} of the null space of "
            "{A}, which changes nothing in {Ax}.",
            A="A",
            G=row(transpose("A"), "A"),
            Nt=row("N", T),
            Ax=row("A", X),
        ),
        (row(X, "=", basic, "+", basis, T),),
        after=basic,
    )


def _choose_shortest(found: Minimizer) -> list[Step]:
    N = found.null_space_rows.transpose()
    gram, right = found.null_space_rows * N, found.null_space_rows * found.basic
    basic, basis, answer = to_sympy(found.basic), to_sympy(N), to_sympy(found.x)
    shift = solve(gram, right)
    why = prose(
        "A minimizer is shortest when nothing of it lies in the null space: such a part adds "
        "length and does not change {Ax}.",
        Ax=row("A", X),
    )
    if not any(right.to_list_flat()):
        return [
            Step(
                prose("Choose {t}.", t=row(T, "=", vector("0"))),
                why,
                (row(X, "=", answer),),
                before=basic,
                after=answer,
            )
        ]
    start = vector("s")
    return [
        Step(
            prose(
                "Choose the shortest: take from {s}, the solution found first, its projection "
                "onto the null space.",
                s=start,
            ),
            why,
            (
                row(X, "=", start, "−", "N", C, ",",
                    transpose("N"), "N", C, "=", transpose("N"), start),
                row(to_sympy(gram), C, "=", to_sympy(right), ",", C, "=", to_sympy(shift)),
                row(X, "=", basic, "−", basis, to_sympy(shift), "=", answer),
            ),
            before=basic,
            after=answer,
        )
    ]  # fmt: skip


def _fit(A: DomainMatrix, found: Minimizer) -> Step:
    fit = to_sympy(found.projection)
    many = found.rank < A.shape[1]
    return Step(
        prose(
            f"{'Combine the columns' if A.shape[1] > 1 else 'Multiply the column'}: {{p}}.",
            p=row(vector("p"), "=", "A", X),
        ),
        prose(
            "This is the point of the column space nearest to {b}."
            + (" Every minimizer gives the same one." if many else ""),
            b=vector("b"),
        ),
        (row(vector("p"), "=", to_sympy(A), to_sympy(found.x), "=", fit),),
        before=to_sympy(found.x),
        after=fit,
    )
