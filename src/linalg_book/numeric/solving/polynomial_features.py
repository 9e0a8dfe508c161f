"""Monomials as features of points."""

from __future__ import annotations

from itertools import combinations_with_replacement
from math import comb, factorial, prod

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.matrices import read_matrix
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["polynomial_features"]

_MOST = 10**6  # features
_HIGHEST = 170  # degree, so that the numbers of a row of Pascal's triangle stay finite


def polynomial_features(
    X: MatrixLike, degree: int, c: float = 1.0, *, equal: bool = False
) -> Array:
    """Map points to monomials, weighted so that inner products are powers (x·z + c)^p.

    Parameters
    ----------
    X : array_like, shape (N, d)
        The points, one a row.
    degree : int
        The degree p, from 0 to 170.
    c : float, default 1
        The constant, not negative.  0 leaves only the monomials of degree p.
    equal : bool, optional
        Give the monomials up to the degree themselves instead, without weights.

    Returns
    -------
    ndarray, shape (N, k)
        Φ, one point a row, low degrees first, float64.  Its columns are the monomials times the
        roots of p!/(e₀! e₁! … )·c^e₀, where e₀ is what the exponents leave of p, and Φ Φᵀ is
        (X Xᵀ + c)^p entry by entry; with ``equal`` they are the monomials.

    Raises
    ------
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``degree`` is no
        whole number from 0 to 170 or makes more than a million features, if c is
        negative or not finite, or if a feature overflows.
    ShapeError
        If X is no list of rows.

    Notes
    -----
    The order is that of scikit-learn's ``PolynomialFeatures``, which gives all weights 1.

    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book.numeric import polynomial_features
    >>> polynomial_features([[2], [3]], 2, equal=True).tolist()
    [[1.0, 2.0, 4.0], [1.0, 3.0, 9.0]]
    >>> Phi = polynomial_features([[1, 1], [1, -1]], 2)
    >>> (Phi @ Phi.T).round(12).tolist()
    [[9.0, 1.0], [1.0, 9.0]]
    """
    points = read_matrix(X, "X")
    p = whole_number(degree, "degree", 0, _HIGHEST, "give the degree of the monomials")
    constant = at_least_zero(c, "c")
    d = points.shape[1]
    lowest = 0 if equal or constant else p
    count = sum(comb(d - 1 + total, total) for total in range(lowest, p + 1)) if d else 1
    if count > _MOST:
        raise InvalidNumberError(
            f"degree is expected to make at most {_MOST:,} features, but {p} makes {count:,}: "
            "give a lower degree, or use inner products of the points in place of features."
        ).about("degree")
    columns = [
        _column(points, chosen, 1.0 if equal else _weight(chosen, p, constant))
        for total in range(lowest, p + 1)
        for chosen in combinations_with_replacement(range(d), total)
    ]
    made = np.column_stack(columns) if columns else np.zeros((len(points), 0))
    if not np.isfinite(made).all():
        raise InvalidNumberError(
            f"degree is expected to keep the features below 10**308, but {p} does not: "
            "divide the columns of X by their sizes, or give a lower degree."
        ).about("degree")
    return made


def _column(points: Array, chosen: tuple[int, ...], weight: float) -> Array:
    """Multiply the chosen coordinates with each other and with the root of the weight."""
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        column: Array = np.sqrt(weight) * np.prod(points[:, list(chosen)], axis=1)
    return column


def _weight(chosen: tuple[int, ...], degree: int, constant: float) -> float:
    """Return p!/(e₀! e₁! … )·c^e₀."""
    rest = degree - len(chosen)
    ways = factorial(degree) // prod(
        factorial(count) for count in (rest, *map(chosen.count, set(chosen)))
    )
    return float(ways) * constant**rest
