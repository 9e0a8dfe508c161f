"""The factors Q with perpendicular columns and R in echelon form."""

from __future__ import annotations

from functools import partial

from sympy.polys.domains import QQ

from linalg_book.arguments import ColumnLike, MatrixLike
from linalg_book.exact.engine.orthogonal import factors, orthogonalize
from linalg_book.exact.reading.amounts import read_weights
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.exact.steps.checks import factor_checks
from linalg_book.exact.steps.qr import qr_steps
from linalg_book.worked import WorkedExample
from linalg_book.writing.formula import row
from linalg_book.writing.prose import prose

__all__ = ["qr"]


def qr(A: MatrixLike, *, weights: ColumnLike = None, normalized: bool = False) -> WorkedExample:
    """Write A = Q R: perpendicular columns times a triangle.

    The columns of Q come from the Gram-Schmidt process, and column j of R says how column j of
    A is put together from them.  With weights W = diag(w₁, …, wₘ) of the rows, perpendicular
    means qᵀW p = 0, and RᵀD R = AᵀW A with the weighted squared lengths D.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank r.
    weights : sequence of m numbers, optional
        A positive number for each row; all are 1 if left out.
    normalized : bool, optional
        Give the columns of Q length 1, which may bring in square roots.  Without it the
        factors are rational, and row k of R begins with 1.

    Returns
    -------
    WorkedExample
        ``answer`` is the pair (Q, R) of sizes m×r and r×n.  If the columns of A are
        independent, R is square and upper triangular; else it is in echelon form.  ``values``
        holds ``lengths_squared`` (of the columns of Q before they are normalized; with weights,
        weighted sums), ``rank`` and ``independent_columns`` (indices from 0).

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, a symbol, complex, or no rational number, or if a weight is not
        positive.
    ShapeError
        If ``A`` is no matrix, or there is not one weight for each of its rows.

    Notes
    -----
    Normalized, with positive first entries in the rows of R, the factors are unique [1]_.
    Weights join blocks of rows: stack the triangles of the blocks, and give each of their rows
    the entry of ``lengths_squared`` that belongs to it.  Then R and the new ``lengths_squared``
    are those of all rows, because RᵀD R is the sum of the blocks' RᵀD R.

    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, theorem 5.2.3.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book.exact import qr
    >>> Q, R = qr([[1, 0], [1, 1], [1, 2]]).answer
    >>> Q
    Matrix([
    [1, -1],
    [1,  0],
    [1,  1]])
    >>> R
    Matrix([
    [1, 1],
    [0, 1]])
    >>> qr([[3, 1], [4, 1]], normalized=True).answer[1]
    Matrix([
    [5, 7/5],
    [0, 1/5]])
    >>> qr([[1, 0], [1, 3]], weights=[2, 1]).values["lengths_squared"]
    (3, 6)
    """
    matrix = read_matrix(A)
    heavy = None if weights is None else read_weights(weights, matrix.shape[0])
    found = orthogonalize(matrix, heavy)
    given = factors(found, normalized=normalized)
    values = {
        "lengths_squared": tuple(QQ.to_sympy(square) for square in found.squares),
        "rank": len(found.kept),
        "independent_columns": found.kept,
    }
    length = " of length 1" if normalized else ""
    kind = "weighted factors" if weights is not None else "factors"
    return WorkedExample(
        prose(
            f"The {kind} {{eq}}, with perpendicular columns{length} in {{Q}}",
            eq=row("A", "=", "Q", "R"),
            Q="Q",
        ),
        (given.Q, given.R),
        factor_checks(matrix, found, given),
        partial(qr_steps, matrix, found, given, normalized=normalized),
        values,
    )
