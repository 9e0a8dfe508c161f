"""The sentences and formulas that lead to the nearest point of one line, plane or hyperplane."""

from collections.abc import Sequence
from typing import Any

import sympy

from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.symbols import free_letter
from linalg_book.exact.reading.systems import ExactSystem
from linalg_book.exact.steps.records import ClosestPoint
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    absolute,
    factor,
    fraction,
    linear,
    norm,
    parentheses,
    quotient,
    root,
    row,
    square,
    unknowns,
    vector,
)
from linalg_book.writing.prose import Prose, joined, prose

X, A = vector("x"), vector("a")
WRITTEN_OUT = 6
"""Equations with more unknowns are not written out in sentences."""


def kind(n: int) -> str:
    """Name the solution set of one equation in n unknowns."""
    return {1: "point", 2: "line", 3: "plane"}.get(n, "hyperplane")


def unknown_vector(names: Sequence[sympy.Symbol]) -> tuple[Formula, ...]:
    """Tell the order of the unknowns in x where a text named them; x, y, z need no telling."""
    usual = list(names) == unknowns(len(names))
    return () if usual else (row(X, "=", sympy.ImmutableMatrix(names)),)


def equation_title(
    normal: sympy.ImmutableMatrix, right: sympy.Expr, names: Sequence[sympy.Symbol]
) -> Prose:
    """Say what is asked."""
    n = len(normal)
    if n > WRITTEN_OUT:
        return prose(f"The point of a hyperplane in {n} dimensions nearest to the origin")
    equation = row(*linear(normal, names).parts, "=", right)
    if n == 1:
        return prose("The solution of {eq}", eq=equation)
    return prose(f"The point of the {kind(n)} {{eq}} nearest to the origin", eq=equation)


