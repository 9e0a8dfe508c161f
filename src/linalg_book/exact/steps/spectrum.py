"""Sentences on eigenvalues and eigenvectors that several derivations share."""

from collections.abc import Sequence
from typing import Any

import sympy

from linalg_book.exact.engine.spectrum import Eigenspace, Spectrum
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    numbered,
    parentheses,
    row,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose

DIGITS = 6


def characteristic_step(found: Spectrum, matrix: Formula, why: Prose) -> Step:
    """Write the characteristic polynomial and factor it."""
    polynomial = characteristic_polynomial(found)
    difference = parentheses(row("lambda", "I", "−", matrix))
    formulas = [row(words("det"), difference, "=", polynomial.as_expr())]
    if sum(k for _, k in found.factors) > 1 and polynomial.length() > 1:
        powers = [
            sympy.Pow(f.as_expr(), k, evaluate=False) if k > 1 else f.as_expr()
            for f, k in found.factors
        ]
        product = powers[0] if len(powers) == 1 else sympy.Mul(*powers, evaluate=False)
        formulas[0] = row(*formulas[0].parts, "=", product)
    return Step(
        prose("Write the characteristic polynomial of {S} and factor it.", S=matrix),
        why,
        tuple(formulas),
        after=polynomial.as_expr(),
    )


def characteristic_polynomial(found: Spectrum) -> sympy.Poly:
    """Multiply the factors."""
    product = sympy.Poly(1, LAMBDA, domain="QQ")
    for f, k in found.factors:
        product *= f**k
    return product


def roots_step(found: Spectrum, square_of: Formula | None = None) -> Step:
    """List the eigenvalues, of MᵀM if M is named (as M v)."""
    degrees = {f.degree() for f, _ in found.factors}
    repeated = any(k > 1 for _, k in found.factors)
    reasons = [
        "No eigenvalue is negative: {eq} is a squared length."
        if square_of
        else "A symmetric matrix has as many real eigenvalues as it has rows, counted with "
        "their multiplicity."
    ]
    if 2 in degrees:
        reasons.append("The quadratic formula gives a pair that differs in the sign of the root.")
    if max(degrees, default=0) > 2:
        reasons.append(
            "A factor without rational roots of degree 3 or more leaves its roots as they are: "
            "exact, with decimals to look at."
        )
    if repeated:
        reasons.append("A factor that occurs k times gives an eigenvalue of multiplicity k.")
    return Step(
        prose("Read off the eigenvalues, the largest first."),
        prose(" ".join(reasons), eq=square_of or row()),
        eigenvalues(found),
    )


def eigenvalues(found: Spectrum) -> tuple[Formula, ...]:
    """Write each eigenvalue with its name."""
    return tuple(_eigenvalue(space, i) for i, space in enumerate(found.spaces, start=1))


def _eigenvalue(space: Eigenspace, number: int) -> Formula:
    parts = [sympy.Symbol(f"lambda_{number}"), *_shown(space)]
    if space.multiplicity > 1:
        parts += [",", words("multiplicity"), space.multiplicity]
    return row(*parts)


def _shown(space: Eigenspace) -> list[Any]:
    """Write an eigenvalue, and its decimals if it has no short form."""
    value = space.numbers.expr(space.value)
    if space.family.factor.degree() > 2:
        return ["≈", sympy.N(value, DIGITS)]
    return ["=", value] if value.is_Rational else ["=", value, "≈", sympy.N(value, DIGITS)]


def readable(found: Spectrum) -> bool:
    """Tell whether all eigenvalues have a closed form with square roots."""
    return all(f.degree() <= 2 for f, _ in found.factors)


def eigenvector_steps(
    found: Spectrum, spaces: Sequence[Eigenspace], matrix: Formula, letter: str
) -> list[Step]:
    """Solve (S − λI)v = 0 for each eigenvalue, once for all roots of one factor."""
    steps: list[Step] = []
    first, seen, alone = 1, dict[int, int](), False
    for number, space in enumerate(found.spaces, start=1):
        k = space.multiplicity
        if space in spaces:
            earlier = seen.setdefault(id(space.family), number)
            if earlier == number:
                steps.append(_solve(space, (number, first), matrix, letter, again=alone))
                alone = alone or k == 1
            else:
                steps.append(_conjugate(space, number, earlier, first, letter))
        first += k
    return steps


def _solve(
    space: Eigenspace, place: tuple[int, int], matrix: Formula, letter: str, *, again: bool
) -> Step:
    number, first = place
    symbol = sympy.Symbol(f"lambda_{number}")
    v = vector(letter)
    equation = row(parentheses(row(matrix, "−", symbol, "I")), v, "=", vector("0"))
    k = space.multiplicity
    if k == 1:
        why = prose(
            "Again the solutions are the multiples of one vector, scaled in the same way."
            if again
            else "The solutions are the multiples of one vector; it is scaled so that its first "
            "nonzero entry is a positive whole number."
        )
    else:
        why = prose(
            f"The solutions form a space of dimension {k}; the Gram-Schmidt method makes its "
            "basis perpendicular. Any other perpendicular basis of it would do as well."
        )
    return Step(
        prose("Solve {eq}.", eq=equation),
        why,
        _vectors(space, first, letter),
        after=_expressions(space),
    )


def _conjugate(space: Eigenspace, number: int, earlier: int, first: int, letter: str) -> Step:
    here, there = (sympy.Symbol(f"lambda_{i}") for i in (number, earlier))
    if space.family.factor.degree() == 2:
        why = "Every step of that elimination stays right if the sign of the root is changed."
    else:
        why = "Both are roots of the same irreducible factor, so the elimination is the same."
    return Step(
        prose("Do the same for {l}, from the result for {e}.", l=here, e=there),
        prose(why),
        _vectors(space, first, letter),
        after=_expressions(space),
    )


def _vectors(space: Eigenspace, first: int, letter: str) -> tuple[Formula, ...]:
    """Write the basis; for a higher degree in terms of the eigenvalue's name."""
    return tuple(
        row(
            numbered(letter, i), "=", sympy.ImmutableMatrix(list(map(space.numbers.named, entries)))
        )
        for i, entries in enumerate((c.entries for c in space.columns), start=first)
    )


def _expressions(space: Eigenspace) -> list[sympy.ImmutableMatrix]:
    numbers = space.numbers
    return [sympy.ImmutableMatrix([numbers.expr(x) for x in c.entries]) for c in space.columns]


def gram_name(*, wide: bool) -> Formula:
    """Name the smaller of AᵀA and AAᵀ."""
    return row("A", transpose("A")) if wide else row(transpose("A"), "A")
