"""Gradient descent on a sum of squares: every iterate."""

from __future__ import annotations

from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import EPS, Array, flat_column, read_floats
from linalg_book.numeric.reading.matrices import read_column, read_matrix, triples
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["gradient_descent"]


def gradient_descent(
    A: MatrixLike, b: ColumnLike, step: float, steps: int, *, start: ColumnLike | None = None
) -> Array:
    """Follow the negative gradient of ½‖A x − b‖² and return every iterate.

    Parameters
    ----------
    A : array_like, shape (m, n)
        The matrix, of any size and rank.
    b : array_like, shape (m,)
        The right-hand side.
    step : float
        η, above 0 and below 2/σ₁², where σ₁ is the largest singular value of A.
    steps : int
        How many steps are made, from 0 on.
    start : array_like, shape (n,), optional
        The first iterate; zeros if it is not given.

    Returns
    -------
    ndarray, shape (steps + 1, n)
        The iterates, one in each row, the start first, float64.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``step`` is not
        between 0 and 2/σ₁², if ``steps`` is no whole number from 0 on, or if an iterate
        overflows.
    ShapeError
        If A is no list of rows, or ``b`` or ``start`` does not fit to it.

    Notes
    -----
    x₊ = x − η Aᵀ(A x − b).  In the direction of each right singular vector the distance to the
    limit A⁺b + (I − A⁺A)x₀ is multiplied by 1 − ησ²; so descent converges to a minimizer from
    every start if 0 < η < 2/σ₁², and from some not beyond that [1]_.  The limit is the shortest
    minimizer if and only if the start is in the row space, as 0 is.  For the loss ‖A x − b‖²
    take half the step, for the mean of the m squares m/2 times as much.  Any step is allowed if
    A is zero.  A step that reaches the bound within rounding is refused.

    .. [1] L. Landweber, "An iteration formula for Fredholm integral equations of the first
       kind", *American Journal of Mathematics* 73 (1951), 615-624.

    Introduced in: sec-least-squares

    Examples
    --------
    >>> from linalg_book.numeric import gradient_descent
    >>> gradient_descent([[3, 4]], [12], 0.02, 2).round(12).tolist()
    [[0.0, 0.0], [0.72, 0.96], [1.08, 1.44]]
    >>> gradient_descent([[3, 4]], [12], 0.04, 9, start=[1, 1])[-1].round(12).tolist()
    [1.6, 1.8]
    """
    matrix = read_matrix(A)
    right = read_column(b, matrix)
    size = _read_step(step, matrix)
    count = whole_number(steps, "steps", 0, remedy="give the number of steps")
    iterates = np.empty((count + 1, matrix.shape[1]))
    iterates[0] = 0 if start is None else _read_start(start, matrix.shape[1])
    with np.errstate(all="ignore"):  # what overflows here is refused at the end
        for k in range(count):
            gradient = matrix.T @ (matrix @ iterates[k] - right)
            iterates[k + 1] = iterates[k] - size * gradient
    if not np.all(np.isfinite(iterates)):
        raise InvalidNumberError(
            "expected iterates within the range of float64 (about 1.8e308), but an entry is "
            "beyond it: divide A, b or the start by a power of 2."
        )
    return iterates


def _read_step(step: Any, A: Array) -> float:
    """Read a step below the bound beyond which descent diverges."""
    size = at_least_zero(step, "step")
    if size == 0:
        raise InvalidNumberError(
            "step is expected to be above 0, but is 0, which never leaves the start: "
            "give for example 1 divided by the largest singular value squared."
        ).about("step")
    found = triples(A)
    largest = float(np.max(found.sigma, initial=0.0))
    with np.errstate(over="ignore", under="ignore"):
        reached = float(np.ldexp(size, 2 * found.exponent)) * largest**2
    if reached >= 2 - 8 * max(A.shape) * EPS:
        bound = float(np.ldexp(2 / largest**2, -2 * found.exponent))
        raise InvalidNumberError(
            f"step is expected to be below 2/σ₁² = {bound:.6g}, where σ₁ is the largest singular "
            f"value of A, but is {step!r}: beyond it descent diverges from some starts; "
            f"give for example {bound / 2:.2g}."
        ).about("step")
    return size


def _read_start(start: Any, n: int) -> Array:
    first = flat_column(read_floats(start, "start"))
    if first.shape != (n,):
        raise ShapeError(
            f"start is expected to be a list of {n} numbers, one for each column of A, but has "
            f"shape {first.shape}: give one number for each unknown."
        ).about("start")
    return first
