"""The sentences and matrices of an elimination, one step for each of its stages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.elimination import Elimination, Purpose, RowOperation, Stage, entry
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, augmented, linear, row
from linalg_book.writing.prose import Prose, joined, prose
from linalg_book.writing.wording import listed

LISTED = 3
"""A sentence names at most so many row operations; the notes beside the matrix name all."""
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
DOWNWARD = (Purpose.SWAP, Purpose.BELOW)


@dataclass(frozen=True)
class Telling:
    """How to speak of an elimination: ``names`` are the unknowns of a system A x = b."""

    bar: int | None = None
    names: Sequence[Any] = ()

    def column(self, index: int) -> Prose:
        """Name what a column belongs to."""
        return prose("{x}", x=self.names[index]) if self.names else prose(f"column {index + 1}")

    def table(self, matrix: DomainMatrix, notes: Sequence[Formula | None] = ()) -> Formula:
        """Show a matrix, with its bar."""
        return augmented(to_sympy(matrix), self.bar, notes)


def elimination_steps(
    found: Elimination, telling: Telling, *, downward_only: bool = False
) -> Iterator[Step]:
    """Tell the stages, those down to the echelon form or all."""
    stages = list(found.replay())
    last = max((i for i, (s, _, _) in enumerate(stages) if s.purpose in DOWNWARD), default=-1)
    for i, (stage, before, after) in enumerate(stages):
        if stage.purpose in DOWNWARD or not downward_only:
            yield _step(stage, before, after, telling, echelon=i == last)


def _step(
    stage: Stage, before: DomainMatrix, after: DomainMatrix, telling: Telling, *, echelon: bool
) -> Step:
    sentences = {
        Purpose.SWAP: _swap,
        Purpose.BELOW: _below,
        Purpose.ABOVE: _above,
        Purpose.SCALE: _scale,
    }[stage.purpose]
    what, why = sentences(stage, before, telling)
    if echelon:
        why = prose("{why} The matrix is in echelon form now.", why=why)
    return Step(
        what,
        why,
        (telling.table(after, _notes(stage, after.shape[0])),),
        before=to_sympy(before),
        after=to_sympy(after),
    )


def _swap(stage: Stage, before: DomainMatrix, telling: Telling) -> tuple[Prose, Prose]:
    (operation,) = stage.operations
    upper, lower = operation.target + 1, operation.source + 1
    old, new = (entry(before, i, stage.column) for i in (operation.target, operation.source))
    what = prose(f"Swap row {upper} and row {lower}.")
    if not old:
        why = "Row {i} has no {x}" if telling.names else "Row {i} has a zero in {x}"
        why += ", so the pivot has to come from a row below: {p} in row {j}."
    else:
        why = (
            "For {x} there is a choice of pivots; with {p} in place of {e} the numbers stay small."
        )
    return what, prose(
        why.replace("{i}", str(upper)).replace("{j}", str(lower)),
        x=telling.column(stage.column),
        p=new,
        e=old,
    )


def _below(stage: Stage, before: DomainMatrix, telling: Telling) -> tuple[Prose, Prose]:
    pivot = entry(before, stage.row, stage.column)
    why = f"The pivot is {{p}} in row {stage.row + 1}."
    if stage.row == 0:
        preposition = "for" if telling.names else "in"
        why += f" The multiplier of a row is its entry {preposition} {{x}} divided by the pivot."
    elif stage.row == 1:
        why += " Left of it the row has only zeros, so the zeros made so far stay."
    return _multiples(stage, telling, "below"), prose(why, p=pivot, x=telling.column(stage.column))


def _above(stage: Stage, before: DomainMatrix, telling: Telling) -> tuple[Prose, Prose]:
    pivot = entry(before, stage.row, stage.column)
    why = (
        "After this, only row {i} contains {x}." if telling.names
        else "After this, the pivot {p} of row {i} is the only entry of {x} that is not zero."
    )  # fmt: skip
    return _multiples(stage, telling, "above"), prose(
        why.replace("{i}", str(stage.row + 1)), p=pivot, x=telling.column(stage.column)
    )


def _scale(stage: Stage, _before: DomainMatrix, telling: Telling) -> tuple[Prose, Prose]:
    if len(stage.operations) > LISTED:
        what = prose("Divide each row by its pivot.")
    else:
        pieces = [_scaling(operation) for operation in stage.operations]
        what = prose("{rows}.", rows=_capitalized(joined(pieces)))
    aim = "so that each row gives its unknown" if telling.names else "as the reduced form demands"
    return what, prose(f"Every pivot becomes 1, {aim}.")


def _scaling(operation: RowOperation) -> Prose:
    number = f"row {operation.target + 1} by {{p}}"
    if operation.factor.denominator == 1:
        return prose(f"multiply {number}", p=operation.factor)
    return prose(f"divide {number}", p=1 / operation.factor)


def _multiples(stage: Stage, telling: Telling, side: str) -> Prose:
    """Say which multiples of the pivot row are added, and what for."""
    targets = sorted(operation.target + 1 for operation in stage.operations)
    source = stage.row + 1
    if len(targets) > LISTED:
        what = prose(
            f"Add multiples of row {source} to the rows {listed(targets)}, "
            "as noted beside the matrix"
        )
    else:
        what = _capitalized(joined(_multiples_of(stage.operations)))
    if not telling.names:
        aim = f"so that {{x}} is zero {side} the pivot"
    elif len(targets) > LISTED:
        aim = f"so that {{x}} leaves every equation {side}"
    elif len(targets) == 1 and targets[0] <= len(ORDINALS):
        aim = f"so that {{x}} leaves the {ORDINALS[targets[0] - 1]} equation"
    else:
        word = "equation" if len(targets) == 1 else "equations"
        aim = f"so that {{x}} leaves {word} {listed(targets)}"
    return prose("{what}, " + aim + ".", what=what, x=telling.column(stage.column))


def _multiples_of(operations: Sequence[RowOperation]) -> list[Prose]:
    """Write operations, a verb once: subtract 3 times row 1 from row 2, 2 times it from row 3."""
    pieces, former = [], ""
    for operation in operations:
        size, source, target = abs(operation.factor), operation.source + 1, operation.target + 1
        verb, preposition = ("subtract ", "from") if operation.factor < 0 else ("add ", "to")
        times = "" if size == 1 else "{f} times "
        said = "" if verb == former else verb
        pieces.append(prose(f"{said}{times}row {source} {preposition} row {target}", f=size))
        former = verb
    return pieces


def _notes(stage: Stage, rows: int) -> tuple[Formula | None, ...]:
    """Write beside each new row how it came about."""
    notes: list[Formula | None] = [None] * rows
    for operation in stage.operations:
        target, source = (sympy.Symbol(f"R_{i + 1}") for i in (operation.target, operation.source))
        factor = sympy.Rational(operation.factor.numerator, operation.factor.denominator)
        if stage.purpose is Purpose.SWAP:
            notes[operation.target], notes[operation.source] = row(source), row(target)
        elif stage.purpose is Purpose.SCALE:
            notes[operation.target] = linear([factor], [target])
        else:
            notes[operation.target] = linear([1, factor], [target, source])
    return tuple(notes)


def _capitalized(sentence: Prose) -> Prose:
    first, *rest = sentence.parts
    return Prose((first.capitalize() if isinstance(first, str) else first, *rest))
