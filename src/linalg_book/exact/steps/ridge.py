"""The sentences and formulas that lead to a ridge solution and its limit."""

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.ridge_path import ridge_path
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.exact.steps.records import Ridge
from linalg_book.worked import Step
from linalg_book.writing.formula import norm, numbered, parentheses, row, square, transpose, vector
from linalg_book.writing.prose import prose

B, X, ALPHA = vector("b"), vector("x"), vector("alpha")
X0 = numbered("x", 0)
T = transpose("A")
WRITTEN_OUT = 4
"""With larger Gram matrices x(λ) is not written out."""


def ridge_steps(
    A: DomainMatrix, b: DomainMatrix, answer: sympy.ImmutableMatrix, values: Ridge
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    penalty = values.penalty
    if not values.rank:
        return _price(penalty), _zero(A, answer)
    steps = [_price(penalty)]
    if penalty:
        steps += _by_rows(A, b, answer, penalty) if A.shape[0] < A.shape[1] else [
            _equations(A, b, penalty), _solve(answer)
        ]  # fmt: skip
    else:
        steps.append(_why_limit(full=values.rank == A.shape[1]))
    written = min(A.shape) <= WRITTEN_OUT
    if written:
        steps.append(_path(A, b, singular=values.rank < min(A.shape)))
    return (*steps, _limit(values.limit, follow=bool(penalty) or not written))


def _price(penalty: sympy.Rational) -> Step:
    objective = row(square(norm(row(B, "−", "A", X))), "+", LAMBDA, square(norm(X)))
    return Step(
        prose("Put a price on length: minimize {objective}.", objective=objective),
        prose(
            "This is least squares for a longer system: below {A} stands {I} times the root of "
            "{l}, below {b} stand zeros. Its normal equations have {l} added to each diagonal "
            "entry.",
            A="A", I="I", l=LAMBDA, b=B,
        ),
        (
            row(parentheses(row(T, "A", "+", LAMBDA, "I")), X, "=", T, B),
            row(LAMBDA, "=", penalty),
        ),
    )  # fmt: skip


def _zero(A: DomainMatrix, answer: sympy.ImmutableMatrix) -> Step:
    reason = "{A} has no columns, so there is nothing to choose."
    if A.shape[1]:
        reason = "{Ax} is zero whatever {x} is, so only its length counts."
    return Step(
        prose("Take {x}.", x=row(X, "=", vector("0"))),
        prose(reason, A="A", Ax=row("A", X), x=X),
        (row(X, "=", answer),),
        after=answer,
    )


def _equations(A: DomainMatrix, b: DomainMatrix, penalty: sympy.Rational) -> Step:
    gram = to_sympy(A.transpose() * A)
    system = gram + penalty * sympy.eye(gram.rows)
    v = vector("v")
    return Step(
        prose("Write down the equations with {l}.", l=row(LAMBDA, "=", penalty)),
        prose(
            "They have exactly one solution, whatever the rank of {A}: for {v} that is not zero, "
            "{form} is positive, so {G} is invertible.",
            A="A",
            v=v,
            form=row(square(norm(row("A", v))), "+", LAMBDA, square(norm(v))),
            G=row(T, "A", "+", LAMBDA, "I"),
        ),
        (row(system, X, "=", to_sympy(A.transpose() * b)),),
        before=gram,
        after=system,
    )


def _solve(answer: sympy.ImmutableMatrix) -> Step:
    return Step(
        prose("Solve for {x}.", x=X),
        prose("The matrix is invertible, so elimination leads to one solution and no other."),
        (row(X, "=", answer),),
        after=answer,
    )


def _by_rows(
    A: DomainMatrix, b: DomainMatrix, answer: sympy.ImmutableMatrix, penalty: sympy.Rational
) -> list[Step]:
    m, n = A.shape
    gram = to_sympy(A * A.transpose())
    system = gram + penalty * sympy.eye(m)
    residual = to_sympy(b) - to_sympy(A) * answer
    alpha = sympy.ImmutableMatrix(residual / penalty)
    return [
        Step(
            prose("Look for {x} among the combinations of the rows: {eq}.", x=X,
                  eq=row(X, "=", T, ALPHA)),
            prose(
                "The equations say that {l} times {x} is {r}, a combination of the rows. So "
                f"{'one multiplier takes' if m == 1 else f'{m} multipliers take'} the place of "
                f"{n} unknowns.",
                l=LAMBDA, x=X, r=row(T, parentheses(row(B, "−", "A", X))),
            ),
            (
                row(parentheses(row("A", T, "+", LAMBDA, "I")), ALPHA, "=", B),
                row(system, ALPHA, "=", to_sympy(b)),
            ),
            before=gram,
            after=system,
        ),
        Step(
            prose("Solve for {a}, and combine the rows.", a=ALPHA),
            prose("The matrix is invertible, because {l} is positive.", l=LAMBDA),
            (
                row(ALPHA, "=", alpha),
                row(X, "=", to_sympy(A.transpose()), alpha, "=", answer),
            ),
            before=alpha,
            after=answer,
        ),
    ]  # fmt: skip


def _why_limit(*, full: bool) -> Step:
    reason = (
        "The columns of {A} are independent, so the equations with {zero} have one solution, and "
        "the limit is that solution."
        if full
        else "The columns of {A} are dependent, so the equations with {zero} have infinitely "
        "many solutions, but for every positive {l} there is just one: follow it as {l} shrinks."
    )
    return Step(
        prose("Take the limit {l}.", l=row(LAMBDA, "→", 0)),
        prose(reason, A="A", zero=row(LAMBDA, "=", 0), l=LAMBDA),
    )


def _path(A: DomainMatrix, b: DomainMatrix, *, singular: bool) -> Step:
    path = ridge_path(A, b)
    reason = (
        "Above and below the fraction bar a power of {l} cancels, and so {zero} may be put in."
        if singular
        else "No denominator is zero for {zero}."
    )
    return Step(
        prose(
            "Solve with the letter {l} in place of a number, to see how {x} depends on it.",
            l=LAMBDA,
            x=X,
        ),
        prose(
            "The solution is a rational function of {l}. " + reason,
            l=LAMBDA,
            zero=row(LAMBDA, "=", 0),
        ),
        (row(X, "=", path),),
        after=path,
    )


def _limit(limit: sympy.ImmutableMatrix, *, follow: bool) -> Step:
    what = (
        prose("See where {x} goes as the penalty vanishes, {l}.", x=X, l=row(LAMBDA, "→", 0))
        if follow
        else prose("Put in {zero}.", zero=row(LAMBDA, "=", 0))
    )
    return Step(
        what,
        prose(
            "The limit is {x0}, the shortest least-squares solution: it solves the equations "
            "without the penalty and lies in the row space, and {d} obeys the equation below, so "
            "it shrinks like {l}.",
            x0=X0,
            d=row(X0, "−", X),
            l=LAMBDA,
        ),
        (
            row(X0, "=", limit),
            row(parentheses(row(T, "A", "+", LAMBDA, "I")), parentheses(row(X0, "−", X)), "=",
                LAMBDA, X0),
        ),
        after=limit,
    )  # fmt: skip
