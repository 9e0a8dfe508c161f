"""Least squares by small steps downhill."""

from __future__ import annotations

from decimal import ROUND_DOWN, Context, Decimal
from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike, PointLike, WholeNumber
from linalg_book.errors import InvalidNumberError
from linalg_book.exact.engine.descent import (
    Descent,
    descend,
    errors_shrink,
    moved_errors,
    smaller_gram,
)
from linalg_book.exact.engine.eigenvalues import eigenvalues
from linalg_book.exact.functions.nearest_to_point import read_point
from linalg_book.exact.reading.amounts import read_step
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.steps.gradient_descent import (
    ERROR_MATRIX,
    LIMIT,
    X0,
    descent_steps,
    descent_title,
    error_power,
)
from linalg_book.exact.steps.records import GradientDescent
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import numbered, parentheses, row, transpose, unknowns, vector
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import show

__all__ = ["gradient_descent"]

MOST_STEPS = 100
DIGITS = 4


def gradient_descent(
    A: MatrixLike,
    b: ColumnLike,
    step: NumberLike,
    *,
    steps: WholeNumber = 3,
    start: PointLike = None,
) -> WorkedExample:
    """Walk downhill on ½‖A x − b‖² in exact steps, and tell where the walk would end.

    Each step goes from x to x − η Aᵀ(A x − b).  The error along the right singular vector vᵢ is
    multiplied by 1 − ησᵢ², so the walk comes to a minimizer from every start if and only if
    0 < η < 2/σ₁².  Its limit is the minimizer nearest to the start, x₀ + A⁺(b − A x₀): the
    shortest one, A⁺b, if and only if the start lies in the row space of A.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank.
    b : sequence of m numbers
        The right-hand side; polynomials in SymPy symbols may stand for numbers.
    step : number
        How far a step goes, in gradients; positive and less than 2/σ₁².
    steps : int, default 3
        How many steps to take, from 0 to 100.  Each one makes the fractions longer.
    start : sequence of n numbers, optional
        Where to begin; the origin if left out.

    Returns
    -------
    WorkedExample
        ``answer`` is the last point, an n×1 matrix.  ``values`` holds ``iterates`` (all points
        as rows, the start first), ``limit``, ``shortest`` (A⁺b), ``step``, ``step_bound``
        (2/σ₁², infinite for a zero matrix), ``squares`` (all min(m, n) values σᵢ²), ``factors``
        (1 − ησᵢ² for each of the n right singular vectors, 1 in the null space) and ``rank``.

    Raises
    ------
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may
        stand; if the step is not positive, or not less than 2/σ₁², which the message names; if
        ``steps`` is no whole number from 0 to 100.
    ShapeError
        If ``A`` is no matrix, ``b`` does not have one entry for each of its rows, or ``start``
        one for each of its columns.

    Notes
    -----
    For the loss ‖A x − b‖², without the ½, the same step is η/2; for the mean over m rows it is
    mη.  Å. Björck, *Numerical Methods for Least Squares Problems*, section 7.2 (Landweber's
    method).

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book.exact import gradient_descent
    >>> example = gradient_descent([[1, 0], [1, 1], [1, 2]], [6, 0, 0], "1/4", steps=2)
    >>> example.answer
    Matrix([
    [15/8],
    [-9/8]])
    >>> example.values["limit"]
    Matrix([
    [ 5],
    [-3]])
    >>> gradient_descent([[3, 4]], [12], "1/25", start=[1, 1]).values["limit"]
    Matrix([
    [8/5],
    [9/5]])
    """
    matrix = read_matrix(A)
    m, n = matrix.shape
    right = read_column(b, m, taken=unknowns(n))
    first = read_point(start if start is not None else [0] * n, unknowns(n), "start")
    eta, count = read_step(step), whole_number(steps, "steps", 0, MOST_STEPS)
    squares = eigenvalues(smaller_gram(matrix))
    bound = 2 / squares[0] if any(squares) else sympy.oo
    if not errors_shrink(matrix, eta):
        raise _too_long(step, bound)
    found = descend(matrix, right, eta, count, first)
    values = _record(matrix, found, eta, squares, bound)
    return WorkedExample(
        descent_title(count),
        to_sympy(found.points[-1]),
        _checks(matrix, right, found, eta),
        partial(descent_steps, matrix, right, found, values),
        values._asdict(),
    )


def _too_long(step: Any, bound: sympy.Expr) -> InvalidNumberError:
    """Refuse a step by naming the bound, rounded down if it is no short fraction."""
    written = str(bound)
    if not bound.is_Rational or len(written) > 12:
        digits = Decimal(str(sympy.N(bound, 30)))
        written = str(Context(prec=DIGITS, rounding=ROUND_DOWN).plus(digits))
    return InvalidNumberError(
        f"step is {show(step)}, but a number below 2/σ₁² = {written} is expected, because from "
        "there on the error along the first singular vector does not shrink: give a smaller step."
    ).about("step")


def _record(
    A: DomainMatrix,
    found: Descent,
    step: Any,
    squares: tuple[sympy.Expr, ...],
    bound: sympy.Expr,
) -> GradientDescent:
    """Collect the by-products."""
    eta, n = QQ.to_sympy(step), A.shape[1]
    beyond = (sympy.Integer(0),) * (n - len(squares))
    points = [list(to_sympy(point)) for point in found.points]
    return GradientDescent(
        iterates=sympy.ImmutableMatrix(len(points), n, [x for point in points for x in point]),
        limit=to_sympy(found.limit),
        shortest=to_sympy(found.shortest),
        step=eta,
        step_bound=bound,
        squares=squares,
        factors=tuple(1 - eta * square for square in squares + beyond),
        rank=found.rank,
    )


def _checks(A: DomainMatrix, b: DomainMatrix, found: Descent, step: Any) -> tuple[Check, ...]:
    T, k = A.transpose(), len(found.gradients)
    last, error = found.points[-1], found.points[0] - found.limit
    minimal = Check(
        prose("the limit {z} solves the normal equations", z=LIMIT),
        row(transpose("A"), "A", LIMIT, "=", transpose("A"), vector("b")),
        to_sympy(T * (A * found.limit)),
        to_sympy(T * b),
    )
    powers = Check(
        prose("each step multiplies the error by {M}", M=row("M", "=", ERROR_MATRIX)),
        row(numbered("x", k), "−", LIMIT, "=", *error_power(k), parentheses(row(X0, "−", LIMIT))),
        to_sympy(last - found.limit),
        to_sympy(moved_errors(A, error, step, k)),
    )
    if not found.null_space_rows.shape[0]:
        return minimal, powers
    still = Check(
        prose("nothing moves along the columns of {N}, a basis of the null space", N="N"),
        row(transpose("N"), LIMIT, "=", transpose("N"), X0),
        to_sympy(found.null_space_rows * found.limit),
        to_sympy(found.null_space_rows * found.points[0]),
    )
    return minimal, still, powers
