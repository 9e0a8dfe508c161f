"""Small fully connected networks with random weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from linalg_book.errors import ShapeError, UnknownMethodError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.memory import require_memory
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.points import read_rows
from linalg_book.numeric.solving.activations import ACTIVATIONS
from linalg_book.whole_numbers import whole_number

if TYPE_CHECKING:
    from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["Network", "init_network"]

WidthsLike = Sequence[int]
"""The numbers of units in the hidden layers."""
REMEDY = "scale the inputs or the variances down"


@dataclass(frozen=True, eq=False)
class Network:
    """A fully connected network with one output, in the parametrization of the tangent kernel.

    ``weights[l]`` has shape (outputs, inputs) and ``biases[l]`` (outputs,), both drawn standard
    normal; the last pair is the readout, with one output.  Layer l computes
    √(weight_variance/inputs) · weights[l] x + √bias_variance · biases[l], and the activation
    follows in all layers but the readout.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activation: str
    weight_variance: float
    bias_variance: float

    @property
    def depth(self) -> int:
        """Return the number of hidden layers."""
        return len(self.weights) - 1

    def layers(self, X: MatrixLike) -> list[Array]:
        """Return what enters each layer: X, then the outputs of each hidden layer, a row a point.

        The last one holds what the readout combines, shape (N, width of the last hidden layer).
        """
        inside, phi = [read_rows(X, self.weights[0].shape[1])], ACTIVATIONS[self.activation].value
        with np.errstate(over="ignore", invalid="ignore"):
            for layer in range(self.depth):
                inside.append(phi(combined(self, layer, inside[-1])))
        return [inside[0], *(unscale(x, 0, "a hidden unit", REMEDY) for x in inside[1:])]

    def predict(self, X: MatrixLike) -> Array:
        """Compute the outputs at N points, one a row: shape (N,)."""
        features = self.layers(X)[-1]
        with np.errstate(over="ignore", invalid="ignore"):
            outputs = combined(self, self.depth, features)
        return unscale(outputs[:, 0], 0, "an output", REMEDY)


def combined(network: Network, layer: int, x: Array) -> Array:
    """Return what a layer makes of its inputs before the activation, a row a point."""
    weights, biases = network.weights[layer], network.biases[layer]
    factor = np.sqrt(network.weight_variance / weights.shape[1])
    found: Array = factor * (x @ weights.T) + np.sqrt(network.bias_variance) * biases
    return found


def init_network(  # noqa: PLR0913 (what a network is made of)
    d: int,
    widths: WidthsLike,
    rng: np.random.Generator,
    *,
    activation: str = "relu",
    weight_variance: float = 2.0,
    bias_variance: float = 0.0,
) -> Network:
    """Draw a fully connected network with standard normal weights and one output.

    Parameters
    ----------
    d : int
        The number of coordinates of an input, at least 1.
    widths : sequence of int
        The numbers of units in the hidden layers, from the first to the last, each at least 1.
        Without one the network is linear.
    rng : numpy.random.Generator
        Where the weights come from: the same seed gives the same network.
    activation : str, default "relu"
        What each hidden unit applies: "abs", "cos", "erf", "identity", "relu", "sin", "step" or
        "tanh".
    weight_variance : float, default 2
        From 0 on; a layer with n inputs multiplies its weights by √(weight_variance/n), the first
        layer too.
    bias_variance : float, default 0
        From 0 on; each layer multiplies its biases by the root of it.

    Returns
    -------
    Network
        A frozen record of weights and biases with the methods ``predict``, which takes points of
        shape (N, d) and returns N outputs, and ``layers``, what enters each layer.

    Raises
    ------
    InvalidNumberError
        If ``d`` or a width is no whole number from 1 on, a variance is negative or not finite, or
        ``rng`` no generator; from the methods, if an entry is NaN or infinite, or overflows.
    EmptySystemError
        From the methods, if there is no point.
    ShapeError
        If ``widths`` is no list; from the methods, if X is no matrix with d columns.
    TooLargeError
        If the weights need more memory than the machine has.
    UnknownMethodError
        If there is no activation of this name.

    Notes
    -----
    Multiplying in the layer, rather than drawing smaller weights, changes no output at the start;
    it decides how much each layer moves under gradient descent [1]_.  The widths may grow one
    after the other: the first layers of a network do not depend on those behind them.

    .. [1] A. Jacot, F. Gabriel and C. Hongler, "Neural tangent kernel: convergence and
       generalization in neural networks", *Advances in Neural Information Processing Systems* 31
       (2018).

    Introduced in: sec-nngp

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import init_network
    >>> network = init_network(2, [100, 50], np.random.default_rng(1))
    >>> network.depth, network.predict([[1, 2], [2, 4], [0, 0]]).shape
    (2, (3,))
    >>> once, twice, zero = network.predict([[1, 2], [2, 4], [0, 0]])
    >>> bool(abs(twice - 2 * once) < 1e-12), float(zero)  # ReLU without biases
    (True, 0.0)
    """
    coordinates = whole_number(d, "d", 1, remedy="give the number of coordinates")
    sizes = [coordinates, *_read_widths(widths), 1]
    require_generator(rng)
    slopes = at_least_zero(weight_variance, "weight_variance")
    shifts = at_least_zero(bias_variance, "bias_variance")
    known = _known(activation)
    pairs = list(zip(sizes[1:], sizes[:-1], strict=True))
    largest = max(n * (m + 1) for n, m in pairs)
    require_memory(largest, "widths", f"the {largest:,} weights of a layer", "take fewer units")
    drawn = [(rng.standard_normal(pair), rng.standard_normal(pair[0])) for pair in pairs]
    weights, biases = zip(*drawn, strict=True)
    return Network(weights, biases, known, slopes, shifts)


def _read_widths(widths: Any) -> list[int]:
    """Read the sizes of the hidden layers."""
    if isinstance(widths, str | bytes) or not hasattr(widths, "__iter__"):
        raise ShapeError(
            f"widths is expected to be a list of the sizes of the hidden layers, but is "
            f"{widths!r}: write for example [100], or [] for none."
        ).about("widths")
    return [whole_number(width, "widths", 1, remedy="write for example [100]") for width in widths]


def _known(activation: Any) -> str:
    """Read the name of an activation."""
    if not isinstance(activation, str) or activation not in ACTIVATIONS:
        choices = sorted(ACTIVATIONS)
        raise UnknownMethodError.from_choices("activation", repr(activation), choices)
    return activation
