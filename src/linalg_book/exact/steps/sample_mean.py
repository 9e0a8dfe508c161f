"""The sentences and formulas that lead to the mean of several draws."""

from typing import Any

import sympy

from linalg_book.exact.engine.sampling import Sampled
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import SampleMean
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    dot,
    fraction,
    norm,
    numbered,
    quotient,
    row,
    square,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

MU, DELTA = sympy.Symbol("mu"), sympy.Symbol("delta")
M, P = vector("m"), vector("p")
DIGITS = 4


def sample_mean_title(draws: int) -> Prose:
    """Say what is asked."""
    return prose(f"The mean of {counted(draws, 'draw')} from the rows of {{A}}", A="A")


def sample_mean_steps(found: Sampled, values: SampleMean) -> tuple[Step, ...]:
    """Tell the derivation."""
    return (_weigh(found, values), _spread(found, values), _divide(values), _bound(values),
            _count(found, values))  # fmt: skip


def _center(found: Sampled) -> Any:
    return MU if found.outcomes.shape[1] == 1 else M


def _weigh(found: Sampled, values: SampleMean) -> Step:
    mean, probabilities = to_sympy(found.mean), values.probabilities
    if found.outcomes.shape[1] == 1:
        shown = row(MU, "=", dot(probabilities, to_sympy(found.outcomes)), "=", mean[0, 0])
    else:
        shown = row(M, "=", transpose("A"), P, "=", mean)
    return Step(
        prose("Weigh the outcomes by their probabilities."),
        prose(
            "The rows of {A} are the outcomes of one draw. Their mean {m} is also the mean of the "
            "mean of any number of draws, because the mean of a sum is the sum of the means.",
            A="A",
            m=_center(found),
        ),
        (row(P, "=", probabilities), shown),
        after=mean,
    )


def _spread(found: Sampled, values: SampleMean) -> Step:
    one_number = found.outcomes.shape[1] == 1
    distance: Formula = norm(row(numbered("x", "i"), "−", M))
    if one_number:
        distance = row(sympy.Symbol("x_i"), "−", MU)
    squares = [
        sum(((x - c) ** 2 for x, c in zip(line, to_sympy(found.mean), strict=True)),
            sympy.Integer(0))
        for line in to_sympy(found.outcomes).tolist()
    ]  # fmt: skip
    terms = dot(values.probabilities, squares)
    return Step(
        prose("Weigh the squares of their distances from {m} in the same way.", m=_center(found)),
        prose(
            "That is the variance {v} of one draw: the mean of {square}.",
            v="v",
            square=square(distance),
        ),
        (row("v", "=", terms, "=", values.variance_of_one),),
        before=squares,
        after=values.variance_of_one,
    )


def _divide(values: SampleMean) -> Step:
    v, k = values.variance_of_one, values.draws
    return Step(
        prose("Divide by the number of draws."),
        prose(
            "Independent draws stray in unrelated directions: of the square of a sum only the "
            "squares of its terms are left, {kv}. The mean has a factor {one} before the sum, so "
            "{square} before its square.",
            kv=row("k", "v"),
            one=fraction(1, "k"),
            square=fraction(1, square("k")),
        ),
        (row(fraction("v", "k"), "=", *quotient(v, k, values.variance)),),
        before=v,
        after=values.variance,
    )


def _bound(values: SampleMean) -> Step:
    far = values.distance
    formula = row(
        words("probability"), "≤", fraction("v", row("k", square(DELTA))),
        "=", *quotient(values.variance, far**2, values.bound),
    )  # fmt: skip
    says = " That is no news: no probability is above 1." if values.bound > 1 else ""
    return Step(
        prose("Divide by the square of {d}: that bounds how often the mean is so far off.",
              d=row(DELTA, "=", far)),
        prose(
            "Every mean that is at least {d} away adds at least {square} times its probability to "
            f"the variance, so there is no room for more.{says}",
            d=DELTA,
            square=square(DELTA),
        ),
        (formula,),
        after=values.bound,
    )  # fmt: skip


def _count(found: Sampled, values: SampleMean) -> Step:
    return Step(
        prose("Count, and compare."),
        prose(
            f"The draws have {counted(len(found.law), 'mean', 'different means')}. The "
            "probabilities of those that are at least {d} away add up to no more than the bound.",
            d=DELTA,
        ),
        (row(words("probability"), "=", values.tail, *_decimals(values.tail), "≤", values.bound),),
        before=values.bound,
        after=values.tail,
    )


def _decimals(value: sympy.Rational) -> list[Any]:
    """Write a number that is not whole with a few digits, and say whether they are all."""
    if value.is_Integer:
        return []
    for digits in range(1, DIGITS + 1):
        near = sympy.N(value, digits)
        if sympy.Rational(str(near)) == value:
            return ["=", near]
    return ["≈", sympy.N(value, DIGITS)]
