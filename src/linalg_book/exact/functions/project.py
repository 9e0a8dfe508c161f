"""The point of a column space that is nearest to a given point."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike
from linalg_book.exact.engine.minimizer import Minimizer, minimize, squared_length
from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.engine.right_sides import solve
from linalg_book.exact.engine.roots import square_root
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.reading.places import Place
from linalg_book.exact.reading.systems import as_list, row_or_number
from linalg_book.exact.steps.checks import residual_check
from linalg_book.exact.steps.project import project_steps
from linalg_book.exact.steps.records import Projection
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import norm, row, square, transpose, vector
from linalg_book.writing.prose import prose

__all__ = ["project"]


def project(b: ColumnLike, onto: MatrixLike) -> WorkedExample:
    """Project b onto the column space of A, with the derivation.

    The projection p = A x is the point of the column space nearest to b.  What is left,
    r = b − p, is perpendicular to every column of A.

    Parameters
    ----------
    b : sequence of m numbers
        The point; polynomials in SymPy symbols may stand for numbers.
    onto : sequence of m rows with n numbers each, or of m numbers
        The matrix A, whose columns span the space; they may be dependent or zero, or none.
        A plain list of numbers is one column: the direction of a line.

    Returns
    -------
    WorkedExample
        ``answer`` is p, an m×1 matrix.  ``values`` holds ``residual`` (r), ``distance``,
        ``distance_squared``, ``coefficients`` (the shortest x with A x = p), ``matrix``
        (P, m×m, with p = P b), ``rank`` and ``independent_columns`` (indices from 0).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may stand.
    ShapeError
        If ``onto`` is no matrix, or ``b`` does not have one entry for each of its rows.

    Notes
    -----
    The columns C of A that are independent give P = C(CᵀC)⁻¹Cᵀ [1]_.  P is the only matrix
    with P² = P = Pᵀ whose column space is that of A.

    .. [1] G. Strang, *Introduction to Linear Algebra*, section “Projections”.

    Introduced in: sec-similarity

    Examples
    --------
    >>> from linalg_book.exact import project
    >>> project([6, 0, 0], onto=[[1, 0], [1, 1], [1, 2]]).answer
    Matrix([
    [ 5],
    [ 2],
    [-1]])
    >>> project([2, 3], onto=[1, 1]).values["residual"]
    Matrix([
    [-1/2],
    [ 1/2]])
    """
    A = read_matrix(_as_columns(onto), "onto")
    right = read_column(b, A.shape[0], "b", "onto")
    found = minimize(A, right)
    C = found.C
    P = C * solve(C.transpose() * C, C.transpose())
    residual = right - found.projection
    distance_squared = squared_length(residual)
    values = Projection(
        residual=to_sympy(residual),
        distance=square_root(distance_squared),
        distance_squared=distance_squared,
        coefficients=to_sympy(found.x),
        matrix=to_sympy(P),
        rank=found.rank,
        independent_columns=found.kept,
    )
    answer = to_sympy(found.projection)
    title = prose("The projection of {b} onto the column space of {A}", b=vector("b"), A="A")
    return WorkedExample(
        title,
        answer,
        _checks(A, right, found, P),
        partial(project_steps, A, right, found, values),
        values._asdict(),
    )


def _as_columns(onto: Any) -> Any:
    """Turn a plain list of numbers into rows of one number each."""
    rows = None if isinstance(onto, sympy.MatrixBase | DomainMatrix) else as_list(onto)
    if not rows or any(
        row_or_number(x, Place("onto"), "a number or a row") is not None for x in rows
    ):
        return onto
    return [[x] for x in rows]


def _checks(
    A: DomainMatrix, b: DomainMatrix, found: Minimizer, P: DomainMatrix
) -> tuple[Check, ...]:
    p, r = vector("p"), vector("r")
    residual = b - found.projection
    return (
        Check(
            prose("{p} lies in the column space", p=p),
            row(p, "=", "A", vector("x")),
            to_sympy(found.projection),
            to_sympy(A * found.x),
        ),
        residual_check(A, residual),
        Check(
            prose("by Pythagoras the squared lengths of {p} and {r} add up", p=p, r=r),
            row(square(norm(p)), "+", square(norm(r)), "=", square(norm(vector("b")))),
            squared_length(found.projection) + squared_length(residual),
            squared_length(b),
        ),
        *_matrix_checks(A, b, found.projection, P),
    )


def _matrix_checks(
    A: DomainMatrix, b: DomainMatrix, projection: DomainMatrix, P: DomainMatrix
) -> tuple[Check, ...]:
    p, quotient = vector("p"), Quotient.from_rational(P)
    return (
        Check(
            prose("the matrix {P} gives {p}", P="P", p=p),
            row("P", vector("b"), "=", p),
            to_sympy(P * b),
            to_sympy(projection),
        ),
        Check(
            prose("projecting twice changes nothing"),
            row(square("P"), "=", "P"),
            (quotient @ quotient).to_Matrix(),
            to_sympy(P),
        ),
        Check(
            prose("{P} is symmetric", P="P"),
            row("P", "=", transpose("P")),
            to_sympy(P),
            to_sympy(P.transpose()),
        ),
        Check(
            prose("{P} leaves every column where it is", P="P"),
            row("P", "A", "=", "A"),
            to_sympy(P * A),
            to_sympy(A),
        ),
    )
