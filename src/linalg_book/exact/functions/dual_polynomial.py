"""The dual activation of a polynomial."""

from __future__ import annotations

from functools import partial
from math import factorial
from typing import Any

import sympy

from linalg_book.arguments import PointLike
from linalg_book.errors import TooLargeError
from linalg_book.exact.engine.hermite import hermite, in_hermite, mean_square, power_mean
from linalg_book.exact.reading.matrices import read_point
from linalg_book.exact.steps.dual_polynomial import RHO, T, dual_steps, dual_title
from linalg_book.exact.steps.records import DualPolynomial
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, square, words
from linalg_book.writing.prose import prose

__all__ = ["dual_polynomial"]

HIGHEST = 20
"""Degree: the coefficients of the dual contain its factorial."""


def dual_polynomial(coefficients: PointLike) -> WorkedExample:
    """Find the dual activation of a polynomial: E φ(u)φ(v) as a polynomial in the correlation.

    u and v are standard normal and jointly Gaussian, with the correlation ρ.

    Parameters
    ----------
    coefficients : sequence of n numbers
        Those of φ, from the constant on: 0, 0, 1 for t².  At most 21.

    Returns
    -------
    WorkedExample
        ``answer`` is the column of the coefficients of the dual, from the constant on.
        ``values`` holds ``hermite`` (the coefficients of φ in the Hermite polynomials with the
        leading coefficient 1), ``activation`` (φ, a polynomial in t), ``dual`` (a polynomial in
        ρ) and ``at_one`` (the dual at ρ = 1, which is E φ(u)²).

    Raises
    ------
    EmptySystemError
        If there is no coefficient.
    InexactNumberError, InvalidNumberError
        If a coefficient is a float, complex or no rational number.
    ShapeError
        If ``coefficients`` is no list.
    TooLargeError
        If there are more than 21 coefficients.

    Notes
    -----
    E Heₘ(u) Heₙ(v) is n! ρⁿ for m = n, and else 0 [1]_.

    .. [1] G. Szegő, *Orthogonal Polynomials*, 4th edition, American Mathematical Society (1975).

    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book.exact import dual_polynomial
    >>> dual_polynomial([0, 0, 1]).values["dual"]
    2*rho**2 + 1
    >>> dual_polynomial([0, 0, 0, 1]).answer.T
    Matrix([[0, 9, 0, 6]])
    """
    given = read_point(coefficients, "coefficients")
    if len(given) > HIGHEST + 1:
        raise TooLargeError(
            f"coefficients has {len(given)} entries, but at most {HIGHEST + 1} are expected: give "
            "a polynomial of a lower degree, or take the dual in floats, by "
            "numeric.dual_activation."
        ).about("coefficients")
    shares = in_hermite(given)
    powers = [factorial(n) * b**2 for n, b in enumerate(shares)]
    dual = sum((c * RHO**n for n, c in enumerate(powers)), sympy.Integer(0))
    values = DualPolynomial(
        hermite=sympy.ImmutableMatrix(shares),
        activation=sum((c * T**n for n, c in enumerate(given)), sympy.Integer(0)),
        dual=dual,
        at_one=sum(powers, sympy.Integer(0)),
    )
    return WorkedExample(
        dual_title(values),
        sympy.ImmutableMatrix(powers),
        _checks(given, values),
        partial(dual_steps, values, powers),
        values._asdict(),
    )


def _checks(given: list[Any], values: DualPolynomial) -> tuple[Check, ...]:
    """Multiply the combination out again, and take both ends from the means of powers."""
    back = sum(
        (b * c * T**i for n, b in enumerate(values.hermite) for i, c in enumerate(hermite(n))),
        sympy.Integer(0),
    )
    mean = sum((c * power_mean(n) for n, c in enumerate(given)), sympy.Integer(0))
    phi = sympy.Symbol("phi")
    return (
        Check(
            prose("the combination of Hermite polynomials, multiplied out, is {phi}", phi=phi),
            row(words("multiplied out"), "=", phi),
            back,
            values.activation,
        ),
        Check(
            prose("at {one} the dual is the mean of the square of {phi}",
                  one=row(RHO, "=", 1), phi=phi),
            row(words("sum of the coefficients"), "=", words("mean of"), square(phi)),
            values.at_one,
            mean_square(given),
        ),
        Check(
            prose("at {none} the two numbers are independent, and the dual is the square of the "
                  "mean", none=row(RHO, "=", 0)),
            row(words("constant"), "=", square(words("mean"))),
            values.dual.subs(RHO, 0),
            mean**2,
        ),
    )  # fmt: skip
