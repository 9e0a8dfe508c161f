"""What a fit to all other rows says of each row."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike
from linalg_book.errors import EmptySystemError
from linalg_book.exact.engine.leave_one_out import LeftOut, left_out
from linalg_book.exact.engine.minimizer import penalized, squared_length
from linalg_book.exact.engine.refits import refitted
from linalg_book.exact.reading.amounts import read_penalty
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.steps.leave_one_out import B, D, leave_one_out_steps, leave_one_out_title
from linalg_book.exact.steps.records import LeaveOneOut
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, words
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import counted

__all__ = ["leave_one_out"]


def leave_one_out(
    A: MatrixLike, b: ColumnLike, *, penalty: NumberLike = 0, intercept: bool = False
) -> WorkedExample:
    """Predict each row by a fit to all others, from one fit to all rows.

    Row i has the residual rᵢ of the whole fit and the leverage hᵢ, an entry of the matrix H that
    makes the fit H b of b.  Where hᵢ < 1, the fit without the row misses bᵢ by rᵢ/(1 − hᵢ).
    Where hᵢ = 1, as in every row of a wide matrix of full rank without a penalty, it misses it by
    (G⁺b)ᵢ/(G⁺)ᵢᵢ with G = A Aᵀ.

    Parameters
    ----------
    A : sequence of m rows with n numbers each
        The matrix, of any rank, with at least one row; with an intercept at least two.
    b : sequence of m numbers
        The right-hand side; polynomials in SymPy symbols may stand for numbers.
    penalty : number, default 0
        λ, not negative: every fit minimizes ‖b − A x‖² + λ‖x‖².  0 asks for the shortest
        least-squares solution, which is the limit λ → 0.
    intercept : bool, optional
        Add an intercept, a number without a penalty, to every prediction.  Then the shortest x
        is meant, whatever the intercept is.

    Returns
    -------
    WorkedExample
        ``answer`` is the column of the left-out residuals: bᵢ minus what the fit without row i
        predicts.  ``values`` holds ``residuals`` (of the whole fit) and ``leverages``, also as
        columns, ``predictions`` (without the row), ``mean_square`` (the mean of the squared
        left-out residuals), ``penalty`` and ``degrees_of_freedom`` (the sum of the leverages,
        with the intercept's 1).

    Raises
    ------
    EmptySystemError
        If there is no row, or one row and an intercept, so that no fit is left.
    InexactNumberError, InvalidNumberError
        If an entry is a float, complex, or no rational number, or a symbol where none may
        stand, or if the penalty is negative.
    ShapeError
        If ``A`` is no matrix, or ``b`` does not have one entry for each of its rows.

    Notes
    -----
    The penalty stays the same when a row is left out, and so do the units of the columns: a
    penalty that is scaled by the number of rows, or columns that are scaled anew, give other
    numbers.  ``mean_square`` times the number of rows is Allen's PRESS [1]_.

    .. [1] D. M. Allen, “The relationship between variable selection and data augmentation and a
       method for prediction”, *Technometrics* 16 (1974), 125-127.

    Introduced in: sec-regularization

    Examples
    --------
    >>> from linalg_book.exact import leave_one_out
    >>> example = leave_one_out([[1, 0], [1, 1], [1, 2]], [6, 0, 0])
    >>> example.answer
    Matrix([
    [ 6],
    [-3],
    [ 6]])
    >>> example.values["mean_square"]
    27
    >>> rows, targets = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, -1, 1, 3]
    >>> leave_one_out(rows, targets, penalty=1, intercept=True).values["mean_square"]
    31/8
    """
    matrix = read_matrix(A)
    right = read_column(b, matrix.shape[0])
    weight = read_penalty(penalty)
    _require_rows(matrix.shape[0], intercept=intercept)
    found = left_out(matrix, right, weight, intercept=intercept)
    values = LeaveOneOut(
        penalty=QQ.to_sympy(weight),
        residuals=to_sympy(found.residuals),
        leverages=sympy.ImmutableMatrix([QQ.to_sympy(h) for h in found.leverages]),
        predictions=to_sympy(right - found.answer),
        mean_square=sympy.expand(squared_length(found.answer) / matrix.shape[0]),
        degrees_of_freedom=QQ.to_sympy(sum(found.leverages, QQ(0))),
    )
    return WorkedExample(
        leave_one_out_title(values.penalty, intercept=intercept),
        to_sympy(found.answer),
        _checks(matrix, right, found, weight, intercept=intercept),
        partial(leave_one_out_steps, right, found, values, intercept=intercept),
        values._asdict(),
    )


def _require_rows(m: int, *, intercept: bool) -> None:
    """Refuse a table that leaves nothing to fit."""
    least = 2 if intercept else 1
    if m < least:
        reason = " with an intercept, which no row determines once one is left out" * intercept
        raise EmptySystemError(
            f"expected at least {counted(least, 'row')}{reason}, but A has {counted(m, 'row')}: "
            "give more rows."
        ).about("A")


def _checks(
    A: DomainMatrix, b: DomainMatrix, found: LeftOut, weight: Any, *, intercept: bool
) -> tuple[Check, ...]:
    """Fit again without each row, and add the leverages up in another way."""
    predictions = refitted(A, b, weight, intercept=intercept)
    refits = DomainMatrix([[p] for p in predictions], (A.shape[0], 1), b.domain)
    return (
        Check(
            prose("each left-out residual is what a new fit without the row misses in that row"),
            row(D, "=", B, "−", words("predictions of the refits")),
            to_sympy(found.answer),
            to_sympy(b - refits),
        ),
        Check(
            prose("the leverages add up to the degrees of freedom"),
            row(words("trace of H"), "=", words("degrees of freedom")),
            QQ.to_sympy(sum(found.leverages, QQ(0))),
            QQ.to_sympy(_freedom(found.rows, weight) + int(intercept)),
        ),
    )  # fmt: skip


def _freedom(A: DomainMatrix, weight: Any) -> Any:
    """Add σ²/(σ² + λ) over the singular values: the trace of (AᵀA + λI)⁻¹AᵀA."""
    if not weight:
        return QQ(int(A.rank()))
    product = penalized(A, A, weight)
    return sum((product[j, j].element for j in range(A.shape[1])), QQ(0))
