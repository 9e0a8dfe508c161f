"""The sentences and formulas that lead to a polynomial through points."""

from collections.abc import Sequence
from typing import Any

import sympy

from linalg_book.exact.engine.feature_interpolation import Weighted
from linalg_book.exact.engine.monomials import Exponents
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import FeatureInterpolation
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    fraction,
    inverse,
    row,
    square,
    transpose,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

ALPHA, B, V, W = vector("alpha"), vector("b"), vector("v"), vector("w")
SCALED = row("M", transpose("Phi"), ALPHA)


def coordinates(n: int) -> list[sympy.Symbol]:
    """Name the coordinates of a point: x, or x₁, x₂ and so on."""
    return [sympy.Symbol("x")] if n == 1 else [sympy.Symbol(f"x_{j}") for j in range(1, n + 1)]


def monomial(exponents: Exponents, names: Sequence[sympy.Symbol]) -> sympy.Expr:
    """Write a monomial."""
    return sympy.Mul(*(x**e for x, e in zip(names, exponents, strict=True)))


def feature_title(values: FeatureInterpolation, degree: int) -> Prose:
    """Say what is asked."""
    count = values.kernel_matrix.rows
    return prose(f"The polynomial of degree {degree} through {counted(count, 'point')} with the "
                 "shortest coefficients")  # fmt: skip


def feature_steps(
    found: Weighted, values: FeatureInterpolation, degree: int, constant: Any
) -> tuple[Step, ...]:
    """Tell the derivation; without a constant all weights are 1."""
    return (
        _map(values),
        _weigh(values, degree, constant),
        _search(found),
        _substitute(found, values, degree, constant),
        _solve(values),
        _combine(values, to_sympy(found.solution)),
    )


def _map(values: FeatureInterpolation) -> Step:
    k = values.features.cols
    rows = "Row i of {P} holds them at point i" if values.kernel_matrix.rows > 1 else (
        "The row of {P} holds them at the point")  # fmt: skip
    return Step(
        prose(f"Map each point to its {counted(k, 'feature')}."),
        prose(
            rows + ". The polynomial is not linear in the coordinates, but it is in its "
            "coefficients {w}, so it has the wanted values exactly if {eq}.",
            P="Phi",
            w=W,
            eq=row("Phi", W, "=", B),
        ),
        (row(words("features"), "=", values.features), row("Phi", "=", values.feature_matrix)),
        after=values.feature_matrix,
    )


def _weigh(values: FeatureInterpolation, degree: int, constant: Any) -> Step:
    length = row(fraction(square("w_1"), "mu_1"), "+", fraction(square("w_2"), "mu_2"), "+", "…")
    if constant is None:
        why = prose("Each feature counts the same, so this is the usual squared length of {w}.",
                    w=W)  # fmt: skip
    else:
        why = prose(
            "A feature with a large weight is cheap to use. These weights are the numbers that "
            "stand before the monomials when {power} with {s} is multiplied out, so the inner "
            "product of the features of {x} and {z} with these weights is {power} itself.",
            power=_power(degree), s=_product(constant), x=vector("x"), z=vector("z"),
        )  # fmt: skip
    return Step(
        prose("Measure the coefficients by {length} with these weights.", length=length),
        why,
        (row("mu", "=", values.weights),),
        before=None,
        after=values.weights,
    )


def _power(degree: int) -> sympy.Expr:
    return sympy.Symbol("s") ** degree


def _product(constant: sympy.Rational) -> Formula:
    """Write what is raised to the power."""
    return row("s", "=", vector("x"), "·", vector("z"), *(["+", constant] if constant else []))


def _search(found: Weighted) -> Step:
    alone = " Here no {v} but {nothing} does that, so there is just one solution."
    if found.null_space.shape[0]:
        alone = ""
    return Step(
        prose("Look for the coefficients in the form {w}.", w=row(W, "=", SCALED)),
        prose(
            "Here {M} has the weights on its diagonal. Any other solution differs by some {v} with "
            "{zero}. Divided by the weights, {form} is a combination of the rows of {P}, so {v} "
            "is perpendicular to it and only adds length." + alone,
            M="M", v=V, nothing=vector("0"), zero=row("Phi", V, "=", vector("0")), form=SCALED,
            P="Phi",
        ),
    )  # fmt: skip


def _substitute(found: Weighted, values: FeatureInterpolation, degree: int, constant: Any) -> Step:
    why = "One equation and one unknown for each point, however many features there are."
    if values.kernel_matrix.rows == 1:
        why = "One equation with one unknown, however many features there are."
    said = prose(why)
    if constant is not None:
        said = prose(why + " Each entry of {K} is {power} with {s} for two of the points.",
                     K="K", power=_power(degree), s=_product(constant))  # fmt: skip
    return Step(
        prose("Put this into the system: {eq}, where {K}.",
              eq=row("K", ALPHA, "=", B), K=row("K", "=", "Phi", "M", transpose("Phi"))),
        said,
        (row(values.kernel_matrix, ALPHA, "=", to_sympy(found.targets)),),
        before=values.feature_matrix,
        after=values.kernel_matrix,
    )  # fmt: skip


def _solve(values: FeatureInterpolation) -> Step:
    independent = values.rank == values.kernel_matrix.rows
    if independent:
        why = prose("The rows of {P} are independent, so {K} is invertible.", P="Phi", K="K")
    else:
        why = prose(
            "Some rows of {P} are combinations of others, so {a} is not unique; such a row gets 0. "
            "The coefficients {w} are the same for every choice.",
            P="Phi", a=ALPHA, w=W,
        )  # fmt: skip
    return Step(
        prose("Solve for {a}.", a=ALPHA),
        why,
        (row(ALPHA, "=", values.multipliers),),
        before=values.kernel_matrix,
        after=values.multipliers,
    )


def _combine(values: FeatureInterpolation, answer: sympy.ImmutableMatrix) -> Step:
    size = row(transpose(W), inverse("M"), W, "=", transpose(ALPHA), B)
    return Step(
        prose("Combine the features."),
        prose("It has the wanted values, and no other polynomial with these features that has "
              "them has shorter coefficients."),
        (
            row(W, "=", SCALED, "=", answer),
            row("f", "=", values.polynomial),
            row(size, "=", values.length_squared),
        ),
        before=values.multipliers,
        after=answer,
    )  # fmt: skip
