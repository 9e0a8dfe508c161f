"""Least squares with a price on length, for one penalty and for many."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.linalg import qr

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.matrices import cut_off, exponent_of, read_column, read_matrix
from linalg_book.numeric.reading.penalties import at_least_zero, read_one_or_several, read_penalties
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.minimizing import minimize, minimize_or_shortest
from linalg_book.numeric.solving.spectrum import centered, spectrum, target

__all__ = ["effective_degrees_of_freedom", "ridge", "ridge_path"]


def ridge(A: MatrixLike, b: ColumnLike, penalty: float, *, intercept: bool = False) -> Array:
    """Compute the x that minimizes ‖b − A x‖² + λ‖x‖².

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    penalty : float
        λ, not negative.  0 stands for the limit λ → 0: the shortest least-squares solution.
    intercept : bool, default False
        Put a column of ones in front of A, whose coefficient costs nothing.

    Returns
    -------
    ndarray, shape (n,), or (n + 1,) with an intercept
        The minimizer, float64; with ``intercept=True`` the intercept is its first entry.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if an entry of x
        overflows, or if ``penalty`` is not a finite number from 0 on.
    ShapeError
        If A is no list of rows, or ``b`` is no list with one entry for each row.

    Notes
    -----
    For λ > 0 there is one minimizer, whatever the rank [1]_.  A column of zeros gets the
    coefficient 0.  The columns are not divided by their deviations: in other units the same λ
    means something else, so divide first where units differ.

    It is the least-squares problem with the rows √λ I below A (and a column of ones before it,
    for an intercept), solved and refined like ``least_squares``, with λ itself in the residuals:
    normally x comes out with nearly all digits that the rounded A, b and λ determine, also small
    entries beside large ones.  With more columns than rows, in the coordinates of an
    orthonormal basis of the row space, it is right relative to ‖x‖.  Where √λ is below
    max(m, n)·eps·σ₁ and the rank is lower than n, the answer is the limit.

    Programs weigh the two parts differently.  With N = m rows and our λ, and an intercept that
    costs nothing in each of them but PyTorch's, the same x comes from

    ==================================  =====================================  ===============
    program                             what it minimizes                      its parameter
    ==================================  =====================================  ===============
    ``numeric.ridge``, ``exact.ridge``  ‖b − A x‖² + λ‖x‖²                     λ
    scikit-learn ``Ridge(alpha)``       ‖b − A x‖² + α‖x‖²                     α = λ
    scikit-learn ``ElasticNet``,        ‖b − A x‖²/(2N) + α‖x‖²/2              α = λ/N
    ``l1_ratio=0``
    R ``glmnet(alpha=0)``, A already    ‖b − A x‖²/(2N) + λ′‖x‖²/(2s)          λ′ = s λ/N
    standardized, b of deviation s
    R ``MASS::lm.ridge(lambda)``, A     ‖b − A x‖² + λ‖x‖²                     λ
    already standardized
    PyTorch ``MSELoss`` and SGD's       ‖b − A x‖²/N + w‖x‖²/2                 w = 2λ/N
    ``weight_decay``
    half the sum of squares             ‖b − A x‖²/2 + μ‖x‖²/2                 μ = λ
    mean of squares                     ‖b − A x‖²/N + μ‖x‖²                   μ = λ/N
    ==================================  =====================================  ===============

    .. [1] A. E. Hoerl and R. W. Kennard, "Ridge regression", *Technometrics* 12 (1970), 55-67.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.numeric import ridge
    >>> ridge([[1, 1], [1, 1]], [2, 2], 1).round(12).tolist()
    [0.8, 0.8]
    >>> ridge([[0], [1], [2]], [1, 3, 5], 2, intercept=True).round(12).tolist()
    [2.0, 1.0]
    """
    weight = at_least_zero(penalty, "penalty")
    matrix = read_matrix(A)
    right = read_column(b, matrix)
    exponent, size = exponent_of(matrix), exponent_of(right)
    with np.errstate(over="ignore", under="ignore"):
        weight = float(np.ldexp(weight, -2 * exponent))
        matrix, right = np.ldexp(matrix, -exponent), np.ldexp(right, -size)
    if np.isinf(weight):
        matrix, weight = 0 * matrix, 1.0
    x = _minimizer(matrix, right, weight, intercept=intercept)
    powers = np.full(len(x), size - exponent)
    powers[:intercept] = size
    return unscale(x, powers)


def _minimizer(A: Array, b: Array, weight: float, *, intercept: bool) -> Array:
    """Minimize ‖A x − b‖² + λ‖x‖², where entries are at most 1."""
    m, n = A.shape
    if weight and n > m:  # x is in the row space: one coordinate for each row
        Q, R = qr(A.T, mode="economic", check_finite=False)
        z = _minimizer(R.T, b, weight, intercept=intercept)
        return np.concatenate([z[:intercept], Q @ z[intercept:]])
    tau, penalties = cut_off(A.shape, None), np.full(n, weight)
    if not intercept:
        return minimize(A, b, penalties, tau)
    with_ones = np.column_stack([np.ones(m), A])
    unique, x = minimize_or_shortest(with_ones, b, np.append(0.0, penalties), tau)
    if unique:
        return x
    columns, means = centered(A)
    right, mean = centered(b[:, np.newaxis])
    x = minimize(columns, right[:, 0], penalties, tau)
    return np.append(mean - means @ x, x)


def ridge_path(
    A: MatrixLike, b: ColumnLike, penalties: ArrayLike, *, intercept: bool = False
) -> Array:
    """Compute the ridge solutions of many penalties from one singular value decomposition.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    penalties : array_like, shape (k,)
        The λ, none negative, in any order.  0 stands for the limit λ → 0.
    intercept : bool, default False
        Put a column of ones in front of A, whose coefficient costs nothing.

    Returns
    -------
    ndarray, shape (k, n), or (k, n + 1) with an intercept
        One solution in each row, float64.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if an entry of x
        overflows, or if a penalty is negative or not finite.
    ShapeError
        If A is no list of rows, ``b`` is no list with one entry for each row, or ``penalties``
        is no list.

    Notes
    -----
    With A = U Σ Vᵀ, x(λ) = Σ σ/(σ² + λ) (u·b) v [1]_; U itself is not needed.  Singular values
    up to max(m, n)·eps·σ₁ count as zero, as for ``pseudoinverse``.

    Errors are those of a change of A by some eps·σ₁: at most about eps·(1 + σ₁/√λ)·‖b‖/√λ in x,
    and small entries may have no correct digit, where ``ridge`` has nearly all.

    .. [1] T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning*, 2nd
       ed., section 3.4.1.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.numeric import ridge_path
    >>> ridge_path([[1, 1], [1, 1]], [2, 2], [0, 1, 12]).round(12).tolist()
    [[1.0, 1.0], [0.8, 0.8], [0.25, 0.25]]
    """
    matrix = read_matrix(A)
    column = read_column(b, matrix)
    weights = read_penalties(penalties)
    found = spectrum(matrix, intercept=intercept)
    right = target(column, found)
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        x, front = found.solutions(right, weights)
    solutions = unscale(x, right.exponent - found.exponent)
    if not intercept:
        return solutions
    return np.column_stack([unscale(front, right.exponent), solutions])


def effective_degrees_of_freedom(A: MatrixLike, penalty: float | ArrayLike) -> float | Array:
    """Add the shares σ²/(σ² + λ): how many directions the ridge solution uses.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank; without the column of ones of an intercept.
    penalty : float, or array_like of shape (k,)
        λ, not negative, or several of them.

    Returns
    -------
    float, or ndarray of shape (k,)
        The sum: the rank for λ = 0, less for more, towards 0.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or if a penalty is
        negative or not finite.
    ShapeError
        If A is no list of rows, or ``penalty`` neither a number nor a list of numbers.

    Notes
    -----
    It is the trace of A(AᵀA + λI)⁻¹Aᵀ, the sum of the leverages [1]_.  An intercept that costs
    nothing adds 1 to what the columns less their means have.  Singular values up to
    max(m, n)·eps·σ₁ count as zero.

    .. [1] T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning*, 2nd
       ed., formula 3.50.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.numeric import effective_degrees_of_freedom
    >>> effective_degrees_of_freedom([[1, 0], [0, 3]], 1)
    1.4
    >>> effective_degrees_of_freedom([[1, 1], [1, 1]], [0, 4]).round(12).tolist()
    [1.0, 0.5]
    """
    matrix = read_matrix(A)
    one, penalties = read_one_or_several(penalty, "penalty")
    found = spectrum(matrix, intercept=False).kept(penalties).sum(axis=1)
    return float(found[0]) if one else np.asarray(found)
