"""Long matrices and sums with their middle left out, so that a derivation stays readable."""

from collections.abc import Sequence
from typing import Any

import sympy

LONGEST, FIRST, LAST = 40, 8, 3
"""Of more than ``LONGEST`` rows, columns or terms, so many are shown from start and end."""
DOWN, ACROSS, ASLANT = map(sympy.Symbol, "⋮⋯⋱")
LATEX = {"⋮": r"\vdots", "⋯": r"\cdots", "⋱": r"\ddots"}


def abbreviated(matrix: sympy.MatrixBase) -> sympy.MatrixBase:
    """Put dots in place of the middle rows and columns of a long matrix."""
    if max(matrix.shape) <= LONGEST or 0 in matrix.shape:
        return matrix
    rows, columns = map(shown, matrix.shape)
    return sympy.ImmutableMatrix(
        len(rows),
        len(columns),
        [_entry(matrix, i, j) for i in rows for j in columns],
    )


def shown(count: int) -> list[int | None]:
    """List the indices that are shown; None stands for the others."""
    if count <= LONGEST:
        return list(range(count))
    return [*range(FIRST), None, *range(count - LAST, count)]


def _entry(matrix: sympy.MatrixBase, i: int | None, j: int | None) -> Any:
    if i is None:
        return DOWN if j is not None else ASLANT
    return ACROSS if j is None else matrix[i, j]


def terms(parts: Sequence[Any]) -> list[Any]:
    """List the terms of a long sum that are shown; None stands for the others."""
    return [None if i is None else parts[i] for i in shown(len(parts))]
