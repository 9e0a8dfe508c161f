"""NNGP and NTK of any activation whose dual is known by a formula or a series, tile by tile."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import Points
from linalg_book.numeric.solving.directions import Directions, directions
from linalg_book.numeric.solving.network_layers import Network
from linalg_book.numeric.solving.tiles import put, tiles


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
            k, theta = self._through(nngp[rows, columns], rows, columns, ntk=ntk is not None)
            put(nngp, rows, columns, k, half=self.half)
            if ntk is not None:
                put(ntk, rows, columns, theta, half=self.half)

    def _through(
        self, products: Array, rows: slice, columns: slice, *, ntk: bool
    ) -> tuple[Array, Array]:
        """Go through all layers; without the NTK return the NNGP twice."""
        weight, bias = self.network.weight_variance, self.network.bias_variance
        dual = self.network.dual
        k = products * _unit(self.left)[rows, np.newaxis] * _unit(self.right)[columns]
        theta = k = self._settle(weight * k + bias, 0, rows, columns)
        for layer in range(self.network.depth):
            given = self.rows[layer][rows, np.newaxis], k, self.columns[layer][columns]
            k = self._settle(weight * dual.value(*given) + bias, layer + 1, rows, columns)
            if ntk:
                theta = weight * theta * dual.derivative(*given) + k
        return k, theta if ntk else k

    def _settle(self, k: Array, layer: int, rows: slice, columns: slice) -> Array:
        """Keep covariances within the variances, which a diagonal equals."""
        left, right = np.sqrt(self.rows[layer][rows]), np.sqrt(self.columns[layer][columns])
        bound = np.multiply.outer(left, right)
        k = np.clip(k, -bound, bound)
        if self.half and rows == columns:
            np.fill_diagonal(k, self.rows[layer][rows])
        return k


def _unit(at: Directions) -> Array:
    """Return what multiplies divided rows: powers of 2, by √d."""
    return np.asarray(np.ldexp(1 / np.sqrt(at.rows.shape[1]), at.exponents))
