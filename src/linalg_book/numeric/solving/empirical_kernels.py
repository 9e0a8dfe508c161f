"""Kernels of a network of finite width: of its last layer, and of all its weights."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from linalg_book.errors import UnknownMethodError
from linalg_book.numeric.reading.floats import Array, unscale
from linalg_book.numeric.reading.points import Points, PointsLike, read_points, read_rows
from linalg_book.numeric.solving.backward import backward, forward
from linalg_book.numeric.solving.difference_network import AnyNetwork, parts
from linalg_book.numeric.solving.networks import REMEDY, Network

if TYPE_CHECKING:
    from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["empirical_nngp", "empirical_ntk"]


def empirical_nngp(network: AnyNetwork, X: MatrixLike, Z: PointsLike = None) -> float | Array:
    """Compute the kernel of a network's last layer: the inner products of what it combines.

    Parameters
    ----------
    network : Network or DifferenceNetwork
        From ``init_network``, ``difference_network`` or ``train_network``.
    X, Z : array_like, shapes (N, d) and (M, d)
        Points, one a row.  Without Z, X is compared with itself; two single rows give a number.

    Returns
    -------
    ndarray, shape (N, M), or float
        weight_variance/k · φ(x)·φ(z) + bias_variance, with φ the k outputs of the last hidden
        layer: given these, the covariance of the outputs over the draws of the readout.

    Raises
    ------
    EmptySystemError
        If there is no point.
    InvalidNumberError
        If an entry is NaN, infinite, no number, or a result overflows.
    ShapeError
        If ``network`` is none, or points do not have its number of coordinates.
    TooLargeError
        If the result needs more memory than the machine has.

    Notes
    -----
    As the widths grow it tends to the kernel of the infinitely wide network, with an error of the
    order 1/√k [1]_.  Its rank is at most k, and one more with biases.

    .. [1] J. Lee, Y. Bahri, R. Novak, S. S. Schoenholz, J. Pennington and J. Sohl-Dickstein,
       "Deep neural networks as Gaussian processes", *International Conference on Learning
       Representations* (2018).

    Introduced in: sec-nngp

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import empirical_nngp, init_network
    >>> network = init_network(2, [100_000], np.random.default_rng(1), weight_variance=1)
    >>> x = [2**0.5, 0]  # of length 1 after the division of x·x by d
    >>> bool(abs(empirical_nngp(network, x, x) - 1 / 2) < 0.02)
    True
    """
    points, networks = read_points(X, Z), parts(network)
    with np.errstate(over="ignore", invalid="ignore"):
        found = sum(s**2 * _last(part, points) for s, part in networks)
    return points.answer(unscale(np.asarray(found), 0, "a kernel", REMEDY))


def empirical_ntk(network: AnyNetwork, X: MatrixLike, Z: PointsLike = None) -> float | Array:
    """Compute the inner products of the gradients of a network's output by all its weights.

    Parameters
    ----------
    network : Network or DifferenceNetwork
        From ``init_network``, ``difference_network`` or ``train_network``.
    X, Z : array_like, shapes (N, d) and (M, d)
        Points, one a row.  Without Z, X is compared with itself; two single rows give a number.

    Returns
    -------
    ndarray, shape (N, M), or float
        ∇f(x)·∇f(z), by the weights and biases that the network keeps, the readout's among them.

    Raises
    ------
    EmptySystemError
        If there is no point.
    InvalidNumberError
        If an entry is NaN, infinite, no number, or a result overflows.
    ShapeError
        If ``network`` is none, or points do not have its number of coordinates.
    TooLargeError
        If the result needs more memory than the machine has.
    UnknownMethodError
        If the activation is the step, which no gradient passes.

    Notes
    -----
    The gradient by a layer's weights is the outer product of what enters the layer, h(x), and of
    the slope of the output by what the layer combines, δ(x); so the kernel is the sum over the
    layers of (weight_variance/n · h(x)·h(z) + bias_variance) δ(x)·δ(z), with n inputs of the
    layer.  No gradient is ever stored: N points need N² numbers, not one for each weight and
    point.  As the widths grow it tends to ``ntk`` [1]_, with an error of the order 1/√k.

    Where the input of ReLU or of the absolute value is exactly 0, the slope counts as the mean of
    both sides: ½ and 0.

    .. [1] A. Jacot, F. Gabriel and C. Hongler, "Neural tangent kernel: convergence and
       generalization in neural networks", *Advances in Neural Information Processing Systems* 31
       (2018).

    Introduced in: sec-ntk

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import empirical_ntk, init_network, ntk
    >>> X = [[1, 0], [0, 1]]
    >>> network = init_network(2, [100_000], np.random.default_rng(1))
    >>> bool(np.allclose(empirical_ntk(network, X), ntk(X, depth=1), atol=0.05))
    True
    """
    require_slopes(network)
    points, networks = read_points(X, Z), parts(network)
    with np.errstate(over="ignore", invalid="ignore"):
        found = sum(s**2 * _tangent(part, points) for s, part in networks)
    return points.answer(unscale(np.asarray(found), 0, "a kernel", REMEDY))


def require_slopes(network: AnyNetwork) -> None:
    """Refuse a network that no gradient passes, and what is no network."""
    for _, part in parts(network):
        if part.depth and part.activation == "step":
            raise UnknownMethodError(
                'network is expected to have an activation with a slope, but has "step", which is '
                "flat on both sides of its jump, so that no layer but the readout would learn: "
                "train the last layer alone, whose kernel is empirical_nngp, or take another "
                "activation."
            ).about("network")


def _last(network: Network, points: Points) -> Array:
    left = network.layers(points.X)[-1]
    right = left if points.Z is None else network.layers(points.Z)[-1]
    return _inner(network, left, right)


def _tangent(network: Network, points: Points) -> Array:
    """Add the products of both Gram matrices of each layer."""
    left = _both_ways(network, points.X)
    right = left if points.Z is None else _both_ways(network, points.Z)
    found = np.zeros((len(left[0][0]), len(right[0][0])))
    for x, at_x, z, at_z in zip(*left, *right, strict=True):
        found += _inner(network, x, z) * (at_x @ at_z.T)
    return found


def _both_ways(network: Network, X: Array) -> tuple[Sequence[Array], list[Array]]:
    """Return what enters each layer, and the slopes of the output by what it combines."""
    passed = forward(network, read_rows(X, network.weights[0].shape[1]))
    return passed.inside, backward(network, passed, np.ones(len(X)))


def _inner(network: Network, left: Array, right: Array) -> Array:
    """Return the kernel of a layer with these inputs, if what it combines were the output."""
    found: Array = left @ right.T * (network.weight_variance / left.shape[1])
    return found + network.bias_variance
