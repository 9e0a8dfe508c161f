"""The gradient of a network's output by its weights, layer by layer from the readout back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.activations import ACTIVATIONS
from linalg_book.numeric.solving.networks import Network, combined


@dataclass(frozen=True)
class Passed:
    """What a way through a network leaves, a row a point.

    ``inside[l]`` enters layer l, ``slopes[l]`` is φ′ at what hidden layer l combines, and
    ``outputs`` has shape (N,).
    """

    inside: Sequence[Array]
    slopes: Sequence[Array]
    outputs: Array


def forward(network: Network, X: Array) -> Passed:
    """Go through a network from its inputs to its output."""
    activation = ACTIVATIONS[network.activation]
    inside, slopes = [X], []
    for layer in range(network.depth):
        before = combined(network, layer, inside[-1])
        inside.append(activation.value(before))
        slopes.append(activation.slope(before))
    return Passed(inside, slopes, combined(network, network.depth, inside[-1])[:, 0])


def backward(network: Network, passed: Passed, start: Array) -> list[Array]:
    """Return for each layer the slope of start·f by what the layer combines, a row a point."""
    found = [start[:, np.newaxis]]
    for layer in range(network.depth, 0, -1):
        weights = network.weights[layer]
        factor = np.sqrt(network.weight_variance / weights.shape[1])
        found.append(factor * (found[-1] @ weights) * passed.slopes[layer - 1])
    return found[::-1]


def gradients(network: Network, passed: Passed, start: Array) -> list[Array]:
    """Return the gradient of Σ startᵢ f(xᵢ) by the weights of each layer, then by its biases."""
    found = []
    for slopes, inside in zip(backward(network, passed, start), passed.inside, strict=True):
        factor = np.sqrt(network.weight_variance / inside.shape[1])
        found += [factor * (slopes.T @ inside)]
        found += [np.sqrt(network.bias_variance) * slopes.sum(axis=0)]
    return found
