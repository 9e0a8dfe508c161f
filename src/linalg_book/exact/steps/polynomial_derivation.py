"""What leads to the means of a polynomial: Hermite polynomials, their products, and the sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sympy

from linalg_book.exact.engine import activation_facts as facts
from linalg_book.exact.engine.polynomial_dual import hermite, hermite_polynomial
from linalg_book.exact.steps.dual_activation import Told
from linalg_book.writing.formula import Formula, formula, parentheses, row

if TYPE_CHECKING:
    from collections.abc import Sequence

SHOWN = 4
"""Hermite polynomials whose lengths are shown."""


def polynomial_derivation(coefficients: Sequence[sympy.Rational]) -> tuple[Told, ...]:
    """Return what leads to the means of a polynomial."""
    x, a = facts.X, facts.A
    degrees = range(len(coefficients))
    parts = [hermite(coefficients, n, a) * hermite_polynomial(n, x, a) for n in degrees]
    power = sympy.Add(*(p * x**k for k, p in enumerate(coefficients)))
    squares = [
        (facts.whole(hermite_polynomial(n, x, a) ** 2 * facts.density(x, a)),
         sympy.factorial(n) * a**n)
        for n in degrees[:SHOWN]
    ]  # fmt: skip
    dual = [
        (hermite(coefficients, n, a) * hermite(coefficients, n, facts.B) * sympy.factorial(n)
         * facts.C**n)
        for n in degrees
    ]  # fmt: skip
    return (
        Told(
            "Write the polynomial in Hermite polynomials of the variance a.",
            "They begin with 1 and x, and the next is x times the last, less na times the one "
            "before. The coefficient of the n-th is the mean of the n-th derivative over n!.",
            [(sympy.Add(*parts), power)],
            (row(*_terms(coefficients, x, a), "=", power),),
        ),
        Told(
            "Take the means of their products.",
            "The n-th at u and the m-th at v have the mean n! cⁿ where n = m, and else 0. For "
            "u = v that is the integral of the square.",
            squares,
        ),
        Told(
            "Add up, each product of coefficients at a and at b with its n! cⁿ.",
            "The slope is a polynomial too, and goes the same way.",
            [(sympy.Add(*dual), sympy.expand(sympy.Add(*dual)))],
        ),
    )


def _terms(
    coefficients: Sequence[sympy.Rational], x: sympy.Expr, variance: sympy.Expr
) -> list[Any]:
    """Write the Hermite polynomials times their coefficients, the highest first."""
    terms: list[Any] = []
    for n in reversed(range(len(coefficients))):
        size = _falling(hermite(coefficients, n, variance), variance)
        if not size:
            continue
        sign = -1 if size[0].could_extract_minus_sign() else 1
        if terms or sign < 0:
            terms.append("−" if sign < 0 else "+")
        size = [sign * monomial for monomial in size]
        polynomial = _grouped(_falling(hermite_polynomial(n, x, variance), x))
        if n == 0:
            terms.append(_grouped(size))
        else:
            terms += [polynomial] if size == [1] else [_grouped(size), "·", polynomial]
    return terms or [0]


def _falling(polynomial: sympy.Expr, x: sympy.Expr) -> list[sympy.Expr]:
    """Return the monomials from the highest power of x down."""
    return [size * x**k for (k,), size in sympy.Poly(polynomial, x).terms() if size]


def _grouped(monomials: Sequence[sympy.Expr]) -> Formula:
    """Write a sum in this order, with parentheses if there is more than one."""
    if len(monomials) == 1:
        return formula(monomials[0])
    parts: list[Any] = []
    for monomial in monomials:
        minus = monomial.could_extract_minus_sign()
        parts += ["−" if minus else "+", -monomial if minus else monomial]
    return parentheses(row(*(parts[1:] if parts[0] == "+" else parts)))
