"""The condition number in floating point."""

from __future__ import annotations

from linalg_book.errors import EmptySystemError
from linalg_book.numeric.reading.matrices import cut_off, read_matrix, triples
from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["condition_number"]


def condition_number(A: MatrixLike, rtol: float | None = None) -> float:
    """Divide the largest singular value by the smallest: how unevenly A stretches.

    Parameters
    ----------
    A : array_like, shape (m, n)
        A matrix with at least one row and one column.
    rtol : float, optional
        The smallest singular value counts as zero up to ``rtol`` times the largest one.
        The default is max(m, n)·eps with eps = 2⁻⁵², as for ``pseudoinverse``; 0 gives the
        quotient of the computed values, whatever it means.

    Returns
    -------
    float
        σ₁/σ₍k₎ with k = min(m, n): infinite if the rank is lower than k by the rule.

    Raises
    ------
    EmptySystemError
        If A has no rows or no columns.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or if ``rtol`` is not in
        [0, 1).
    ShapeError
        If A is no list of rows.

    Notes
    -----
    The relative error of the solution of A x = b is at most the condition number times the
    relative error of b [1]_.  A finite answer κ has a relative error of about max(m, n)·eps·κ: the
    nearer to 1/eps, the fewer digits are right, and beyond that none.
    ``numpy.linalg.cond`` gives the quotient, about 10¹⁶, where this function says infinite.

    .. [1] L. N. Trefethen and D. Bau, *Numerical Linear Algebra*, lecture 12.

    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book.numeric import condition_number
    >>> round(condition_number([[3, 0], [4, 5]]), 12)
    3.0
    >>> condition_number([[1, 2], [2, 4]])
    inf
    """
    matrix = read_matrix(A)
    tau = cut_off(matrix.shape, rtol)
    if not matrix.size:
        raise EmptySystemError(
            f"expected a matrix with rows and columns, but A is {matrix.shape[0]}×"
            f"{matrix.shape[1]} and has no singular values: give at least one entry."
        ).about("A")
    found = triples(matrix)
    if found.rank(tau) < len(found.sigma):
        return float("inf")
    return float(found.sigma[0]) / float(found.sigma[-1])
