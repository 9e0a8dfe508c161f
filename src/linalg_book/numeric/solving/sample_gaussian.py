"""Draws of Gaussian vectors, whose covariance may be singular."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.symmetric import read_symmetric, read_targets
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.semidefinite import decompose
from linalg_book.whole_numbers import whole_number

__all__ = ["sample_gaussian"]


def sample_gaussian(
    mean: ColumnLike,
    covariance: MatrixLike,
    rng: np.random.Generator,
    count: int | None = None,
    *,
    rtol: float | None = None,
) -> Array:
    """Draw Gaussian vectors with a given mean and covariance, which may be singular.

    Parameters
    ----------
    mean : array_like, shape (n,)
        The mean.
    covariance : array_like, shape (n, n)
        Symmetric, without negative eigenvalues; in the square of the unit of the mean.
    rng : numpy.random.Generator
        Where the random numbers come from: the same seed gives the same draws.
    count : int, optional
        How many vectors to draw, from 0 on.  Without it one is drawn.
    rtol : float, optional
        Eigenvalues up to ``rtol`` times the largest count as zero.  The default is n·eps.

    Returns
    -------
    ndarray, shape (n,), or (count, n)
        One draw, or one in each row.

    Raises
    ------
    EmptySystemError
        If there is no entry.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if ``rng`` is no
        generator, ``count`` no whole number from 0 on, or ``rtol`` not in [0, 1).
    NotSemidefiniteError
        If the covariance has an eigenvalue below −8 times what counts as zero; the message names
        the smallest one.
    NotSymmetricError
        If the covariance differs from its transpose by more than rounding.
    ShapeError
        If the covariance is not square, or the mean is no list with one entry for each row.

    Notes
    -----
    With C = U Λ Uᵀ each draw is m + U Λ^½ z, where z has independent standard normal entries
    [1]_.  Directions whose eigenvalue is zero are never entered: the draws keep every equation
    that the covariance imposes, up to rounding.  A Cholesky factor of C would need C to be
    positive definite, or a number added to its diagonal, which breaks these equations.

    .. [1] T. W. Anderson, *An Introduction to Multivariate Statistical Analysis*, 3rd ed.,
       section 2.4.

    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import sample_gaussian
    >>> x, y = sample_gaussian([1, 2], [[9, 12], [12, 16]], np.random.default_rng(1))
    >>> bool(abs(4 * x - 3 * y + 2) < 1e-12)  # the covariance imposes 4x − 3y = −2
    True
    """
    matrix = read_symmetric(covariance, "covariance")
    center = read_targets(mean, len(matrix), "mean", "the covariance")
    require_generator(rng)
    many = None if count is None else whole_number(count, "count", 0, remedy="say how many draws")
    return drawn(center, matrix, rng, many, rtol)


def drawn(  # noqa: PLR0913, PLR0917 (what a public function and a method have read)
    mean: Array,
    covariance: Array,
    rng: np.random.Generator,
    count: int | None,
    rtol: float | None,
    largest: float = 0.0,
) -> Array:
    """Draw, where the covariance was computed from numbers of the size ``largest``."""
    found = decompose(covariance, rtol, "covariance", largest)
    shape = (found.rank,) if count is None else (count, found.rank)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        steps = rng.standard_normal(shape) * np.sqrt(found.values)
        draws = mean + steps @ found.vectors.T
    return unscale(draws, 0, "draws", "divide the mean and the covariance by a power of 2")
