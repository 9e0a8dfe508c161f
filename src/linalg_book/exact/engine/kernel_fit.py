"""Regression by a polynomial kernel: coefficients of the points, and what left-out points miss."""

from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import minimize
from linalg_book.exact.engine.right_sides import solve


@dataclass(frozen=True)
class PolynomialKernel:
    """k(x, z) = (x·z + c)ᵖ."""

    degree: int
    c: Any

    def matrix(self, X: DomainMatrix, Z: DomainMatrix) -> DomainMatrix:
        """Return the values for each row of X with each row of Z."""
        products = (X * Z.transpose()).to_list()
        values = [[(s + self.c) ** self.degree for s in line] for line in products]
        return DomainMatrix(values, (X.shape[0], Z.shape[0]), QQ)


@dataclass(frozen=True)
class KernelFit:
    """The fit K α for α = K⁺y, or (K + λI)⁻¹y, and the errors of left-out points.

    ``inverse`` is K⁺ or (K + λI)⁻¹.  ``leverages`` are the diagonal of K times it.
    """

    K: DomainMatrix
    inverse: DomainMatrix
    alpha: DomainMatrix
    fit: DomainMatrix
    leverages: tuple[Any, ...]
    left_out: DomainMatrix
    rank: int


def fit_kernel(K: DomainMatrix, y: DomainMatrix, weight: Any) -> KernelFit:
    """Fit all points; divide by what is left of leverages, or by the diagonal of the inverse."""
    N, unit = K.shape[0], DomainMatrix.eye(K.shape[0], QQ).to_dense()
    found = minimize(K, unit)
    inverse = solve(K + unit * weight, unit) if weight else found.x
    alpha, hat = inverse * y, K * inverse
    fit = K * alpha
    rest = y - fit
    leverages = tuple(hat[i, i].element for i in range(N))
    errors = [
        [a / inverse[i, i].element] if weight or h == 1 else [r / (1 - h)]
        for i, (a, r, h) in enumerate(
            zip(alpha.to_list_flat(), rest.to_list_flat(), leverages, strict=True)
        )
    ]
    left_out = DomainMatrix(errors, (N, 1), y.domain)
    return KernelFit(K, inverse, alpha, fit, leverages, left_out, found.rank)


def refitted(K: DomainMatrix, y: DomainMatrix, weight: Any) -> list[Any]:
    """Predict each value by a fit to all other points, one fit after the other."""
    N, predictions = K.shape[0], []
    for i in range(N):
        others = [j for j in range(N) if j != i]
        if not others:
            predictions.append(y.domain.zero)
            continue
        inside, right = K.extract(others, others), y.extract(others, [0])
        unit = DomainMatrix.eye(N - 1, QQ).to_dense()
        alpha = solve(inside + unit * weight, right) if weight else minimize(inside, right).x
        predictions.append((K.extract([i], others) * alpha)[0, 0].element)
    return predictions
