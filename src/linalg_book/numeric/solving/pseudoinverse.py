"""The pseudoinverse in floating point, through the singular value decomposition."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import cut_off, read_matrix, triples
from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["pseudoinverse"]


def pseudoinverse(A: MatrixLike, rtol: float | None = None) -> Array:
    """Compute A⁺, the matrix that takes b to the shortest minimizer of ‖A x − b‖.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank: ``[]`` is 0×0, ``[[], []]`` is 2×0.
    rtol : float, optional
        Singular values up to ``rtol`` times the largest one, σ₁, count as zero.
        The default is max(m, n)·eps with eps = 2⁻⁵² (see Notes).

    Returns
    -------
    ndarray, shape (n, m)
        The pseudoinverse, float64.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if an entry of A⁺
        overflows, or if ``rtol`` is not in [0, 1).
    ShapeError
        If A is a row without a list around it, a stack of matrices, or ragged.

    Notes
    -----
    A = U Σ Vᵀ gives A⁺ = V Σ⁺ Uᵀ, where Σ⁺ has the reciprocals of the singular values that are
    not zero [1]_.  A jump from 1/σ to 0 lies between the two readings of a small σ, so a rule
    is needed.  The computed singular values are those of A + E with ‖E‖ of the order of
    max(m, n)·eps·σ₁ at most [2]_: what lies below cannot be told from zero, and is cut off.
    ``scipy.linalg.pinv`` and ``numpy.linalg.matrix_rank`` have the same rule.  The default of
    ``numpy.linalg.pinv``, 10⁻¹⁵σ₁, does not grow with the size: from 5 rows or columns on
    it may take noise for a singular value and answer with entries near 10¹⁵/σ₁.

    float16, float32, extended precision, integers and fractions are rounded to float64.  Data
    that carry larger errors of their own, such as float32 measurements, need a larger ``rtol``.
    The rule does not see units: a column 10²⁰ times as small as the others is cut off.  Scale
    the columns, or use ``least_squares``.  A complex matrix B + iC is refused; the real matrix
    [[B, −C], [C, B]] has the pseudoinverse [[X, −Y], [Y, X]], where (B + iC)⁺ = X + iY.

    .. [1] G. H. Golub and C. F. Van Loan, *Matrix Computations*, 4th ed., section 5.5.2.
    .. [2] The same, section 8.6; E. Anderson and others, *LAPACK Users' Guide*, 3rd ed.,
       section 4.9.

    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book.numeric import pseudoinverse
    >>> (25 * pseudoinverse([[1, 2], [2, 4]])).round(12).tolist()
    [[1.0, 2.0], [2.0, 4.0]]
    """
    matrix = read_matrix(A)
    tau = cut_off(matrix.shape, rtol)
    found = triples(matrix)
    rank = found.rank(tau)
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        inverse = (found.V[:, :rank] / found.sigma[:rank]) @ found.U[:, :rank].T
    return unscale(
        inverse,
        -found.exponent,
        "a pseudoinverse",
        "multiply A by a power of 2, give a larger rtol",
    )
