"""Networks on the way through training: copies of their weights, which move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.backward import forward, gradients
from linalg_book.numeric.solving.difference_network import AnyNetwork, parts, together
from linalg_book.numeric.solving.empirical_kernels import empirical_nngp, empirical_ntk
from linalg_book.numeric.solving.networks import Network

Rows = slice | np.ndarray
"""Which of the points: all of them, or their numbers."""
ALL = slice(None)


@dataclass(frozen=True)
class Learner:
    """A network that learns the targets y at N points X: all of it, or its ``last`` layer.

    ``given`` are the parts of the network as it was, each with its factor; ``moving`` are copies
    of them or of their readouts, whose arrays are changed in place.
    """

    network: AnyNetwork
    X: Array
    y: Array
    last: bool

    @cached_property
    def given(self) -> list[tuple[float, Network]]:
        """Return the parts before."""
        return parts(self.network)

    @cached_property
    def moving(self) -> list[Network]:
        """Copy what is to move."""
        return [_copied(part, part.depth if self.last else 0) for _, part in self.given]

    @cached_property
    def inputs(self) -> list[Array]:
        """Return what enters the layers that move at the training points."""
        return self.inputs_at(self.X)

    def inputs_at(self, X: Array) -> list[Array]:
        """Return what enters the layers that move."""
        return [part.layers(X)[part.depth if self.last else 0] for _, part in self.given]

    def bound(self) -> float:
        """Return 2 by the largest eigenvalue of the kernel of what learns, at the start."""
        kernel = (empirical_nngp if self.last else empirical_ntk)(self.network, self.X)
        return float(2 / np.linalg.eigvalsh(np.asarray(kernel))[-1])

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

    def trained(self) -> AnyNetwork:
        """Return the whole network with the weights that moved."""
        whole = [
            replace(
                part,
                weights=(*part.weights[: part.depth - moving.depth], *moving.weights),
                biases=(*part.biases[: part.depth - moving.depth], *moving.biases),
            )
            for (_, part), moving in zip(self.given, self.moving, strict=True)
        ]
        return together(self.network, whole)


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
