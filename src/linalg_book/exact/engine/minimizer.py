"""All x that bring A x as near to b as possible, the shortest, and the one with a penalty."""

from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.null_space import rows_of_echelon
from linalg_book.exact.engine.right_sides import solve


@dataclass(frozen=True)
class Minimizer:
    """The minimizers of the length of b − A x, through A = C R of full rank.

    ``C`` keeps the columns of A with the indices ``kept``; ``R`` is the reduced echelon form
    without its zero rows.  ``basic`` is the minimizer that is 0 for the other columns and
    ``x`` the shortest one; ``projection`` is A x; ``null_space_rows`` are primitive integers.
    """

    C: DomainMatrix
    R: DomainMatrix
    kept: tuple[int, ...]
    basic: DomainMatrix
    x: DomainMatrix
    projection: DomainMatrix
    null_space_rows: DomainMatrix

    @property
    def rank(self) -> int:
        """Return the rank of A."""
        return len(self.kept)


def minimize(A: DomainMatrix, b: DomainMatrix) -> Minimizer:
    """Solve CᵀC z = Cᵀb, and then R x = z by x = Rᵀ(R Rᵀ)⁻¹z."""
    C, R, kept = factor(A)
    n, right = A.shape[1], b.shape[1]
    z = solve(C.transpose() * C, C.transpose() * b)
    full = len(kept) == n
    x = z if full else R.transpose() * solve(R * R.transpose(), z)
    return Minimizer(C, R, kept, _placed(z, kept, (n, right)), x, C * z, rows_of_echelon(R, kept))


def factor(A: DomainMatrix) -> tuple[DomainMatrix, DomainMatrix, tuple[int, ...]]:
    """Write A = C R: independent columns of A times the reduced echelon form."""
    (m, n), (reduced, kept) = A.shape, A.rref()
    if not kept:
        return DomainMatrix.zeros((m, 0), QQ).to_dense(), DomainMatrix([], (0, n), QQ), ()
    C = A.extract(list(range(m)), list(kept))
    return C, reduced.extract(list(range(len(kept))), list(range(n))), tuple(kept)


def penalized(A: DomainMatrix, b: DomainMatrix, weight: Any) -> DomainMatrix:
    """Minimize ‖b − A x‖² + weight ‖x‖² for a positive weight, by the smaller of two systems."""
    m, n = A.shape
    T = A.transpose()
    if m < n:
        return T * solve(A * T + DomainMatrix.eye(m, QQ).to_dense() * weight, b)
    return solve(T * A + DomainMatrix.eye(n, QQ).to_dense() * weight, T * b)


def squared_length(v: DomainMatrix) -> sympy.Expr:
    """Return the dot product of a column with itself."""
    total = sum((entry * entry for entry in v.to_list_flat()), v.domain.zero)
    return v.domain.to_sympy(total)


def _placed(z: DomainMatrix, rows: tuple[int, ...], shape: tuple[int, int]) -> DomainMatrix:
    """Put the rows of z where they belong among rows of zeros."""
    entries = [[z.domain.zero] * shape[1] for _ in range(shape[0])]
    for row, values in zip(rows, z.to_list(), strict=True):
        entries[row] = list(values)
    return DomainMatrix(entries, shape, z.domain)
