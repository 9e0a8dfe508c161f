"""Gaussian processes: random functions, given some of their values."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from linalg_book.errors import InconsistentSystemError, RankError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.matrices import cut_off
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.symmetric import read_between, read_symmetric, read_targets
from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike
from linalg_book.numeric.solving.conditioning import Root, Spectral, root_of
from linalg_book.numeric.solving.sample_gaussian import drawn
from linalg_book.whole_numbers import whole_number

__all__ = ["GaussianProcess", "gaussian_process"]

OUTSIDE = 1e-4
"""A share of y this small outside the column space may belong to eigenvalues cut off."""
REMEDY = "divide y by a power of 2 and K by its square"


@dataclass(frozen=True, eq=False)
class GaussianProcess:
    """A random function with mean 0, given its values y at N points, up to noise.

    Its methods take ``between``, the kernel k(Z, X) of M new points with the N old ones, and
    ``prior``: k(Z, Z), of shape (M, M), or only its diagonal, of shape (M,).  They answer for the
    function itself: a new observation has ``noise_variance`` more variance.
    """

    y: Array
    noise_variance: float
    rtol: float | None
    root: Root = field(repr=False)

    @cached_property
    def _coefficients(self) -> Array:
        return self.root.solve(self.y)

    def _weights(self, between: MatrixLike) -> Array:
        kernel = read_between(between, len(self.y))
        return self.root.whiten(kernel.T)

    def mean(self, between: MatrixLike) -> Array:
        """Compute k(Z, X)(K + τ²I)⁺y: the mean at new points, shape (M,)."""
        kernel = read_between(between, len(self.y))
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            return unscale(kernel @ self._coefficients, 0, "a mean", REMEDY)

    def variance(self, between: MatrixLike, diagonal: ColumnLike) -> Array:
        """Compute the variances at new points, shape (M,): never below 0."""
        weights = self._weights(between)
        prior = read_targets(diagonal, weights.shape[1], "diagonal", "between")
        left: Array = prior - np.einsum("ij,ij->j", weights, weights)
        return np.maximum(left, 0.0)

    def deviation(self, between: MatrixLike, diagonal: ColumnLike) -> Array:
        """Compute the standard deviations at new points, shape (M,), in the unit of y."""
        return np.sqrt(self.variance(between, diagonal))

    def covariance(self, between: MatrixLike, prior: MatrixLike) -> Array:
        """Compute k(Z, Z) − k(Z, X)(K + τ²I)⁺k(X, Z), shape (M, M)."""
        weights, before = self._weights(between), read_symmetric(prior, "prior")
        read_targets(np.diagonal(before), weights.shape[1], "prior", "between")
        left: Array = before - weights.T @ weights
        left.flat[:: len(left) + 1] = np.maximum(np.diagonal(left), 0.0)
        return left

    def sample(
        self,
        between: MatrixLike,
        prior: MatrixLike,
        rng: np.random.Generator,
        count: int | None = None,
    ) -> Array:
        """Draw values of the function at new points: shape (M,), or (count, M)."""
        require_generator(rng)
        many = None if count is None else whole_number(count, "count", 0)
        covariance = self.covariance(between, prior)
        size = len(covariance) * float(np.max(np.diagonal(read_symmetric(prior, "prior"))))
        return drawn(self.mean(between), covariance, rng, many, self.rtol, size)

    @property
    def log_likelihood(self) -> float:
        """Return the logarithm of the density of y: the log marginal likelihood."""
        self._require_density()
        return self.root.log_likelihood(self.y) - len(self.y) / 2 * float(np.log(2 * np.pi))

    def gradient(self, *slopes: MatrixLike) -> Array:
        """Differentiate ``log_likelihood``: one number for each ∂(K + τ²I)/∂θ, shape (N, N).

        ``kernel_slope`` gives the one for ln ℓ.  The one for ln τ² is τ²I, the one for the
        logarithm of a factor of K is K.  Where K is singular, noise near rounding leaves it no
        digits: slopes are divided by it.
        """
        self._require_density()
        inverse = self.root.inverse()
        alpha = self.root.multipliers(self.y)
        found = []
        for slope in slopes:
            S = read_symmetric(slope, "slopes")
            read_targets(np.diagonal(S), len(self.y), "slopes")
            found.append(0.5 * float(alpha @ S @ alpha - np.einsum("ij,ij->", inverse, S)))
        return np.array(found)

    def _require_density(self) -> None:
        """Refuse where y lies in a subspace: no density on all of it."""
        root = self.root
        if isinstance(root, Spectral) and not root.noise and root.K.rank < len(self.y):
            raise RankError(
                f"the likelihood needs a K of full rank or noise, but the rank of K is "
                f"{root.K.rank} of {len(self.y)}: y has no density on all of the space; give a "
                "noise_variance above 0."
            ).about("K")


def gaussian_process(
    K: MatrixLike,
    y: ColumnLike,
    noise_variance: float = 0.0,
    *,
    rtol: float | None = None,
) -> GaussianProcess:
    """Condition a Gaussian process with mean 0 on its values at N points.

    Parameters
    ----------
    K : array_like, shape (N, N)
        The covariances of the values at the points: a kernel, in the square of the unit of y.
    y : array_like, shape (N,)
        The values; take a known mean away first.
    noise_variance : float, default 0
        τ² ≥ 0, the variance of independent Gaussian noise in y, in the unit of K.
    rtol : float, optional
        Eigenvalues of K up to ``rtol`` times the largest count as zero, where K + τ²I is
        singular or nearly so.  The default is N·eps.

    Returns
    -------
    GaussianProcess
        A frozen record with the methods ``mean``, ``variance``, ``deviation``, ``covariance``
        and ``sample`` for new points Z, which take k(Z, X), and k(Z, Z) or its diagonal; with
        ``log_likelihood``, the log marginal likelihood, and its ``gradient``.

    Raises
    ------
    EmptySystemError
        If there is no point.
    InconsistentSystemError
        If ``noise_variance`` is 0 and y is not in the column space of K: no draw of the process
        has these values.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, if a result overflows,
        if ``noise_variance`` is negative or not finite, or if ``rtol`` is not in [0, 1).
    NotSemidefiniteError
        If K has an eigenvalue below −8 times what counts as zero.
    NotSymmetricError
        If K differs from its transpose by more than rounding.
    RankError
        From the likelihood, if ``noise_variance`` is 0 and K is singular: there is no density.
    ShapeError
        If K is not square, or ``y`` is no list with one entry for each row; from the methods, if
        the kernels do not fit.

    Notes
    -----
    The mean is k(Z, X)(K + τ²I)⁺y, the covariance k(Z, Z) − k(Z, X)(K + τ²I)⁺k(X, Z) [1]_.

    Cholesky's factor of K + τ²I is used where its condition number is below 1/(10 N·eps), else
    the eigenvectors of K whose eigenvalues are not zero: kernels at new points have no part in
    the others.  Nothing is added to the diagonal.  The variance is a difference: it is right up
    to some N·eps of the prior where K is well conditioned or has a gap, and never negative.
    Without noise a part of y outside the column space up to 10⁻⁴‖y‖ is left out of account (more,
    if √rtol is more): a smooth function may have a part √λ along an eigenvector whose eigenvalue
    λ counts as zero, as the eigenvalues of smooth kernels soon do.

    .. [1] C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine Learning*,
       sections 2.2 and 5.4.1.

    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book.numeric import gaussian_process, linear_kernel
    >>> X, Z = [[1], [2]], [[3]]
    >>> process = gaussian_process(linear_kernel(X), [2, 4])
    >>> process.mean(linear_kernel(Z, X)).round(9).tolist()  # a line through 0 is known
    [6.0]
    >>> process.deviation(linear_kernel(Z, X), [9]).round(6).tolist()
    [0.0]
    """
    kernel = read_symmetric(K)
    values = read_targets(y, len(kernel))
    noise = at_least_zero(noise_variance, "noise_variance")
    root = root_of(kernel, noise, rtol)
    _require_reach(values, root.outside(values), max(OUTSIDE, cut_off(kernel.shape, rtol) ** 0.5))
    return GaussianProcess(values, noise, rtol, root)


def _require_reach(y: Array, outside: Array, share: float) -> None:
    """Refuse values that the process does not take."""
    size, far = float(np.linalg.norm(y)), float(np.linalg.norm(outside))
    if far > share * size:
        i = int(np.argmax(np.abs(outside)))
        raise InconsistentSystemError(
            f"y is expected to lie in the column space of K, because a process without noise "
            f"takes no other values, but {100 * far / size:.3g} % of its length lies outside, "
            f"most of it in entry {i + 1}: give a noise_variance above 0, or equal values where "
            "points are equal."
        ).about("y", i + 1)
