"""A linear system in float64, checked and scaled before any work starts."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.errors import EmptySystemError, InconsistentSystemError, ShapeError
from linalg_book.numeric.reading.floats import Array, flat_column, read_floats

Scalar = float | Fraction
MatrixLike = ArrayLike | Sequence[Scalar] | Sequence[Sequence[Scalar]]
ColumnLike = ArrayLike | Scalar | Sequence[Scalar]
LOWEST = -2200
"""Below the exponent of every quotient of two float64 numbers, the smallest ones too."""


@dataclass(frozen=True)
class ScaledSystem:
    """The system A x = b with each equation divided by a power of 2.

    This rounds nothing except coefficients some 300 decades below the largest of their row.

    The largest coefficient of each row of ``A`` lies in [1/2, 1) unless the row is zero.  The
    true right-hand side of row i, divided likewise, is ``b[i]`` times 2 to the ``exponent``:
    ``b`` itself can neither overflow nor lose its largest entry to underflow.
    """

    A: Array
    b: Array
    exponent: int


def read_system(A: Any, b: Any) -> tuple[Array, Array]:
    """Read one equation (a row and a number) or several (rows and a sequence) as a 2-D system."""
    coefficients, right = read_floats(A, "A"), read_floats(b, "b")
    if coefficients.ndim not in (1, 2):
        raise ShapeError(
            f"A is expected to be a row or a list of rows, but has {coefficients.ndim} "
            "dimensions: give one equation as a row, several as a list of rows."
        ).about("A")
    if coefficients.size == 0:
        raise EmptySystemError(
            f"expected at least one equation and one unknown, but A has shape "
            f"{coefficients.shape}: give its coefficients."
        ).about("A")
    if coefficients.ndim == 2:
        right = flat_column(right)
    if right.ndim != coefficients.ndim - 1:
        kinds = {1: "one row, so b is expected to be a number", 2: "a list of rows, so b is "
                 "expected to be a list of numbers"}  # fmt: skip
        raise ShapeError(
            f"A is {kinds[coefficients.ndim]}, but b has shape {right.shape}: "
            "give one number for each equation."
        ).about("b")
    coefficients, right = np.atleast_2d(coefficients), np.atleast_1d(right)
    m, n = coefficients.shape
    if len(right) != m:
        raise ShapeError.from_right_side(len(right), m, n)
    _refuse_impossible_rows(coefficients, right)
    return coefficients, right


def _refuse_impossible_rows(A: Array, b: Array) -> None:
    """Refuse an equation 0 = nonzero, which no rounding can excuse."""
    impossible = np.flatnonzero(~np.any(A, axis=1) & (b != 0))
    if impossible.size:
        i = int(impossible[0])
        raise InconsistentSystemError(
            f"expected a system with a solution, but equation {i + 1} says "
            f"0 = {float(b[i])!r}: give it a nonzero coefficient or drop it.",
            [int(i == j) for j in range(len(b))],
        )


def scale(A: Array, b: Array) -> ScaledSystem:
    """Divide each equation by a power of 2 near its largest coefficient."""
    _, row_exponents = np.frexp(np.max(np.abs(A), axis=1))
    mantissas, exponents = np.frexp(b)
    exponents -= row_exponents
    exponent = int(np.max(exponents, where=mantissas != 0, initial=LOWEST))
    with np.errstate(under="ignore"):
        return ScaledSystem(
            np.ldexp(A, -row_exponents[:, np.newaxis]),
            np.ldexp(mantissas, exponents - exponent),
            exponent,
        )
