"""The sentences that lead to an echelon form and to the reduced one."""

from collections.abc import Sequence
from dataclasses import replace

from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.elimination import Elimination, Purpose, eliminate
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.elimination import Telling, elimination_steps
from linalg_book.worked import Step
from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.tree import Row
from linalg_book.writing.wording import listed


def row_reduce_steps(matrix: DomainMatrix, telling: Telling) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    found = eliminate(matrix, telling.bar)
    first = _write_matrix(found) if telling.bar is None else write_system(found, telling)
    *earlier, last = first, *elimination_steps(found, telling)
    return (*earlier, _name(last), _read_off(found, telling))


def write_system(found: Elimination, telling: Telling) -> Step:
    """Put the coefficients and the right-hand side of a system into one matrix."""
    A, b = row("A", vector("x"), "=", vector("b")), vector("b")
    return Step(
        prose("Write {eq} as one matrix, with {b} behind a bar.", eq=A, b=b),
        prose(f"Each row is an equation. {_outlook(found, 'they change no solution')}"),
        (telling.table(found.start),),
        after=to_sympy(found.start),
    )


def _write_matrix(found: Elimination) -> Step:
    return Step(
        prose("Write down {A}.", A="A"),
        prose(_outlook(found, "nothing is lost")),
        (row("A", "=", Telling().table(found.start)),),
        after=to_sympy(found.start),
    )


def _name(last: Step) -> Step:
    """Call the matrix of the last step R, so that nobody has to write it once more."""
    (shown,) = last.formulas
    parts = shown.parts if isinstance(shown, Row) else (shown,)
    return replace(last, formulas=(row("R", "=", *parts),))


def _outlook(found: Elimination, harmless: str) -> str:
    """Say what is allowed and how the pivots are chosen, or that there is nothing to do."""
    if not found.stages:
        return "The matrix is in reduced echelon form already."
    allowed = (
        "Swapping two rows, multiplying a row by a number other than 0 and adding a multiple of "
        f"one row to another can all be undone, so {harmless}."
    )
    if found.stages[0].purpose in (Purpose.ABOVE, Purpose.SCALE):
        return f"{allowed} The matrix is in echelon form already."
    return (
        f"{allowed} In each column the simplest of the entries that are left, with the smallest "
        "numerator and denominator, becomes the pivot: that keeps the numbers small."
    )


def _read_off(found: Elimination, telling: Telling) -> Step:
    width = found.start.shape[1] if telling.bar is None else telling.bar
    return Step(
        prose("Read off the rank: {r}.", r=found.rank),
        prose("{pivots}{behind}", pivots=_pivots(found, width), behind=_behind(found, width)),
        after=to_sympy(found.reduced),
    )


def _pivots(found: Elimination, width: int) -> Prose:
    """Say where the pivots are."""
    if not found.start.shape[0] or not width:
        return prose("{A} has no entries, so there is no pivot.", A="A")
    if not found.rank:
        return prose("Every entry of {A} is zero, so there is no pivot.", A="A")
    free = [j for j in range(width) if j not in found.pivots]
    pivots = "a pivot" if found.rank == 1 else "pivots"
    rest = f", and none in {numbered_columns(free)}" if free else ""
    return prose(
        "Whatever pivots are chosen, the reduced echelon form {R} is the same. "
        f"It has {pivots} in {numbered_columns(found.pivots)}{rest}; "
        "the rank is the number of pivots.",
        R="R",
    )


def _behind(found: Elimination, width: int) -> Prose:
    """Say what a row without a pivot demands of the right-hand side."""
    reduced = to_sympy(found.reduced)
    behind = list(reduced[found.rank :, -1]) if width < reduced.cols else []
    wanting = [(i, value) for i, value in enumerate(behind, start=found.rank) if value]
    if not wanting:
        return prose("")
    i, value = next(((i, v) for i, v in wanting if v.is_Rational), wanting[0])
    never = "the system has no solution"
    so = never if value.is_Rational else "the system has a solution only where that is true"
    return prose(f" Row {i + 1} says {{eq}}: {so}.", eq=row(0, "=", value))


def numbered_columns(indices: Sequence[int]) -> str:
    """Name columns by their numbers, counted from 1: columns 1, 2 and 4."""
    noun = "column" if len(indices) == 1 else "columns"
    return f"{noun} {listed([j + 1 for j in indices])}"
