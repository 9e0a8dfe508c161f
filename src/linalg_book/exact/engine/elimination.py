"""Elimination with every row operation recorded: echelon form, reduced form, pivots.

Pivoting rule: among the rows that are left, the pivot is the entry of smallest height (the larger
of numerator and denominator, without sign) that is not zero; the first such row wins.  So ±1 is
taken where there is one, and the numbers stay small.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.conversion import to_fraction

Rows = list[list[Any]]


class Purpose(Enum):
    """What a stage of the elimination is for."""

    SWAP = "bring the pivot up"
    BELOW = "make zeros below the pivot"
    ABOVE = "make zeros above the pivot"
    SCALE = "make every pivot 1"


@dataclass(frozen=True)
class RowOperation:
    """Add ``factor`` times row ``source`` to row ``target``; rows are counted from 0.

    In a stage that swaps, exchange the two; in a stage that scales (``source`` is ``target``),
    multiply the row by the factor.
    """

    target: int
    source: int
    factor: Fraction = Fraction(1)


@dataclass(frozen=True)
class Stage:
    """Row operations that belong together; ``row`` and ``column`` are those of the pivot."""

    purpose: Purpose
    row: int
    column: int
    operations: tuple[RowOperation, ...]


@dataclass(frozen=True)
class Elimination:
    """What elimination found; ``stages`` lead from ``start`` through ``echelon`` to ``reduced``."""

    start: DomainMatrix
    stages: tuple[Stage, ...]
    echelon: DomainMatrix
    reduced: DomainMatrix
    pivots: tuple[int, ...]

    @property
    def rank(self) -> int:
        """Return the number of pivots."""
        return len(self.pivots)

    def replay(self) -> Iterator[tuple[Stage, DomainMatrix, DomainMatrix]]:
        """Yield each stage with the matrix before and after it."""
        before = self.start
        for stage in self.stages:
            rows = _rows(before)
            _apply(rows, stage)
            after = _matrix(rows, before)
            yield stage, before, after
            before = after


def eliminate(matrix: DomainMatrix, width: int | None = None) -> Elimination:
    """Eliminate; with ``width``, only that many columns from the left have pivots."""
    rows, stages = _rows(matrix), []
    pivots: list[int] = []
    for column in range(matrix.shape[1] if width is None else width):
        for stage in _downward(rows, len(pivots), column):
            _apply(rows, stage)
            stages.append(stage)
        if len(pivots) < len(rows) and rows[len(pivots)][column]:
            pivots.append(column)
    echelon = _matrix(rows, matrix)
    for stage in _upward(rows, pivots):
        _apply(rows, stage)
        stages.append(stage)
    return Elimination(matrix, tuple(stages), echelon, _matrix(rows, matrix), tuple(pivots))


def _downward(rows: Rows, top: int, column: int) -> Iterator[Stage]:
    """Bring the pivot of a column to row ``top`` and clear the rows below."""
    found = [i for i in range(top, len(rows)) if rows[i][column]]
    if not found:
        return
    best = min(found, key=lambda i: _height(rows[i][column]))
    if best != top:
        yield Stage(Purpose.SWAP, top, column, (RowOperation(top, best),))
    yield from _clear(Purpose.BELOW, rows, range(top + 1, len(rows)), (top, column))


def _upward(rows: Rows, pivots: list[int]) -> Iterator[Stage]:
    """Clear above each pivot, the last one first, then make the pivots 1."""
    for top in reversed(range(len(pivots))):
        yield from _clear(Purpose.ABOVE, rows, range(top), (top, pivots[top]))
    scalings = tuple(
        RowOperation(i, i, 1 / to_fraction(rows[i][column]))
        for i, column in enumerate(pivots)
        if rows[i][column] != 1
    )
    if scalings:
        yield Stage(Purpose.SCALE, scalings[0].target, pivots[scalings[0].target], scalings)


def _clear(purpose: Purpose, rows: Rows, others: range, pivot: tuple[int, int]) -> Iterator[Stage]:
    top, column = pivot
    operations = tuple(
        RowOperation(i, top, -to_fraction(rows[i][column] / rows[top][column]))
        for i in others
        if rows[i][column]
    )
    if operations:
        yield Stage(purpose, top, column, operations)


def entry(matrix: DomainMatrix, i: int, j: int) -> Fraction:
    """Return an entry that is a number; its domain may hold polynomials."""
    return to_fraction(_number(matrix[i, j].element))


def _number(element: Any) -> Any:
    """Take a constant polynomial for the number that it is."""
    return element.coeff(1) if getattr(element, "is_ground", False) else element


def _height(entry: Any) -> int:
    return max(abs(int(entry.numerator)), int(entry.denominator))


def _apply(rows: Rows, stage: Stage) -> None:
    """Change the rows."""
    for operation in stage.operations:
        i, j = operation.target, operation.source
        factor = QQ(operation.factor.numerator, operation.factor.denominator)
        if stage.purpose is Purpose.SWAP:
            rows[i], rows[j] = rows[j], rows[i]
        elif stage.purpose is Purpose.SCALE:
            rows[i] = [factor * x for x in rows[i]]
        else:
            rows[i] = [x + factor * y if y else x for x, y in zip(rows[i], rows[j], strict=True)]


def _rows(matrix: DomainMatrix) -> Rows:
    rows = [list(entries) for entries in matrix.to_dense().to_list()]
    return rows if matrix.domain.is_QQ else [[_number(x) for x in entries] for entries in rows]


def _matrix(rows: Rows, like: DomainMatrix) -> DomainMatrix:
    domain = like.domain
    if not domain.is_QQ:
        rows = [[domain.convert(x) for x in entries] for entries in rows]
    return DomainMatrix([list(entries) for entries in rows], like.shape, domain)
