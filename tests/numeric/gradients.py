"""Networks evaluated by hand at complex weights, whose imaginary parts carry derivatives."""

from dataclasses import replace

import numpy as np
from scipy.special import erf

SMALL = 1e-40
VALUES = {
    "abs": lambda z: np.where(z.real < 0, -z, z),
    "cos": np.cos,
    "erf": erf,
    "identity": np.positive,
    "relu": lambda z: np.where(z.real > 0, z, 0),
    "sin": np.sin,
    "tanh": np.tanh,
}


def flat(network):
    """Return all weights and biases in one list: layer by layer, weights first."""
    pairs = zip(network.weights, network.biases, strict=True)
    return np.concatenate([array.ravel() for pair in pairs for array in pair])


def unflat(network, vector):
    """Return a network like this one with other weights."""
    weights, biases, start = [], [], 0
    for like, beside in zip(network.weights, network.biases, strict=True):
        for place, array in ((weights, like), (biases, beside)):
            place.append(vector[start : start + array.size].reshape(array.shape))
            start += array.size
    assert start == len(vector)
    return replace(network, weights=tuple(weights), biases=tuple(biases))


def outputs(network, X):
    """Compute f as its definition says it, one unit at a time."""
    found = []
    for x in np.asarray(X):
        inside = list(x)
        for layer, (W, b) in enumerate(zip(network.weights, network.biases, strict=True)):
            factor = (network.weight_variance / len(inside)) ** 0.5
            inside = [
                factor * sum(w * h for w, h in zip(row, inside, strict=True))
                + network.bias_variance**0.5 * shift
                for row, shift in zip(W, b, strict=True)
            ]
            if layer < len(network.weights) - 1:
                inside = [complex(VALUES[network.activation](np.complex128(h))) for h in inside]
        found.append(inside[0])
    return np.array(found)


def jacobian(network, X):
    """Compute the gradients at N points as the rows of a matrix, to the last digits."""
    start = flat(network).astype(complex)
    columns = []
    for i in range(len(start)):
        moved = start.copy()
        moved[i] += SMALL * 1j
        columns.append(outputs(unflat(network, moved), X).imag / SMALL)
    return np.array(columns).T
