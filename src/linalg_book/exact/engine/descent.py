"""Gradient descent on ½‖A x − b‖² in rational steps, and where it leads."""

from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.eigenvalues import is_positive_definite
from linalg_book.exact.engine.minimizer import minimize


@dataclass(frozen=True)
class Descent:
    """The points from the start on, the gradients at all but the last, and the limit.

    ``null_space_rows`` span the null space of A, in which nothing moves; ``shortest`` is A⁺b.
    """

    points: tuple[DomainMatrix, ...]
    gradients: tuple[DomainMatrix, ...]
    limit: DomainMatrix
    shortest: DomainMatrix
    null_space_rows: DomainMatrix
    rank: int


def descend(
    A: DomainMatrix, b: DomainMatrix, step: Any, steps: int, start: DomainMatrix
) -> Descent:
    """Go so many steps against the gradient Aᵀ(A x − b)."""
    T = A.transpose()
    points, gradients = [start], []
    for _ in range(steps):
        gradients.append(T * (A * points[-1] - b))
        points.append(points[-1] - gradients[-1] * step)
    found = minimize(A, b)
    limit = start + minimize(A, b - A * start).x
    return Descent(
        tuple(points), tuple(gradients), limit, found.x, found.null_space_rows, found.rank
    )


def errors_shrink(A: DomainMatrix, step: Any) -> bool:
    """Tell whether step · σ² < 2 for every singular value σ of A."""
    gram = smaller_gram(A)
    twice = DomainMatrix.eye(gram.shape[0], QQ).to_dense() * (QQ(2) / step)
    return is_positive_definite(twice - gram)


def smaller_gram(A: DomainMatrix) -> DomainMatrix:
    """Return AᵀA, or AAᵀ if A is wide; both have the squares of the singular values."""
    m, n = A.shape
    return A * A.transpose() if m < n else A.transpose() * A


def moved_errors(A: DomainMatrix, error: DomainMatrix, step: Any, steps: int) -> DomainMatrix:
    """Multiply an error by the power of I − step · AᵀA that belongs to so many steps."""
    n = A.shape[1]
    once = DomainMatrix.eye(n, QQ).to_dense() - A.transpose() * A * step
    return once**steps * error
