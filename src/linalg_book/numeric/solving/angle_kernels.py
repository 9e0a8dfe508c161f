"""NNGP and NTK of activations that keep directions: by angles, from layer to layer.

The state of a pair is w = sin²(θ/2) of its angle in a layer, never the cosine: so pairs keep
their digits however near a layer brings them.  A tile stays in the cache through all layers.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import Points
from linalg_book.numeric.solving.angle_layers import Tile, layer_of, turned
from linalg_book.numeric.solving.directions import Angles, directions, measure
from linalg_book.numeric.solving.network_layers import Network
from linalg_book.numeric.solving.tiles import put, tiles

NEAR = 0.98
"""Pairs whose cosine is beyond this, or below its negative, are measured by differences."""
SIZE = 128
"""Rows and columns of a tile: its buffers stay in the cache of a core."""

NONE = np.empty(0, dtype=np.intp)
NO_ANGLES = Angles(*np.empty((3, 0)))


class Side:
    """A set of points, and its single rows in each layer; the points are divided in place."""

    def __init__(self, X: Array, network: Network) -> None:
        self.at = directions(X)
        self.inverses = self.at.inverses
        rests = network.variances(self.at)
        self.layers = [layer_of(rest, network.bias_variance) for rest in rests]


class AngleKernels:
    """The way of all tiles through a network."""

    def __init__(self, points: Points, network: Network) -> None:
        self.network = network
        self.left = Side(points.X, network)
        self.right = self.left if points.Z is None else Side(points.Z, network)
        self.half = points.Z is None

    def fill(self, nngp: Array, ntk: Array | None) -> None:
        """Write the kernels; without Z both are symmetric to the bit."""
        np.matmul(self.left.at.rows, self.right.at.rows.T, out=nngp)
        buffers = [np.empty(SIZE * SIZE) for _ in range(4)]
        for rows, columns in tiles(*nngp.shape, half=self.half, size=SIZE):
            tile = self._tile(nngp[rows, columns], rows, columns, buffers)
            if ntk is None:
                tile.ntk = None
            tile.through(self.network)
            for found, values in ((nngp, tile.w), (ntk, tile.ntk)):
                if found is not None and values is not None:
                    np.multiply(values, tile.left[-1].length[:, np.newaxis], out=values)
                    np.multiply(values, tile.right[-1].length, out=values)
                    put(found, rows, columns, values, half=self.half)

    def _tile(self, products: Array, rows: slice, columns: slice, buffers: list[Array]) -> Tile:
        """Start with w = (1 − cos θ)/2, and with better angles of near and opposite pairs."""
        parts = (buffer[: products.size].reshape(products.shape) for buffer in buffers)
        w, ntk, *rest = parts
        np.multiply(products, self.left.inverses[rows, np.newaxis], out=w)
        w *= self.right.inverses[columns]
        if self.half and rows == columns:
            np.fill_diagonal(w, 0)  # as if at right angles, until all pairs are measured
        far = max(np.max(w), -np.min(w)) <= NEAR
        places = NONE if far else np.flatnonzero(np.abs(w) > NEAR)
        w *= -0.5
        w += 0.5
        if self.half and rows == columns:
            np.fill_diagonal(w, np.where(self.left.inverses[rows] > 0, 0, 0.5))
        i, j = np.divmod(places, products.shape[1])
        return Tile(
            w, ntk, (rest[0], rest[1]), places, self._angles(i + rows.start, j + columns.start),
            [layer.at(rows) for layer in self.left.layers],
            [layer.at(columns) for layer in self.right.layers],
        )  # fmt: skip

    def _angles(self, i: NDArray[np.intp], j: NDArray[np.intp]) -> Angles:
        """Measure pairs, and give them the bias of the first layer."""
        if not len(i):
            return NO_ANGLES
        angles, bias = measure(self.left.at, i, self.right.at, j), self.network.bias_variance
        if bias == 0:
            return angles
        return turned(angles, self.left.layers[0].at(i), self.right.layers[0].at(j), bias)
