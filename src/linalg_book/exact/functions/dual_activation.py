"""The dual of an activation: the means of its products, as functions of a covariance."""

from __future__ import annotations

from functools import partial
from typing import Literal

import sympy
from sympy import Expr

from linalg_book.arguments import PointLike
from linalg_book.errors import InvalidNumberError, UnknownMethodError
from linalg_book.exact.engine.dual_values import DUALS, Covariance, Dual, Paired, leaky_dual
from linalg_book.exact.engine.polynomial_dual import polynomial_dual
from linalg_book.exact.reading.matrices import read_point
from linalg_book.exact.steps.dual_activation import STARTS, Told, dual_steps, dual_title
from linalg_book.exact.steps.dual_derivations import derivation
from linalg_book.exact.steps.polynomial_derivation import polynomial_derivation
from linalg_book.exact.steps.records import DualActivation
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, words
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import show

__all__ = ["dual_activation"]

Activation = Literal[
    "relu", "step", "leaky relu", "abs", "erf", "gelu", "sin", "cos", "exp", "identity",
    "polynomial",
]  # fmt: skip
KNOWN = (*list(DUALS)[:2], "leaky relu", *list(DUALS)[2:], "polynomial")
LARGEST = 20
"""The highest degree of a polynomial."""
TERMS = 6
"""Squares of Hermite coefficients that ``values`` holds."""


def dual_activation(activation: Activation, coefficients: PointLike = None) -> WorkedExample:
    """Derive the means E φ(u)φ(v) and E φ′(u)φ′(v) for a pair u, v with a joint normal law.

    u and v have mean 0.  The means depend on three numbers only: a is the mean of u², b that of
    v², c that of uv.

    Parameters
    ----------
    activation : str
        The activation φ:

        - "relu", "step", "abs", "erf", "sin", "cos", "exp", "identity";
        - "leaky relu": the larger of u and su, with a slope s between 0 and 1;
        - "gelu": u times the probability that a standard normal number is below u;
        - "polynomial", with its coefficients.
    coefficients : sequence of numbers, optional
        Those of the polynomial, the constant first: 0, 0, 1 for u².  At most 21.

    Returns
    -------
    WorkedExample
        ``answer`` is E φ(u)φ(v) in the symbols a, b, c (and s).  ``values`` holds ``slope``
        (E φ′(u)φ′(v)), ``mean`` (E φ(u)), ``normalized`` and ``normalized_slope`` (both for
        variances 1, in the symbol rho for the correlation) and ``hermite`` (the first six
        coefficients of ``normalized`` as a power series in rho: squares of Hermite coefficients).

    Raises
    ------
    EmptySystemError
        If the coefficients are none.
    InexactNumberError, InvalidNumberError
        If a coefficient is a float, complex or no rational number; if they are missing, too many,
        or given with another activation.
    ShapeError
        If the coefficients are no list.
    UnknownMethodError
        If ``activation`` is none of these.

    Notes
    -----
    Each step is an integral or an identity between SymPy's expressions, ``before`` and ``after``.
    The step has no slope where it rises, and 0 elsewhere; its mean grows with c by the density of
    u and v at 0 [1]_, [2]_.

    .. [1] R. Price, "A useful theorem for nonlinear devices having Gaussian inputs", *IRE
       Transactions on Information Theory* 4 (1958), 69-72.
    .. [2] Y. Cho and L. K. Saul, "Kernel methods for deep learning", *NIPS* 22 (2009).

    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book.exact import dual_activation
    >>> dual_activation("step").values["normalized"]
    (pi - acos(rho))/(2*pi)
    >>> dual_activation("polynomial", [0, 0, 1]).answer
    a*b + 2*c**2
    """
    dual, facts = _chosen(activation, coefficients)
    a, c, b, rho = sympy.symbols("a c b rho")
    answer, slope = _closed(dual, Covariance(a, c, b))
    one = sympy.Integer(1)
    normalized, normalized_slope = _closed(dual, Covariance(one, rho, one))
    values = DualActivation(
        slope=slope,
        mean=dual.start(a),
        normalized=normalized,
        normalized_slope=normalized_slope,
        hermite=_series(normalized, rho),
    )
    return WorkedExample(
        dual_title(activation),
        answer,
        _checks(dual),
        partial(dual_steps, dual, facts),
        values._asdict(),
    )


def _chosen(activation: str, coefficients: PointLike) -> tuple[Dual, tuple[Told, ...]]:
    """Return the means and what leads to them."""
    if not isinstance(activation, str) or activation not in KNOWN:
        raise UnknownMethodError.from_choices("activation", show(activation), KNOWN)
    if activation != "polynomial":
        if coefficients is not None:
            raise InvalidNumberError(
                f"coefficients are expected for a polynomial only, but activation is "
                f"{activation}: leave them out."
            ).about("coefficients")
        dual = leaky_dual(sympy.Symbol("s")) if activation == "leaky relu" else DUALS[activation]
        return dual, derivation(activation)
    if coefficients is None:
        raise InvalidNumberError(
            "coefficients are expected for a polynomial, but received none: give them, the "
            "constant first."
        ).about("coefficients")
    read = read_point(coefficients, "coefficients")
    if len(read) > LARGEST + 1:
        raise InvalidNumberError(
            f"coefficients is expected to have at most {LARGEST + 1} entries, but has "
            f"{len(read)}: take a polynomial of a lower degree."
        ).about("coefficients")
    return polynomial_dual(read), polynomial_derivation(read)


def _closed(dual: Dual, k: Covariance) -> tuple[Expr, Expr]:
    """Write both means without names for the angle and the root."""
    t, r = dual.angle(k), dual.root(k)
    return dual.value(k, t, r), dual.slope(k, t, r)


def _series(normalized: Expr, rho: sympy.Symbol) -> tuple[Expr, ...]:
    """Return the first coefficients of the power series at 0."""
    found, derivative = [], normalized
    for n in range(TERMS):
        here = derivative.xreplace({rho: sympy.Integer(0)})
        found.append(sympy.expand(here / sympy.factorial(n)))
        derivative = derivative.diff(rho)
    return tuple(found)


def _checks(dual: Dual) -> tuple[Check, ...]:
    """Compare growth and start: together they determine the mean."""
    a, b = sympy.symbols("a b", positive=True)
    c, r = sympy.Symbol("c", real=True), sympy.Symbol("r", positive=True)
    pair = Paired(dual, Covariance(a, c, b), sympy.Symbol("theta"), r)
    growth = pair.growth() or (sympy.nan, sympy.nan)  # a letter r is not 0
    start = Covariance(a, sympy.Integer(0), b)
    found = dual.value(start, dual.angle(start), dual.root(start))
    expected = dual.start(a) * dual.start(b)
    same = any(
        sympy.simplify(gap) == 0 for gap in (found - expected, found**2 - expected**2)
    )  # none is negative where only their squares are compared
    name, side = STARTS["step" if dual.parity == "step" else "slope"]
    return (
        Check(
            prose("where c is 0, u and v are independent, and the mean is a product of two"),
            row(words("mean where c is 0"), "=", words("product of means")),
            expected if same else found,
            expected,
        ),
        Check(
            prose(f"the mean grows with c as fast as {name} is large"),
            row(words("growth with c"), "=", side),
            *growth,
        ),
    )
