"""The sentences that lead from a singular value decomposition to the pseudoinverse."""

from typing import Any

import sympy

from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.engine.singular import Singular
from linalg_book.exact.steps.pseudoinverse_full_rank import PLUS, zero_step
from linalg_book.exact.steps.spectrum import DIGITS, eigenvalues, gram_name, readable
from linalg_book.exact.steps.svd import Factors
from linalg_book.worked import Step
from linalg_book.writing.abbreviated import abbreviated
from linalg_book.writing.formula import Formula, fraction, pseudoinverse, row, transpose
from linalg_book.writing.prose import prose

SIGMA, SIGMA_PLUS = "Sigma", pseudoinverse("Sigma")


def svd_steps(A: Quotient, X: Quotient, found: Singular, factors: Factors) -> tuple[Step, ...]:
    """Tell the way through the decomposition that was found, A = U Σ Vᵀ."""
    r = found.rank
    if r == 0:
        return (zero_step(A),)
    U, S, V = (part[:, :r] for part in factors)
    kept = (U, S[:r, :r], V)
    return _decompose(A, found, kept), _invert(found, kept[1]), _multiply(X)


def _decompose(A: Quotient, found: Singular, factors: Factors) -> Step:
    kept = "one of them" if found.rank == 1 else f"{found.rank} of them"
    short = readable(found.spectrum)
    named = (
        ""
        if short
        else " The squares of the singular values are the nonzero eigenvalues of {S}. Roots of a "
        "factor of degree 3 or more stay exact under their names, with decimals to look at."
    )
    U, S, V = factors
    shown = (row("U", "=", U), row(SIGMA, "=", S), row("V", "=", V))
    decimals = (_rounded("U", U), _diagonal(SIGMA, _named_values(found)), _rounded("V", V))
    return Step(
        prose(
            "Decompose {A}: {eq}, with only the singular values that are not zero.",
            A="A",
            eq=row("A", "=", "U", SIGMA, transpose("V")),
        ),
        prose(
            f"{{A}} has {kept}. The columns of {{V}} are perpendicular unit vectors, "
            "{A} stretches each of them by its singular value, and the columns of {U} are the "
            "directions that they are sent to." + named,
            A="A",
            U="U",
            V="V",
            S=gram_name(wide=found.wide),
        ),
        shown if short else (*eigenvalues(found.spectrum)[: len(found.spaces)], *decimals),
        before=A.matrix,
        after=factors,
    )


def _invert(found: Singular, S: sympy.Matrix) -> Step:
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
        (
            row(SIGMA_PLUS, "=", inverse)
            if readable(found.spectrum)
            else _diagonal(SIGMA_PLUS, [(1 / s, 1 / x) for s, x in _named_values(found)]),
        ),
        before=S,
        after=inverse,
    )


def _named_values(found: Singular) -> list[tuple[sympy.Expr, sympy.Expr]]:
    """List the singular values: roots of named eigenvalues, and what they are."""
    numbers = found.spectrum.numbers
    return [
        (numbers.root(p) if numbers.is_quadratic(p) else sympy.sqrt(numbers.named(p)),
         numbers.root(p))
        for p in found.squares
    ]  # fmt: skip


def _rounded(name: str, matrix: sympy.Matrix) -> Formula:
    return row(name, "≈", _decimals(abbreviated(matrix)))


def _decimals(matrix: sympy.Matrix) -> sympy.Matrix:
    """Round all entries but whole numbers."""
    return matrix.applyfunc(lambda x: x if x.is_Integer or x.is_Symbol else sympy.N(x, DIGITS))


def _diagonal(name: Any, values: list[tuple[sympy.Expr, sympy.Expr]]) -> Formula:
    """Write a diagonal matrix with the names of its entries, and in decimals."""
    exact, decimals = (sympy.ImmutableMatrix.diag(*parts) for parts in zip(*values, strict=True))
    return row(name, "=", exact, "≈", _decimals(decimals))


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
