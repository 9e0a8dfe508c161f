"""Kernels of inner products: inner products of features that are never written down."""

from __future__ import annotations

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.penalties import above_zero, at_least_zero
from linalg_book.numeric.reading.points import Points, PointsLike, read_points
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["linear_kernel", "polynomial_kernel"]


def linear_kernel(X: MatrixLike, Z: PointsLike = None) -> float | Array:
    """Compute the inner products x·z.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all inner products; without Z it is symmetric to the bit.  For two single
        rows their inner product.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or a product overflows.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    Its features are the coordinates themselves [1]_.  Distances, angles and the answers of
    ``kernel_regression`` change when the origin moves.

    .. [1] B. Schölkopf and A. J. Smola, *Learning with Kernels*, section 2.1.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.numeric import linear_kernel
    >>> linear_kernel([[1, 2], [3, 4]]).tolist()
    [[5.0, 11.0], [11.0, 25.0]]
    >>> linear_kernel([1, 2], [3, 4])
    11.0
    """
    points = read_points(X, Z)
    with np.errstate(over="ignore", under="ignore"):
        return points.answer(_finite(_products(points)))


def polynomial_kernel(
    X: MatrixLike,
    Z: PointsLike = None,
    *,
    degree: int,
    c: float = 1.0,
    gamma: float = 1.0,
) -> float | Array:
    """Compute (γ x·z + c)ᵖ: inner products of all monomials up to degree p, suitably weighted.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    degree : int
        p, a whole number from 0 on.
    c : float, default 1
        Not negative, for else this is no kernel.  With 0 only the monomials of degree p remain.
    gamma : float, default 1
        γ > 0, in 1 by the square of the unit of X.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values; without Z it is symmetric to the bit.  For two single rows their
        value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``degree`` is no
        whole number from 0 on, c negative or ``gamma`` not positive, or if a value overflows.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    The features are the C(d + p, p) monomials up to degree p (for c = 0 the C(d + p − 1, p) of
    degree p), times the roots of multinomial coefficients [1]_.  scikit-learn has γ = 1/d unless
    told otherwise.

    .. [1] B. Schölkopf and A. J. Smola, *Learning with Kernels*, section 2.1.

    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book.numeric import polynomial_kernel
    >>> polynomial_kernel([[0], [1], [2]], degree=2).tolist()
    [[1.0, 1.0, 1.0], [1.0, 4.0, 9.0], [1.0, 9.0, 25.0]]
    >>> polynomial_kernel([1, 2], [3, 4], degree=2, c=0)
    121.0
    """
    power = whole_number(degree, "degree", 0, remedy="give the degree of the polynomials")
    constant, factor = at_least_zero(c, "c"), above_zero(gamma, "gamma")
    points = read_points(X, Z)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        kernel = _products(points)
        kernel *= factor
        kernel += constant
        return points.answer(_finite(_power(kernel, power)))


def _products(points: Points) -> Array:
    """Multiply all pairs; NumPy computes X Xᵀ once for both halves."""
    return points.X @ (points.X if points.Z is None else points.Z).T


def _power(values: Array, exponent: int) -> Array:
    """Multiply repeatedly: NumPy's power of floats takes ten times as long for small exponents."""
    found = np.ones_like(values)
    while exponent:
        if exponent % 2:
            found *= values
        exponent //= 2
        if exponent:
            values = values * values
    return found


def _finite(kernel: Array) -> Array:
    if not np.all(np.isfinite(kernel)):
        raise InvalidNumberError(
            "expected a kernel within the range of float64 (about 1.8e308), but an entry is "
            "beyond it: divide X by a power of 2."
        ).about("X")
    return kernel
