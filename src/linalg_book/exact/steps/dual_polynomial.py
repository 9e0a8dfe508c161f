"""The sentences and formulas that lead to the dual activation of a polynomial."""

from math import factorial
from typing import Any

import sympy

from linalg_book.exact.engine.hermite import hermite
from linalg_book.exact.steps.records import DualPolynomial
from linalg_book.worked import Step
from linalg_book.writing.formula import linear, numbered, row, square, times, words
from linalg_book.writing.prose import Prose, prose

T, RHO, PHI = sympy.Symbol("t"), sympy.Symbol("rho"), sympy.Symbol("phi")


def dual_title(values: DualPolynomial) -> Prose:
    """Say what is asked."""
    return prose("The dual activation of {phi}", phi=values.activation)


def dual_steps(values: DualPolynomial, powers: list[Any]) -> tuple[Step, ...]:
    """Tell the derivation."""
    return _combine(values), _square(values, powers), _collect(values, powers)


def _combine(values: DualPolynomial) -> Step:
    names = [numbered("H", n) for n in range(len(values.hermite))]
    needed = [n for n, b in enumerate(values.hermite) if b] or [0]
    written = [
        row(names[n], "=", sum((c * T**i for i, c in enumerate(hermite(n))), sympy.Integer(0)))
        for n in needed
    ]
    return Step(
        prose("Write {phi} as a combination of Hermite polynomials.", phi=PHI),
        prose(
            "Begin with the highest power: subtract as much of its polynomial as removes it, and "
            "go on with what is left.",
        ),
        (*written, row(PHI, "=", linear(list(values.hermite), names))),
        before=values.activation,
        after=values.hermite,
    )


def _square(values: DualPolynomial, powers: list[Any]) -> Step:
    used = [n for n, b in enumerate(values.hermite) if b] or [0]
    shown = [
        row(square(numbered("a", n)), "=", *_product(n, values.hermite[n], powers[n])) for n in used
    ]
    return Step(
        prose("Square each coefficient, and multiply it by its factorial."),
        prose(
            "The mean of the product of two of them, one at {u} and one at {v}, is 0 if they are "
            "different; for one of degree {n} with itself it is the product of the numbers from 1 "
            "to {n}, times the power {n} of {rho}.",
            u="u",
            v="v",
            rho=RHO,
            n="n",
        ),
        tuple(shown),
        before=values.hermite,
        after=sympy.ImmutableMatrix(powers),
    )


def _product(n: int, share: Any, power: Any) -> list[Any]:
    """Write n!·b², and what it is."""
    size = sympy.Integer(factorial(n))
    shown = square(share) if size == 1 else times(size, square(share))
    return [shown, "=", power]


def _collect(values: DualPolynomial, powers: list[Any]) -> Step:
    return Step(
        prose("Put the powers of {rho} together.", rho=RHO),
        prose(
            "No coefficient is negative: the dual of every activation is a kernel for inputs of "
            "length 1."
        ),
        (row(words("dual"), "=", values.dual),),
        before=sympy.ImmutableMatrix(powers),
        after=values.dual,
    )
