"""The monomials whose inner product, with weights, is a power of x·z + c."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine import monomials as listed
from linalg_book.exact.engine.kernel_fit import PolynomialKernel


def count_monomials(kernel: PolynomialKernel, variables: int) -> int:
    """Count the monomials of a degree up to p, or of degree p for c = 0."""
    return listed.count_of(variables, kernel.degree, only=not kernel.c)


@dataclass(frozen=True)
class Monomials:
    """Exponents and weights: (x·z + c)ᵖ is the sum of weight xᵃ zᵃ."""

    exponents: tuple[listed.Exponents, ...]
    weights: tuple[Any, ...]

    def values(self, X: DomainMatrix) -> DomainMatrix:
        """Return the value of each monomial, one a column, at each row of X."""
        return listed.feature_matrix(X, self.exponents)

    def diagonal(self) -> DomainMatrix:
        """Return the weights as a diagonal matrix."""
        return DomainMatrix.diag(list(self.weights), QQ).to_dense()


def monomials(kernel: PolynomialKernel, variables: int) -> Monomials:
    """Multiply (x·z + c)ᵖ out: weights are multinomial coefficients times powers of c."""
    found = listed.monomials(variables, kernel.degree, only=not kernel.c)
    return Monomials(tuple(found), tuple(listed.power_weights(found, kernel.degree, kernel.c)))


def repeated(X: DomainMatrix) -> tuple[Sequence[int], ...]:
    """List which rows of X are equal, where at least two are."""
    places: dict[tuple[Any, ...], list[int]] = {}
    for i, row in enumerate(X.to_list()):
        places.setdefault(tuple(row), []).append(i)
    return tuple(group for group in places.values() if len(group) > 1)
