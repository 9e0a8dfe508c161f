"""How little a matrix must change so that a given answer is its exact least-squares solution."""

from __future__ import annotations

import numpy as np

from linalg_book.errors import ShapeError
from linalg_book.numeric.reading.floats import Array, flat_column, read_floats, unscale
from linalg_book.numeric.reading.matrices import exponent_of, read_column, read_matrix
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike

__all__ = ["backward_error"]


def backward_error(A: MatrixLike, b: ColumnLike, x: ColumnLike) -> float:
    """Find the least relative change of A that makes x minimize ‖A x − b‖.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    x : array_like, shape (n,)
        Any answer, computed by any method.

    Returns
    -------
    float
        The least ‖E‖/‖A‖ such that x minimizes ‖(A + E) x − b‖, in Frobenius norms; 0 if A
        has no entry other than 0.  Up to a few eps = 2⁻⁵² times the larger of m and n it means
        no more than "as good as can be".

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number.
    ShapeError
        If A is no list of rows, or ``b`` and ``x`` do not fit to it.

    Notes
    -----
    With r = b − A x and φ = ‖r‖/‖x‖ it is the smaller of φ and the smallest singular value of
    the m×(n + m) matrix [A, φ(I − r rᵀ/‖r‖²)] [1]_, divided by ‖A‖.  Only the space of the
    columns of A and r matters, so the decomposition is one of n + 1 rows.
    For x = 0 it is ‖Aᵀb‖/‖b‖.

    .. [1] B. Waldén, R. Karlson, J.-G. Sun, "Optimal backward perturbation bounds for the linear
       least squares problem", Numerical Linear Algebra with Applications 2 (1995), 271-286.

    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book.numeric import backward_error
    >>> round(backward_error([[3, 4]], [12], [1, 2]), 12)  # 1/√5, relative to 5
    0.0894427191
    >>> round(backward_error([[1], [1]], [1, 3], [2]), 12)
    0.0
    """
    matrix = read_matrix(A)
    right, answer = read_column(b, matrix), flat_column(read_floats(x, "x"))
    if answer.shape != (matrix.shape[1],):
        raise ShapeError(
            f"x is expected to have one number for each of the {matrix.shape[1]} columns of A, "
            f"but has shape {answer.shape}: give a flat list."
        ).about("x")
    of_a, of_x = exponent_of(matrix), exponent_of(answer)
    right = unscale(right, -of_a - of_x, "b beside A and x", "check x, which is far too small")
    with np.errstate(under="ignore"):
        matrix, answer = np.ldexp(matrix, -of_a), np.ldexp(answer, -of_x)
    size = float(np.linalg.norm(matrix))
    return _least_change(matrix, right, answer) / size if size else 0.0


def _least_change(A: Array, b: Array, x: Array) -> float:
    """Return the least Frobenius norm of a change of A."""
    length = float(np.linalg.norm(x))
    r = b - A @ x
    missed = float(np.linalg.norm(r))
    if not length:
        return float(np.linalg.norm(A.T @ b)) / missed if missed else 0.0
    if not missed:
        return 0.0
    basis, _ = np.linalg.qr(np.column_stack([A, r]))
    unit, phi = basis.T @ r / missed, missed / length
    table = np.hstack([basis.T @ A, phi * (np.eye(len(unit)) - np.outer(unit, unit))])
    return min(phi, float(np.linalg.svdvals(table)[-1]))
