"""What some values of a Gaussian vector say about the others: weights, mean, covariance."""

from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import minimize
from linalg_book.exact.engine.right_sides import require_solution, solve


@dataclass(frozen=True)
class Conditioned:
    """Covariance blocks, ``K`` of what is known; ``weights`` W with W (K + τ²I) = ``between``."""

    K: DomainMatrix
    between: DomainMatrix
    prior: DomainMatrix
    noise: Any
    weights: DomainMatrix
    mean: DomainMatrix
    covariance: DomainMatrix
    rank: int

    @property
    def noisy(self) -> DomainMatrix:
        """Return K + τ²I."""
        return shifted(self.K, self.noise)


def shifted(K: DomainMatrix, noise: Any) -> DomainMatrix:
    """Add a number to the diagonal."""
    return K + DomainMatrix.eye(K.shape[0], QQ).to_dense() * noise


def condition(C: DomainMatrix, y: DomainMatrix, noise: Any) -> Conditioned:
    """Split a covariance after the first entries, those of y, and fix them."""
    n, m = C.shape[0], y.shape[0]
    first, others = list(range(m)), list(range(m, n))
    K, between, prior = C.extract(first, first), C.extract(others, first), C.extract(others, others)
    if not noise:
        require_solution(K, y)
    found = minimize(K, between.transpose())
    columns = solve(shifted(K, noise), between.transpose()) if noise else found.x
    weights = columns.transpose()
    covariance = prior - weights * between.transpose()
    return Conditioned(K, between, prior, noise, weights, weights * y, covariance, found.rank)
