"""How weights follow a gradient: plain descent, or Adam's steps of nearly equal size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from linalg_book.numeric.reading.floats import Array

MEANS = 0.9, 0.999
"""What Adam keeps of its mean gradient and of its mean square in each step."""
SMALLEST = 1e-8
"""What Adam adds to the root of the mean square, so that it never divides by 0."""


class Descent:
    """Each weight goes down its slope, and shrinks by the share step · decay."""

    def __init__(self, step: float, decay: float) -> None:
        self.step, self.kept = step, 1 - step * decay

    def move(self, weights: Sequence[Array], slopes: Sequence[Array]) -> None:
        """Change the weights in place."""
        for w, slope in zip(weights, slopes, strict=True):
            np.multiply(w, self.kept, out=w)
            np.subtract(w, self.step * slope, out=w)


class Adam(Descent):
    """Each slope is divided by the root of its mean square (Kingma and Ba 2015).

    The decay acts on the weights themselves, not through the slopes (Loshchilov and Hutter 2019).
    """

    def __init__(self, step: float, decay: float) -> None:
        super().__init__(step, decay)
        self.count, self.means = 0, list[tuple[Array, Array]]()

    def move(self, weights: Sequence[Array], slopes: Sequence[Array]) -> None:
        """Change the weights in place."""
        if not self.means:
            self.means = [(np.zeros_like(w), np.zeros_like(w)) for w in weights]
        self.count += 1
        of_slope, of_square = (1 - share**self.count for share in MEANS)
        directions = []
        for slope, (mean, square) in zip(slopes, self.means, strict=True):
            for kept, place, new in zip(MEANS, (mean, square), (slope, slope**2), strict=True):
                np.add(kept * place, (1 - kept) * new, out=place)
            directions.append(mean / of_slope / (np.sqrt(square / of_square) + SMALLEST))
        super().move(weights, directions)


OPTIMIZERS = {"adam": Adam, "descent": Descent}
