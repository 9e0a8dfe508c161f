"""From fractions to SymPy's fast matrices over the rational numbers, and back."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.symbols import symbols_in


def domain_matrix(rows: Sequence[Sequence[Fraction]], width: int) -> DomainMatrix:
    """Put fractions into SymPy's fast matrices over the rational numbers."""
    entries = [[QQ(x.numerator, x.denominator) for x in row] for row in rows]
    return DomainMatrix(entries, (len(rows), width), QQ)


def domain_column(entries: Sequence[Any]) -> DomainMatrix:
    """Put a column of numbers and polynomials into SymPy's fast matrices."""
    symbols = symbols_in(entries)
    if not symbols:
        return domain_matrix([(entry,) for entry in entries], 1)
    domain = QQ[symbols]
    values = [[domain.from_sympy(sympy.sympify(entry))] for entry in entries]
    return DomainMatrix(values, (len(values), 1), domain)


def to_sympy(values: DomainMatrix) -> sympy.ImmutableMatrix:
    """Turn a DomainMatrix into an immutable SymPy matrix."""
    return values.to_Matrix().as_immutable()


def to_fraction(element: Any) -> Fraction:
    """Turn an element of a DomainMatrix, whatever its ground type, into a fraction."""
    return Fraction(int(element.numerator), int(element.denominator))
