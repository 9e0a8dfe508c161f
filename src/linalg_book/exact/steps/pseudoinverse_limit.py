"""The pseudoinverse as the limit of (AᵀA + δI)⁻¹Aᵀ, with polynomials in δ instead of decimals.

With r the rank, (AᵀA + δI)⁻¹Aᵀ = (D₀ δʳ⁻¹ + … + D_{r−1}) / (δʳ + c₁ δʳ⁻¹ + … + c_r), where
D₀ = Aᵀ, c_j = tr(A D_{j−1})/j and D_j = c_j Aᵀ − AᵀA D_{j−1}; D_r = 0 ends it.  This is the
Faddeev-LeVerrier recurrence times Aᵀ: H. P. Decell, SIAM Review 7 (1965), 526-528.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.domains import ZZ

from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.steps.pseudoinverse_full_rank import GRAM, PLUS, zero_step
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    fraction,
    inverse,
    norm,
    row,
    square,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import prose

DELTA = sympy.Symbol("delta", positive=True)
REGULARIZED = row(*GRAM.parts, "+", DELTA, "I")
WRITTEN_OUT = 12
"""Matrices with more entries than this are not written out with δ."""


@dataclass(frozen=True)
class RegularizedInverse:
    """(AᵀA + δI)⁻¹Aᵀ as coefficients of polynomials, the highest power of δ first."""

    matrices: tuple[Quotient, ...]
    numbers: tuple[sympy.Rational, ...]
    limit: Quotient

    @property
    def rank(self) -> int:
        """Return the degree of the denominator, which is the rank of A."""
        return len(self.matrices)


def decell(A: Quotient) -> RegularizedInverse:
    """Find the polynomials, and the limit D_{r−1}/c_r."""
    N, scale = A.numerator, A.denominator
    back = N.transpose()
    gram = back.matmul(N)
    D, c = back, ZZ.one
    matrices, numbers = [], [c]
    while not D.is_zero_matrix:
        matrices.append(D)
        product = N.matmul(D)
        trace = sum((product[i, i].element for i in range(product.shape[0])), ZZ.zero)
        c = trace // len(matrices)
        numbers.append(c)
        D = back * c - gram.matmul(D)
    limit = Quotient(back)
    if matrices:
        limit = Quotient.reduced(matrices[-1] * scale, c)
    # For N = scale · A the coefficients D_j and c_j carry powers of the scale.
    return RegularizedInverse(
        tuple(Quotient.reduced(D, scale ** (2 * j + 1)) for j, D in enumerate(matrices)),
        tuple(sympy.Rational(int(c), int(scale) ** (2 * j)) for j, c in enumerate(numbers)),
        limit,
    )


def limit_steps(A: Quotient, path: RegularizedInverse) -> tuple[Step, ...]:
    """Tell how the limit is found."""
    if path.rank == 0:
        return (zero_step(A),)
    return _regularize(A), _divide(A, path), _let_go(path)


def _regularize(A: Quotient) -> Step:
    gram = (A.transpose @ A).matrix
    n = gram.rows
    formulas = [row(GRAM, "=", gram)]
    if n * n <= WRITTEN_OUT:
        formulas.append(row(*REGULARIZED.parts, "=", gram + DELTA * sympy.eye(n)))
    return Step(
        prose("Add a positive number {d} to the diagonal of {G}.", d=DELTA, G=GRAM),
        prose(
            "For every vector {v} other than zero, {sum} is positive, so {S} is invertible, "
            "whatever the rank of {A}.",
            v=vector("v"),
            sum=row(square(norm(row("A", vector("v")))), "+", DELTA, square(norm(vector("v")))),
            S=REGULARIZED,
            A="A",
        ),
        tuple(formulas),
        before=A.matrix,
        after=gram,
    )


def _divide(A: Quotient, path: RegularizedInverse) -> Step:
    m, n = A.shape
    r = path.rank
    denominator = _polynomial(path.numbers)
    cancels = (
        f" A factor {{power}} in both has been canceled: {{A}} has rank {r}, not {n}."
        if r < n
        else ""
    )
    parts: list[Any] = [inverse(REGULARIZED), transpose("A"), "=", fraction(1, denominator)]
    written = m * n <= WRITTEN_OUT
    if written:
        entries = [D.matrix for D in path.matrices]
        parts.append(
            sympy.ImmutableMatrix(n, m, lambda i, j: _polynomial([D[i, j] for D in entries]))
        )
    return Step(
        prose("Invert {S} and multiply by {t}.", S=REGULARIZED, t=transpose("A")),
        prose(
            "By Cramer's rule the entries are polynomials in {d} over the determinant." + cancels,
            d=DELTA,
            power=DELTA ** (n - r),
            A="A",
        ),
        (row(*parts),) if written else (row(words("denominator"), "=", denominator),),
    )


def _let_go(path: RegularizedInverse) -> Step:
    last, answer = path.matrices[-1].matrix, path.limit.matrix
    constant = path.numbers[-1]
    scaled = [] if constant == 1 else [fraction(1, constant), last, "="]
    return Step(
        prose("Let {d} tend to 0.", d=DELTA),
        prose(
            f"The denominator tends to {{c}}, the sum of the squares of all {path.rank}×{path.rank}"
            " minors of {A}, which is not zero. So nothing is divided by zero: the limit exists, "
            "and {d} may be set to 0.",
            c=constant,
            A="A",
            d=DELTA,
        ),
        (row(PLUS, "=", *scaled, answer),),
        after=answer,
    )


def _polynomial(coefficients: Sequence[Any]) -> sympy.Expr:
    """Write coefficients, the highest power first, as a polynomial in δ."""
    degree = len(coefficients) - 1
    return sympy.Add(*(c * DELTA ** (degree - k) for k, c in enumerate(coefficients)))
