"""The steps that lead to the means of an activation; each states integrals or identities.

``before`` and ``after`` of a step are the two sides of what it states, for SymPy to verify.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import sympy

from linalg_book.exact.engine.dual_values import Covariance, Dual
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, formula, integral, row, words
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
