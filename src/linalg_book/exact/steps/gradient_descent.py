"""The sentences and formulas of a walk downhill."""

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.descent import Descent
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import GradientDescent
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    fraction,
    norm,
    numbered,
    parentheses,
    pseudoinverse,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

B, X, G, LIMIT = (vector(name) for name in "bxgz")
X0 = numbered("x", 0)
T, ETA = transpose("A"), "eta"
ERROR_MATRIX = row("I", "−", ETA, T, "A")
WRITTEN_OUT = 3
"""Of more steps, and more factors, only the first are written out."""
DIGITS = 6


def descent_title(steps: int) -> Prose:
    """Say what is asked."""
    return prose(f"Gradient descent on {{loss}}, {counted(steps, 'step')}", loss=_loss())


def _loss() -> Formula:
    return row(fraction(1, 2), square(norm(row("A", X, "−", B))))


def error_power(steps: int) -> list[sympy.Expr]:
    """Write the power of M = I − ηAᵀA that so many steps multiply the error by."""
    return [sympy.Symbol("M") ** steps] if steps else []


def descent_steps(
    A: DomainMatrix, b: DomainMatrix, found: Descent, values: GradientDescent
) -> tuple[Step, ...]:
    """Tell the derivation."""
    steps = [_gradient(A, b)]
    if values.rank:
        steps.append(_bound(values))
    moves = len(found.gradients)
    if moves and not any(found.gradients[0].to_list_flat()):
        steps.append(_stay(found))
    else:
        shown = min(moves, WRITTEN_OUT)
        steps += [_move(found, values, k) for k in range(1, shown + 1)]
        if moves > shown:
            steps.append(_go_on(found))
    return *steps, _end(found, values)


def _gradient(A: DomainMatrix, b: DomainMatrix) -> Step:
    gram, right = to_sympy(A.transpose() * A), to_sympy(A.transpose() * b)
    return Step(
        prose("Write down the gradient of {loss}.", loss=_loss()),
        prose(
            "It points where the sum of squares grows fastest. So a step goes the other way, "
            "{eta} times as far.",
            eta=ETA,
        ),
        (
            row(G, "=", T, parentheses(row("A", X, "−", B))),
            row(G, "=", gram, X, "−", right),
            row(X, "→", X, "−", ETA, G),
        ),
        before=right,
        after=gram,
    )


def _bound(values: GradientDescent) -> Step:
    first = square(sympy.Symbol("sigma_1"))
    formulas = [
        row(1, "−", ETA, square(sympy.Symbol(f"sigma_{i}")), *_written(1 - values.step * value))
        for i, value in enumerate(values.squares, start=1)
    ][:WRITTEN_OUT]
    return Step(
        prose(
            "See what a step does to the distance from where it all leads: {eta} has to be less "
            "than {bound}.",
            eta=ETA,
            bound=fraction(2, first),
        ),
        prose(
            "Along the right singular vector {v} a step multiplies it by {factor}. That lies "
            "between −1 and 1 for all nonzero singular values if and only if {eta} is positive "
            "and below the bound.",
            v=numbered("v", "i"),
            factor=row(1, "−", ETA, square(sympy.Symbol("sigma_i"))),
            eta=ETA,
        ),
        (
            row(ETA, "=", values.step),
            row(fraction(2, first), *_written(values.step_bound)),
            *formulas,
        ),
        after=values.step_bound,
    )


def _written(value: sympy.Expr) -> list[Formula | str | sympy.Expr]:
    """Write a value, and decimals if it has roots; roots of higher degrees are decimals only."""
    if value.is_Rational:
        return ["=", value]
    decimals = ["≈", sympy.N(value, DIGITS)]
    return decimals if value.has(sympy.CRootOf) else ["=", value, *decimals]


def _stay(found: Descent) -> Step:
    start = to_sympy(found.points[0])
    return Step(
        prose("Stay at {x}: the gradient is zero there.", x=X0),
        prose("The start is a minimizer already, and no step leads away from it."),
        (row(X0, "=", start),),
        after=start,
    )


def _move(found: Descent, values: GradientDescent, k: int) -> Step:
    here, there = to_sympy(found.points[k - 1]), to_sympy(found.points[k])
    gradient = to_sympy(found.gradients[k - 1])
    reason = (
        "As long as the step is below the bound, it makes the sum of squares smaller."
        if k == 1
        else "The gradient is taken anew at the point that was reached."
    )
    return Step(
        prose("Take step {k}, from {x}.", k=k, x=numbered("x", k - 1)),
        prose(reason),
        (
            row(G, "=", gradient),
            row(numbered("x", k), "=", here, "−", values.step, gradient, "=", there),
        ),
        before=here,
        after=there,
    )


def _go_on(found: Descent) -> Step:
    k, last = len(found.gradients), to_sympy(found.points[-1])
    return Step(
        prose("Go on in the same way up to {x}.", x=numbered("x", k)),
        prose("Each step needs the gradient at the point before it, and nothing else."),
        (row(numbered("x", k), "=", last),),
        before=to_sympy(found.points[WRITTEN_OUT]),
        after=last,
    )


def _end(found: Descent, values: GradientDescent) -> Step:
    back = pseudoinverse("A")
    formulas = [
        row(LIMIT, "=", X0, "+", back, parentheses(row(B, "−", "A", X0)), "=", values.limit)
    ]
    if values.limit != values.shortest:
        formulas.append(row(back, B, "=", values.shortest))
    return Step(
        prose("See where the steps lead: to {z}.", z=LIMIT),
        _why_there(found, values),
        tuple(formulas),
        before=to_sympy(found.points[-1]),
        after=values.limit,
    )


def _why_there(found: Descent, values: GradientDescent) -> Prose:
    if not found.null_space_rows.shape[0]:
        return prose(
            "The error shrinks along every singular vector, so whatever the start, the limit is "
            "the one minimizer there is."
        )
    still = "Each step is a combination of the rows of {A}, so nothing moves in the null space. "
    if values.limit == values.shortest:
        return prose(
            still + "The start has no part there, so the limit is {x}, the shortest minimizer.",
            A="A",
            x=row(pseudoinverse("A"), B),
        )
    return prose(
        still + "The start has a part there, and it stays: the limit is the minimizer nearest to "
        "the start, and not the shortest one, {x}.",
        A="A",
        x=row(pseudoinverse("A"), B),
    )
