"""NNGP and NTK of activations that keep directions: by angles, from layer to layer.

The state of a pair is w = sin²(θ/2) of its angle in a layer, never the cosine: so pairs keep
their digits however near a layer brings them.  A tile stays in the cache through all layers.
"""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import Points
from linalg_book.numeric.solving.angle_layers import Tile, layer_of, turned
from linalg_book.numeric.solving.directions import directions, measure
from linalg_book.numeric.solving.network_layers import Network
from linalg_book.numeric.solving.tiles import mirror, tiles

NEAR = 0.98
"""Pairs whose cosine is beyond this, or below its negative, are measured by differences."""
SIZE = 128
"""Rows and columns of a tile: its buffers stay in the cache of a core."""


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
                    place = found[rows, columns]
                    np.multiply(values, tile.left[-1].length[:, np.newaxis], out=place)
                    place *= tile.right[-1].length
                    if self.half:
                        mirror(found, rows, columns)

    def _tile(self, products: Array, rows: slice, columns: slice, buffers: list[Array]) -> Tile:
        """Start with w = (1 − cos θ)/2, and with better angles of near and opposite pairs."""
        parts = (buffer[: products.size].reshape(products.shape) for buffer in buffers)
        w, ntk, *rest = parts
        np.multiply(products, self.left.inverses[rows, np.newaxis], out=w)
        w *= self.right.inverses[columns]
        places = np.empty(0, dtype=np.intp)
        if max(np.max(w), -np.min(w)) > NEAR:
            places = np.flatnonzero(np.abs(w) > NEAR)
        w *= -0.5
        w += 0.5
        i, j = np.divmod(places, products.shape[1])
        i, j = i + rows.start, j + columns.start
        left, right = self.left.layers, self.right.layers
        angles = measure(self.left.at, i, self.right.at, j)
        if self.network.bias_variance:
            angles = turned(angles, left[0].at(i), right[0].at(j), self.network.bias_variance)
        return Tile(
            w, ntk, (rest[0], rest[1]), places, angles,
            [layer.at(rows) for layer in left], [layer.at(columns) for layer in right],
        )  # fmt: skip
