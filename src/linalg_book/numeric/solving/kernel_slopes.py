"""How a kernel changes with its length scale."""

from __future__ import annotations

from collections.abc import Callable

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.penalties import above_zero
from linalg_book.numeric.reading.points import read_points
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.numeric.solving.distances import of_distances
from linalg_book.numeric.solving.profiles import Radial, gaussian, laplace, matern
from linalg_book.numeric.solving.radial_kernels import (
    gaussian_kernel,
    laplace_kernel,
    matern_kernel,
)

__all__ = ["kernel_slope"]


def kernel_slope(
    kernel: Callable[..., float | Array], X: MatrixLike, *, length_scale: float = 1.0,
    nu: float = 1.5,
) -> Array:  # fmt: skip
    """Differentiate a Gram matrix by the logarithm of its length scale.

    Parameters
    ----------
    kernel : function
        ``gaussian_kernel``, ``laplace_kernel`` or ``matern_kernel``.
    X : array_like, shape (N, d)
        N points with d coordinates, one a row.
    length_scale : float, default 1
        ℓ > 0, in the unit of X, where the derivative is taken.
    nu : float, default 1.5
        ν, for ``matern_kernel``: 0.5, 1.5 or 2.5.

    Returns
    -------
    ndarray, shape (N, N)
        ∂K/∂(ln ℓ) = ℓ ∂K/∂ℓ, symmetric to the bit, with zeros on the diagonal.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``kernel`` is no
        function of a length scale, ``nu`` another number, or ``length_scale`` not a finite
        number above 0.
    ShapeError
        If X is no matrix.
    TooLargeError
        If the matrix needs more memory than the machine has.

    Notes
    -----
    ``gaussian_process`` takes it for the gradient of the likelihood [1]_.  A function f(r) of
    r = ‖x − z‖/ℓ has the derivative −r f′(r).

    .. [1] C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine Learning*,
       section 5.4.1.

    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book.numeric import gaussian_kernel, kernel_slope
    >>> kernel_slope(gaussian_kernel, [[0], [1]], length_scale=1).round(4).tolist()
    [[0.0, 0.6065], [0.6065, 0.0]]
    """
    profiles: dict[object, Callable[[], Radial]] = {
        gaussian_kernel: lambda: gaussian,
        laplace_kernel: lambda: laplace,
        matern_kernel: lambda: matern(nu),
    }
    found = next((profiles[known] for known in profiles if known is kernel), None)
    if found is None:
        raise InvalidNumberError(
            f"kernel is expected to be gaussian_kernel, laplace_kernel or matern_kernel, but is "
            f"{getattr(kernel, '__name__', repr(kernel))}: choose one of them."
        ).about("kernel")
    length, profile = above_zero(length_scale, "length_scale"), found().slope
    return of_distances(read_points(X), length, profile)
