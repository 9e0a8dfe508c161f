"""Normal equations in integers, whatever the units of the columns are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.quotients import Quotient


@dataclass(frozen=True)
class NormalSystem:
    """The equations (AᵀA + W)x = Aᵀb with a diagonal W, in the unknowns z of x = S z.

    The diagonal S makes the ``columns`` A S integers; ``matrix`` is S(AᵀA + W)S times ``factor``,
    which makes it integers, too.  So A x is the columns times z, and matrix·z is (A S)ᵀb times
    the factor.
    """

    columns: DomainMatrix
    matrix: DomainMatrix
    factor: Any

    @classmethod
    def of(cls, A: DomainMatrix, weights: Sequence[Any]) -> "NormalSystem":
        """Give each column the unit in which its entries are integers; there is at least one."""
        m, n = A.shape
        parts = [Quotient.from_rational(A.extract(range(m), [j])) for j in range(n)]
        columns = parts[0].numerator.hstack(*(part.numerator for part in parts[1:]))
        common = ZZ.one
        for weight in weights:
            common = ZZ.lcm(common, QQ(weight).denominator)
        rows = (columns.transpose() * columns * common).to_list()
        for j, (weight, part) in enumerate(zip(weights, parts, strict=True)):
            rows[j][j] += (QQ(weight) * common).numerator * part.denominator**2
        return cls(columns, DomainMatrix(rows, (n, n), ZZ), common)
