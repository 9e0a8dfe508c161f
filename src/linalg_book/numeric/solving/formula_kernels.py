"""NNGP and NTK of any activation whose dual is known by a formula or a series, tile by tile."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import Points
from linalg_book.numeric.solving.directions import Directions, directions
from linalg_book.numeric.solving.network_layers import Network
from linalg_book.numeric.solving.tiles import mirror, tiles


class FormulaKernels:
    """The way of all tiles through a network: kernels and variances, layer by layer."""

    def __init__(self, points: Points, network: Network) -> None:
        self.network, self.half = network, points.Z is None
        self.left = directions(points.X)
        self.right = self.left if points.Z is None else directions(points.Z)
        left = network.variances(self.left)
        right = left if points.Z is None else network.variances(self.right)
        self.rows = [rest + network.bias_variance for rest in left]
        self.columns = [rest + network.bias_variance for rest in right]

    def fill(self, nngp: Array, ntk: Array | None) -> None:
        """Write the kernels; without Z both are symmetric to the bit."""
        np.matmul(self.left.rows, self.right.rows.T, out=nngp)
        for rows, columns in tiles(*nngp.shape, half=self.half):
            self._through(nngp[rows, columns], None if ntk is None else ntk[rows, columns],
                          rows, columns)  # fmt: skip
            for found in (nngp, ntk):
                if self.half and found is not None:
                    mirror(found, rows, columns)

    def _through(self, k: Array, theta: Array | None, rows: slice, columns: slice) -> None:
        """Go through all layers, in place."""
        weight, bias = self.network.weight_variance, self.network.bias_variance
        k *= _unit(self.left)[rows, np.newaxis]
        k *= _unit(self.right)[columns]
        k *= weight
        k += bias
        self._settle(k, 0, rows, columns)
        if theta is not None:
            theta[...] = k
        for layer in range(self.network.depth):
            given = self.rows[layer][rows, np.newaxis], k, self.columns[layer][columns]
            if theta is not None:
                theta *= weight * self.network.dual.derivative(*given)
            k[...] = weight * self.network.dual.value(*given) + bias
            self._settle(k, layer + 1, rows, columns)
            if theta is not None:
                theta += k

    def _settle(self, k: Array, layer: int, rows: slice, columns: slice) -> None:
        """Keep covariances within the variances, which a diagonal equals."""
        roots = np.sqrt(self.rows[layer]), np.sqrt(self.columns[layer])
        bound = np.multiply.outer(roots[0][rows], roots[1][columns])
        np.clip(k, -bound, bound, out=k)
        if self.half and rows == columns:
            np.fill_diagonal(k, self.rows[layer][rows])


def _unit(at: Directions) -> Array:
    """Return what multiplies divided rows: powers of 2, by √d."""
    return np.asarray(np.ldexp(1 / np.sqrt(at.rows.shape[1]), at.exponents))
