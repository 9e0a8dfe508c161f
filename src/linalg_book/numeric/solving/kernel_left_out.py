"""Errors of left-out points from the fit of all points, by kernels."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.semidefinite import Semidefinite


def left_out(K: Semidefinite, y: Array, penalties: Array) -> tuple[Array, Array]:
    """Return the errors and the leverages, one row for each penalty.

    Both forms of αᵢ/((K + λI)⁻¹)ᵢᵢ have sums of positive numbers below the fraction bar: one is
    scaled by λ, so that only the null space stays for λ = 0, the other by the smallest
    eigenvalue and without the null space, for points which the others do not reach.
    """
    U, values, shifts = K.vectors, K.values, penalties[:, np.newaxis]
    squares, coordinates = U * U, U.T @ y
    leverages = (values / (values + shifts)) @ squares.T
    beyond = np.einsum("ij,ij->i", K.null, K.null)
    needed = beyond <= K.cut * (squares @ (1 / values))
    least = np.min(values, initial=np.inf)
    weights = (least + shifts) / (values + shifts)
    errors = np.empty_like(leverages)
    errors[:, needed] = (weights * coordinates) @ U[needed].T
    errors[:, needed] /= weights @ squares[needed].T
    if not np.all(needed):
        others, lost = ~needed, shifts / (values + shifts)
        outside = K.null[others] @ (K.null.T @ y)
        errors[:, others] = (lost * coordinates) @ U[others].T + outside
        errors[:, others] /= lost @ squares[others].T + beyond[others]
    return errors, np.minimum(leverages, 1.0)
