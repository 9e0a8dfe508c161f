"""The sentences that lead to bases of the four subspaces."""

from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.records import Dimensions
from linalg_book.exact.steps.row_reduce import numbered_columns
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, row, transpose, vector, words
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

LISTED = 6
"""Larger bases are shown as the columns of a matrix."""


def four_subspaces_steps(
    matrix: DomainMatrix, reduced: DomainMatrix, answer: Any, values: Dimensions
) -> tuple[Step, ...]:
    """Tell the derivation, without what a special case makes needless."""
    m, n = matrix.shape
    if not values.rank:
        return _write(matrix, reduced, values), _all_or_nothing(m, n, answer)
    one = values.rank == 1
    rows = "row" if one else "rows"
    independent = "" if one else " The pivots make the nonzero rows independent."
    return (
        _write(matrix, reduced, values),
        _column_space(answer.column_space, n),
        Step(
            prose(f"Row space: take the nonzero {rows} of {{R}}, in whole numbers.", R="R"),
            prose(
                "Row operations only combine rows, and each can be undone, so {A} and {R} have "
                "the same row space." + independent,
                A="A",
                R="R",
            ),
            (_basis(answer.row_space),),
            after=answer.row_space,
        ),
        _null_space(n - values.rank, answer.null_space),
        _left_null_space(m - values.rank, answer.left_null_space),
        _count(m, n, values.rank),
    )


def _write(matrix: DomainMatrix, reduced: DomainMatrix, values: Dimensions) -> Step:
    A, R = to_sympy(matrix), to_sympy(reduced)
    if values.rank:
        pivots = numbered_columns(values.pivots)
        have = "has a pivot" if values.rank == 1 else "have pivots"
        why = f"{pivots.capitalize()} {have}, so the rank is {values.rank}."
    else:
        why = "There is no pivot, so the rank is 0."
    shown = [row("A", "=", A)]
    if A == R:
        what = "{A} is in reduced echelon form already: {R} is {A} itself."
    else:
        what = "Reduce {A} to its reduced echelon form {R}."
        shown.append(row("R", "=", R))
    return Step(
        prose(what, A="A", R="R"),
        prose(why),
        tuple(shown),
        before=A,
        after=R,
    )


def _all_or_nothing(m: int, n: int, answer: Any) -> Step:
    return Step(
        prose("Everything is in the two null spaces."),
        prose(
            "The column space and the row space contain only the zero vector. {Ax} and {ATy} are "
            f"zero for every {{x}} with {counted(n, 'entry', 'entries')} and every {{y}} with "
            f"{counted(m, 'entry', 'entries')}.",
            Ax=row("A", vector("x")),
            ATy=row(transpose("A"), vector("y")),
            x=vector("x"),
            y=vector("y"),
        ),
        (
            row("N", "=", answer.null_space),
            row("L", "=", answer.left_null_space),
        ),
        after=answer.null_space,
    )


def _column_space(basis: sympy.ImmutableMatrix, n: int) -> Step:
    columns = "column" if basis.cols == 1 else "columns"
    if basis.cols == n == 1:
        why = "It is the only column, and it is not zero."
    elif basis.cols == n:
        why = "Every column has a pivot, so the columns are independent: none is too many."
    else:
        why = (
            f"In {{R}} every other column is a combination of the pivot {columns}, and row "
            "operations keep such relations between columns, so it is the same in {A}. The columns "
            "of {R} itself may span another space."
        )
    return Step(
        prose(f"Column space: take the pivot {columns} of {{A}}.", A="A"),
        prose(why, A="A", R="R"),
        (_basis(basis),),
        after=basis,
    )


def _null_space(dimension: int, basis: sympy.ImmutableMatrix) -> Step:
    equation = row("A", vector("x"), "=", vector("0"))
    if not dimension:
        why = prose("Every column has a pivot, so {eq} has no other solution.", eq=equation)
    else:
        free = (
            "There is one column without a pivot. It gives one solution: its unknown is 1, and "
            if dimension == 1
            else f"There are {dimension} columns without a pivot. Each gives one solution: its "
            "unknown is 1, the unknowns of the others are 0, and "
        )
        why = prose(
            free + "{R} tells the rest. The solution is scaled to whole numbers, the first of "
            "them positive.",
            R="R",
        )
    return _solved("Null space", equation, why, basis)


def _left_null_space(dimension: int, basis: sympy.ImmutableMatrix) -> Step:
    equation = row(transpose("A"), vector("y"), "=", vector("0"))
    if not dimension:
        why = prose("The rows of {A} are independent, so there is no other solution.", A="A")
    else:
        why = prose(
            "The same method does it, with {AT} in place of {A}. Such a {y} combines the rows of "
            "{A} to the zero row: it is a relation between them.",
            AT=transpose("A"),
            A="A",
            y=vector("y"),
        )
    return _solved("Left null space", equation, why, basis)


def _solved(space: str, equation: Formula, why: Prose, basis: sympy.ImmutableMatrix) -> Step:
    only = "" if basis.cols else " Only the zero vector does."
    return Step(
        prose(f"{space}: find the vectors that satisfy {{eq}}.{only}", eq=equation),
        why,
        (_basis(basis),) if basis.cols else (),
        after=basis,
    )


def _count(m: int, n: int, rank: int) -> Step:
    return Step(
        prose("Count the dimensions."),
        prose(
            "Each column has a pivot or gives a vector of the null space, and the rows behave in "
            "the same way. The row space and the column space have the same dimension, the rank."
        ),
        (
            row(words("row space and null space"), "→", rank, "+", n - rank, "=", n),
            row(words("column space and left null space"), "→", rank, "+", m - rank, "=", m),
        ),
    )


def _basis(basis: sympy.ImmutableMatrix) -> Formula:
    """Show the vectors of a basis side by side."""
    if basis.cols > LISTED:
        return row(basis)
    vectors: list[Any] = [basis.col(0)]
    for j in range(1, basis.cols):
        vectors += [",", basis.col(j)]
    return row(*vectors)
