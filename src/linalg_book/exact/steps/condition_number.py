"""The sentences and formulas that lead to a condition number."""

import sympy

from linalg_book.exact.engine.singular import Singular
from linalg_book.exact.steps.records import ConditionNumber
from linalg_book.exact.steps.spectrum import DIGITS, readable
from linalg_book.exact.steps.svd import gram_steps, singular_values_step
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, fraction, row
from linalg_book.writing.prose import Prose, prose


def condition_title() -> Prose:
    """Say what is asked."""
    return prose("The condition number of {A}", A="A")


def condition_number_steps(
    found: Singular, answer: sympy.Expr, values: ConditionNumber
) -> tuple[Step, ...]:
    """Tell the derivation."""
    if not found.rank:
        return (
            Step(
                prose("Notice that {A} is the zero matrix.", A="A"),
                prose("All its singular values are 0, so its condition number is infinite."),
                after=answer,
            ),
        )
    steps = [*gram_steps(found), singular_values_step(found)]
    effective: sympy.Expr = values.effective
    quotient = fraction(sympy.Symbol("sigma_1"), sympy.Symbol(f"sigma_{found.rank}"))
    exact = ["=", effective] if readable(found.spectrum) or effective.is_Rational else []
    decimals = [] if effective.is_Rational else ["≈", sympy.N(effective, DIGITS)]
    formula = row(quotient, *exact, *decimals)
    return (*steps, _divide(answer, formula) if answer != sympy.oo else _infinite(found, formula))


def _divide(answer: sympy.Expr, formula: Formula) -> Step:
    return Step(
        prose("Divide the largest singular value by the smallest."),
        prose(
            "A unit vector is stretched to at most the largest and at least the smallest "
            "of them: errors of the right-hand side, relative to its length, can grow by "
            "this factor in the solution, and by no more."
        ),
        (formula,),
        after=answer,
    )


def _infinite(found: Singular, formula: Formula) -> Step:
    return Step(
        prose("Notice that the smallest singular value is 0: the condition number is infinite."),
        prose(
            "A sends some unit vector to zero, so what lies along it can't be recovered. "
            "On the row space alone the smallest stretch is {s}, which gives the effective "
            "condition number.",
            s=sympy.Symbol(f"sigma_{found.rank}"),
        ),
        (formula,),
        after=sympy.oo,
    )
