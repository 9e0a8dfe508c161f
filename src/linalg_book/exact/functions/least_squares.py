"""The x that brings A x as near to b as possible."""

from __future__ import annotations

from functools import partial

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike
from linalg_book.exact.engine.minimizer import Minimizer, minimize, squared_length
from linalg_book.exact.engine.roots import square_root
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.steps.checks import perpendicular_to_null_space, residual_check
from linalg_book.exact.steps.least_squares import least_squares_steps
from linalg_book.exact.steps.records import LeastSquares
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import Formula, row, vector
from linalg_book.writing.prose import prose

__all__ = ["least_squares"]


def least_squares(A: MatrixLike, b: ColumnLike) -> WorkedExample:
    """Find the shortest x that makes the length of b − A x smallest, with its derivation.

    The minimizers are the solutions of the normal equations AᵀA x = Aᵀb, which always exist.
    If the columns of A are dependent there are infinitely many; the shortest one is A⁺b.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank.
    b : sequence of m numbers
        The right-hand side; polynomials in SymPy symbols may stand for numbers.

    Returns
    -------
    WorkedExample
        ``answer`` is x, an n×1 matrix.  All minimizers are x plus any combination of the
        columns of ``values["null_space"]``.  ``values`` also holds ``projection`` (A x),
        ``residual`` (b − A x), ``residual_squared`` (the sum of squares that is left),
        ``residual_norm``, ``particular`` (the minimizer that is 0 for dependent columns),
        ``rank`` and ``independent_columns`` (indices from 0).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may stand.
    ShapeError
        If ``A`` is no matrix, or ``b`` does not have one entry for each of its rows.

    Notes
    -----
    x minimizes the length if and only if b − A x is perpendicular to the columns of A [1]_.
    The independent columns C and the reduced echelon form R give A = C R; then z solves
    CᵀC z = Cᵀb, and x = Rᵀ(R Rᵀ)⁻¹z is the shortest solution of R x = z.

    .. [1] Å. Björck, *Numerical Methods for Least Squares Problems*, theorem 1.1.2.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book.exact import least_squares
    >>> example = least_squares([[1, 0], [1, 1], [1, 2]], [6, 0, 0])
    >>> example.answer
    Matrix([
    [ 5],
    [-3]])
    >>> example.values["residual_squared"]
    6
    >>> least_squares([[1, 2], [2, 4]], [3, 1]).answer
    Matrix([
    [1/5],
    [2/5]])
    """
    matrix = read_matrix(A)
    right = read_column(b, matrix.shape[0])
    found = minimize(matrix, right)
    residual = right - found.projection
    residual_squared = squared_length(residual)
    values = LeastSquares(
        null_space=to_sympy(found.null_space_rows.transpose()),
        particular=to_sympy(found.basic),
        projection=to_sympy(found.projection),
        residual=to_sympy(residual),
        residual_squared=residual_squared,
        residual_norm=square_root(residual_squared),
        rank=found.rank,
        independent_columns=found.kept,
    )
    equation = row("A", vector("x"), "=", vector("b"))
    return WorkedExample(
        prose("The least-squares solution of {eq}", eq=equation),
        to_sympy(found.x),
        _checks(matrix, right, found),
        partial(least_squares_steps, matrix, right, found, values),
        values._asdict(),
    )


def _checks(A: DomainMatrix, b: DomainMatrix, found: Minimizer) -> tuple[Check, ...]:
    perpendicular = residual_check(A, b - A * found.x)
    if not found.null_space_rows.shape[0]:
        return (perpendicular,)
    return (perpendicular, *shortest(A, found.x, found.null_space_rows, vector("x")))


def shortest(
    A: DomainMatrix, x: DomainMatrix, null_space_rows: DomainMatrix, name: Formula
) -> tuple[Check, Check]:
    """Check that x is the shortest of all that differ by a part in the null space of A."""
    return (
        Check(
            prose("the columns of {N} change nothing in {Ax}", N="N", Ax=row("A", vector("x"))),
            row("A", "N", "=", 0),
            to_sympy(A * null_space_rows.transpose()),
            sympy.ImmutableMatrix.zeros(A.shape[0], null_space_rows.shape[0]),
        ),
        perpendicular_to_null_space(null_space_rows, x, name),
    )
