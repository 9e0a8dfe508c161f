"""The sentences and formulas of the Gram-Schmidt process."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.orthogonal import Factors, Orthogonal
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.normal_equations import length
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    fraction,
    norm,
    numbered,
    row,
    square,
    transpose,
    vector,
)
from linalg_book.writing.prose import Prose, prose

WRITTEN_OUT = 3
"""Of more shares only the first are calculated in formulas of their own."""


def gram_schmidt_steps(
    A: DomainMatrix, found: Orthogonal, given: Factors, *, normalized: bool
) -> tuple[Step, ...]:
    """Treat the columns one after the other."""
    steps = orthogonal_steps(A, found)
    if normalized and found.kept:
        steps.append(_normalize(found, given))
    return tuple(steps)


def orthogonal_steps(A: DomainMatrix, found: Orthogonal) -> list[Step]:
    """Say for each column what is taken from it and what remains."""
    matrix, Q, R = to_sympy(A), to_sympy(found.Q), to_sympy(found.R)
    if not matrix.cols:
        return [
            Step(
                prose("There is no column to work on."),
                prose("{A} has no columns, and nor has {Q}.", A="A", Q="Q"),
                (row("Q", "=", Q),),
                after=Q,
            )
        ]
    steps = [_weigh(found.weights)] if found.weights else []
    for j in range(matrix.cols):
        earlier = sum(1 for pivot in found.kept if pivot < j)
        shares = tuple((k, R[k, j]) for k in range(earlier) if R[k, j])
        rest = Q.col(earlier) if j in found.kept else None
        weighted = bool(found.weights)
        steps.append(_step(_Column(j + 1, matrix.col(j), earlier, shares, Q, rest, weighted)))
    return steps


def _weigh(weights: Sequence[Any]) -> Step:
    """Say what perpendicular means for weighted rows."""
    W = sympy.ImmutableMatrix(sympy.diag(*map(QQ.to_sympy, weights)))
    q, p = vector("q"), vector("p")
    return Step(
        prose("Put the weights of the rows into a diagonal matrix {W}.", W="W"),
        prose(
            "A product of two columns now counts each row as often as its weight says: {q} and "
            "{p} are perpendicular if {eq}. Multiplying each row by the root of its weight would "
            "do the same, with roots.",
            q=q,
            p=p,
            eq=row(transpose(q), "W", p, "=", 0),
        ),
        (row("W", "=", W),),
        after=W,
    )


@dataclass(frozen=True)
class _Column:
    """A column of A, its shares along earlier columns of Q, and what remains of it."""

    number: int
    a: sympy.ImmutableMatrix
    earlier: int
    shares: tuple[tuple[int, sympy.Rational], ...]
    Q: sympy.ImmutableMatrix
    rest: sympy.ImmutableMatrix | None
    weighted: bool = False

    @property
    def name(self) -> Formula:
        return numbered("a", self.number)

    @property
    def new(self) -> Formula:
        return numbered("q", self.earlier + 1)

    @property
    def directions(self) -> Formula:
        """List the names of the columns of Q that it has a part along."""
        names = [numbered("q", k + 1) for k, _ in self.shares]
        return row(names[0], *(part for name in names[1:] for part in (",", name)))

    def share(self, k: int) -> Formula:
        """Write which multiple of column k of Q is taken away."""
        q = numbered("q", k)
        if self.weighted:
            return fraction(row(transpose(q), "W", self.name), row(transpose(q), "W", q))
        return fraction(row(q, "·", self.name), square(norm(q)))


def _step(given: _Column) -> Step:
    if given.rest is None:
        what, why = _dropped(given)
    elif not given.shares:
        what = prose("Keep column {j}: {eq}.", j=given.number, eq=row(given.new, "=", given.name))
        why = prose(
            "It is perpendicular to every column found so far, so there is nothing to take away."
            if given.earlier
            else "It is the first column that is not zero: it sets the first direction."
        )
    else:
        what, why = _shortened(given)
    after = given.a * 0 if given.rest is None else given.rest
    return Step(what, why, _formulas(given, after), before=given.a, after=after)


def _shortened(given: _Column) -> tuple[Prose, Prose]:
    many = len(given.shares) > 1
    first = given.shares[0][0] + 1
    undisturbed = (
        " The columns found earlier are perpendicular to each other, so taking away one part "
        "does not disturb the others."
    )
    return (
        prose(
            f"Take from {{a}} its {'parts' if many else 'part'} along {{q}}.",
            a=given.name,
            q=given.directions,
        ),
        prose(
            "The part along {q} is {part}; without it the rest is perpendicular to {q}."
            + (undisturbed if many else ""),
            q=numbered("q", first),
            part=row(given.share(first), numbered("q", first)),
        ),
    )


def _dropped(given: _Column) -> tuple[Prose, Prose]:
    if not given.shares:
        return prose("Drop {a}.", a=given.name), prose("It is zero and adds no direction.")
    return (
        prose("Drop {a}: nothing is left of it.", a=given.name),
        prose(
            f"It is made of its {'parts' if len(given.shares) > 1 else 'part'} along {{q}}, so it "
            "depends on earlier columns and adds no direction.",
            q=given.directions,
        ),
    )


def _formulas(given: _Column, after: sympy.ImmutableMatrix) -> tuple[Formula, ...]:
    """Write the shares, then what is taken away: with names and with numbers."""
    left = [] if given.rest is None else [given.new, "="]
    if not given.shares:
        return (row(*(left or [given.name, "="]), given.a),)
    shares = [row(given.share(k + 1), "=", share) for k, share in given.shares[:WRITTEN_OUT]]
    symbols, numbers = [*left, given.name], [*left, given.a]
    for k, share in given.shares:
        size = [] if abs(share) == 1 else [abs(share)]
        symbols += ["−" if share > 0 else "+", *size, numbered("q", k + 1)]
        numbers += ["−" if share > 0 else "+", *size, given.Q.col(k)]
    return *shares, row(*symbols), row(*numbers, "=", after)


def _normalize(found: Orthogonal, given: Factors) -> Step:
    lengths = [
        length(numbered("q", k), QQ.to_sympy(squared))
        for k, squared in enumerate(found.squares, start=1)
    ]
    return Step(
        prose("Divide each column by its length."),
        prose("That changes no direction, and square roots are needed only here."),
        (*lengths, row("Q", "=", given.Q)),
        before=to_sympy(found.Q),
        after=given.Q,
    )
