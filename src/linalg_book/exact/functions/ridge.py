"""Least squares with a price on length."""

from __future__ import annotations

from functools import partial
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike
from linalg_book.exact.engine.minimizer import Minimizer, minimize, penalized, squared_length
from linalg_book.exact.functions.least_squares import shortest
from linalg_book.exact.reading.amounts import read_penalty
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.reading.symbols import LAMBDA
from linalg_book.exact.steps.records import Ridge
from linalg_book.exact.steps.ridge import X0, ridge_steps
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import parentheses, row, transpose, vector
from linalg_book.writing.prose import prose

__all__ = ["ridge"]


def ridge(A: MatrixLike, b: ColumnLike, penalty: NumberLike) -> WorkedExample:
    """Find the x that minimizes ‖b − A x‖² + λ‖x‖², with its derivation and its limit.

    For λ > 0 there is exactly one, whatever the rank: (AᵀA + λI)x = Aᵀb.  As λ goes to 0 it
    tends to the shortest least-squares solution A⁺b, which λ = 0 stands for.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank.
    b : sequence of m numbers
        The right-hand side; polynomials in SymPy symbols may stand for numbers.
    penalty : number
        λ, not negative.  0 asks for the limit λ → 0.

    Returns
    -------
    WorkedExample
        ``answer`` is x, an n×1 matrix.  ``values`` holds ``penalty``, ``limit`` (A⁺b),
        ``residual`` (b − A x), ``residual_squared``, ``norm_squared`` (of x), ``objective``
        (what is minimized) and ``rank``.

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may
        stand, or if the penalty is negative.
    ShapeError
        If ``A`` is no matrix, or ``b`` does not have one entry for each of its rows.

    Notes
    -----
    With fewer rows than columns x = Aᵀα is used, where (A Aᵀ + λI)α = b.  The limit x₀ obeys
    (AᵀA + λI)(x₀ − x) = λx₀, so the difference is of the order of λ [1]_.

    .. [1] A. E. Hoerl and R. W. Kennard, “Ridge regression”, *Technometrics* 12 (1970), 55-67.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.exact import ridge
    >>> ridge([[1, 1], [1, 1]], [2, 2], 1).answer
    Matrix([
    [4/5],
    [4/5]])
    >>> ridge([[1, 1], [1, 1]], [2, 2], 0).answer
    Matrix([
    [1],
    [1]])
    """
    matrix = read_matrix(A)
    right = read_column(b, matrix.shape[0], taken=(LAMBDA, "λ"), role="the penalty")
    weight = read_penalty(penalty)
    found = minimize(matrix, right)
    x = penalized(matrix, right, weight) if weight else found.x
    residual = right - matrix * x
    residual_squared, norm_squared = squared_length(residual), squared_length(x)
    price = QQ.to_sympy(weight)
    values = Ridge(
        penalty=price,
        limit=to_sympy(found.x),
        residual=to_sympy(residual),
        residual_squared=residual_squared,
        norm_squared=norm_squared,
        objective=residual_squared + price * norm_squared,
        rank=found.rank,
    )
    answer = to_sympy(x)
    title = prose(
        "The ridge solution of {eq} with the penalty {l}",
        eq=row("A", vector("x"), "=", vector("b")),
        l=row(LAMBDA, "=", price),
    )
    return WorkedExample(
        title,
        answer,
        _checks(matrix, right, x, weight, found),
        partial(ridge_steps, matrix, right, answer, values),
        values._asdict(),
    )


def _checks(
    A: DomainMatrix, b: DomainMatrix, x: DomainMatrix, weight: Any, limit: Minimizer
) -> tuple[Check, ...]:
    name, T, x0 = vector("x"), A.transpose(), limit.x
    system = parentheses(row(transpose("A"), "A", "+", LAMBDA, "I"))
    perpendicular = Check(
        prose("the limit {x0} solves the normal equations", x0=X0),
        row(transpose("A"), "A", X0, "=", transpose("A"), vector("b")),
        to_sympy(T * (A * x0)),
        to_sympy(T * b),
    )
    checks = [perpendicular]
    if limit.null_space_rows.shape[0]:
        checks.append(shortest(A, x0, limit.null_space_rows, X0)[1])
    if not weight:
        same = Check(
            prose("{x} is the limit", x=name), row(name, "=", X0), to_sympy(x), to_sympy(x0)
        )
        return (*checks, same)
    step = x0 - x
    solves = Check(
        prose("{x} solves the equations with the penalty", x=name),
        row(system, name, "=", transpose("A"), vector("b")),
        to_sympy(T * (A * x) + x * weight),
        to_sympy(T * b),
    )
    near = Check(
        prose("the distance to the limit shrinks with {l}", l=LAMBDA),
        row(system, parentheses(row(X0, "−", name)), "=", LAMBDA, X0),
        to_sympy(T * (A * step) + step * weight),
        to_sympy(x0 * weight),
    )
    return (solves, *checks, near)
