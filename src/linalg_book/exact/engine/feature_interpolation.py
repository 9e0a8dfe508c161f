"""The solution of Φw = y that is shortest where the features have weights."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.monomials import Exponents
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.engine.right_sides import solve


@dataclass(frozen=True)
class Weighted:
    """Features Φ of points, one a row, with positive weights, targets y, and a solution."""

    features: tuple[Exponents, ...]
    matrix: DomainMatrix
    weights: tuple[Any, ...]
    targets: DomainMatrix

    @cached_property
    def scaled(self) -> DomainMatrix:
        """M Φᵀ, with the weights on the diagonal of M."""
        return DomainMatrix.diag(list(self.weights), QQ).to_dense() * self.matrix.transpose()

    @cached_property
    def kernel(self) -> DomainMatrix:
        """K = Φ M Φᵀ."""
        return self.matrix * self.scaled

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """Points whose features the points before do not combine to, counted from 0."""
        return tuple(self.matrix.transpose().rref()[1])

    @cached_property
    def multipliers(self) -> DomainMatrix:
        """α with K α = y, and 0 for the points that are not kept."""
        kept, y = list(self.kept), self.targets
        alpha = [[y.domain.zero] for _ in range(y.shape[0])]
        if kept:
            solved = solve(self.kernel.extract(kept, kept), y.extract(kept, [0]))
            for i, entry in zip(kept, solved.to_list_flat(), strict=True):
                alpha[i] = [entry]
        return DomainMatrix(alpha, y.shape, y.domain)

    @cached_property
    def solution(self) -> DomainMatrix:
        """The coefficients w = M Φᵀ α."""
        return self.scaled * self.multipliers

    @cached_property
    def null_space(self) -> DomainMatrix:
        """A basis of the v with Φ v = 0, as rows."""
        return null_space_rows(self.matrix)

    @cached_property
    def priced(self) -> DomainMatrix:
        """The entries of w, each divided by its weight."""
        return DomainMatrix.diag([1 / m for m in self.weights], QQ).to_dense() * self.solution
