"""The monomials whose inner product, with weights, is a polynomial kernel."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.kernel_fit import PolynomialKernel
from linalg_book.exact.engine.monomials import (
    Exponents,
    count_of,
    feature_matrix,
    monomials,
    power_weights,
)


def count_features(kernel: PolynomialKernel, variables: int) -> int:
    """Count the monomials of a degree up to p, or of degree p for c = 0."""
    return count_of(variables, kernel.degree, only=not kernel.c)


@dataclass(frozen=True)
class KernelFeatures:
    """Exponents and weights: (x·z + c)ᵖ is the sum of weight xᵃ zᵃ."""

    exponents: tuple[Exponents, ...]
    weights: tuple[Any, ...]

    def values(self, X: DomainMatrix) -> DomainMatrix:
        """Return the value of each monomial, one a column, at each row of X."""
        return feature_matrix(X, self.exponents)

    def diagonal(self) -> DomainMatrix:
        """Return the weights as a diagonal matrix."""
        return DomainMatrix.diag(list(self.weights), QQ).to_dense()


def kernel_features(kernel: PolynomialKernel, variables: int) -> KernelFeatures:
    """Multiply (x·z + c)ᵖ out: weights are multinomial coefficients times powers of c."""
    found = monomials(variables, kernel.degree, only=not kernel.c)
    weights = power_weights(found, kernel.degree, kernel.c)
    return KernelFeatures(tuple(found), tuple(weights))


def repeated(X: DomainMatrix) -> tuple[Sequence[int], ...]:
    """List which rows of X are equal, where at least two are."""
    places: dict[tuple[Any, ...], list[int]] = {}
    for i, row in enumerate(X.to_list()):
        places.setdefault(tuple(row), []).append(i)
    return tuple(group for group in places.values() if len(group) > 1)
