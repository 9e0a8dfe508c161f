"""Bases of null spaces, read off a reduced echelon form."""

from collections.abc import Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.conversion import to_fraction


def solutions_of_echelon(reduced: DomainMatrix, pivots: Sequence[int]) -> list[list[Any]]:
    """List a solution of R w = 0 for each column without a pivot: 1 there, 0 at the others."""
    n, entries = reduced.shape[1], reduced.to_list()
    one, zero = reduced.domain.one, reduced.domain.zero
    basis = []
    for j in sorted(set(range(n)) - set(pivots)):
        w = [one if i == j else zero for i in range(n)]
        for i, pivot in enumerate(pivots):
            w[pivot] = -entries[i][j]
        basis.append(w)
    return basis


def null_space_rows(A: DomainMatrix) -> DomainMatrix:
    """Find a basis of the null space of a rational matrix: primitive integer rows."""
    return rows_of_echelon(*A.rref())


def rows_of_echelon(reduced: DomainMatrix, pivots: Sequence[int]) -> DomainMatrix:
    """Find the same from the reduced echelon form."""
    return primitive_rows(solutions_of_echelon(reduced.to_dense(), pivots), reduced.shape[1])


def primitive_rows(rows: Sequence[Sequence[Any]], width: int) -> DomainMatrix:
    """Scale each row of rational numbers to integers without a common divisor."""
    zero = QQ.zero
    scaled = []
    for entries in rows:
        places = [j for j, x in enumerate(entries) if x]
        line = [zero] * width
        for j, x in zip(places, primitive([to_fraction(entries[j]) for j in places]), strict=True):
            line[j] = QQ(x)
        scaled.append(line)
    return DomainMatrix(scaled, (len(scaled), width), QQ)


def primitive(values: Sequence[Fraction]) -> tuple[int, ...]:
    """Scale to integers without a common divisor, the first nonzero one positive."""
    scale = lcm(*(x.denominator for x in values))
    integers = [int(x * scale) for x in values]
    divisor = gcd(*integers) or 1
    sign = next((-1 if x < 0 else 1 for x in integers if x), 1)
    return tuple(sign * x // divisor for x in integers)
