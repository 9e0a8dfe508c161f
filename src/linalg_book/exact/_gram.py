"""Independent columns with the inverse of their Gram matrix: B⁺ = (Bᵀ B)⁻¹ Bᵀ."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sympy
from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from linalg_book.exact._quotients import Quotient, unit


@dataclass(frozen=True, eq=False)
class Congruence:
    """The product P S Pᵀ of integers P and fractions S; it is multiplied when it is shown."""

    P: DomainMatrix
    S: Quotient

    @cached_property
    def product(self) -> Quotient:
        """Multiply."""
        P = Quotient(self.P)
        return P @ self.S @ P.transpose

    @property
    def transpose(self) -> "Congruence":
        """Return the transpose, P Sᵀ Pᵀ."""
        return Congruence(self.P, self.S.transpose)

    def __eq__(self, other: object) -> bool:
        """Compare the factors; if they differ, compare the products."""
        if not isinstance(other, Congruence):
            return NotImplemented
        return (self.P == other.P and self.S == other.S) or self.product == other.product

    def __hash__(self) -> int:
        """Hash what is the same for equal products."""
        return hash(self.P.shape[0])

    def to_Matrix(self) -> sympy.ImmutableMatrix:  # noqa: N802 (as DomainMatrix calls it)
        """Return the product; formulas call this when they are shown."""
        return self.product.matrix


@dataclass(frozen=True, eq=False)
class Gram:
    """An integer matrix B with independent columns, its Gram matrix and the inverse of that."""

    B: DomainMatrix
    matrix: DomainMatrix
    inverse: Quotient

    @classmethod
    def from_columns(cls, B: DomainMatrix) -> "Gram":
        """Multiply and invert."""
        matrix = B.transpose().matmul(B)
        return cls(B, matrix, inverse(matrix))

    @cached_property
    def inverted(self) -> bool:
        """Whether the inverse is one: multiplied."""
        return (self.inverse @ Quotient(self.matrix)).is_unit

    @property
    def projection(self) -> Congruence:
        """Return B B⁺ = B (Bᵀ B)⁻¹ Bᵀ."""
        return Congruence(self.B, self.inverse)


def inverse(M: DomainMatrix) -> Quotient:
    """Invert an integer matrix: integers over one positive denominator."""
    numerator, denominator = _inverse(M)
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    return Quotient(numerator, denominator)


def _inverse(M: DomainMatrix) -> tuple[DomainMatrix, Any]:
    """Eliminate in M beside the unit matrix; python-flint does so without fractions."""
    if GROUND_TYPES != "flint":
        numerator, denominator = M.inv_den(method="rref")
        return numerator, denominator
    n = M.shape[0]
    beside: list[Any] = []
    for row, of_unit in zip(M.to_list(), unit(n).to_list(), strict=True):
        beside += row
        beside += of_unit
    # DomainMatrix.rref_den would leave python-flint.
    reduced, denominator, _ = DomainMatrix.from_list_flat(beside, (n, 2 * n), ZZ).rep.rep.rref()
    entries = reduced.entries()
    if entries[2 * n * (n - 1) + n - 1] == 0:
        raise DMNonInvertibleMatrixError("the matrix is not invertible")
    right = [x for i in range(n) for x in entries[2 * n * i + n : 2 * n * (i + 1)]]
    return DomainMatrix.from_list_flat(right, (n, n), ZZ), denominator
