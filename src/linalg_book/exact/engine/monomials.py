"""Monomials of several variables: their exponents, their values, and their weights in a power."""

from collections.abc import Sequence
from itertools import combinations_with_replacement
from math import comb, factorial, prod
from typing import Any, TypeAlias

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

#: How often each variable stands in a monomial.
Exponents: TypeAlias = tuple[int, ...]


def monomials(variables: int, degree: int, *, only: bool = False) -> list[Exponents]:
    """List the monomials up to a degree, low degrees first; or ``only`` those of that degree."""
    found: list[Exponents] = []
    for total in range(degree if only else 0, degree + 1):
        chosen = combinations_with_replacement(range(variables), total)
        found += [tuple(each.count(j) for j in range(variables)) for each in chosen]
    return found


def count_of(variables: int, degree: int, *, only: bool = False) -> int:
    """Count what ``monomials`` lists, without listing it; there is one variable or more."""
    return comb(variables - 1 + degree, degree) if only else comb(variables + degree, degree)


def multinomial(exponents: Exponents, degree: int) -> int:
    """Count the ways to choose the factors of (x·z + c)^degree that make a monomial."""
    rest = degree - sum(exponents)
    return factorial(degree) // prod(map(factorial, (*exponents, rest)))


def feature_matrix(points: DomainMatrix, features: Sequence[Exponents]) -> DomainMatrix:
    """Evaluate the monomials at the points, one a row."""
    rows = [
        [prod((x**e for x, e in zip(point, each, strict=True)), start=QQ(1)) for each in features]
        for point in points.to_list()
    ]
    return DomainMatrix(rows, (points.shape[0], len(features)), QQ)


def power_weights(features: Sequence[Exponents], degree: int, constant: Any) -> list[Any]:
    """Return the weights with which the monomials make (x·z + c)^degree."""
    return [QQ(multinomial(each, degree)) * constant ** (degree - sum(each)) for each in features]
