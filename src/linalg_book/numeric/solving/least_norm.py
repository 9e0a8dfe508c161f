"""The least-norm solution in floating point, through the singular value decomposition."""

from __future__ import annotations

import numpy as np

from linalg_book.errors import InconsistentSystemError
from linalg_book.numeric.reading.floats import EPS, Array, unscale
from linalg_book.numeric.reading.matrices import cut_off
from linalg_book.numeric.reading.systems import (
    ColumnLike,
    MatrixLike,
    ScaledSystem,
    read_system,
    scale,
)

__all__ = ["least_norm"]

CONSISTENCY = 16.0
"""How many times the rounding level a residual may be before the system counts as impossible."""


def least_norm(A: MatrixLike, b: ColumnLike, *, rtol: float | None = None) -> Array:
    """Compute the shortest solution of a consistent system A x = b.

    Parameters
    ----------
    A : array_like, shape (n,) or (m, n)
        One row of coefficients, or the matrix of a system.
    b : array_like, shape () or (m,)
        The right-hand side: a number if ``A`` is one row.
    rtol : float, optional
        Singular values up to ``rtol`` times the largest one count as zero.
        The default is max(m, n)·eps with eps = 2⁻⁵².  Less than that takes for real what may
        be rounding only: a dependent row can then spoil the answer unnoticed.

    Returns
    -------
    ndarray, shape (n,)
        The solution, float64.

    Raises
    ------
    InconsistentSystemError
        If the residual is beyond rounding (see Notes); the message gives it.
    InvalidNumberError
        If an entry is NaN, infinite, complex, no number, or the solution overflows.
    ShapeError, EmptySystemError
        If the rows and ``b`` do not fit together, or there are none.

    Notes
    -----
    Each equation is first divided by a power of 2 near its largest coefficient.  This changes no
    solution and rounds nothing but coefficients some 300 decades below the largest of their
    row; it lets equations of very different size count alike.  The cut-off applies to the
    singular values after it.

    The system counts as consistent if ‖A x − b‖ ≤ 16 τ (σ₁‖x‖ + ‖b‖), where τ is the larger of
    ``rtol`` and max(m, n)·eps.  This bounds the backward error of x.  Near the bound the
    decision is doubtful in both directions: x = 1 and x = 1 + 10⁻¹⁵ count as consistent, nearly
    dependent rows may lose a solution of size 1/eps, and beside a solution of size 10²⁰ the
    contradiction y = 1, y = 2 is not seen.  ``exact.least_norm`` decides such cases.  Errors are
    relative to ‖x‖ likewise: an entry below eps·‖x‖ may have no correct digit.

    The method is described in Golub and Van Loan, Matrix Computations, 4th edition,
    section 5.5.

    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book.numeric import least_norm
    >>> [round(float(entry), 12) for entry in least_norm([[1, 1, 1], [1, -1, 0]], [6, 2])]
    [3.0, 1.0, 2.0]
    """
    coefficients, right = read_system(A, b)
    tau = cut_off(coefficients.shape, rtol)
    system = scale(coefficients, right)
    rounding = max(coefficients.shape) * EPS
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        x, largest = _solve(system, tau)
        _refuse_inconsistent(system, x, largest, max(rounding, tau))
    return unscale(x, system.exponent)


def _solve(system: ScaledSystem, rtol: float) -> tuple[Array, float]:
    """Return the least-norm solution of the scaled system and the largest singular value."""
    U, sigma, Vt = np.linalg.svd(system.A, full_matrices=False)
    largest = float(sigma[0])
    rank = int(np.count_nonzero(sigma > rtol * largest))
    coordinates = (U[:, :rank].T @ system.b) / sigma[:rank]
    return Vt[:rank].T @ coordinates, largest


def _refuse_inconsistent(system: ScaledSystem, x: Array, largest: float, tolerance: float) -> None:
    residual = float(np.linalg.norm(system.A @ x - system.b))
    size = largest * float(np.linalg.norm(x)) + float(np.linalg.norm(system.b))
    if residual > CONSISTENCY * tolerance * size:
        raise InconsistentSystemError(
            f"expected a system with a solution, but the best x leaves a residual of "
            f"{residual / size:.1e}, relative to the scaled system: change the right-hand side, "
            "or give a smaller rtol if a small singular value was cut off."
        )
