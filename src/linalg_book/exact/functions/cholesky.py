"""The triangle of a symmetric matrix without negative directions."""

from __future__ import annotations

from functools import partial

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import SquareLike
from linalg_book.errors import NotPositiveError, ShapeError
from linalg_book.exact.engine.cholesky import Cholesky, Indefinite, decompose
from linalg_book.exact.engine.roots import multiple, square_root
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.reading.symmetric import refuse_asymmetric
from linalg_book.exact.steps.cholesky import cholesky_steps
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, words
from linalg_book.writing.prose import prose

__all__ = ["cholesky"]


def cholesky(A: SquareLike) -> WorkedExample:
    """Write a symmetric matrix as A = L D Lᵀ: a triangle, its pivots, the triangle again.

    This is Cholesky's decomposition without square roots, which exists for every Gram matrix
    A = XᵀX.  The roots come in at the very end, if at all: with them A = F Fᵀ for F = L √D.

    Parameters
    ----------
    A : n×n matrix
        A symmetric matrix of rational numbers with x·A x ≥ 0 for all x.

    Returns
    -------
    WorkedExample
        ``answer`` is the pair (L, D): L has ones on its diagonal and zeros above it, D is
        diagonal with the pivots, none of them negative.  Below a pivot that is 0, L has zeros;
        so both are unique.  ``values`` holds ``pivots``, ``rank`` (the number of pivots that are
        not 0) and ``factor``, the triangle L √D with A = L √D (L √D)ᵀ.

    Raises
    ------
    NotSymmetricError
        If A differs from its transpose.
    NotPositiveError
        If x·A x < 0 for some x; the message and ``vector`` give one in whole numbers.
    ShapeError, InexactNumberError, InvalidNumberError
        If A is no square matrix of rational numbers.

    Notes
    -----
    If A = XᵀX and X has independent columns, Lᵀ is the R of ``exact.qr(X)`` and D holds the
    squared lengths of the columns of its Q [1]_.

    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th ed., sections 4.2 and 5.2.

    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book.exact import cholesky
    >>> L, D = cholesky([[4, 2], [2, 5]]).answer
    >>> L
    Matrix([
    [  1, 0],
    [1/2, 1]])
    >>> D
    Matrix([
    [4, 0],
    [0, 4]])
    >>> cholesky([[4, 2], [2, 5]]).values["factor"]
    Matrix([
    [2, 0],
    [1, 2]])
    """
    matrix = read_matrix(A)
    m, n = matrix.shape
    if m != n:
        raise ShapeError(
            f"A is expected to be square, but is {m}×{n}: give the Gram matrix XᵀX of a table X."
        ).about("A")
    refuse_asymmetric(matrix, "give the Gram matrix XᵀX of a table X")
    found = decompose(matrix)
    if isinstance(found, Indefinite):
        raise _not_positive(found)
    L, pivots = to_sympy(found.L), tuple(map(QQ.to_sympy, found.pivots))
    D = sympy.ImmutableMatrix(n, n, lambda i, j: pivots[i] if i == j else 0)
    roots = [square_root(pivot) for pivot in pivots]
    values = {
        "pivots": pivots,
        "rank": sum(1 for pivot in pivots if pivot),
        "factor": sympy.ImmutableMatrix(n, n, lambda i, j: multiple(L[i, j], roots[j])),
    }
    return WorkedExample(
        prose("The factors {eq}, with a triangle {L} and pivots in {D}",
              eq=row("A", "=", "L", "D", transpose("L")), L="L", D="D"),
        (L, D),
        _checks(matrix, found, L),
        partial(cholesky_steps, matrix, found),
        values,
    )  # fmt: skip


def _not_positive(found: Indefinite) -> NotPositiveError:
    x = f"({', '.join(map(str, found.vector))})"
    return NotPositiveError(
        f"A is expected to have x·A x ≥ 0 for all x, but for x = {x} it is {found.value}: give "
        "the Gram matrix XᵀX of a table X, or call exact.eigen for any symmetric matrix.",
        found.vector,
    )


def _checks(A: DomainMatrix, found: Cholesky, L: sympy.ImmutableMatrix) -> tuple[Check, ...]:
    n = A.shape[0]
    D = DomainMatrix.diag(list(found.pivots), QQ, (n, n)).to_dense()
    return (
        Check(
            prose("the factors give {A} back", A="A"),
            row("L", "D", transpose("L"), "=", "A"),
            to_sympy(found.L * D * found.L.transpose()),
            to_sympy(A),
        ),
        Check(
            prose("{L} has ones on its diagonal and zeros above it", L="L"),
            row(words("L from its diagonal on"), "=", "I"),
            sympy.ImmutableMatrix(n, n, lambda i, j: L[i, j] if j >= i else 0),
            sympy.ImmutableMatrix.eye(n),
        ),
    )
