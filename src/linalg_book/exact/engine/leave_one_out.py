"""Predictions of each row by the others, from one fit: residuals, leverages, what is left out."""

from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.integer_systems import solution
from linalg_book.exact.engine.minimizer import factor, minimize
from linalg_book.exact.engine.normal_systems import NormalSystem
from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.engine.ranks import rank
from linalg_book.exact.engine.right_sides import solve


@dataclass(frozen=True)
class LeftOut:
    """The fit H b, what it leaves, and what a fit without each row in turn leaves of that row.

    ``rows`` are those of the matrix that the penalty is about: A, or with an intercept A minus
    the means of its columns.  Where a leverage is 1, ``inverse`` is their pseudoinverse and
    ``shortest`` that times b; else both are empty.
    """

    rows: DomainMatrix
    hat: DomainMatrix
    residuals: DomainMatrix
    leverages: tuple[Any, ...]
    answer: DomainMatrix
    inverse: DomainMatrix
    shortest: DomainMatrix


def left_out(A: DomainMatrix, b: DomainMatrix, weight: Any, *, intercept: bool) -> LeftOut:
    """Divide each residual by 1 − h; where h = 1, by a squared column of the pseudoinverse."""
    m = A.shape[0]
    rows = centered(A) if intercept else A
    hat = hat_matrix(rows, weight)
    if intercept:
        hat = hat + DomainMatrix([[QQ(1, m)] * m] * m, (m, m), QQ)
    residuals = b - hat * b
    leverages = tuple(hat[i, i].element for i in range(m))
    inverse = DomainMatrix([], (0, m), QQ)
    if 1 in leverages:
        inverse = minimize(rows, DomainMatrix.eye(m, QQ).to_dense()).x
    shortest = inverse * b
    entries = [
        [r / (1 - h)]
        if h != 1
        else [_without(inverse.extract(range(inverse.shape[0]), [i]), shortest)]
        for i, (h, r) in enumerate(zip(leverages, residuals.to_list_flat(), strict=True))
    ]
    answer = DomainMatrix(entries, (m, 1), b.domain)
    return LeftOut(rows, hat, residuals, leverages, answer, inverse, shortest)


def _without(p: DomainMatrix, shortest: DomainMatrix) -> Any:
    """Tell how much of p there is in the shortest solution."""
    T = p.transpose()
    return (T * shortest)[0, 0].element / (T * p)[0, 0].element


def hat_matrix(A: DomainMatrix, weight: Any) -> DomainMatrix:
    """Find H with A x = H b for the x that minimizes ‖b − A x‖² + weight ‖x‖², or its limit."""
    m, n = A.shape
    if weight and m < n:
        gram = A * A.transpose()
        return solve(gram + DomainMatrix.eye(m, QQ).to_dense() * weight, gram)
    columns = A if weight or rank(A) == n else factor(A)[0]
    if not columns.shape[1]:
        return DomainMatrix.zeros((m, m), QQ).to_dense()
    system = NormalSystem.of(columns, [weight] * columns.shape[1])
    back = Quotient(*solution(system.matrix, system.columns.transpose()))
    return (Quotient(system.columns) @ back).times(system.factor).to_rational()


def centered(A: DomainMatrix) -> DomainMatrix:
    """Take the mean from each column; there is at least one row."""
    return A - DomainMatrix([means(A)] * A.shape[0], A.shape, QQ)


def means(A: DomainMatrix) -> list[Any]:
    """Return the mean of each column."""
    m = A.shape[0]
    return [sum(column, A.domain.zero) / m for column in A.transpose().to_list()]
