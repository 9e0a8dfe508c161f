"""Independent columns with the inverse of their Gram matrix: B⁺ = (Bᵀ B)⁻¹ Bᵀ."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sympy
from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.integer_systems import solution
from linalg_book.exact.engine.quotients import Quotient, unit

HALVES = 100 if GROUND_TYPES == "flint" else 30
"""Columns from which on it pays to eliminate for half of an inverse only.

Time of the whole divided by that of half, with python-flint: 0.75 for 80 columns, 1.20 for 100,
1.35 for 120; without: 0.66 for 20, 1.31 for 30, 1.54 for 60 (``benchmarks/pinv_thresholds.py``,
python-flint 0.9.0, SymPy 1.14.0, one core of an AMD EPYC of family 26; so for all of ``pinv``).
"""


@dataclass(frozen=True, eq=False)
class Congruence:  # noqa: PLW1641 (like a Quotient)
    """The product P S Pᵀ of integers P and fractions S; it is multiplied when it is shown."""

    P: DomainMatrix
    S: Quotient

    @cached_property
    def product(self) -> Quotient:
        """Return P S Pᵀ as one matrix."""
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
        return cls(B, matrix, inverse_of_gram(matrix))

    @cached_property
    def inverted(self) -> bool:
        """Whether the inverse is one: multiplied."""
        return (self.inverse @ Quotient(self.matrix)).is_unit

    @property
    def projection(self) -> Congruence:
        """Return B B⁺ = B (Bᵀ B)⁻¹ Bᵀ."""
        return Congruence(self.B, self.inverse)


def integer_inverse(M: DomainMatrix) -> Quotient:
    """Invert an integer matrix: integers over one positive denominator."""
    return _positive(*solution(M, unit(M.shape[0])))


def inverse_of_gram(M: DomainMatrix) -> Quotient:
    """Invert the Gram matrix of independent columns; of a large one, only half is eliminated for.

    Elimination costs about as much for each column of the inverse X.  X is symmetric, so its right
    half X₂ gives its lower left block, and the first rows of M X = I, that is P X₁₁ + Q X₂₁ = I,
    give the last one.  P is the Gram matrix of fewer columns, so it is invertible.
    """
    n = M.shape[0]
    h = n // 2
    if n < HALVES:
        return integer_inverse(M)
    first, last = range(h), range(h, n)
    one = unit(n)
    right, denominator = solution(M, one.extract(range(n), last))
    of_P = integer_inverse(M.extract(first, first))
    upper = right.extract(first, range(n - h))
    missing = unit(h) * denominator - M.extract(first, last).matmul(upper.transpose())
    corner = of_P.numerator.matmul(missing).to_list_flat()
    if any(entry % of_P.denominator for entry in corner):  # the denominator is not that of X
        return integer_inverse(M)
    exact = DomainMatrix.from_list_flat([x // of_P.denominator for x in corner], (h, h), ZZ)
    left = exact.vstack(upper.transpose())
    return _positive(left.hstack(right), denominator)


def _positive(numerator: DomainMatrix, denominator: Any) -> Quotient:
    """Move the sign into the numerator."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    return Quotient(numerator, denominator)
