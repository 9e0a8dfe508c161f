"""Kernels of distances: Gaussian, Laplace and Matérn."""

from __future__ import annotations

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.penalties import above_zero
from linalg_book.numeric.reading.points import PointsLike, read_points
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.numeric.solving.distances import of_distances
from linalg_book.numeric.solving.profiles import Radial, gaussian, laplace, matern

__all__ = ["gaussian_kernel", "laplace_kernel", "matern_kernel"]


def gaussian_kernel(
    X: MatrixLike, Z: PointsLike = None, *, length_scale: float = 1.0
) -> float | Array:
    """Compute exp(−‖x − z‖²/(2ℓ²)).

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    length_scale : float, default 1
        ℓ > 0, in the unit of X.  Programs that ask for γ have γ = 1/(2ℓ²).

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values; without Z it is symmetric to the bit and exactly 1 on its
        diagonal.  For two single rows their value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or if
        ``length_scale`` is not a finite number above 0.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    Strictly positive definite: for different points the matrix is invertible [1]_, in exact
    arithmetic.  In floating point its eigenvalues fall below rounding for few points already.

    With more than 8 coordinates distances are computed by products, as ‖x‖² + ‖z‖² − 2 x·z with
    the origin at the mean; pairs with less than 2⁻⁶ of the first two terms are subtracted.  So
    distances are right up to some 10⁻¹⁵ of themselves, and equal points give exactly 1.

    .. [1] C. A. Micchelli, "Interpolation of scattered data", *Constructive Approximation* 2
       (1986), 11-22.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.numeric import gaussian_kernel
    >>> gaussian_kernel([[0], [1], [2]], length_scale=1).round(4).tolist()
    [[1.0, 0.6065, 0.1353], [0.6065, 1.0, 0.6065], [0.1353, 0.6065, 1.0]]
    >>> round(gaussian_kernel([0, 0], [3, 4], length_scale=5), 4)
    0.6065
    """
    return _radial(X, Z, length_scale, gaussian)


def laplace_kernel(
    X: MatrixLike, Z: PointsLike = None, *, length_scale: float = 1.0
) -> float | Array:
    """Compute exp(−‖x − z‖/ℓ).

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    length_scale : float, default 1
        ℓ > 0, in the unit of X.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values; without Z it is symmetric to the bit and exactly 1 on its
        diagonal.  For two single rows their value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, or if
        ``length_scale`` is not a finite number above 0.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    The distance is the Euclidean one, so this is ``matern_kernel`` with ν = 1/2 [1]_; it has a
    corner where x = z, so near points need distances with a small *relative* error, which
    ``gaussian_kernel`` describes.  ``sklearn.metrics.pairwise.laplacian_kernel`` adds absolute
    differences instead: it is the same for one coordinate only.

    .. [1] C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine Learning*,
       section 4.2.1.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.numeric import laplace_kernel
    >>> laplace_kernel([[0], [1], [2]], length_scale=2).round(4).tolist()
    [[1.0, 0.6065, 0.3679], [0.6065, 1.0, 0.6065], [0.3679, 0.6065, 1.0]]
    """
    return _radial(X, Z, length_scale, laplace)


def matern_kernel(
    X: MatrixLike, Z: PointsLike = None, *, nu: float = 1.5, length_scale: float = 1.0
) -> float | Array:
    """Compute Matérn's kernel for ν = 1/2, 3/2 or 5/2: smoother for larger ν.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    nu : float, default 1.5
        ν: 0.5, 1.5 or 2.5.
    length_scale : float, default 1
        ℓ > 0, in the unit of X.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values; without Z it is symmetric to the bit and exactly 1 on its
        diagonal.  For two single rows their value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``nu`` is another
        number, or if ``length_scale`` is not a finite number above 0.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    With r = ‖x − z‖/ℓ: e⁻ʳ for ν = 1/2, (1 + s)e⁻ˢ with s = √3 r for ν = 3/2, and
    (1 + s + s²/3)e⁻ˢ with s = √5 r for ν = 5/2 [1]_.  For ν → ∞ it becomes ``gaussian_kernel``.

    .. [1] C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine Learning*,
       formulas 4.16 and 4.17.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.numeric import matern_kernel
    >>> matern_kernel([[0], [1]], nu=1.5).round(4).tolist()
    [[1.0, 0.4834], [0.4834, 1.0]]
    """
    return _radial(X, Z, length_scale, matern(nu))


def _radial(X: MatrixLike, Z: PointsLike, length_scale: float, of: Radial) -> float | Array:
    """Compute a function of distances."""
    length = above_zero(length_scale, "length_scale")
    points = read_points(X, Z)
    return points.answer(of_distances(points, length, of.value))
