"""The sentences that lead to the means of an activation; each step states integrals or identities.

``before`` and ``after`` of a step are the two sides of what it states, for SymPy to verify.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import sympy
from sympy import Integer

from linalg_book.exact.engine import activation_facts as facts
from linalg_book.exact.engine.dual_values import Covariance, Dual
from linalg_book.exact.engine.polynomial_dual import hermite, hermite_polynomial
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, formula, integral, parentheses, row, words
from linalg_book.writing.prose import Prose, prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from linalg_book.exact.engine.activation_facts import Fact

STARTS: dict[str, tuple[str, Formula]] = {
    "slope": ("the mean of the slopes", words("mean of the slopes")),
    "step": ("the density of u and v at 0", words("density at 0")),
}
NAMES = {
    "relu": "ReLU", "step": "the step", "leaky relu": "leaky ReLU", "abs": "the absolute value",
    "erf": "the error function", "gelu": "GELU", "sin": "the sine", "cos": "the cosine",
    "exp": "the exponential function", "identity": "the identity", "polynomial": "a polynomial",
}  # fmt: skip
SHOWN = 4
"""Hermite polynomials whose lengths are shown."""


class Told(NamedTuple):
    """A step: what is done, the reason, the facts, and formulas if SymPy would reorder them."""

    what: str
    why: str
    facts: Sequence[Fact]
    shown: tuple[Formula, ...] = ()


def dual_title(activation: str) -> Prose:
    """Say what is asked."""
    return prose(f"The means of {NAMES[activation]} and of its slope at two values")


def dual_steps(dual: Dual, told: Sequence[Told]) -> tuple[Step, ...]:
    """Write the steps, and both means at the end."""
    return *(_step(one) for one in told), _result(dual)


def _step(told: Told) -> Step:
    return Step(
        prose(told.what),
        prose(told.why),
        told.shown or tuple(row(*_side(left), "=", right) for left, right in told.facts),
        before=tuple(left for left, _ in told.facts),
        after=tuple(right for _, right in told.facts),
    )


def _side(left: sympy.Expr) -> list[Any]:
    return [integral(left) if isinstance(left, sympy.Integral) else formula(left)]


def _result(dual: Dual) -> Step:
    k = Covariance(*sympy.symbols("a c b"))
    t, r = sympy.symbols("theta r")
    shown = []
    if dual.rate:
        shown.append(row(t, "=", dual.angle(k)))
        if r in dual.value(k, t, r).free_symbols | dual.slope(k, t, r).free_symbols:
            shown.append(row(r, "=", dual.root(k)))
    value, slope = dual.value(k, t, r), dual.slope(k, t, r)
    return Step(
        prose("Read both means off."),
        prose("Here a is the mean of u², b that of v² and c that of uv."),
        (
            *shown,
            row(words("mean of values"), "=", value),
            row(words("mean of slopes"), "=", slope),
        ),
        after=value,
    )


SECTOR = Told(
    "See u and v as two shadows of one point.",
    "Divided by √a and √b, they are the coordinates of a point in the plane in two directions, "
    "at an angle θ whose cosine is c/√(ab). All directions of the point are equally likely, and "
    "both shadows are positive in a sector of the angle π − θ.",
    [facts.sector()],
)
POLAR = Told(
    "Integrate over the distance x of the point and over its direction ψ.",
    "The shadows are x cos ψ and x cos(ψ − θ), so the mean of their product in the sector is "
    "√(ab)/(2π) times both integrals.",
    facts.polar(),
)
BACK = Told(
    "Put c and r in place of the angle's cosine and sine.",
    "The product of both integrals is (sin θ + (π − θ) cos θ), times √(ab)/(2π).",
    [facts.back_from_angle()],
)
RELU = (SECTOR, POLAR, BACK)


def _bell(size: int, what: str) -> Told:
    return Told(
        f"Take the mean of {what}, first over v and then over u.",
        "Given u, the mean of v is cu/a and its variance is b − c²/a. What stands below the root "
        "in the end is the product that the last line writes without c/a.",
        facts.bell_facts(Integer(size)),
    )


def derivation(activation: str) -> tuple[Told, ...]:
    """Return what leads to the means of an activation."""
    return {
        "relu": RELU,
        "step": (
            SECTOR,
            Told(
                "Compare with independent values, and let the covariance grow from 0.",
                "One step is 1 half of the time, so independent ones have the mean ¼. From there "
                "the mean grows by the density of u and v at 0: the step rises only there.",
                [facts.mean_of_one_step(), facts.step_growth()],
            ),
        ),
        "abs": (
            *RELU,
            Told(
                "Add four means of ReLU, and compare sectors.",
                "The absolute value is ReLU of u and of −u together; −v in place of v puts π − θ "
                "in place of θ. Slopes have equal signs in two sectors, opposite ones in two.",
                facts.absolute_facts(),
            ),
        ),
        "leaky relu": (
            *RELU,
            Told(
                "See what u times ReLU of v is in the mean.",
                "ReLU of v less ReLU of −v is v, and so the difference of two means.",
                [facts.halves()],
            ),
            Told(
                "Multiply su + (1 − s) ReLU(u) out.",
                "That is leaky ReLU. Here m and k are the means of ReLU and of its slope.",
                facts.leaky_facts(),
            ),
        ),
        "identity": (
            Told(
                "Take the mean of u², and split v.",
                "The other value v is c/a times u and a part that is independent of u. Both slopes "
                "are 1.",
                facts.identity_facts(),
            ),
        ),
        "exp": (
            Told(
                "Take the mean of the exponential function of u + v.",
                "The sum u + v is normal with the variance p = a + 2c + b. The slope is the same "
                "function.",
                facts.exp_facts(),
            ),
        ),
        "sin": _wave(odd=True),
        "cos": _wave(odd=False),
        "erf": (
            _bell(2, "exp(−u² − v²)"),
            Told(
                "Let the covariance grow from 0.",
                "The slope of erf is 2 exp(−u²)/√π, so the mean of the slopes is 4/π times what "
                "was found. The mean of values is 0 for independent u and v, and grows with c as "
                "fast as the mean of the slopes is large.",
                [facts.erf_growth()],
            ),
        ),
        "gelu": _gelu(),
    }[activation]


def _wave(*, odd: bool) -> tuple[Told, ...]:
    return (
        Told(
            "Take the mean of a wave, and write a product of waves as a sum.",
            "Both u − v and u + v are normal with the variances p = a − 2c + b and p = a + 2c + b. "
            "In the last line both means are put in. The slopes are waves too, with the other sign "
            "before the second mean.",
            facts.wave_facts(odd=odd),
        ),
    )


def _gelu() -> tuple[Told, ...]:
    return (
        Told(
            "Read Φ(u) as the probability that independent noise is below u.",
            "So the mean of Φ(u)Φ(v) is that of two steps, at variances that are larger by 1: "
            "call it h.",
            [facts.gelu_share()],
        ),
        _bell(1, "exp(−(u² + v²)/2)"),
        Told(
            "Move factors u and v away.",
            "The integral says that u times a function of u has the mean a times that of its "
            "slope, and with v in it c times that of the slope in v more. With n, the slope of Φ, "
            "let q be the mean of n(u)n(v), which was found. Then the mean of u n(u) Φ(v) is "
            "cq/(1 + a), and that of n(u) v Φ(v) follows.",
            [facts.stein(), *facts.gelu_parts()],
        ),
        Told(
            "Put the parts together.",
            "The product u Φ(u) v Φ(v) has the mean a times that of n(u) v Φ(v), and c times those "
            "of Φ(u)Φ(v) and of Φ(u) v n(v).",
            [facts.gelu_value()],
        ),
        Told(
            "Do the same with the slope Φ(u) + u n(u).",
            "Of its four products one is new: u n(u) v n(v), the slopes of n. Its mean is how fast "
            "q grows with c.",
            [facts.gelu_slope()],
        ),
    )


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
