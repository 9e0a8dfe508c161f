"""Kernels of infinitely wide networks: NNGP and NTK."""

from __future__ import annotations

from typing import NamedTuple

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import PointsLike
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.numeric.solving.dual_activations import Activation
from linalg_book.numeric.solving.wide_networks import kernels_of, read_network

__all__ = ["NetworkKernels", "network_kernels", "nngp", "ntk"]


class NetworkKernels(NamedTuple):
    """The two kernels of an infinitely wide network: matrices, or floats for two single rows."""

    nngp: float | Array
    ntk: float | Array


def network_kernels(  # noqa: PLR0913 -- a network has so many parts
    X: MatrixLike,
    Z: PointsLike = None,
    *,
    depth: int,
    activation: Activation = "relu",
    weight_variance: float = 2.0,
    bias_variance: float = 0.0,
) -> NetworkKernels:
    """Compute both kernels of an infinitely wide network: NNGP and NTK.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    depth : int
        The number of hidden layers, from 0 on; a readout follows them.  With 0 the network is
        linear.
    activation : str, callable or DualActivation, default "relu"
        A name, a polynomial or a smooth function as ``dual_activation`` takes them, or what that
        returns.
    weight_variance : float, default 2
        W², not negative: a weight is drawn with variance W² by the number of inputs of its layer.
    bias_variance : float, default 0
        b², not negative: the variance of each bias, also of that of the readout.

    Returns
    -------
    NetworkKernels
        A named pair of ``nngp`` and ``ntk``: matrices of shape (N, M) or (N, N), without Z
        symmetric to the bit; for two single rows floats.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, ``depth`` is no whole
        number from 0 on, a variance is negative or not finite, or a kernel overflows.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If a matrix needs more memory than the machine has.
    UnknownMethodError
        If ``activation`` is none that is known.

    Notes
    -----
    K = W² x·z/d + b² and Θ = K to begin with; each hidden layer makes K into W² E φ(u)φ(v) + b²
    and Θ into W² Θ E φ′(u)φ′(v) plus the new K, where (u, v) is Gaussian with the old K as its
    covariance [1]_, [2]_, [3]_.  So all weights are trained in units of their deviation, and the
    readout has a bias; what others call depth often counts the readout.

    ReLU, leaky ReLU, the absolute value, the identity and the step go from layer to layer by
    sin²(θ/2) of the angle θ of a pair, and near and opposite points get it from their difference:
    entries are right up to some 10⁻¹⁵ of √(kᵢᵢkⱼⱼ), however near a layer brings the points.  Only
    behind steps, where small angles grow like their roots from layer to layer, rounding is seen
    between points that are nearly multiples of each other.  The other activations go by variances
    and covariances; near points of a variance k lose up to log₁₀ k digits where φ is steep for
    them.

    A zero vector without bias has ReLU, leaky ReLU, the absolute value, the identity, erf, sin and
    GELU equal to 0, and so are its rows and columns of both kernels.  For cos and exp it is a point
    like others, with φ(0) = 1; for the step, which is ½ at 0, it is at right angles to all points,
    and so to itself.  Points shorter than 10⁻¹⁵⁴ count as zero vectors.

    .. [1] Y. Cho and L. K. Saul, "Kernel methods for deep learning", *Advances in Neural
       Information Processing Systems* 22 (2009), 342-350.
    .. [2] J. Lee and others, "Deep neural networks as Gaussian processes", *International
       Conference on Learning Representations* (2018).
    .. [3] A. Jacot, F. Gabriel, C. Hongler, "Neural tangent kernel: convergence and
       generalization in neural networks", *Advances in Neural Information Processing Systems* 31
       (2018), 8571-8580.

    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book.numeric import network_kernels
    >>> both = network_kernels([[1, 0], [0, 1]], depth=1)
    >>> both.nngp.round(4).tolist(), both.ntk.round(4).tolist()
    ([[1.0, 0.3183], [0.3183, 1.0]], [[2.0, 0.3183], [0.3183, 2.0]])
    """
    network = read_network(depth, activation, weight_variance, bias_variance)
    return NetworkKernels(*kernels_of(X, Z, network))


