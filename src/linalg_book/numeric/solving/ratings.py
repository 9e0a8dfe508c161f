"""Factors of a table with gaps, by alternating least squares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import EPS, Array, unscale
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.matrices import exponent_of, read_matrix
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["RatingFactors", "factorize_ratings"]

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class RatingFactors:
    """Factors of a table of ratings, and how they were found.

    ``users`` has shape (m, k) and ``items`` shape (n, k).  ``history`` lists the objective after
    each sweep, and ``converged`` tells whether the sweeps ended because it stood still.
    """

    users: Array
    items: Array
    history: tuple[float, ...]
    converged: bool

    @property
    def predictions(self) -> Array:
        """Return users times itemsᵀ: an estimate for every entry, known or not."""
        return self.users @ self.items.T


def factorize_ratings(  # noqa: PLR0913 (four of them have defaults and names)
    R: MatrixLike,
    k: int,
    rng: np.random.Generator,
    *,
    known: ArrayLike | None = None,
    penalty: float = 0.0,
    sweeps: int = 500,
    tolerance: float = 1e-9,
) -> RatingFactors:
    """Approximate the known entries of a table by users · itemsᵀ with k features each.

    Parameters
    ----------
    R : array_like, shape (m, n)
        One row for each user, one column for each item; NaN or None where no rating is
        known.
    k : int
        The number of features, from 1 to min(m, n).
    rng : numpy.random.Generator
        Where the first items come from: the same seed gives the same factors.
    known : array_like of bool, shape (m, n), optional
        True where an entry of R counts.  Then what R holds elsewhere is ignored.
    penalty : float, default 0
        λ ≥ 0, the weight of the squared factors.
    sweeps : int, default 500
        How many times users and items are computed at most, at least 1.
    tolerance : float, default 1e-9
        The sweeps end when one lessens the objective by this share of it or less.

    Returns
    -------
    RatingFactors
        A frozen record with ``users``, ``items``, ``history``, ``converged`` and ``predictions``.

    Raises
    ------
    EmptySystemError
        If no entry is known.
    InvalidNumberError
        If a known entry is NaN, infinite or no number, or a parameter is out of range.
    ShapeError
        If R is no list of rows, or ``known`` is no table of truth values of the same shape.

    Notes
    -----
    The objective is the sum of (Rᵢⱼ − uᵢ·vⱼ)² over the known entries plus λ(‖U‖² + ‖V‖²).  For
    fixed items each user is a ridge problem with one solution (for λ = 0 the shortest), and the
    other way round; no half-step raises the objective [1]_.  A sweep that would, by rounding, is
    not kept: ``history`` falls from entry to entry.

    What this cannot promise: the objective is not convex, so the limit depends on ``rng`` and
    may be no global minimum; only without gaps is the answer known (``low_rank`` for λ = 0).
    ``converged`` says that the objective stands still, not that it is small.  For λ = 0 with
    few known entries, factors may grow without bound while it creeps down: take λ > 0.  Users or
    items without a known entry get zeros, for want of knowledge.  Features have no order and no
    meaning of their own: U M and V M⁻ᵀ predict the same for every invertible M.  That an entry
    fits what is known does not tell how good predictions are: keep some entries aside for that.

    .. [1] Y. Koren, R. Bell, C. Volinsky, "Matrix factorization techniques for recommender
       systems", *Computer* 42:8 (2009), 30-37.

    Introduced in: sec-low-rank

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import factorize_ratings
    >>> nan = float("nan")
    >>> found = factorize_ratings([[1, 2, 3], [2, 4, nan]], 1, np.random.default_rng(1))
    >>> found.predictions.round(6).tolist()
    [[1.0, 2.0, 3.0], [2.0, 4.0, 6.0]]
    """
    ratings, counted = _read(R, known)
    features = whole_number(k, "k", 1, min(ratings.shape), "give the number of features")
    most = whole_number(sweeps, "sweeps", 1, remedy="give the number of sweeps")
    weight, share = at_least_zero(penalty, "penalty"), at_least_zero(tolerance, "tolerance")
    require_generator(rng)
    half = (exponent_of(ratings) + 1) // 2
    table, weight = np.ldexp(ratings, -2 * half), float(np.ldexp(weight, -2 * half))
    first = rng.standard_normal((ratings.shape[1], features))
    found = _alternate(_Problem(table, counted, weight), first, most, share)
    history = unscale(np.array(found.history), 4 * half, "an objective", "divide R by a power of 2")
    return RatingFactors(
        unscale(found.users, half), unscale(found.items, half),
        tuple(history.tolist()), found.converged,
    )  # fmt: skip


WELL_POSED = 1e6
"""Normal equations whose condition number is at most this lose no more than six digits."""


@dataclass(frozen=True)
class _Problem:
    """The known ratings, zero elsewhere, and the penalty."""

    ratings: Array
    known: Mask
    penalty: float

    @cached_property
    def places(self) -> tuple[NDArray[np.intp], Mask, Array]:
        """Return where each user's ratings stand, which of these places count, and the ratings.

        Users with fewer ratings get places that do not count, so that all have the same number.
        """
        most = max(1, int(np.max(np.sum(self.known, axis=1))))
        columns = np.argsort(~self.known, axis=1, kind="stable")[:, :most]
        counted = np.take_along_axis(self.known, columns, axis=1)
        return columns, counted, np.take_along_axis(self.ratings, columns, axis=1) * counted

    def users_for(self, items: Array) -> Array:
        """Solve one ridge problem for each user, all in one call.

        The rows that do not count are zero: they leave the shortest solution as it is.
        """
        columns, counted, ratings = self.places
        matrices = items[columns] * counted[:, :, None]
        if self.penalty * WELL_POSED > float(np.sum(items**2)):
            return self._by_normal_equations(matrices, ratings)
        k = items.shape[1]
        penalty = np.broadcast_to(np.sqrt(self.penalty) * np.eye(k), (len(columns), k, k))
        rule = EPS * (self.known.shape[1] + k)
        inverses = np.linalg.pinv(np.concatenate([matrices, penalty], axis=1), rcond=rule)
        solutions: Array = (inverses[:, :, : columns.shape[1]] @ ratings[:, :, None])[:, :, 0]
        return solutions

    def _by_normal_equations(self, matrices: Array, ratings: Array) -> Array:
        """Solve (VᵀV + λI)u = Vᵀr for each user, where no condition number passes the bound."""
        turned = np.swapaxes(matrices, 1, 2)
        grams = turned @ matrices + self.penalty * np.eye(matrices.shape[2])
        solutions = np.linalg.solve(grams, turned @ ratings[:, :, None])[:, :, 0]
        return np.asarray(solutions, dtype=np.float64)

    def turned(self) -> _Problem:
        """Exchange users and items."""
        return _Problem(self.ratings.T, self.known.T, self.penalty)

    def objective(self, users: Array, items: Array) -> float:
        """Add the squared errors and the penalized squares of the factors."""
        errors = (self.ratings - users @ items.T)[self.known]
        return float(errors @ errors + self.penalty * (np.sum(users**2) + np.sum(items**2)))


def _alternate(problem: _Problem, items: Array, sweeps: int, tolerance: float) -> RatingFactors:
    """Compute users and items in turn while the objective falls."""
    history: list[float] = []
    users, turned = np.zeros((len(problem.ratings), items.shape[1])), problem.turned()
    negligible = (16 * EPS) ** 2 * float(np.sum(problem.ratings**2))
    for _ in range(sweeps):
        new_users = problem.users_for(items)
        new_items = turned.users_for(new_users)
        objective = problem.objective(new_users, new_items)
        if history and not objective < history[-1]:
            return RatingFactors(users, items, tuple(history), converged=True)
        users, items = new_users, new_items
        history.append(objective)
        small = len(history) > 1 and history[-2] - objective <= tolerance * history[-2]
        if small or objective <= negligible:
            return RatingFactors(users, items, tuple(history), converged=True)
    return RatingFactors(users, items, tuple(history), converged=False)


def _read(R: Any, known: Any) -> tuple[Array, Mask]:
    """Read the table and the places that count; the others become 0."""
    if np.ma.is_masked(R):
        raise InvalidNumberError(
            "R is expected to be a plain table, but has masked entries: give R.data, and "
            "known=~R.mask."
        ).about("R")
    table = np.array(R, dtype=object)
    if table.ndim != 2:
        raise ShapeError(
            f"R is expected to be a list of rows of the same length, but has {table.ndim} "
            "dimensions or rows that differ: give every user an entry for every item, NaN where "
            "none is known."
        ).about("R")
    mask = _missing(table) if known is None else np.asarray(known)
    if mask.dtype != bool or mask.shape != table.shape:
        raise ShapeError(
            f"known is expected to be a table of truth values of the shape of R, {table.shape}, "
            f"but has shape {mask.shape} and type {mask.dtype}: give True for each known entry."
        ).about("known")
    filled = table.copy()
    filled[~mask] = 0
    ratings = read_matrix(filled, "R")
    if not np.any(mask):
        raise EmptySystemError(
            f"expected at least one known entry, but R is {ratings.shape[0]}×{ratings.shape[1]} "
            "and has none: give ratings."
        ).about("R")
    return ratings, mask


def _missing(table: NDArray[np.object_]) -> Mask:
    """Tell what is known: everything but None, pandas' NA and NaN, which differs from itself."""
    gaps = [
        x is None or type(x).__name__ == "NAType" or (isinstance(x, float | np.floating) and x != x)  # noqa: PLR0124
        for x in table.flat
    ]
    known = [not gap for gap in gaps]
    return np.array(known, dtype=bool).reshape(table.shape)
