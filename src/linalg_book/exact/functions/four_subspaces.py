"""Bases of the column space, the row space and the two null spaces."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import MatrixLike
from linalg_book.exact.engine.null_space import null_space_rows, primitive_rows
from linalg_book.exact.engine.ranks import rank
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.four_subspaces import four_subspaces_steps
from linalg_book.exact.steps.records import Dimensions
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, words
from linalg_book.writing.prose import prose

__all__ = ["four_subspaces"]


class FourSubspaces(NamedTuple):
    """Bases as the columns of matrices; a matrix without columns stands for the zero vector."""

    column_space: sympy.ImmutableMatrix
    row_space: sympy.ImmutableMatrix
    null_space: sympy.ImmutableMatrix
    left_null_space: sympy.ImmutableMatrix


def four_subspaces(A: MatrixLike) -> WorkedExample:
    """Find bases of the four fundamental subspaces of a matrix.

    The null space is perpendicular to the row space, and the left null space to the column
    space; their dimensions are r, n − r, r and m − r for an m×n matrix of rank r.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any size: ``[]`` is 0×0, ``[[], []]`` is 2×0.

    Returns
    -------
    WorkedExample
        ``answer`` has the attributes ``column_space`` (columns of A), ``row_space``,
        ``null_space`` and ``left_null_space`` (whole numbers), each a matrix with a basis as
        its columns.  ``values`` holds ``dimensions`` (of the four, in this order), ``rank`` and
        ``pivots`` (indices of the pivot columns, from 0).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number.
    ShapeError
        If the rows have different lengths.

    Notes
    -----
    Strang, "The fundamental theorem of linear algebra", American Mathematical Monthly 100
    (1993).  The bases are read from the reduced echelon forms of A and its transpose.

    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book.exact import four_subspaces
    >>> example = four_subspaces([[1, 2, 3], [2, 4, 6]])
    >>> example.values["dimensions"]
    (1, 1, 2, 1)
    >>> example.answer.row_space.T, example.answer.left_null_space.T
    (Matrix([[1, 2, 3]]), Matrix([[2, -1]]))
    """
    matrix = read_matrix(A)
    reduced, pivots = matrix.rref()
    m, n = matrix.shape
    r = len(pivots)
    nonzero = reduced.extract(list(range(r)), list(range(n)))
    bases = (
        matrix.extract(list(range(m)), list(pivots)),
        primitive_rows(nonzero.to_dense().to_list(), n).transpose(),
        null_space_rows(matrix).transpose(),
        null_space_rows(matrix.transpose()).transpose(),
    )
    answer = FourSubspaces(*map(to_sympy, bases))
    values = Dimensions((r, r, n - r, m - r), r, tuple(pivots))
    return WorkedExample(
        prose("The four subspaces of {A}", A="A"),
        answer,
        _checks(matrix, nonzero, bases),
        partial(four_subspaces_steps, matrix, reduced, answer, values),
        values._asdict(),
    )


def _checks(
    matrix: DomainMatrix, nonzero: DomainMatrix, bases: tuple[DomainMatrix, ...]
) -> tuple[Check, ...]:
    columns, rows, null, left = bases
    m, n = matrix.shape
    return (
        Check(
            prose("{A} is the matrix {C} of its pivot columns times the matrix {R} of the nonzero "
                  "rows, so {C} spans the column space and {R} the row space",
                  A="A", C="C", R="R"),
            row("A", "=", "C", "R"),
            to_sympy(matrix),
            to_sympy(columns * nonzero),
        ),
        Check(
            prose("every row is perpendicular to the null space, the columns of {N}", N="N"),
            row("R", "N", "=", 0),
            to_sympy(nonzero * null),
            sympy.ImmutableMatrix.zeros(nonzero.shape[0], null.shape[1]),
        ),
        Check(
            prose("every column is perpendicular to the left null space, the columns of {L}",
                  L="L"),
            row(transpose("C"), "L", "=", 0),
            to_sympy(columns.transpose() * left),
            sympy.ImmutableMatrix.zeros(columns.shape[1], left.shape[1]),
        ),
        Check(
            prose("no basis has a vector too many"),
            row(words("ranks of the four bases"), "=", words("numbers of their vectors")),
            sympy.ImmutableMatrix([[rank(basis) for basis in bases]]),
            sympy.ImmutableMatrix([[basis.shape[1] for basis in bases]]),
        ),
        _fill("the row space and the null space", rows.hstack(null), "number of columns", n),
        _fill("the column space and the left null space", columns.hstack(left),
              "number of rows", m),
    )  # fmt: skip


def _fill(spaces: str, bases: DomainMatrix, number: str, size: int) -> Check:
    """Check that two bases together are a basis of the whole space."""
    return Check(
        prose(f"the bases of {spaces} together span the whole space"),
        row(words("rank of both together"), "=", words(number)),
        sympy.Integer(rank(bases)),
        sympy.Integer(size),
    )
