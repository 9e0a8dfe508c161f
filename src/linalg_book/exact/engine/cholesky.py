"""A = L D Lᵀ of a symmetric matrix without square roots, column by column."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.orthogonal import inner_product, positive_multiple
from linalg_book.exact.reading.conversion import to_fraction

Rows = list[list[Any]]


@dataclass(frozen=True)
class Cholesky:
    """A = L D Lᵀ: ones on the diagonal of L, zeros above it, and the pivots in D.

    ``rests[k]`` is what is left of A after k columns.  Below a pivot that is zero L has zeros.
    """

    L: DomainMatrix
    pivots: tuple[Any, ...]
    rests: tuple[DomainMatrix, ...]


@dataclass(frozen=True)
class Indefinite:
    """A vector x with x·A x < 0, in whole numbers, and this product."""

    vector: tuple[Fraction, ...]
    value: Fraction


def decompose(A: DomainMatrix) -> Cholesky | Indefinite:
    """Take a multiple of a column times itself from a symmetric matrix until nothing is left."""
    n = A.shape[0]
    rest, columns = A.to_dense().to_list(), [[QQ(int(i == k)) for i in range(n)] for k in range(n)]
    pivots: list[Any] = []
    rests = [A]
    for k in range(n):
        pivot = rest[k][k]
        below = [rest[i][k] for i in range(k + 1, n)]
        if pivot < 0 or (not pivot and any(below)):
            return _negative(A, columns, _direction(rest, k))
        if pivot:
            columns[k][k + 1 :] = [entry / pivot for entry in below]
        rest = _without(rest, columns[k], pivot)
        pivots.append(pivot)
        rests.append(DomainMatrix(rest, (n, n), QQ))
    return Cholesky(DomainMatrix(columns, (n, n), QQ).transpose(), tuple(pivots), tuple(rests))


def _without(rest: Rows, column: list[Any], pivot: Any) -> Rows:
    """Subtract pivot times the column times its transpose."""
    return [
        [entry - pivot * a * b for entry, b in zip(line, column, strict=True)]
        for line, a in zip(rest, column, strict=True)
    ]


def _direction(rest: Rows, k: int) -> list[Any]:
    """Find y with y·S y < 0 for what is left, S, whose column k allows no further step."""
    y = [QQ(int(i == k)) for i in range(len(rest))]
    if not rest[k][k]:
        i = next(i for i in range(k + 1, len(rest)) if rest[i][k])
        y[k], y[i] = -(rest[i][i] + 1) / (2 * rest[i][k]), QQ(1)  # y·S y = −1
    return y


def _negative(A: DomainMatrix, columns: Rows, y: list[Any]) -> Indefinite:
    """Solve Lᵀ x = y from below, so that x·A x = y·S y; the columns are those of L so far."""
    x = list(y)
    for k in reversed(range(len(x))):
        x[k] = y[k] - sum((a * b for a, b in zip(columns[k][k + 1 :], x[k + 1 :], strict=True)),
                          QQ(0))  # fmt: skip
    x = list(positive_multiple(x))
    product = inner_product(x, [inner_product(line, x) for line in A.to_dense().to_list()])
    return Indefinite(tuple(map(to_fraction, x)), to_fraction(product))
