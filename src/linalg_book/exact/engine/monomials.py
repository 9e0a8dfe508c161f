"""The monomials whose inner product, with weights, is a power of x·z + c."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb, factorial, prod
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.kernel_fit import PolynomialKernel


def count_monomials(kernel: PolynomialKernel, variables: int) -> int:
    """Count the monomials of a degree up to p, or of degree p for c = 0."""
    free = variables if kernel.c else variables - 1
    return comb(free + kernel.degree, kernel.degree)


@dataclass(frozen=True)
class Monomials:
    """Exponents and weights: (x·z + c)ᵖ is the sum of weight xᵃ zᵃ."""

    exponents: tuple[tuple[int, ...], ...]
    weights: tuple[Any, ...]

    def values(self, X: DomainMatrix) -> DomainMatrix:
        """Return the value of each monomial, one a column, at each row of X."""
        lines = [
            [prod((x**e for x, e in zip(row, a, strict=True)), start=QQ(1)) for a in self.exponents]
            for row in X.to_list()
        ]
        return DomainMatrix(lines, (X.shape[0], len(self.exponents)), QQ)

    def diagonal(self) -> DomainMatrix:
        """Return the weights as a diagonal matrix."""
        return DomainMatrix.diag(list(self.weights), QQ).to_dense()


def monomials(kernel: PolynomialKernel, variables: int) -> Monomials:
    """Multiply (x·z + c)ᵖ out: weights are multinomial coefficients times powers of c."""
    p, c = kernel.degree, kernel.c
    found = []
    for a in _exponents(variables, p):
        rest = p - sum(a)
        if c or not rest:
            many = factorial(p) // prod(map(factorial, (*a, rest)))
            found.append((a, QQ(many) * c**rest))
    return Monomials(tuple(a for a, _ in found), tuple(w for _, w in found))


def _exponents(variables: int, most: int) -> Iterator[tuple[int, ...]]:
    """List all exponents of a degree up to ``most``, by degree."""
    for degree in range(most + 1):
        yield from _of_degree(variables, degree)


def _of_degree(variables: int, degree: int) -> Iterator[tuple[int, ...]]:
    if variables == 1:
        yield (degree,)
        return
    for first in range(degree, -1, -1):
        for others in _of_degree(variables - 1, degree - first):
            yield (first, *others)


def repeated(X: DomainMatrix) -> tuple[Sequence[int], ...]:
    """List which rows of X are equal, where at least two are."""
    places: dict[tuple[Any, ...], list[int]] = {}
    for i, row in enumerate(X.to_list()):
        places.setdefault(tuple(row), []).append(i)
    return tuple(group for group in places.values() if len(group) > 1)
