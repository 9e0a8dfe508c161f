"""The sentences and formulas that lead to a fit by a polynomial kernel."""

from collections.abc import Sequence
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.kernel_fit import KernelFit, PolynomialKernel
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.exact.steps.kernel_left_out import LINE, leave_points_out
from linalg_book.exact.steps.records import KernelRegression
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    inverse,
    norm,
    parentheses,
    pseudoinverse,
    row,
    square,
    transpose,
    unknowns,
    vector,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted, listed

X, Z, Y, ALPHA = (vector(name) for name in ("x", "z", "y", "alpha"))
SYSTEM = parentheses(row("K", "+", LAMBDA, "I"))
SHOWN = 3
"""Groups of equal points that a sentence names."""


def kernel_title(kernel: PolynomialKernel, penalty: sympy.Rational) -> Prose:
    """Say what is asked."""
    price = " and the penalty {l}" if penalty else ""
    k, s = _kernel(kernel)
    return prose(
        "Kernel regression with {k}" + (", {s}" if s else "") + price,
        k=k, s=s or "s", l=row(LAMBDA, "=", penalty),
    )  # fmt: skip


def _kernel(kernel: PolynomialKernel) -> tuple[Formula, Formula | None]:
    """Write k(x, z) as a power of s, and s; or at once, if the power is 1 or the first."""
    c, s = QQ.to_sympy(kernel.c), sympy.Symbol("s")
    inside = (X, "·", Z, *(["+", c] if c else []))
    left = ("k", parentheses(row(X, ",", Z)), "=")
    if kernel.degree == 1:
        return row(*left, *inside), None
    if not kernel.degree:
        return row(*left, 1), None
    return row(*left, s**kernel.degree), row(s, "=", *inside)


