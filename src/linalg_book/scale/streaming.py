"""Least squares for rows that come and go, one at a time."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.errors import InexactNumberError, InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import EPS, read_floats
from linalg_book.whole_numbers import whole_number

__all__ = ["RecursiveLeastSquares"]


class RecursiveLeastSquares:
    """The shortest least-squares solution of the rows that have been added and not forgotten.

    Parameters
    ----------
    d : int
        The number of entries of a row.
    exact : bool, default False
        Take whole numbers and fractions, and compute with fractions: then the answer is exactly
        that of the whole table, in any order of adding and forgetting.

    Raises
    ------
    InvalidNumberError
        If ``d`` is no whole number from 1 on.

    Notes
    -----
    Kept are w, P = (XᵀX)⁺ and the projection S onto the null space of X: d² numbers each, however
    many rows there are.  A row a with target b that lies in the row space changes w by
    P a (b − a·w)/(1 + a·P a); one that does not brings a new direction S a [1]_.  Forgetting goes
    back the same ways: a row of leverage a·P a = 1 takes its direction along.

    In floating point a row brings no direction if ‖S a‖ ≤ 10⁶·d·eps·‖a‖, and errors grow with
    κ(X)² and the number of changes, as those of the normal equations do; give columns comparable
    units, and start anew from time to time.

    .. [1] A. Albert and R. W. Sittler, "A method for computing least squares estimators that keep
       up with the data", *SIAM Journal on Control* 3 (1965), 384-417.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> from linalg_book.scale import RecursiveLeastSquares
    >>> fit = RecursiveLeastSquares(2, exact=True)
    >>> fit.add([3, 4], 12)
    >>> fit.coefficients.tolist(), fit.rank
    ([Fraction(36, 25), Fraction(48, 25)], 1)
    >>> fit.add([1, 0], 0)
    >>> fit.coefficients.tolist(), fit.rank
    ([Fraction(0, 1), Fraction(3, 1)], 2)
    >>> fit.forget([1, 0], 0)
    >>> fit.coefficients.tolist(), fit.rows
    ([Fraction(36, 25), Fraction(48, 25)], 1)
    """

    def __init__(self, d: int, *, exact: bool = False) -> None:
        self._d = whole_number(d, "d", 1, remedy="give the number of entries of a row")
        self._exact = exact
        one, zero = (Fraction(1), Fraction(0)) if exact else (1.0, 0.0)
        kind = object if exact else np.float64
        self._w: NDArray[Any] = np.full(self._d, zero, dtype=kind)
        self._P: NDArray[Any] = np.full((self._d, self._d), zero, dtype=kind)
        self._S: NDArray[Any] = self._P.copy()
        np.fill_diagonal(self._S, one)
        self._tau = 0.0 if exact else (1e6 * self._d * EPS) ** 2
        self._rows = self._rank = 0

    @property
    def coefficients(self) -> NDArray[Any]:
        """Return the shortest least-squares solution, of shape (d,)."""
        return self._w.copy()

    @property
    def rank(self) -> int:
        """Return the rank of the rows that are there."""
        return self._rank

    @property
    def rows(self) -> int:
        """Return how many rows are there."""
        return self._rows

    def add(self, row: Any, target: Any) -> None:
        """Add a row of d numbers and its target, or a table of rows and their targets."""
        for a, b in self._read(row, target):
            self._add(a, b)

    def forget(self, row: Any, target: Any) -> None:
        """Take back a row that was added, with its target, or a table of rows."""
        for a, b in self._read(row, target):
            self._forget(a, b)

    def _add(self, a: NDArray[Any], b: Any) -> None:
        S, P, w = self._S, self._P, self._w
        new, p = S @ a, P @ a
        miss, spread = b - a @ w, 1 + a @ p
        size = new @ new
        if size > self._tau * (a @ a):
            k = new / size
            self._w = w + k * miss
            self._P = P - np.outer(k, p) - np.outer(p, k) + spread * np.outer(k, k)
            self._S = S - np.outer(new, k)
            self._rank += 1
        else:
            self._w = w + p * (miss / spread)
            self._P = P - np.outer(p, p / spread)
        self._rows += 1

    def _forget(self, a: NDArray[Any], b: Any) -> None:
        P, w = self._P, self._w
        p = P @ a
        left = 1 - a @ p  # 1 less the leverage of the row
        root, outside = self._tau**0.5, self._S @ a
        if not self._rows or left < -root or outside @ outside > self._tau * (a @ a):
            raise InvalidNumberError(
                "row is expected to be one of those that were added, but the rows that are there "
                f"({self._rows}) do not contain it: forget only what was added."
            ).about("row")
        if left > root:
            self._w = w - p * ((b - a @ w) / left)
            self._P = P + np.outer(p, p / left)
        elif any(p):
            self._lose(p, p @ p)
        self._rows -= 1

    def _lose(self, p: NDArray[Any], square: Any) -> None:
        """Take away a direction that only one row had."""
        k = p / square
        off = -np.outer(p, k)
        np.fill_diagonal(off, off.diagonal() + (Fraction(1) if self._exact else 1.0))
        self._w = off @ self._w
        self._P = off @ self._P @ off
        self._S = self._S + np.outer(p, k)
        self._rank -= 1

    def _read(self, row: Any, target: Any) -> list[tuple[NDArray[Any], Any]]:
        """Read one row or several as numbers of the kind that is computed with."""
        read = _fractions if self._exact else read_floats
        rows, targets = read(row, "row"), np.atleast_1d(read(target, "target"))
        rows = rows[np.newaxis] if rows.ndim == 1 else rows
        if rows.ndim != 2 or rows.shape[1] != self._d or targets.shape != (len(rows),):
            raise ShapeError(
                f"row is expected to have {self._d} entries and target one number, or one for "
                f"each of several rows, but their shapes are {rows.shape} and {targets.shape}: "
                "give whole rows with their targets."
            ).about("row")
        return list(zip(rows, targets, strict=True))


def _fractions(values: Any, name: str) -> NDArray[Any]:
    """Read whole numbers and fractions."""
    given = np.array(values, dtype=object)
    found = [_fraction(value, name) for value in given.flat]
    return np.array([*found, None], dtype=object)[:-1].reshape(given.shape)


def _fraction(value: Any, name: str) -> Fraction:
    """Read one number; refuse what is not exact."""
    if hasattr(value, "p") and hasattr(value, "q"):  # SymPy's fractions
        return Fraction(int(value.p), int(value.q))
    inexact = isinstance(value, float | np.floating | bool | np.bool_)
    try:
        return Fraction(value if not inexact else "")
    except (TypeError, ValueError, ZeroDivisionError):
        raise InexactNumberError(
            f"{name} is expected to hold whole numbers and fractions, but has {value!r}: write "
            'for example Fraction(1, 10) or "1/10", or leave out exact=True.'
        ).about(name) from None