def nngp(  # noqa: PLR0913 -- a network has so many parts
    X: MatrixLike,
    Z: PointsLike = None,
    *,
    depth: int,
    activation: Activation = "relu",
    weight_variance: float = 2.0,
    bias_variance: float = 0.0,
) -> float | Array:
    """Compute the covariance of the outputs of an infinitely wide random network.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    depth : int
        The number of hidden layers, from 0 on; a readout follows them.  With 0 the network is
        linear.
    activation : str, callable or DualActivation, default "relu"
        A name, a polynomial or a smooth function as ``dual_activation`` takes them, or what that
        returns.
    weight_variance : float, default 2
        W², not negative: a weight is drawn with variance W² by the number of inputs of its layer.
    bias_variance : float, default 0
        b², not negative: the variance of each bias, also of that of the readout.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values, without Z symmetric to the bit; for two single rows their value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, ``depth`` is no whole
        number from 0 on, a variance is negative or not finite, or a kernel overflows.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If a matrix needs more memory than the machine has.
    UnknownMethodError
        If ``activation`` is none that is known.

    Notes
    -----
    With a random network's outputs the kernel of a Gaussian process [1]_: ``network_kernels``
    says how it is computed, and gives the NTK with it.

    .. [1] J. Lee and others, "Deep neural networks as Gaussian processes", *International
       Conference on Learning Representations* (2018).

    Introduced in: sec-nngp

    Examples
    --------
    >>> from linalg_book.numeric import nngp
    >>> nngp([[1, 0], [0, 1], [1, 1]], depth=1).round(4).tolist()
    [[1.0, 0.3183, 1.0683], [0.3183, 1.0, 1.0683], [1.0683, 1.0683, 2.0]]
    >>> round(nngp([1, 0], [0, 1], depth=2), 4)
    0.4937
    """
    network = read_network(depth, activation, weight_variance, bias_variance)
    return kernels_of(X, Z, network, both=False)[0]


def ntk(  # noqa: PLR0913 -- a network has so many parts
    X: MatrixLike,
    Z: PointsLike = None,
    *,
    depth: int,
    activation: Activation = "relu",
    weight_variance: float = 2.0,
    bias_variance: float = 0.0,
) -> float | Array:
    """Compute the inner products of the gradients of an infinitely wide network by its weights.

    Parameters
    ----------
    X : array_like, shape (N, d) or (d,)
        N points with d coordinates, one a row; or a single row.
    Z : array_like, shape (M, d) or (d,), optional
        M further points, or a single row as X is one.  Without it X is compared with itself.
    depth : int
        The number of hidden layers, from 0 on; a readout follows them.  With 0 the network is
        linear.
    activation : str, callable or DualActivation, default "relu"
        A name, a polynomial or a smooth function as ``dual_activation`` takes them, or what that
        returns.
    weight_variance : float, default 2
        W², not negative: a weight is drawn with variance W² by the number of inputs of its layer.
    bias_variance : float, default 0
        b², not negative: the variance of each bias, also of that of the readout.

    Returns
    -------
    ndarray of shape (N, M) or (N, N), or float
        The matrix of all values, without Z symmetric to the bit; for two single rows their value.

    Raises
    ------
    EmptySystemError
        If there is no point, or points have no coordinate.
    InvalidNumberError
        If an entry is NaN, infinite, complex, a truth value or no number, ``depth`` is no whole
        number from 0 on, a variance is negative or not finite, or a kernel overflows.
    ShapeError
        If X or Z is neither a matrix nor, both of them, a single row, or they have different
        numbers of columns.
    TooLargeError
        If a matrix needs more memory than the machine has.
    UnknownMethodError
        If ``activation`` is none that is known.

    Notes
    -----
    The neural tangent kernel [1]_: ``network_kernels`` says how it is computed, and gives the
    NNGP with it at the same price.

    .. [1] A. Jacot, F. Gabriel, C. Hongler, "Neural tangent kernel: convergence and
       generalization in neural networks", *Advances in Neural Information Processing Systems* 31
       (2018), 8571-8580.

    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book.numeric import ntk
    >>> ntk([[1, 0], [0, 1], [1, 1]], depth=1).round(4).tolist()
    [[2.0, 0.3183, 1.8183], [0.3183, 2.0, 1.8183], [1.8183, 1.8183, 4.0]]
    """
    network = read_network(depth, activation, weight_variance, bias_variance)
    return kernels_of(X, Z, network)[1]
