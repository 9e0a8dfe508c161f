"""Least norm and ridge regression from inner products alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.penalties import read_one_or_several
from linalg_book.numeric.reading.symmetric import read_between, read_symmetric, read_targets
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.kernel_left_out import left_out
from linalg_book.numeric.solving.semidefinite import Semidefinite, decompose

__all__ = ["KernelRegression", "kernel_regression"]

REMEDY = "divide y by a power of 2"


@dataclass(frozen=True, eq=False)
class KernelRegression:
    """Coefficients of the points, and what each point misses when the others predict it.

    For one penalty ``alpha``, ``residuals`` (of left-out points), ``leverages`` have shape (N,)
    and ``mean_square`` (of the residuals) is a number; for k of them the shapes are (k, N) and
    (k,).  ``rank`` is that of K.  ``settled`` is ``alpha`` less its part in the null space of K.
    """

    alpha: Array
    residuals: Array
    leverages: Array
    mean_square: float | Array
    rank: int
    settled: Array

    def predict(self, between: MatrixLike) -> Array:
        """Predict from k(Z, X), the kernel of new points with the old ones: (M, N) to (M,).

        With k penalties the answer has shape (k, M).  The part of ``alpha`` in the null space of
        K changes no prediction; it is left out, because rounding would let it.
        """
        kernel = read_between(between, self.settled.shape[-1])
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            return unscale(self.settled @ kernel.T, 0, "predictions", REMEDY)


def kernel_regression(
    K: MatrixLike,
    y: ColumnLike,
    penalty: float | ArrayLike = 0.0,
    *,
    rtol: float | None = None,
) -> KernelRegression:
    """Fit y by a combination of kernels at the points: α = K⁺y, or (K + λI)⁻¹y.

    Parameters
    ----------
    K : array_like, shape (N, N)
        The kernel for all pairs of points: symmetric, without negative eigenvalues.
    y : array_like, shape (N,)
        The values at the points.
    penalty : float, or array_like of shape (k,), default 0
        λ, not negative, in the unit of K; or several of them, which share one
        eigendecomposition.  0 stands for the limit λ → 0: K⁺y.
    rtol : float, optional
        Eigenvalues up to ``rtol`` times the largest count as zero.  The default is N·eps.

    Returns
    -------
    KernelRegression
        A frozen record with ``alpha``, ``residuals`` (yᵢ less its prediction by all other
        points), ``leverages``, ``mean_square`` (of the residuals), ``rank`` and the method
        ``predict``, which takes k(Z, X) for new points Z.

    Raises
    ------
    EmptySystemError
        If there is no point.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if a result overflows,
        if a penalty is negative or not finite, or if ``rtol`` is not in [0, 1).
    NotSemidefiniteError
        If K has an eigenvalue below −8 times what counts as zero.
    NotSymmetricError
        If K differs from its transpose by more than rounding.
    ShapeError
        If K is not square, ``y`` is no list with one entry for each row, or ``penalty`` neither
        a number nor a list of numbers.

    Notes
    -----
    The function f(x) = Σ αᵢ k(x, xᵢ) is the ridge solution in the space of features, which may
    be infinite: it minimizes ‖y − f‖² + λ‖w‖² with w = Σ αᵢ φ(xᵢ), ‖w‖² = αᵀKα [1]_.  That is
    another problem than ridge on α, whose price is λ‖α‖².  For λ = 0 it is the least-norm
    solution; where y is not in the column space of K, that among the least-squares solutions.

    The residual of a left-out point is αᵢ/((K + λI)⁻¹)ᵢᵢ.  For λ = 0 and a singular K it is that
    with K⁺ where the other points have a lower rank, else eᵢ/(1 − hᵢ), with the residual e and
    the leverage h of all points.  A rank is decided up to ``rtol``.  Smooth kernels have no gap
    between small eigenvalues and rounding: what λ = 0 gives for them depends on the last digits
    of K.

    .. [1] C. Saunders, A. Gammerman, V. Vovk, "Ridge regression learning algorithm in dual
       variables", *Proceedings of ICML* (1998), 515-521.

    Introduced in: sec-kernel-regression

    Examples
    --------
    >>> from linalg_book.numeric import kernel_regression, polynomial_kernel
    >>> X, y = [[0], [1], [2]], [1, 0, 1]
    >>> fit = kernel_regression(polynomial_kernel(X, degree=2), y)
    >>> fit.predict(polynomial_kernel([[3]], X, degree=2)).round(9).tolist()
    [4.0]
    >>> kernel_regression([[1, 1], [1, 1]], [2, 4], [0, 2]).alpha.round(9).tolist()
    [[1.5, 1.5], [0.25, 1.25]]
    """
    kernel = read_symmetric(K)
    right = read_targets(y, len(kernel))
    one, penalties = read_one_or_several(penalty, "penalty")
    found = decompose(kernel, rtol)
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        alpha, settled = (unscale(a, 0) for a in _coefficients(found, right, penalties))
        residuals, leverages = left_out(found, right, penalties)
        means = np.einsum("ij,ij->i", residuals, residuals) / len(right)
    errors = unscale(residuals, 0, "residuals", REMEDY)
    squares = unscale(means, 0, "a mean of squares", REMEDY)
    if one:
        parts = alpha[0], errors[0], leverages[0], float(squares[0])
        return KernelRegression(*parts, found.rank, settled[0])
    return KernelRegression(alpha, errors, leverages, squares, found.rank, settled)


def _coefficients(K: Semidefinite, y: Array, penalties: Array) -> tuple[Array, Array]:
    """Return α for each penalty, and α without its part in the null space."""
    weights = 1 / (K.values + penalties[:, np.newaxis])
    settled = (weights * (K.vectors.T @ y)) @ K.vectors.T
    if K.rank == len(y):
        return settled, settled
    outside = K.null @ (K.null.T @ y)
    rest = np.array([outside / penalty if penalty else 0 * outside for penalty in penalties])
    return settled + rest.reshape(settled.shape), settled
