"""The solution nearest to the origin, in floating point."""

from __future__ import annotations

import numpy as np

from linalg_book.errors import DegenerateEquationError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike, read_system
from linalg_book.numeric.solving.least_norm import least_norm

__all__ = ["closest_point"]


def closest_point(A: MatrixLike, b: ColumnLike) -> Array:
    """Compute the solution of A x = b that is nearest to the origin.

    For one equation a·x = b this is x = (b/‖a‖²) a, scaled so that neither ‖a‖² nor the
    quotient overflows or underflows.  Several equations are solved by ``least_norm``.

    Parameters
    ----------
    A : array_like, shape (n,) or (m, n)
        The coefficients of one equation, or the matrix of several.
    b : array_like, shape () or (m,)
        The right-hand side: a number if ``A`` is one row.

    Returns
    -------
    ndarray, shape (n,)
        The nearest point, float64.

    Raises
    ------
    DegenerateEquationError
        If all coefficients and right-hand sides are zero: every point is a solution.
    InconsistentSystemError
        If there is no solution, as far as rounding lets it be seen.
    InvalidNumberError
        If an entry is NaN, infinite, complex, no number, or the solution overflows.
    ShapeError, EmptySystemError
        If the rows and ``b`` do not fit together, or there are none.

    Notes
    -----
    For one equation the relative error of each entry is at most about (n + 4)·eps with
    eps = 2⁻⁵², unless the entry itself underflows.  Several equations count as consistent by the
    rule of ``least_norm``.

    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book.numeric import closest_point
    >>> [round(float(entry), 12) for entry in closest_point([3, 4], 12)]
    [1.44, 1.92]
    """
    coefficients, right = read_system(A, b)
    if not np.any(coefficients):
        raise DegenerateEquationError
    if len(coefficients) > 1:
        return least_norm(coefficients, right)
    # a = 2^e m entry by entry, so no entry loses digits, however small beside the largest one
    mantissas, exponents = np.frexp(coefficients[0])
    _, largest = np.frexp(np.max(np.abs(coefficients)))
    right_mantissa, right_exponent = np.frexp(right[0])
    with np.errstate(under="ignore"):
        normal = np.ldexp(mantissas, exponents - largest)
        multiplier = right_mantissa / (normal @ normal)
    return unscale(multiplier * mantissas, exponents + right_exponent - 2 * largest)
