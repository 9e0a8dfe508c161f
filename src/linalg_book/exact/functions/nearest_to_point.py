"""The solution nearest to a given point: the least-norm problem of the way that is left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import ShapeError
from linalg_book.exact.engine.minimizer import squared_length
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.engine.right_sides import entries_in, same_domain
from linalg_book.exact.engine.roots import square_root, squared
from linalg_book.exact.functions.least_norm import solve_least_norm
from linalg_book.exact.reading.conversion import domain_column, to_sympy
from linalg_book.exact.reading.systems import ExactSystem, entries_of, right_sides
from linalg_book.exact.steps.checks import perpendicular_to
from linalg_book.exact.steps.nearest_to_point import nearest_steps, nearest_title
from linalg_book.exact.steps.records import AlongNormal, LeastNorm, NearestPoint
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import (
    norm,
    numbered,
    parentheses,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import counted, show

X, P0 = vector("x"), numbered("p", 0)


@dataclass(frozen=True)
class Way:
    """From the point p₀ the shortest way d to the solution x = p₀ + d."""

    system: ExactSystem
    point: DomainMatrix
    step: DomainMatrix

    @property
    def answer(self) -> DomainMatrix:
        """Return x."""
        return self.point + self.step


def read_point(point: Any, names: Sequence[sympy.Symbol], name: str = "origin") -> DomainMatrix:
    """Read a point with one coordinate for each of the unknowns."""
    n = len(names)
    entries = entries_of(point, name)
    if entries is None:
        raise ShapeError(
            f"{name} is expected to be a list of {counted(n, 'number')}, one for each unknown, "
            f"but is {show(point)}: give a list."
        ).about(name)
    if len(entries) != n:
        raise ShapeError(
            f"{name} has {counted(len(entries), 'entry', 'entries')}, but there "
            f"{'is' if n == 1 else 'are'} {counted(n, 'unknown')}: give one coordinate for each."
        ).about(name)
    return domain_column(right_sides(entries, name, names))


def nearest_to_point(system: ExactSystem, point: DomainMatrix) -> WorkedExample:
    """Solve A d = b − A p₀ for the shortest d, and add it to p₀."""
    missing = system.b - system.A * point
    shortest = solve_least_norm(replace(system, right=entries_in(missing)), prose("")).values
    step = system.A.transpose() * same_domain(shortest["multipliers"], missing)
    way = Way(system, point, step)
    values, along = _record(way, LeastNorm(**shortest)), None
    if system.shape[0] == 1:
        along = AlongNormal(values.multipliers[0], to_sympy(system.A.transpose()))
    answer = to_sympy(way.answer)
    return WorkedExample(
        nearest_title(system),
        answer,
        _checks(way, values),
        partial(nearest_steps, system, answer, values, along),
        values._asdict() | (along._asdict() if along else {}),
    )


def _record(way: Way, shortest: LeastNorm) -> NearestPoint:
    """Collect the by-products."""
    distance_squared = squared_length(way.step)
    return NearestPoint(
        multipliers=shortest.multipliers,
        multipliers_freedom=shortest.multipliers_freedom,
        rank=shortest.rank,
        independent_rows=shortest.independent_rows,
        null_space=shortest.null_space,
        origin=to_sympy(way.point),
        shift=to_sympy(way.step),
        distance=square_root(distance_squared),
        distance_squared=distance_squared,
    )


def _checks(way: Way, values: NearestPoint) -> tuple[Check, ...]:
    x = way.answer
    moved = x - way.point
    solves = Check(
        prose("{x} solves the system", x=X),
        row("A", X, "=", vector("b")),
        to_sympy(way.system.A * x),
        to_sympy(way.system.b),
    )
    length = Check(
        prose("the way from {p} to {x} is as long as the distance", p=P0, x=X),
        row(square(norm(row(X, "−", P0))), "=", square(values.distance)),
        squared_length(moved),
        squared(values.distance),
    )
    if not values.null_space.cols:
        return solves, length
    perpendicular = perpendicular_to(
        null_space_rows(way.system.A),
        moved,
        prose(
            "the way from {p} to {x} is perpendicular to the columns of {N}, a basis of the "
            "null space",
            p=P0,
            x=X,
            N="N",
        ),
        (transpose("N"), parentheses(row(X, "−", P0))),
    )
    return solves, perpendicular, length
