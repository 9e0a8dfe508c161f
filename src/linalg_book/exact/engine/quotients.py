"""Rational matrices as integers over one denominator: products without a gcd for each entry."""

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import sympy
from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.matrices import read_matrix

SAMPLE = 6
"""Entries whose common divisor is tried before that of all.

For 30×40 and 60×70 that halves the time (1.84 and 1.87 times as fast), with any number from 3 to
50; one entry alone may mislead, and then it takes 1.5 times as long
(``benchmarks/pinv_thresholds.py``, python-flint 0.9.0, SymPy 1.14.0, AMD EPYC of family 26).
"""
LONG = 800
"""Bits of a denominator from which on it pays to divide by a common divisor.

Time without division by that with it: 0.87 for 351 bits (40×40 of rank 20), 0.88 for 569, 1.02
for 783, 1.16 for 1007; without python-flint 1.00 for 351 and 460.
"""


@dataclass(frozen=True, eq=False)
class Quotient:  # noqa: PLW1641 (one matrix has many forms, and none goes into a set)
    """An integer matrix over a positive integer, not necessarily in lowest terms."""

    numerator: DomainMatrix
    denominator: Any = ZZ.one

    @classmethod
    def from_rational(cls, matrix: DomainMatrix) -> "Quotient":
        """Put a matrix of fractions over one denominator, the least."""
        entries = matrix.to_dense().to_list_flat()
        common = ZZ.one
        for x in entries:
            if common % x.denominator:
                common = ZZ.lcm(common, x.denominator)
        integers = [x.numerator * (common // x.denominator) for x in entries]
        return cls(DomainMatrix.from_list_flat(integers, matrix.shape, ZZ), common)

    @classmethod
    def reduced(cls, numerator: DomainMatrix, denominator: Any) -> "Quotient":
        """Divide by what all entries and the denominator have in common."""
        entries = numerator.to_list_flat()
        for tried in (entries[:SAMPLE], entries):  # a few entries nearly always tell
            common = abs(denominator)
            for entry in tried:
                common = ZZ.gcd(common, entry)
                if common == 1:
                    break
            if denominator < 0:
                common = -common
            integers = [entry // common for entry in entries] if common != 1 else entries
            shorter = DomainMatrix.from_list_flat(integers, numerator.shape, ZZ)
            if shorter * common == numerator:
                break
        return cls(shorter, denominator // common)

    def shortened(self) -> "Quotient":
        """Divide long numbers by what they have in common; for short ones it does not pay."""
        if int(self.denominator).bit_length() > LONG:
            return Quotient.reduced(self.numerator, self.denominator)
        return self

    def __eq__(self, other: object) -> bool:
        """Tell whether two matrices are equal, by integers only."""
        if self is other:
            return True
        if not isinstance(other, Quotient):
            return NotImplemented
        if self.denominator == other.denominator:
            return bool(self.numerator == other.numerator)
        left, right = self.times(other.denominator), other.times(self.denominator)
        return bool(left.numerator == right.numerator)

    @property
    def shape(self) -> tuple[int, int]:
        """Return the numbers of rows and columns."""
        rows, columns = self.numerator.shape
        return int(rows), int(columns)

    @cached_property
    def transpose(self) -> "Quotient":
        """Return the transpose."""
        return Quotient(self.numerator.transpose(), self.denominator)

    def __matmul__(self, other: "Quotient") -> "Quotient":
        """Multiply two matrices."""
        return Quotient(
            self.numerator.matmul(other.numerator), self.denominator * other.denominator
        )

    def times(self, factor: Any) -> "Quotient":
        """Multiply by an integer."""
        return self if factor == 1 else Quotient(self.numerator * factor, self.denominator)

    @cached_property
    def is_unit(self) -> bool:
        """Tell the unit matrix; one entry decides in most cases."""
        n, columns = self.shape
        if n != columns or n == 0 or self.numerator[0, 0].element != self.denominator:
            return False
        return bool(self.numerator == unit(n) * self.denominator)

    def to_rational(self) -> DomainMatrix:
        """Return a matrix over the rational numbers, each entry in lowest terms."""
        if self.denominator == 1:
            return self.numerator.convert_to(QQ)
        return self.numerator.convert_to(QQ) * QQ(1, self.denominator)

    @cached_property
    def matrix(self) -> sympy.ImmutableMatrix:
        """Return an immutable SymPy matrix."""
        return self.to_rational().to_Matrix().as_immutable()

    def to_Matrix(self) -> sympy.ImmutableMatrix:  # noqa: N802 (as DomainMatrix calls it)
        """Return the same; formulas call this when they are shown."""
        return self.matrix


@lru_cache(maxsize=16)
def unit(n: int) -> DomainMatrix:
    """Return the unit matrix, of integers."""
    return DomainMatrix.eye(n, ZZ).to_dense()


def read_quotient(A: Any) -> Quotient:
    """Read a matrix; one of plain integers, the usual one, takes the short way."""
    if type(A) is list and A and all(type(row) is list for row in A):
        n = len(A[0])
        if all(len(row) == n and {*map(type, row)} <= {int} for row in A):
            rows = [list(map(ZZ.dtype, row)) for row in A]
            return Quotient(DomainMatrix(rows, (len(A), n), ZZ))
    if isinstance(A, sympy.MatrixBase):
        M = A.to_DM()
        if M.domain == ZZ:
            return Quotient(M.to_dense())
    return Quotient.from_rational(read_matrix(A))
