"""A 2×2 matrix with its singular vectors, as the drawings of its unit circle need it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.panes import half_of

_NEAREST, _FARTHEST = 1e-12, 1e12
_FLAT = 1e-12  # a singular value up to this part of the largest is drawn as 0


@dataclass(frozen=True)
class CircleMap:
    """A 2×2 matrix with its singular vectors and a unit vector x."""

    A: Vector
    U: Vector
    sigma: Vector
    V: Vector
    x: Vector

    @property
    def half(self) -> float:
        """Half the side of a pane that shows the image: a round number."""
        return half_of([np.array([self.sigma[0], 0.0])])

    def arms(self) -> list[Vector]:
        """Return the images of the right singular vectors, the half axes of the image."""
        return [s * u for s, u in zip(self.sigma, self.U.T, strict=True)]


def circle_map(A: Sequence[Sequence[Number]], x: Sequence[Number] = (1, 0)) -> CircleMap:
    """Check the numbers and compute what their drawing shows."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (A, x)]
    if shapes != [(2, 2), (2,)]:
        raise ShapeError(
            f"expected a 2×2 matrix and a vector of two entries, received A = {A!r}, x = {x!r}: "
            "give for example A = [(3, 0), (4, 5)], x = (-3, 4)."
        )
    matrix, into = (np.asarray(part, dtype=float) for part in (A, x))
    sizes = np.abs(np.concatenate([matrix.ravel(), into]))
    if not np.all((sizes == 0) | ((sizes >= _NEAREST) & (sizes <= _FARTHEST))) or not into.any():
        raise InvalidNumberError(
            f"expected 0 or numbers of a size from {_NEAREST:g} to {_FARTHEST:g}, and x not zero, "
            f"received A = {A!r}, x = {x!r}: scale them."
        )
    found = numeric.svd(matrix)
    sigma = found.singular_values
    sigma = np.where(sigma <= _FLAT * sigma[0], 0.0, sigma)
    return CircleMap(matrix, found.U, sigma, found.V, into / np.hypot(*into))
