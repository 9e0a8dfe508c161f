"""Networks on the way through training: copies of their weights, which move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.backward import forward, gradients
from linalg_book.numeric.solving.difference_network import AnyNetwork, parts
from linalg_book.numeric.solving.networks import Network

Rows = slice | np.ndarray
"""Which of the points: all of them, or their numbers."""
ALL = slice(None)


@dataclass(frozen=True)
class Learner:
    """A sum of networks, each with its factor, that learns the targets y at N points.

    ``given`` are the networks before; ``moving`` are those of the layers that learn: copies of
    the whole networks or of their readouts, whose arrays are changed in place.
    """

    given: tuple[tuple[float, Network], ...]
    moving: tuple[Network, ...]
    inputs: tuple[Array, ...]
    y: Array

    @classmethod
    def of(cls, network: AnyNetwork, X: Array, y: Array, *, last: bool) -> Learner:
        """Copy what is to move."""
        given = tuple(parts(network))
        moving = tuple(_copied(part, part.depth if last else 0) for _, part in given)
        empty = cls(given, moving, (), y)
        return replace(empty, inputs=empty.inputs_at(X))

    def inputs_at(self, X: Array) -> tuple[Array, ...]:
        """Return what enters the layers that move."""
        return tuple(
            part.layers(X)[part.depth - moving.depth]
            for (_, part), moving in zip(self.given, self.moving, strict=True)
        )

    def outputs(self, inputs: Sequence[Array]) -> Array:
        """Compute the outputs where this enters."""
        found = np.zeros(len(inputs[0]))
        for (factor, _), moving, x in zip(self.given, self.moving, inputs, strict=True):
            found += factor * forward(moving, x).outputs
        return found

    def weights(self) -> list[Array]:
        """List the arrays that move, in the order of ``slopes``."""
        pairs = [zip(part.weights, part.biases, strict=True) for part in self.moving]
        return [array for of_part in pairs for pair in of_part for array in pair]

    def slopes(self, rows: Rows) -> list[Array]:
        """Compute the gradient of ½‖f − y‖² at these points, in the units of all points."""
        passed = [forward(m, x[rows]) for m, x in zip(self.moving, self.inputs, strict=True)]
        factors = [factor for factor, _ in self.given]
        missing = sum(f * p.outputs for f, p in zip(factors, passed, strict=True)) - self.y[rows]
        missing *= len(self.y) / len(missing)
        moving = zip(factors, self.moving, passed, strict=True)
        return [slope for f, m, p in moving for slope in gradients(m, p, f * missing)]

    def starts(self) -> list[tuple[float, Network]]:
        """Return what moves as it was before, each with its factor."""
        return [
            (factor, _copied(part, part.depth - moving.depth))
            for (factor, part), moving in zip(self.given, self.moving, strict=True)
        ]

    def trained(self) -> list[Network]:
        """Return whole networks with the weights that moved."""
        return [
            replace(
                part,
                weights=(*part.weights[: part.depth - moving.depth], *moving.weights),
                biases=(*part.biases[: part.depth - moving.depth], *moving.biases),
            )
            for (_, part), moving in zip(self.given, self.moving, strict=True)
        ]


def _copied(network: Network, first: int) -> Network:
    """Copy the layers from this one on."""
    weights, biases = ((array.copy() for array in arrays[first:])
                       for arrays in (network.weights, network.biases))  # fmt: skip
    return replace(network, weights=tuple(weights), biases=tuple(biases))


def batches(count: int, size: int | None, rng: np.random.Generator | None) -> Iterator[Rows]:
    """Yield all points again and again, or every one once before any comes again."""
    while size is None or rng is None:
        yield ALL
    while True:
        order = rng.permutation(count)
        for first in range(0, count, size):
            yield order[first : first + size]
