"""The sentences and formulas that lead to the best approximation of lower rank."""

from collections.abc import Sequence
from typing import Any

import sympy

from linalg_book.exact.engine.singular import Singular
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import LowRank
from linalg_book.exact.steps.spectrum import DIGITS, readable
from linalg_book.exact.steps.svd import gram_steps, singular_values_step
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    norm,
    numbered,
    parentheses,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose

V = vector("v")
SHOWN_TERMS = 3


def low_rank_title(kept: int) -> Prose:
    """Say what is asked."""
    return prose(f"The matrix of rank at most {kept} that is nearest to {{A}}", A="A")


def low_rank_steps(
    found: Singular, answer: sympy.ImmutableMatrix, values: LowRank, kept: int
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    if kept >= found.rank:
        return (_nothing_to_do(found, kept),)
    steps = [*gram_steps(found), singular_values_step(found)]
    if kept == 0:
        return (*steps, _zero(found, values))
    return (*steps, _expand(found), _truncate(answer, kept, values), _measure(found, values, kept))


def _nothing_to_do(found: Singular, kept: int) -> Step:
    return Step(
        prose("Take {A} itself.", A="A"),
        prose(f"Its rank is {found.rank}, and rank {kept} is allowed."),
        (row("A", "=", to_sympy(found.A)),) if 0 not in found.A.shape else (),
        after=to_sympy(found.A),
    )


def _zero(found: Singular, values: LowRank) -> Step:
    return Step(
        prose("Take the zero matrix."),
        prose("It is the only matrix of rank 0. Its distance from {A} is the norm of {A}.", A="A"),
        (row(norm("A"), "=", sympy.Symbol("sigma_1"), *_shown(found, values.error)),),
    )


def _expand(found: Singular) -> Step:
    listed = range(1, min(found.rank, SHOWN_TERMS) + 1)
    terms = [
        [sympy.Symbol(f"sigma_{i}"), numbered("u", i), transpose(numbered("v", i))] for i in listed
    ]
    images = [
        [parentheses(row("A", numbered("v", i))), transpose(numbered("v", i))] for i in listed
    ]
    rest = [["…"]] if found.rank > SHOWN_TERMS else []
    return Step(
        prose("Write {A} as a sum of matrices of rank 1.", A="A"),
        prose(
            "That is the singular value decomposition {eq}, column by column. With {u} each term "
            "is {t}, where the square roots in {v} meet and cancel.",
            eq=row("A", "=", "U", "Sigma", transpose("V")),
            u=row("sigma", vector("u"), "=", "A", V),
            t=row(parentheses(row("A", V)), transpose(V)),
            v=V,
        ),
        (row("A", "=", *_sum([*terms, *rest]), "=", *_sum([*images, *rest])),),
    )


def _truncate(answer: sympy.ImmutableMatrix, kept: int, values: LowRank) -> Step:
    tie = (
        ""
        if values.unique
        else " The next singular value is just as large, so other choices are as near: "
        "this is one of several best matrices."
    )
    readable_answer = not answer.atoms(sympy.CRootOf)
    return Step(
        prose(f"Keep {'the first term' if kept == 1 else f'the first {kept} terms'}."),
        prose(
            "By the theorem of Eckart and Young no matrix of rank at most {k} is nearer to {A}, "
            "in the spectral norm and in the Frobenius norm." + tie,
            k=kept,
            A="A",
        ),
        (row(sympy.Symbol(f"A_{kept}"), "=", answer),) if readable_answer else (),
        after=answer,
    )


def _measure(found: Singular, values: LowRank, kept: int) -> Step:
    count = found.rank - kept
    left = "term" if count == 1 else f"{count} terms"
    difference = norm(row("A", "−", sympy.Symbol(f"A_{kept}")))
    first = sympy.Symbol(f"sigma_{kept + 1}")
    return Step(
        prose("Measure the distance."),
        prose(
            f"The difference consists of the {left} left out. It stretches no unit vector by more "
            "than {first}, and its squared entries add up to {s}.",
            first=first,
            s=left_out(found.rank, kept),
        ),
        (row(difference, "=", first, *_shown(found, values.error)),),
        after=values.error,
    )


def left_out(rank: int, kept: int) -> Formula:
    """Write the sum of the squares of the singular values that are left out."""
    names: list[list[Any]] = [
        [square(sympy.Symbol(f"sigma_{i}"))] for i in range(kept + 1, rank + 1)
    ]
    if len(names) > SHOWN_TERMS:
        names = [names[0], ["…"], names[-1]]
    return row(*_sum(names)) if names else row(0)


def _shown(found: Singular, value: sympy.Expr) -> list[Any]:
    """Write a number after its sign, exactly where that is short."""
    if value.is_Rational:
        return ["=", value]
    exact = ["=", value] if readable(found.spectrum) else []
    return [*exact, "≈", sympy.N(value, DIGITS)]


def _sum(terms: Sequence[Sequence[Any]]) -> list[Any]:
    """Join terms by plus signs."""
    return [part for i, term in enumerate(terms) for part in (*(["+"] if i else []), *term)]
