"""A matrix in float64 of any size, its power-of-two scaling, and the cut-off of small values."""

from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import EPS, Array, flat_column, read_floats


def read_matrix(A: Any, name: str = "A") -> Array:
    """Read a list of rows or a 2-D array; ``[]`` is 0×0, ``[[], []]`` is 2×0."""
    array = read_floats(A, name)
    if array.shape == (0,):
        return array.reshape(0, 0)
    if array.ndim != 2:
        dimensions = "1 dimension" if array.ndim == 1 else f"{array.ndim} dimensions"
        raise ShapeError(
            f"{name} is expected to be a matrix, a list of rows, but has {dimensions}: write a row "
            "as [[1, 2]] and a column as [[1], [2]], and take the matrices of a stack one by one."
        ).about(name)
    return array


def read_column(b: Any, A: Array) -> Array:
    """Read a right-hand side with one number for each row of A."""
    right = flat_column(read_floats(b, "b"))
    if right.ndim != 1:
        raise ShapeError(
            f"b is expected to be a list of numbers, one for each row of A, but has shape "
            f"{right.shape}: give one right-hand side at a time, as a flat list."
        ).about("b")
    if len(right) != len(A):
        raise ShapeError.from_right_side(len(right), *A.shape)
    return right


def cut_off(shape: tuple[int, ...], rtol: Any) -> float:
    """Return the ratio to the largest singular value below which others count as zero."""
    if rtol is None:
        return max(shape) * EPS
    if not (isinstance(rtol, Real) and 0 <= float(rtol) < 1):
        raise InvalidNumberError(
            f"rtol is expected to be at least 0 and less than 1, but is {rtol!r}: "
            "give a small number such as 1e-12."
        ).about("rtol")
    return float(rtol)


def exponent_of(A: Array) -> int:
    """Return e with the largest entry in [1/2, 1) times 2 to the e; 0 for a zero matrix."""
    return int(np.frexp(np.max(np.abs(A), initial=0.0))[1])


@dataclass(frozen=True)
class Triples:
    """U, the singular values and V of A divided by 2 to the ``exponent``.

    The scaling rounds nothing but entries some 300 decades below the largest, and no square
    of an entry can overflow after it.
    """

    U: Array
    sigma: Array
    V: Array
    exponent: int

    def rank(self, tau: float) -> int:
        """Count the singular values above tau times the largest."""
        return int(np.count_nonzero(self.sigma > tau * np.max(self.sigma, initial=0.0)))


def triples(A: Array, *, full: bool = False) -> Triples:
    """Decompose a matrix after a power-of-two scaling; it may be empty."""
    exponent = exponent_of(A)
    with np.errstate(under="ignore"):
        scaled = np.ldexp(A, -exponent)
    U, sigma, Vt = np.linalg.svd(scaled, full_matrices=full)
    return Triples(U, sigma, Vt.T, exponent)
