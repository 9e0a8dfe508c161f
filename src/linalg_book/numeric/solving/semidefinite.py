"""A symmetric matrix without negative eigenvalues, as U Λ Uᵀ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from linalg_book.errors import NotSemidefiniteError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import cut_off

NEGATIVE = 8
"""An eigenvalue below minus so many times the cut-off is no rounding error."""


@dataclass(frozen=True)
class Semidefinite:
    """Eigenvalues above the cut-off, ascending, their vectors, and those of the null space.

    The former are an r-vector and N×r, the latter N×(N − r).  ``cut`` is the largest size of an
    eigenvalue that counts as zero.
    """

    values: Array
    vectors: Array
    null: Array
    cut: float

    @property
    def rank(self) -> int:
        """Return the number of eigenvalues that are not zero."""
        return len(self.values)


def decompose(K: Array, rtol: Any, name: str = "K", largest: float = 0.0) -> Semidefinite:
    """Decompose a symmetric matrix; refuse negative eigenvalues.

    Where the matrix is a difference of others, ``largest`` is the size of these.
    """
    tau = cut_off(K.shape, rtol)
    values, vectors = np.linalg.eigh(K)
    cut = tau * max(float(np.max(np.abs(values))), largest)
    if values[0] < -NEGATIVE * cut:
        raise NotSemidefiniteError(
            f"{name} is expected to have no negative eigenvalue, but its smallest one is "
            f"{values[0]:.3g}: no kernel and no covariance leads to such a matrix; change it, or "
            f"give a larger rtol if this is rounding."
        ).about(name)
    null = len(K) - int(np.count_nonzero(values > cut))
    return Semidefinite(values[null:], vectors[:, null:], vectors[:, :null], cut)
