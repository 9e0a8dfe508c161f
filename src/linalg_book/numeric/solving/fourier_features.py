"""Random features whose inner products come near the Gaussian kernel."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.memory import WIDTH, require_memory
from linalg_book.numeric.reading.penalties import above_zero
from linalg_book.numeric.reading.points import read_rows
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.whole_numbers import whole_number

__all__ = ["FourierFeatures", "random_fourier_features"]


@dataclass(frozen=True, eq=False)
class FourierFeatures:
    """A map from points to features, the same for all points that it is given.

    ``frequencies`` has shape (d, k); ``phases`` shape (k,), or it is ``None`` and each frequency
    gives a cosine and a sine.
    """

    frequencies: Array
    phases: Array | None

    @property
    def count(self) -> int:
        """Return the number of features: k, or 2k for cosines and sines."""
        draws = int(self.frequencies.shape[1])
        return draws if self.phases is not None else 2 * draws

    def __call__(self, X: MatrixLike) -> Array:
        """Map points, one a row: (N, d) to (N, ``count``)."""
        points = read_rows(X, len(self.frequencies))
        _require_room(len(points), self.count, "X")
        angles = points @ self.frequencies
        draws = angles.shape[1]
        if self.phases is not None:
            return np.asarray(np.sqrt(2 / draws) * np.cos(angles + self.phases))
        return np.asarray(np.hstack([np.cos(angles), np.sin(angles)]) / np.sqrt(draws))


def random_fourier_features(
    d: int,
    k: int,
    rng: np.random.Generator,
    *,
    length_scale: float = 1.0,
    phases: bool = False,
) -> FourierFeatures:
    """Draw k frequencies for features whose inner products have the Gaussian kernel as mean.

    Parameters
    ----------
    d : int
        The number of coordinates of a point, at least 1.
    k : int
        The number of frequencies, at least 1.
    rng : numpy.random.Generator
        Where the frequencies and phases come from: the same seed gives the same map.
    length_scale : float, default 1
        ℓ > 0 of the kernel exp(−‖x − z‖²/(2ℓ²)), in the unit of the points.
    phases : bool, default False
        Without it each frequency ω gives two features, cos ω·x and sin ω·x over √k; with it one,
        √(2/k) cos(ω·x + b) with b uniform between 0 and 2π.

    Returns
    -------
    FourierFeatures
        A map to call with points of shape (N, d): it returns features of shape (N, 2k), or
        (N, k) with ``phases``.  Points of a training and of a test set go through the same map.

    Raises
    ------
    InvalidNumberError
        If ``d`` or ``k`` is no whole number from 1 on, ``length_scale`` not a finite number above
        0, or ``rng`` no generator; from the map, if an entry is NaN, infinite or no number.
    EmptySystemError, ShapeError
        From the map, if X has no point, or is no matrix with d columns.
    TooLargeError
        If frequencies or features need more memory than the machine has.

    Notes
    -----
    The frequencies are Gaussian with mean 0 and deviation 1/ℓ [1]_.  With κ = k(x, z), the
    variance of the inner product of two maps is ½(1 − κ²)²/k for pairs, and
    (½(1 − κ²)² + ½)/k with phases, which is not 0 even where x = z [2]_; ``RBFSampler`` of
    scikit-learn has the latter.  A kernel matrix of pairs has rank 2k at most.

    .. [1] A. Rahimi and B. Recht, "Random features for large-scale kernel machines", *Advances
       in Neural Information Processing Systems* 20 (2007), 1177-1184.
    .. [2] D. J. Sutherland and J. Schneider, "On the error of random Fourier features",
       *Proceedings of UAI* (2015), 862-871.

    Introduced in: sec-sampling

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import random_fourier_features
    >>> features = random_fourier_features(2, 1000, np.random.default_rng(1), length_scale=5)
    >>> left, right = features([[0, 0], [3, 4]])
    >>> float(round(left @ left, 12)), bool(abs(left @ right - np.exp(-0.5)) < 0.05)
    (1.0, True)
    """
    coordinates = whole_number(d, "d", 1, remedy="give the number of coordinates")
    draws = whole_number(k, "k", 1, remedy="give the number of frequencies")
    length = above_zero(length_scale, "length_scale")
    require_generator(rng)
    _require_room(coordinates, draws, "k")
    with np.errstate(over="ignore"):
        frequencies = rng.standard_normal((coordinates, draws)) / length
    shifts = rng.uniform(0, 2 * np.pi, draws) if phases else None
    return FourierFeatures(frequencies, shifts)


def _require_room(rows: int, columns: int, name: str) -> None:
    """Refuse more numbers than memory holds, and say what the kernel itself would take."""
    kernel = f"the kernel matrix of {rows:,} points takes {WIDTH * rows**2:,} bytes"
    if name == "k":
        kernel = "a kernel matrix of N points takes 8N² bytes"
    require_memory(
        rows * columns, name, f"{rows:,}×{columns:,} numbers",
        f"take fewer features, or none: {kernel} however many there are, see gaussian_kernel",
    )  # fmt: skip
