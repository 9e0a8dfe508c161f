"""One layer after the other for a tile of pairs, in place, by their angles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.directions import Angles
from linalg_book.numeric.solving.dual_angles import Bent
from linalg_book.numeric.solving.network_layers import Network

ZERO_BY_STEP = (1 - np.sqrt(0.5)) / 2
"""sin²(θ/2) behind a step for a zero vector and another: E φφ is ¼, the variances ¼ and ½."""


@dataclass(frozen=True)
class Layer:
    """Single rows in a layer: √variance, and how much of the variance is bias.

    ``share`` is cos β and ``turn`` is β/2, where tan² β is the bias by the rest of the variance.
    """

    length: Array
    share: Array
    turn: Array

    def at(self, rows: Any) -> Layer:
        """Choose rows."""
        return Layer(self.length[rows], self.share[rows], self.turn[rows])


def layer_of(rest: Array, bias_variance: float) -> Layer:
    """Make a layer from the variances less bias."""
    root, length = np.sqrt(rest), np.sqrt(rest + bias_variance)
    share = np.divide(root, length, out=np.ones_like(root), where=length > 0)
    return Layer(length, share, np.arctan2(np.sqrt(bias_variance), root) / 2)


def turned(angles: Angles, left: Layer, right: Layer, bias_variance: float) -> Angles:
    """Give a bias to pairs: sin²(θ/2) = cos β cos β′ sin²(θ₀/2) + sin²((β − β′)/2).

    Where the lengths are nearly the same, sin(β − β′) is taken from their difference.
    """
    apart = left.turn - right.turn
    product = np.sqrt(bias_variance) * left.share / right.length
    sine = np.where(np.isnan(angles.surplus), 0, -angles.surplus * product)
    apart = np.where(np.isnan(angles.surplus), apart, np.arcsin(np.clip(sine, -1, 1)) / 2)
    share = left.share * right.share
    return Angles(
        share * angles.near + np.sin(apart) ** 2,
        share * angles.far + np.sin(left.turn + right.turn) ** 2,
        angles.surplus,
    )


def bent(angles: Angles, activation: Bent) -> Array:
    """Return sin²(θ/2) behind an activation, where angles may be near 0 and near π.

    φ(u) is a mean of u and |u|; for |u| opposite rows are the same, so θ > π/2 counts as π − θ.
    """
    half = np.arctan2(np.sqrt(angles.near), np.sqrt(angles.far))
    other = np.arctan2(np.sqrt(angles.far), np.sqrt(angles.near))
    least, small = np.minimum(half, other), np.minimum(angles.near, angles.far)
    product = np.sqrt(angles.near * angles.far)
    folded = small * (1 - 4 / np.pi * least) + 2 / np.pi * np.maximum(least - product, 0)
    return np.asarray(activation.odd * angles.near + (1 - activation.odd) * folded)


@dataclass
class Tile:
    """Pairs of rows: w = sin²(θ/2), the NTK by the lengths, two buffers, all of one shape.

    ``places`` are those pairs, counted along the rows, whose ``angles`` in the first layer are
    known better than by w.
    """

    w: Array
    ntk: Array | None
    buffers: tuple[Array, Array]
    places: NDArray[np.intp]
    angles: Angles
    left: list[Layer]
    right: list[Layer]

    def through(self, network: Network) -> None:
        """Go through all layers; ``w`` then holds the cosines."""
        if self.ntk is not None:
            self.ntk.fill(0)
        self._bias(0, network.bias_variance)
        if len(self.places):
            self.w.flat[self.places] = self.angles.near
        self._add_cosines()
        for number in range(network.depth):
            if isinstance(network.dual, Bent):
                self._bend(network.dual, first=number == 0)
            else:
                self._step(first=number == 0)
            self._bias(number + 1, network.bias_variance)
            self._add_cosines()
        self.w *= -2
        self.w += 1

    def _add_cosines(self) -> None:
        """Add the kernel of this layer to the NTK."""
        if self.ntk is not None:
            cosines = np.multiply(self.w, -2, out=self.buffers[0])
            cosines += 1
            self.ntk += cosines

    def _bias(self, number: int, variance: float) -> None:
        """Put w and the NTK into the unit of variances with bias, and turn the pairs by it."""
        if variance == 0:
            return
        left, right = self.left[number], self.right[number]
        sines, other = self.buffers
        shares = np.multiply(left.share[:, np.newaxis], right.share, out=other)
        self.w *= shares
        if self.ntk is not None:
            self.ntk *= shares
        np.multiply(np.sin(left.turn)[:, np.newaxis], np.cos(right.turn), out=sines)
        np.multiply(np.cos(left.turn)[:, np.newaxis], np.sin(right.turn), out=other)
        sines -= other
        sines *= sines
        self.w += sines

    def _half_angles(self, *, first: bool) -> Array:
        half = np.sqrt(self.w, out=self.buffers[0])
        np.arcsin(half, out=half)
        if first and len(self.places):
            near, far = np.sqrt(self.angles.near), np.sqrt(self.angles.far)
            half.flat[self.places] = np.arctan2(near, far)
        return half

    def _bend(self, activation: Bent, *, first: bool) -> None:
        """Go through φ(u) = u above 0, a multiple below: w to w(1 − γθ) + γ(θ − sin θ)/2."""
        half = self._half_angles(first=first)
        grown = np.subtract(1, self.w, out=self.buffers[1])
        grown *= self.w
        np.sqrt(grown, out=grown)
        np.subtract(half, grown, out=grown)
        np.abs(grown, out=grown)  # rounding might leave a tiny negative number
        grown *= activation.bend
        half *= -2 * activation.bend
        half += 1
        self.w *= half
        self.w += grown
        if first and len(self.places):
            self.w.flat[self.places] = bent(self.angles, activation)
        if self.ntk is not None:
            self.ntk *= half

    def _step(self, *, first: bool) -> None:
        """Go through the step: w to θ/(2π)."""
        np.multiply(self._half_angles(first=first), 1 / np.pi, out=self.w)
        if self.ntk is not None:
            self.ntk.fill(0)
        if first:
            left, right = self.left[0].length == 0, self.right[0].length == 0
            self.w[left], self.w[:, right] = ZERO_BY_STEP, ZERO_BY_STEP
            self.w[np.ix_(left, right)] = 0
