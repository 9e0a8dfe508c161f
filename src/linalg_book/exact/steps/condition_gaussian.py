"""The sentences and formulas that lead from some entries of a Gaussian vector to the others."""

from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.conditioning import Conditioned
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import ConditionGaussian
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    formula,
    parentheses,
    row,
    square,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose

U, V, Y = vector("u"), vector("v"), vector("y")
TAU = sympy.Symbol("tau")


def condition_title(m: int, noise: sympy.Expr) -> Prose:
    """Say what is asked."""
    end = ", up to noise" if noise else ""
    verb = "is" if m == 1 else "are"
    return prose(f"The rest of a Gaussian vector of which {_first(m)} {verb} known{end}")


def _first(m: int) -> str:
    return "the first entry" if m == 1 else f"the first {m} entries"


def system_of(noise: Any) -> Formula:
    """Write K, or K + τ²I in parentheses."""
    return parentheses(row("K", "+", square(TAU), "I")) if noise else formula("K")


def condition_steps(
    y: DomainMatrix, found: Conditioned, values: ConditionGaussian
) -> tuple[Step, ...]:
    """Tell the derivation."""
    return (
        _split(found, values),
        _weigh(found, values),
        _expect(y, found, values),
        _measure(found, values),
    )


def _split(found: Conditioned, values: ConditionGaussian) -> Step:
    m, n = found.K.shape[0], found.prior.shape[0]
    between = to_sympy(found.between)
    blocks = [row("K", "=", values.known), row("L", "=", between), row("S", "=", values.prior)]
    if values.noise_variance:
        blocks.append(row(square(TAU), "=", values.noise_variance))
    return Step(
        prose("Cut the covariance {C} into blocks.", C="C"),
        prose(
            f"Call what is known, {_first(m)}, {{v}}, and what is not {{u}}, "
            f"{'the last one' if n == 1 else f'the {n} others'}. {{K}} has the covariances of "
            "{v} with itself, {L} those of {u} with {v}, {S} those of {u} with itself.",
            v=V, u=U, K="K", L="L", S="S",
        ),
        tuple(blocks),
        after=values.known,
    )  # fmt: skip


def _weigh(found: Conditioned, values: ConditionGaussian) -> Step:
    system, seen = system_of(found.noise), "the noisy {v}" if found.noise else "{v}"
    singular = not found.noise and values.rank < found.K.shape[0]
    more = (
        " {K} is singular, so there are several such {W}; they differ only in what {v} never "
        "shows, and make the same predictions."
        if singular else ""
    )  # fmt: skip
    return Step(
        prose("Look for weights {W} that leave nothing of {v} in {rest}.", W="W", v=V,
              rest=row(U, "−", "W", V)),
        prose(
            f"The covariance of what is left with {seen} is the difference of {{L}} and "
            f"{{product}}. If it is 0, what is left is independent of {seen}, because both are "
            f"parts of one Gaussian vector.{more}",
            v=V, L="L", product=row("W", system), K="K", W="W",
        ),
        (
            row("W", system, "=", "L"),
            row("W", "=", values.weights),
        ),
        before=to_sympy(found.between),
        after=values.weights,
    )  # fmt: skip


def _expect(y: DomainMatrix, found: Conditioned, values: ConditionGaussian) -> Step:
    known, mean = to_sympy(y), to_sympy(found.mean)
    return Step(
        prose("Put in what is known: {eq}.", eq=row(V, "=", Y) if not found.noise else
              row(V, "+", words("noise"), "=", Y)),
        prose(
            "What is left has the mean 0, and knowing {y} does not change that. So the mean of "
            "{u} is {Wy}.",
            y=Y, u=U, Wy=row("W", Y),
        ),
        (row("W", Y, "=", values.weights, known, "=", mean),),
        before=known,
        after=mean,
    )  # fmt: skip


def _measure(found: Conditioned, values: ConditionGaussian) -> Step:
    product = to_sympy(found.weights * found.between.transpose())
    certain = not any(values.variances)
    return Step(
        prose("Subtract from {S} what the weights explain.", S="S"),
        prose(
            "That is the covariance of what is left. {y} does not occur in it: how sure we are "
            "does not depend on what was found."
            + (" All variances are 0: nothing is left to chance." if certain else ""),
            y=Y,
        ),
        (row("S", "−", "W", transpose("L"), "=", values.prior, "−", product, "=",
             values.covariance),),
        before=values.prior,
        after=values.covariance,
    )  # fmt: skip
