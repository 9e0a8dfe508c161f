"""Predictions of each row by a fit that has not seen it, one fit after the other."""

from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from linalg_book.exact.engine.integer_systems import solution
from linalg_book.exact.engine.leave_one_out import centered, means
from linalg_book.exact.engine.minimizer import minimize, penalized
from linalg_book.exact.engine.normal_systems import NormalSystem
from linalg_book.exact.engine.quotients import Quotient
from linalg_book.exact.engine.right_sides import split


def refitted(A: DomainMatrix, b: DomainMatrix, weight: Any, *, intercept: bool) -> list[Any]:
    """Predict each entry of b by a fit to all other rows.

    Each fit solves the normal equations of the other rows: those of all rows less what the row
    adds to both sides.  Where they have several solutions, or where A is wide, the fit is made
    from the rows themselves.
    """
    m, n = A.shape
    weights = [QQ(0)] * intercept + [weight] * n
    if not weights or m < n:
        return [_by_rows(A, b, weight, i, intercept=intercept) for i in range(m)]
    ones = DomainMatrix([[QQ(1)] * intercept] * m, (m, int(intercept)), QQ)
    system = NormalSystem.of(ones.hstack(A), weights)
    coefficients, monomials = split(b)
    right = Quotient.from_rational(coefficients)
    whole = system.columns.transpose() * right.numerator
    predictions = []
    for i in range(m):
        row, entry = (
            table.extract([i], range(table.shape[1])) for table in (system.columns, right.numerator)
        )
        fit = _by_equations(system, row, whole - row.transpose() * entry)
        if fit is None or not monomials.shape[0]:
            predictions.append(_by_rows(A, b, weight, i, intercept=intercept))
        else:
            value = fit.times(system.factor).to_rational() * QQ(1, right.denominator)
            predictions.append((value * monomials)[0, 0].element)
    return predictions


def _by_equations(system: NormalSystem, row: DomainMatrix, right: DomainMatrix) -> Quotient | None:
    """Predict for a row from the equations of the others; None if these have several solutions."""
    others = system.matrix - row.transpose() * row * system.factor
    try:
        z, denominator = solution(others, right)
    except DMNonInvertibleMatrixError:
        return None
    return Quotient(row * z, denominator)


def _by_rows(A: DomainMatrix, b: DomainMatrix, weight: Any, i: int, *, intercept: bool) -> Any:
    """Predict entry i of b by the shortest fit to the other rows, or the one with a price."""
    m, n = A.shape
    others = [k for k in range(m) if k != i]
    rows, right = A.extract(others, list(range(n))), b.extract(others, [0])
    row, mean = A.extract([i], list(range(n))), b.domain.zero
    if intercept:
        row = row - DomainMatrix([means(rows)], (1, n), QQ)
        rows, (mean,) = centered(rows), means(right)
    x = penalized(rows, right, weight) if weight else minimize(rows, right).x
    return (row * x)[0, 0].element + mean if n else mean