def kernel_steps(  # noqa: PLR0913, PLR0917 (a derivation is told from all that was found)
    kernel: PolynomialKernel,
    X: DomainMatrix,
    y: DomainMatrix,
    new: DomainMatrix | None,
    found: KernelFit,
    values: KernelRegression,
    equal: Sequence[Sequence[int]],
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    steps = [
        _pairs(kernel, X, values),
        _equations(y, values, solvable=found.fit == y),
        _solve(found, values),
        _fit(y, found, values),
    ]
    if equal:
        steps.append(_averages(found, equal))
    if values.function is not None and len(_written(X, values).line()) <= LINE:
        steps.append(_polynomial(X, values))
    if new is not None:
        steps.append(_predict(kernel.matrix(new, X), found, values))
    return *steps, leave_points_out(found, values)


def _pairs(kernel: PolynomialKernel, points: DomainMatrix, values: KernelRegression) -> Step:
    (N, d), p = points.shape, kernel.degree
    k, s = _kernel(kernel)
    if p == 1 and not kernel.c:
        own = "coordinate itself" if d == 1 else "coordinates themselves"
        what = f"{counted(d, 'feature')}, the {own}"
    elif not p:
        what = f"{counted(1, 'feature')}, which is 1 at every point"
    else:
        up_to = "up to" if kernel.c else "of"
        what = (
            f"{counted(values.features, 'feature')}, the "
            f"{'monomial' if values.features == 1 else 'monomials'} {up_to} degree {p} with "
            "suitable weights"
        )
    return Step(
        prose("Compute the kernel of each pair of points: the matrix {K}.", K="K"),
        prose(
            f"Multiplied out, it is an inner product of {what}. The fit needs these inner "
            f"products only: {counted(N * N, 'number')}, however many features there are.",
        ),
        (k, *([s] if s else []), row("K", "=", values.kernel)),
        before=to_sympy(points),
        after=values.kernel,
    )


def _equations(y: DomainMatrix, values: KernelRegression, *, solvable: bool) -> Step:
    N, r, target = values.kernel.rows, values.rank, to_sympy(y)
    if values.penalty:
        return Step(
            prose("Look for a combination of the kernels at the points, with a price on the "
                  "length of the weights."),
            prose(
                "The weights of the features are a combination {a} of the points' features, and "
                "the square of their length is {q}. The sum {objective} is smallest where the "
                "equation below holds. It has one solution, because {K} has no negative "
                "eigenvalue and {l} is positive.",
                a=ALPHA, K="K", l=LAMBDA, q=row(transpose(ALPHA), "K", ALPHA),
                objective=row(square(norm(row(Y, "−", "K", ALPHA))), "+", LAMBDA,
                              transpose(ALPHA), "K", ALPHA),
            ),
            (row(LAMBDA, "=", values.penalty), row(SYSTEM, ALPHA, "=", target)),
            after=target,
        )  # fmt: skip
    why = "The rows of {K} are independent, so there is exactly one {a}, and it meets every value."
    if not r:
        why = "{K} is zero: no feature of any point differs from 0, so nothing can be fitted."
    elif r < N:
        why = (
            "The rank of {K} is {r}, less than its {N} rows, because the features of some points "
            "are combinations of others. The shortest of all {a} that come nearest to {y} is {p}; "
            "any other of them makes the same predictions."
        )
    return Step(
        prose("Look for a combination {a} of the kernels at the points.", a=ALPHA),
        prose(
            "The least-norm weights of the features are a combination of the points' features: "
            "one unknown for each point takes the place of one weight for each feature. " + why,
            K="K", a=ALPHA, r=r, N=N, y=Y, p=row(pseudoinverse("K"), Y),
        ),
        (row("K", ALPHA, "=", target) if solvable else row(Y, "=", target),),
        after=target,
    )  # fmt: skip


def _solve(found: KernelFit, values: KernelRegression) -> Step:
    back, alpha = to_sympy(found.inverse), to_sympy(found.alpha)
    name: Formula = inverse("K")
    if values.penalty:
        name = inverse(SYSTEM)
    elif values.rank < values.kernel.rows:
        name = pseudoinverse("K")
    return Step(
        prose("Solve for {a}.", a=ALPHA),
        prose("The matrix is shown, because its diagonal will serve to leave points out."),
        (row(name, "=", back), row(ALPHA, "=", name, Y, "=", alpha)),
        before=back,
        after=alpha,
    )


def _fit(y: DomainMatrix, found: KernelFit, values: KernelRegression) -> Step:
    reason = "Every value is met: the fit passes through all points."
    if found.fit != y:
        reason = (
            "Not every value is met. The price on length keeps the fit from that."
            if values.penalty
            else "Not every value can be met: {y} does not lie in the column space of {K}. The "
            "fit is its projection onto that space."
        )
    return Step(
        prose("See what the fit is at the points: {Ka}.", Ka=row("K", ALPHA)),
        prose(reason, y=Y, K="K"),
        (row("K", ALPHA, "=", values.fit),),
        before=to_sympy(y),
        after=values.fit,
    )


def _averages(found: KernelFit, equal: Sequence[Sequence[int]]) -> Step:
    groups = [f"{listed([i + 1 for i in group])}" for group in equal[:SHOWN]]
    more = len(equal) - len(groups)
    named = "; ".join(groups) + (f"; and {counted(more, 'more group')}" if more else "")
    return Step(
        prose(f"See what equal points get, here points {named}: the mean of their values."),
        prose(
            "The kernel matrix of the different points is invertible, so the fit may take any "
            "value at each of them. Nearest to several values is their mean."
        ),
        tuple(
            row(sympy.Symbol(f"f_{group[0] + 1}"), "=", to_sympy(found.fit)[group[0], 0])
            for group in equal[:SHOWN]
        ),
        after=to_sympy(found.fit),
    )


def _polynomial(points: DomainMatrix, values: KernelRegression) -> Step:
    return Step(
        prose("Multiply the combination of the kernels out."),
        prose(
            "As a function of a new point the fit is a polynomial. Among all that fit as well, "
            "the weights of its monomials are the shortest, measured as the kernel does."
            if not values.penalty
            else "As a function of a new point the fit is a polynomial: the ridge solution for "
            "the weights of its monomials, measured as the kernel does."
        ),
        (_written(points, values),),
        after=values.function,
    )


def _written(points: DomainMatrix, values: KernelRegression) -> Formula:
    """Write the fit as a function of the coordinates."""
    return row("f", parentheses(_comma(unknowns(points.shape[1]))), "=", values.function)


def _comma(names: Sequence[Any]) -> Formula:
    parts: list[Any] = [names[0]]
    for name in names[1:]:
        parts += [",", name]
    return row(*parts)


def _predict(between: DomainMatrix, found: KernelFit, values: KernelRegression) -> Step:
    kernel, alpha = to_sympy(between), to_sympy(found.alpha)
    return Step(
        prose("Predict at the new points: the matrix {L} has the kernel of each of them with each "
              "point of the fit.", L="L"),
        prose(
            "The inner product of a new point's features with the weights is a combination of "
            "kernels, so no feature is needed here either."
        ),
        (row("L", "=", kernel), row("L", ALPHA, "=", kernel, alpha, "=", values.predictions)),
        before=kernel,
        after=values.predictions,
    )  # fmt: skip
