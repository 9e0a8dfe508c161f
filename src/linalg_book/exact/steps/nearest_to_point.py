"""The sentences and formulas that lead to the solution nearest to a given point."""

from dataclasses import dataclass
from typing import Any

import sympy

from linalg_book.exact.reading.conversion import domain_column, to_sympy
from linalg_book.exact.reading.symbols import free_letter
from linalg_book.exact.reading.systems import ExactSystem
from linalg_book.exact.steps.closest_point import WRITTEN_OUT, kind, unknown_vector
from linalg_book.exact.steps.normal_equations import length, sign_note
from linalg_book.exact.steps.records import AlongNormal, NearestPoint
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    dot,
    factor,
    fraction,
    linear,
    norm,
    numbered,
    parentheses,
    quotient,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose

ALPHA, B, D, S, X = (vector(name) for name in ("alpha", "b", "d", "s", "x"))
A, P0 = vector("a"), numbered("p", 0)


def nearest_title(system: ExactSystem) -> Prose:
    """Say what is asked."""
    m, n = system.shape
    if m > 1:
        return prose(f"The point nearest to {{p}} that satisfies {m} equations", p=P0)
    if n > WRITTEN_OUT:
        return prose(f"The point of a hyperplane in {n} dimensions nearest to {{p}}", p=P0)
    equation = row(*linear(to_sympy(system.A), system.names).parts, "=", to_sympy(system.b)[0])
    if n == 1:
        return prose("The solution of {eq}, seen from {p}", eq=equation, p=P0)
    return prose(f"The point of the {kind(n)} {{eq}} nearest to {{p}}", eq=equation, p=P0)


@dataclass(frozen=True)
class Letters:
    """Names of numbers, none of which is a symbol of the problem."""

    multiplier: str
    missing: str
    right: str

    @classmethod
    def free(cls, *entries: Any) -> "Letters":
        """Choose them."""
        return cls(*(free_letter(choice, *entries) for choice in ("ctkuv", "sqgw", "bhfr")))


def nearest_steps(
    system: ExactSystem,
    answer: sympy.ImmutableMatrix,
    values: NearestPoint,
    along: AlongNormal | None,
) -> tuple[Step, ...]:
    """Tell the derivation; a point that is a solution needs only the first step."""
    missing = to_sympy(system.b - system.A * domain_column(values.origin))
    letters = Letters.free(*system.right, *values.origin, *system.names)
    first = _put_in(system, values.origin, missing, letters)
    if not any(missing):
        return first, _stay(answer)
    if along:
        shift = _along_normal(along, values.shift, missing[0], letters)
    else:
        shift = _by_rows(system, values, missing)
    return first, _move(system, letters), *shift, _add(answer, values), _measure(values)


def _one(system: ExactSystem) -> bool:
    return system.shape[0] == 1


def _product(system: ExactSystem, point: Formula) -> Formula:
    """Write a·x for one equation and A x for several."""
    return row(A, "·", point) if _one(system) else row("A", point)


def _put_in(
    system: ExactSystem,
    point: sympy.ImmutableMatrix,
    missing: sympy.ImmutableMatrix,
    letters: Letters,
) -> Step:
    one = _one(system)
    reached = to_sympy(system.A * domain_column(point))
    right = to_sympy(system.b)
    s, b = (letters.missing, letters.right) if one else (S, B)
    what = row(s, "=", b, "−", _product(system, P0))
    numbers: list[Any] = [right, "−", reached, "=", missing]
    if one:
        products = dot(to_sympy(system.A), point)
        short = any(point) and system.shape[1] <= WRITTEN_OUT
        seen = parentheses(products if short else reached[0])
        numbers = [right[0], "−", seen, "=", missing[0]]
    named = [*unknown_vector(system.names), row(P0, "=", point)]
    named += [row(A, "=", to_sympy(system.A.transpose()))] if one else []
    return Step(
        prose(
            f"Put {{p}} into the {'equation' if one else 'equations'} and see what is missing: "
            "{s}.",
            p=P0,
            s=what,
        ),
        prose("If nothing were missing, {p} itself would be the nearest point.", p=P0),
        (*named, row(s, "=", *numbers)),
        before=point,
        after=missing,
    )


def _stay(answer: sympy.ImmutableMatrix) -> Step:
    return Step(
        prose("Stay where you are: {x}.", x=row(X, "=", P0)),
        prose("Nothing is missing, so {p} is a solution, and no point is nearer to it.", p=P0),
        (row(X, "=", answer),),
        after=answer,
    )


def _move(system: ExactSystem, letters: Letters) -> Step:
    missing = letters.missing if _one(system) else S
    return Step(
        prose("Move the origin to {p}: write {x}.", p=P0, x=row(X, "=", P0, "+", D)),
        prose(
            "Then the distance is the length of {d}, and {d} has to make up for what is missing. "
            "This is the problem of the shortest solution, with another right-hand side.",
            d=D,
        ),
        (row(_product(system, D), "=", missing),),
    )


def _along_normal(
    along: AlongNormal, shift: sympy.ImmutableMatrix, missing: sympy.Expr, letters: Letters
) -> list[Step]:
    multiplier, normal = along
    total = (normal.T * normal)[0, 0]
    c, s = letters.multiplier, letters.missing
    return [
        Step(
            prose("Go along the normal: {d}.", d=row(D, "=", c, A)),
            prose(
                "The shortest way is perpendicular to the directions along the solution set; "
                "{eq} determines {c}.",
                eq=row(c, square(norm(A)), "=", s),
                c=c,
            ),
            (
                row(c, "=", fraction(s, square(norm(A))), "=",
                    *quotient(missing, total, multiplier)),
                row(D, "=", factor(multiplier), normal, "=", shift),
            ),
            before=normal,
            after=shift,
        )
    ]  # fmt: skip


def _by_rows(
    system: ExactSystem, values: NearestPoint, missing: sympy.ImmutableMatrix
) -> list[Step]:
    gram, multipliers = to_sympy(system.A * system.A.transpose()), values.multipliers
    freedom = values.multipliers_freedom.cols
    also = (
        " The rows are dependent, so {a} is not unique, but {d} is: 0 is taken for each "
        "dependent row."
        if freedom
        else ""
    )
    return [
        Step(
            prose(
                "Look for {d} in the row space: {eq}.", d=D, eq=row(D, "=", transpose("A"), ALPHA)
            ),
            prose(
                "A part in the null space would add length and change nothing in {Ad}." + also,
                Ad=row("A", D),
                a=ALPHA,
                d=D,
            ),
            (
                row("A", transpose("A"), ALPHA, "=", S),
                row(gram, ALPHA, "=", missing),
                row(ALPHA, "=", multipliers),
                row(D, "=", to_sympy(system.A.transpose()), multipliers, "=", values.shift),
            ),
            before=gram,
            after=values.shift,
        )
    ]


def _add(answer: sympy.ImmutableMatrix, values: NearestPoint) -> Step:
    return Step(
        prose("Go this way from {p}: {x}.", p=P0, x=row(X, "=", P0, "+", D)),
        prose("Adding {p} undoes the move of the origin.", p=P0),
        (row(X, "=", values.origin, "+", values.shift, "=", answer),),
        before=values.origin,
        after=answer,
    )


def _measure(values: NearestPoint) -> Step:
    return Step(
        prose("Measure the distance from {p}.", p=P0),
        prose("It is the length of {d}.{note}", d=D, note=sign_note(values.distance)),
        (length(D, values.distance_squared),),
        after=values.distance,
    )
