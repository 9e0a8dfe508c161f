"""Echelon form and reduced echelon form, with every row operation."""

from __future__ import annotations

from functools import partial

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, SystemLike
from linalg_book.exact.engine.elimination import eliminate
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import names_of, read_matrix, read_pair
from linalg_book.exact.steps.elimination import Telling
from linalg_book.exact.steps.row_reduce import row_reduce_steps
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import parentheses, row, vector, words
from linalg_book.writing.prose import prose

__all__ = ["row_reduce"]


def row_reduce(A: SystemLike, b: ColumnLike = None) -> WorkedExample:
    """Bring a matrix to echelon form and to reduced echelon form, with every row operation.

    With a right-hand side ``b`` the augmented matrix of the system A x = b is reduced; the
    column behind the bar has no pivot.

    Parameters
    ----------
    A : sequence of m rows with n numbers each, or text
        The matrix, of any size: ``[]`` is 0×0, ``[[], []]`` is 2×0.  Or the equations of a
        system: "x + y = 2; x - y = 0".
    b : sequence of m numbers, optional
        The right-hand side of a system; polynomials in SymPy symbols may stand for numbers.

    Returns
    -------
    WorkedExample
        ``answer`` is the reduced echelon form, m×n, or m×(n + 1) with ``b``.  ``values`` holds
        ``echelon`` (before the pivots are made 1 and the entries above them 0), ``pivots``
        (indices of the pivot columns, from 0), ``rank`` (of A) and ``transform`` (the invertible
        m×m matrix E of the row operations: E times the matrix is its reduced form).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number.
    ShapeError
        If the rows have different lengths, or do not fit ``b``.
    EquationError, EmptySystemError
        If a text is no system of linear equations.

    Notes
    -----
    Gauss-Jordan elimination: Gauss, "Disquisitio de elementis ellipticis Palladis" (1810), and
    Jordan, "Handbuch der Vermessungskunde" (1888).  Of the entries that can be the pivot of a
    column, the one of smallest height is taken (the larger of numerator and denominator, without
    the sign), and of several such the uppermost, so that the numbers stay small.  The reduced
    form does not depend on this choice; the echelon form does.

    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book.exact import row_reduce
    >>> example = row_reduce([[1, 2, 3], [2, 4, 7]])
    >>> example.answer
    Matrix([
    [1, 2, 0],
    [0, 0, 1]])
    >>> example.values["pivots"], example.values["rank"]
    ((0, 2), 2)
    """
    if b is None and not isinstance(A, str):
        matrix, telling = read_matrix(A), Telling()
    else:
        coefficients, right = read_pair(A, b)
        n = coefficients.shape[1]
        matrix, telling = coefficients.hstack(right), Telling(n, names_of(A, n))
    m, width = matrix.shape
    bar = telling.bar
    # Behind the matrix stands I: the row operations turn it into E.
    found = eliminate(matrix.hstack(DomainMatrix.eye(m, QQ)), width if bar is None else bar)
    rows, columns, record = list(range(m)), list(range(width)), list(range(width, width + m))
    reduced, transform = found.reduced.extract(rows, columns), found.reduced.extract(rows, record)
    values = {
        "echelon": to_sympy(found.echelon.extract(rows, columns)),
        "pivots": found.pivots,
        "rank": found.rank,
        "transform": to_sympy(transform),
    }
    return WorkedExample(
        prose("The reduced echelon form of {A}", A="A")
        if bar is None
        else prose("Elimination for {eq}", eq=row("A", vector("x"), "=", vector("b"))),
        to_sympy(reduced),
        _checks(matrix, reduced, transform, found.pivots, bar),
        partial(row_reduce_steps, matrix, telling),
        values,
    )


def _checks(
    matrix: DomainMatrix,
    reduced: DomainMatrix,
    transform: DomainMatrix,
    pivots: tuple[int, ...],
    bar: int | None,
) -> tuple[Check, ...]:
    m, rank = matrix.shape[0], len(pivots)
    given = "A" if bar is None else parentheses(row("A", "|", vector("b")))
    return (
        Check(
            prose("{E}, the product of the row operations, turns the given matrix into {R}",
                  E="E", R="R"),
            row("E", given, "=", "R"),
            to_sympy(transform * matrix),
            to_sympy(reduced),
        ),
        Check(
            prose("{E} is invertible, so nothing is lost", E="E"),
            row(words("rank of E"), "=", words("number of rows")),
            sympy.Integer(transform.rank()),
            sympy.Integer(m),
        ),
        Check(
            prose("the pivot columns of {R} are columns of the identity matrix", R="R"),
            row(words("pivot columns of R"), "=", words("first columns of I")),
            to_sympy(reduced.extract(list(range(m)), list(pivots))),
            to_sympy(DomainMatrix.eye(m, QQ).extract(list(range(m)), list(range(rank)))),
        ),
    )  # fmt: skip
