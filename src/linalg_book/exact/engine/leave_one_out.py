"""Predictions of each row by the others, from one fit: residuals, leverages, what is left out."""

from dataclasses import dataclass
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.minimizer import factor, minimize, penalized
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
    if not weight:
        C = factor(A)[0]
        return C * solve(C.transpose() * C, C.transpose())
    T = A.transpose()
    if m < n:
        gram = A * T
        return solve(gram + DomainMatrix.eye(m, QQ).to_dense() * weight, gram)
    return A * penalized(A, DomainMatrix.eye(m, QQ).to_dense(), weight)


def centered(A: DomainMatrix) -> DomainMatrix:
    """Take the mean from each column; there is at least one row."""
    return A - DomainMatrix([means(A)] * A.shape[0], A.shape, QQ)


def means(A: DomainMatrix) -> list[Any]:
    """Return the mean of each column."""
    m = A.shape[0]
    return [sum(column, A.domain.zero) / m for column in A.transpose().to_list()]


def refitted(A: DomainMatrix, b: DomainMatrix, weight: Any, *, intercept: bool) -> list[Any]:
    """Predict each entry of b by a fit to all other rows, one fit after the other."""
    m, n = A.shape
    predictions = []
    for i in range(m):
        others = [k for k in range(m) if k != i]
        rows, right = A.extract(others, list(range(n))), b.extract(others, [0])
        row, mean = A.extract([i], list(range(n))), b.domain.zero
        if intercept:
            row = row - DomainMatrix([means(rows)], (1, n), QQ)
            rows, (mean,) = centered(rows), means(right)
        x = penalized(rows, right, weight) if weight else minimize(rows, right).x
        predictions.append((row * x)[0, 0].element + mean if n else mean)
    return predictions
