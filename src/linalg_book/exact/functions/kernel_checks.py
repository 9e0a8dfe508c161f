"""What a fit by a polynomial kernel is held against: monomials, and fits without a point."""

from collections.abc import Sequence
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.kernel_fit import KernelFit, PolynomialKernel, refitted
from linalg_book.exact.engine.kernel_monomials import Monomials, count_monomials, monomials
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.exact.steps.checks import perpendicular_to
from linalg_book.worked import Check
from linalg_book.writing.formula import inverse, parentheses, row, transpose, vector, words
from linalg_book.writing.prose import prose

FEW = 200
"""So many monomials are written down, to be compared with the kernel."""
Y, W, D, ALPHA = vector("y"), vector("w"), vector("d"), vector("alpha")


def kernel_checks(  # noqa: PLR0913, PLR0917 (all that was found is held against something)
    kernel: PolynomialKernel,
    X: DomainMatrix,
    y: DomainMatrix,
    new: DomainMatrix | None,
    found: KernelFit,
    weight: Any,
    equal: Sequence[Sequence[int]],
) -> tuple[Check, ...]:
    """Compare with the weighted monomials, if they are few, with new fits and with means."""
    checks = [_normal(y, found, weight)]
    if count_monomials(kernel, X.shape[1]) <= FEW:
        features = monomials(kernel, X.shape[1])
        checks += _features(features, X, y, found, weight)
        if new is not None:
            checks.append(_predictions(kernel, features, X, new, found))
    return *checks, *_means(y, found, equal), _refits(y, found, weight)


def _normal(y: DomainMatrix, found: KernelFit, weight: Any) -> Check:
    """Check that no combination of the kernels is better."""
    rest = found.K * (y - found.fit)
    return Check(
        prose("no change of {a} makes the fit better", a=ALPHA),
        row("K", parentheses(row(Y, "−", "K", ALPHA)), "=", LAMBDA, "K", ALPHA)
        if weight
        else row("K", parentheses(row(Y, "−", "K", ALPHA)), "=", vector("0")),
        to_sympy(rest),
        to_sympy(found.fit * weight),
    )


def _features(
    features: Monomials, X: DomainMatrix, y: DomainMatrix, found: KernelFit, weight: Any
) -> list[Check]:
    """Check that the weights w = G Mᵀα of the monomials fit as well, and are the shortest."""
    M, G = features.values(X), features.diagonal()
    T = M.transpose()
    w = G * T * found.alpha
    same = Check(
        prose(
            "the kernel is the inner product of all monomials, which stand in the rows of {M}, "
            "with the weights on the diagonal of {G}", M="M", G="G",
        ),
        row("K", "=", "M", "G", transpose("M")),
        to_sympy(found.K),
        to_sympy(M * G * T),
    )  # fmt: skip
    best = Check(
        prose(
            "the coefficients {w} of the monomials "
            + ("solve their ridge equations" if weight else "fit as well as any"),
            w=_named(W),
        ),
        row("G", transpose("M"), parentheses(row(Y, "−", "M", W)), "=",
            *([LAMBDA, W] if weight else [vector("0")])),
        to_sympy(G * T * (y - M * w)),
        to_sympy(w * weight),
    )  # fmt: skip
    hidden = null_space_rows(M)
    if weight or not hidden.shape[0]:
        return [same, best]
    return [same, best, _shortest(features, hidden, w)]


def _named(name: Any) -> Any:
    return row(name, "=", "G", transpose("M"), ALPHA)


def _shortest(features: Monomials, hidden: DomainMatrix, w: DomainMatrix) -> Check:
    """Check that w has no part along what changes no value, in the metric of the kernel."""
    entries = [[x / g] for x, g in zip(w.to_list_flat(), features.weights, strict=True)]
    measured = DomainMatrix(entries, w.shape, w.domain)
    return perpendicular_to(
        hidden,
        measured,
        prose(
            "{w} is the shortest: divided by the weights, it is perpendicular to the columns of "
            "{N}, a basis of the null space of {M}", w=W, N="N", M="M",
        ),
        (transpose("N"), inverse("G"), W),
    )  # fmt: skip


def _predictions(
    kernel: PolynomialKernel,
    features: Monomials,
    X: DomainMatrix,
    new: DomainMatrix,
    found: KernelFit,
) -> Check:
    w = features.diagonal() * features.values(X).transpose() * found.alpha
    return Check(
        prose("the monomials at the new points predict the same"),
        row("L", ALPHA, "=", words("new rows of M"), W),
        to_sympy(kernel.matrix(new, X) * found.alpha),
        to_sympy(features.values(new) * w),
    )


def _means(y: DomainMatrix, found: KernelFit, equal: Sequence[Sequence[int]]) -> list[Check]:
    """Check that equal points get the mean of their values."""
    fit, values = to_sympy(found.fit), to_sympy(y)
    if not equal:
        return []
    return [
        Check(
            prose("equal points get the mean of their values"),
            row(words("fit at equal points"), "=", words("means")),
            sympy.ImmutableMatrix([fit[i, 0] for group in equal for i in group]),
            sympy.ImmutableMatrix(
                [
                    sympy.expand(sum(values[j, 0] for j in group) / sympy.Integer(len(group)))
                    for group in equal
                    for _ in group
                ]
            ),
        )
    ]


def _refits(y: DomainMatrix, found: KernelFit, weight: Any) -> Check:
    entries = [[p] for p in refitted(found.K, y, weight)]
    predicted = DomainMatrix(entries, y.shape, y.domain)
    return Check(
        prose("each left-out residual is what a new fit without the point misses there"),
        row(D, "=", Y, "−", words("predictions of the refits")),
        to_sympy(found.left_out),
        to_sympy(y - predicted),
    )
