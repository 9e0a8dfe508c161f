"""All solutions of a system, or a proof that there is none."""

from __future__ import annotations

from functools import partial

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, SystemLike
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.engine.right_sides import contradiction, split
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import names_of, read_pair
from linalg_book.exact.steps.records import Solutions
from linalg_book.exact.steps.solve import solve_steps
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, vector, words
from linalg_book.writing.prose import prose

__all__ = ["solve"]

X, B, Y, ZERO = vector("x"), vector("b"), vector("y"), vector("0")


def solve(A: SystemLike, b: ColumnLike = None) -> WorkedExample:
    """Find all solutions of A x = b, or prove that there is none.

    There is one solution, or there are infinitely many, a particular one plus the null space
    of A, or there is none: then some combination y of the rows gives yᵀA = 0 but yᵀb ≠ 0.

    Parameters
    ----------
    A : sequence of numbers or of m rows with n numbers each, or text
        One row of coefficients, or the m×n matrix of a system; m or n may be 0.  Without ``b``,
        the equations: "x + y = 2; x - y = 0" (see ``parse_equations``).
    b : number or sequence of m numbers, optional
        The right-hand side: a number if ``A`` is one row.  Polynomials in SymPy symbols may
        stand for numbers.

    Returns
    -------
    WorkedExample
        ``answer`` is a solution, n×1 (0 for the unknowns that are free), or None if there is
        none.  ``values`` holds ``kind`` ("unique", "infinite" or "none"), ``null_space`` (a basis
        as the columns of a matrix), ``rank`` (of A), ``pivots`` and ``free`` (indices of the
        unknowns, from 0); if there is no solution, ``certificate`` (y, m×1) and ``contradiction``
        (yᵀb), else None in their place.

    Raises
    ------
    UndecidedSystemError
        If rows are dependent, and the symbols in ``b`` decide whether there is a solution.
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number, or if ``A`` holds symbols.
    ShapeError
        If the rows have different lengths, or do not fit ``b``.
    EquationError, EmptySystemError
        If a text is no system of linear equations.

    Notes
    -----
    Gauss-Jordan elimination with the pivots of ``row_reduce``.  That either a solution or such
    a y exists, and never both, is the theorem of Rouché and Capelli (Rouché 1875, Capelli 1892)
    in the form of Fredholm's alternative.

    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book.exact import solve
    >>> example = solve([[1, 1, 1], [1, -1, 0]], [6, 2])
    >>> example.values["kind"], example.answer, example.values["null_space"]
    ('infinite', Matrix([
    [4],
    [2],
    [0]]), Matrix([
    [ 1],
    [ 1],
    [-2]]))
    >>> impossible = solve([[1, 2], [2, 4]], [1, 3])
    >>> impossible.values["kind"], impossible.answer, list(impossible.values["certificate"])
    ('none', None, [2, -1])
    """
    matrix, right = read_pair(A, b)
    n = matrix.shape[1]
    coefficients, monomials = split(right)
    reduced, found = matrix.hstack(coefficients).rref()
    pivots = tuple(j for j in found if j < n)
    y = contradiction(matrix, right) if len(found) > len(pivots) else None
    basis = null_space_rows(matrix)
    values = Solutions(
        kind="unique" if len(pivots) == n else "infinite",
        null_space=to_sympy(basis.transpose()),
        rank=len(pivots),
        pivots=pivots,
        free=tuple(j for j in range(n) if j not in pivots),
    )
    if y is not None:
        value = (y.transpose() * right).to_Matrix()[0, 0]
        values = values._replace(kind="none", certificate=to_sympy(y), contradiction=value)
        answer, checks = None, _no_solution(matrix, right, y, value)
    else:
        x = _particular(reduced, pivots, n) * monomials
        answer, checks = to_sympy(x), _solutions(matrix, right, x, basis)
    return WorkedExample(
        prose("All solutions of {eq}", eq=row("A", X, "=", B)),
        answer,
        checks,
        partial(solve_steps, matrix, right, answer, values, names_of(A, n)),
        values._asdict(),
    )


def _particular(reduced: DomainMatrix, pivots: tuple[int, ...], n: int) -> DomainMatrix:
    """Take the solution whose free unknowns are 0, for each column behind the matrix."""
    rows, width = reduced.to_dense().to_list(), reduced.shape[1] - n
    entries = [[reduced.domain.zero] * width for _ in range(n)]
    for i, j in enumerate(pivots):
        entries[j] = rows[i][n:]
    return DomainMatrix(entries, (n, width), reduced.domain)


def _solutions(
    matrix: DomainMatrix, right: DomainMatrix, x: DomainMatrix, basis: DomainMatrix
) -> tuple[Check, ...]:
    solves = Check(
        prose("{x} solves the system", x=X),
        row("A", X, "=", B),
        to_sympy(matrix * x),
        to_sympy(right),
    )
    n, rank = matrix.shape[1], matrix.rank()
    if not basis.shape[0]:
        alone = Check(
            prose("the columns of {A} are independent, so no other {x} does", A="A", x=X),
            row(words("rank of A"), "=", words("number of unknowns")),
            sympy.Integer(rank),
            sympy.Integer(n),
        )
        return solves, alone
    return (
        solves,
        Check(
            prose("adding a combination of the columns of {N} changes nothing", N="N"),
            row("A", "N", "=", 0),
            to_sympy(matrix * basis.transpose()),
            sympy.ImmutableMatrix.zeros(matrix.shape[0], basis.shape[0]),
        ),
        Check(
            prose("there are enough columns in {N}: nothing is missing", N="N"),
            row(words("rank of A"), "+", words("rank of N"), "=", words("number of unknowns")),
            sympy.Integer(rank + basis.rank()),
            sympy.Integer(n),
        ),
    )


def _no_solution(
    matrix: DomainMatrix, right: DomainMatrix, y: DomainMatrix, value: sympy.Rational
) -> tuple[Check, ...]:
    return (
        Check(
            prose("the left-hand sides, combined by {y}, cancel", y=Y),
            row(transpose("A"), Y, "=", ZERO),
            to_sympy(matrix.transpose() * y),
            sympy.ImmutableMatrix.zeros(matrix.shape[1], 1),
        ),
        Check(
            prose("the right-hand sides, combined by {y}, do not: they give {v}", y=Y, v=value),
            row(transpose(B), Y, "=", value),
            (y.transpose() * right).to_Matrix()[0, 0],
            value,
        ),
        Check(
            prose("{b} is no combination of the columns of {A}: as one more column it raises the "
                  "rank", b=B, A="A"),
            row(words("rank of A with the column b"), "=", words("rank of A"), "+", 1),
            sympy.Integer(matrix.hstack(right).to_field().rank()),
            sympy.Integer(matrix.rank() + 1),
        ),
    )  # fmt: skip