def closest_point_steps(
    system: ExactSystem, answer: sympy.ImmutableMatrix, values: ClosestPoint
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    normal, right, names = values.normal, to_sympy(system.b)[0], system.names
    if len(normal) == 1:
        return (_divide(normal[0], right, answer, names[0]),)
    first = _read_normal(normal, right, names)
    if not right:
        return first, _origin(normal, answer)
    letter = free_letter("ctkuv", right, *names)
    return (
        first,
        _search(normal, letter),
        _solve(normal, right, values.multiplier, letter),
        _multiply(normal, answer, values.multiplier, letter),
        _measure(normal, right, values.distance, letter, names),
    )


def _divide(
    coefficient: sympy.Rational,
    right: sympy.Expr,
    answer: sympy.ImmutableMatrix,
    name: sympy.Symbol,
) -> Step:
    return Step(
        prose("Divide the equation by {a}.", a=coefficient),
        prose(
            "The coefficient is not zero, so there is exactly one solution, "
            "and it is the nearest one to the origin."
        ),
        (row(name, "=", *quotient(right, coefficient, answer[0])),),
        after=answer,
    )


def _read_normal(
    normal: sympy.ImmutableMatrix, right: sympy.Expr, names: Sequence[sympy.Symbol]
) -> Step:
    n = len(normal)
    noun, d = kind(n), vector("d")
    product = row(A, "·", X)
    return Step(
        prose("Collect the coefficients in a vector: {eq}.", eq=row(product, "=", right)),
        prose(
            f"A direction {{d}} along the {noun} does not change {{ax}}, so {{zero}}: "
            f"{{a}} is perpendicular to the {noun}, its normal vector.{{more}}",
            d=d, ax=product, a=A, zero=row(A, "·", d, "=", 0), more=_missing(normal, names),
        ),
        (
            row(*linear(normal, names).parts, "=", right),
            *unknown_vector(names),
            row(A, "=", normal),
        ),
        after=normal,
    )  # fmt: skip


def _missing(normal: sympy.ImmutableMatrix, names: Sequence[sympy.Symbol]) -> Prose:
    """Say what a zero coefficient means."""
    absent = [name for name, entry in zip(names, normal, strict=True) if not entry]
    if not absent:
        return prose("")
    if len(absent) == 1:
        return prose(
            " The coefficient of {x} is zero, so the equation leaves {x} free, "
            "and the nearest point has {zero}.",
            x=absent[0], zero=row(absent[0], "=", 0),
        )  # fmt: skip
    return prose(
        " The coefficients of {names} are zero: the equation leaves these unknowns free, and they "
        "are 0 at the nearest point.",
        names=joined([prose("{x}", x=name) for name in absent]),
    )


def _origin(normal: sympy.ImmutableMatrix, answer: sympy.ImmutableMatrix) -> Step:
    return Step(
        prose("Take the origin itself, {x}.", x=row(X, "=", vector("0"))),
        prose(
            f"The right-hand side is 0, so the {kind(len(normal))} contains the origin, "
            "and no point is nearer to the origin than the origin."
        ),
        (row(X, "=", answer),),
        after=answer,
    )


def _search(normal: sympy.ImmutableMatrix, letter: str) -> Step:
    noun, c = kind(len(normal)), sympy.Symbol(letter)
    along = row(letter, A)
    scaled = sympy.ImmutableMatrix([c * entry for entry in normal])
    return Step(
        prose(
            "Look for the nearest point on the normal through the origin: {x}.",
            x=row(X, "=", along),
        ),
        prose(
            f"Any other point of the {noun} is that point plus a step along the {noun}. "
            "The step is perpendicular to {a}, so by Pythagoras it only adds length.",
            a=A,
        ),
        (row(X, "=", along, "=", letter, normal, "=", scaled),),
        before=normal,
        after=scaled,
    )


def _solve(
    normal: sympy.ImmutableMatrix, right: sympy.Expr, multiplier: sympy.Expr, letter: str
) -> Step:
    total = sum(entry**2 for entry in normal)
    squared = row(letter, square(norm(A)))
    opposite = " It is negative: seen from the origin, the point lies opposite to {a}."
    return Step(
        prose("Put {x} into the equation and solve for {t}.", x=row(X, "=", letter, A), t=letter),
        prose(
            "One unknown is left, and {s} is not zero, so {t} is determined."
            + (opposite if multiplier.is_negative else ""),
            s=square(norm(A)),
            t=letter,
            a=A,
        ),
        (
            row(squared, "=", *_long_form(normal, letter), total, letter, "=", right),
            row(letter, "=", *quotient(right, total, multiplier)),
        ),
        after=multiplier,
    )


def _multiply(
    normal: sympy.ImmutableMatrix,
    answer: sympy.ImmutableMatrix,
    multiplier: sympy.Expr,
    letter: str,
) -> Step:
    return Step(
        prose("Multiply the normal vector by {t}.", t=letter),
        prose(
            "This is the only point that the normal through the origin shares "
            f"with the {kind(len(normal))}."
        ),
        (row(X, "=", factor(multiplier), normal, "=", answer),),
        before=normal,
        after=answer,
    )


def _measure(
    normal: sympy.ImmutableMatrix,
    right: sympy.Expr,
    distance: sympy.Expr,
    c: str,
    names: Sequence[sympy.Symbol],
) -> Step:
    total = sum(entry**2 for entry in normal)
    b = right if right.is_Symbol else free_letter("bhgf", right, sympy.Symbol(c), *names)
    symbolic = fraction(absolute(b), norm(A))
    named = prose(", with {b}", b=row(b, "=", right)) if b != right else prose("")
    return Step(
        prose("Measure its distance from the origin{named}.", named=named),
        prose(
            "The length of {x} is {t}, and {q}: one factor {a} cancels.",
            x=row(c, A),
            t=row(absolute(c), norm(A)),
            q=row(c, "=", fraction(b, square(norm(A)))),
            a=norm(A),
        ),
        (row(norm(X), "=", symbolic, "=", fraction(abs(right), root(total)), "=", distance),),
        after=distance,
    )


def _long_form(normal: sympy.ImmutableMatrix, letter: str) -> list[Any]:
    """Write c (3² + 4²) and a sign, if that is short and says more than the sum."""
    entries = [entry for entry in normal if entry]
    if not 1 < len(entries) <= WRITTEN_OUT:
        return []
    squares: list[Any] = [square(entries[0])]
    for entry in entries[1:]:
        squares += ["+", square(entry)]
    return [letter, parentheses(row(*squares)), "="]
