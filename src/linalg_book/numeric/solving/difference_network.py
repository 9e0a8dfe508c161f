"""A network that answers 0 everywhere before it is trained: the difference of two equal ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from linalg_book.errors import ShapeError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.networks import Network

if TYPE_CHECKING:
    from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["DifferenceNetwork", "difference_network"]


@dataclass(frozen=True, eq=False)
class DifferenceNetwork:
    """The outputs of ``first`` less those of ``second``, divided by √2."""

    first: Network
    second: Network

    def predict(self, X: MatrixLike) -> Array:
        """Compute the outputs at N points, one a row: shape (N,)."""
        found: Array = (self.first.predict(X) - self.second.predict(X)) / np.sqrt(2)
        return found


AnyNetwork = Network | DifferenceNetwork
"""What can be trained."""


def difference_network(network: Network) -> DifferenceNetwork:
    """Take a network twice and subtract, so that training starts from the output 0.

    Parameters
    ----------
    network : Network
        From ``init_network``.

    Returns
    -------
    DifferenceNetwork
        A frozen record with the two copies, ``first`` and ``second``, and the method ``predict``,
        which takes points of shape (N, d) and returns their N outputs: (first − second)/√2.  It
        has twice as many weights, and ``train_network`` moves both copies.

    Raises
    ------
    ShapeError
        If ``network`` is no Network.

    Notes
    -----
    Half of the sum of two equal tangent kernels is that kernel: the root of 2 keeps it that of
    one copy, while the outputs before training are 0 [1]_.

    .. [1] L. Chizat, E. Oyallon and F. Bach, "On lazy training in differentiable programming",
       *Advances in Neural Information Processing Systems* 32 (2019).

    Introduced in: sec-ntk

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import difference_network, empirical_ntk, init_network
    >>> network = init_network(2, [30], np.random.default_rng(1))
    >>> both, x = difference_network(network), [[1, 2]]
    >>> both.predict(x).tolist()
    [0.0]
    >>> bool(np.allclose(empirical_ntk(both, x), empirical_ntk(network, x)))
    True
    """
    if not isinstance(network, Network):
        raise not_a_network(network)
    return DifferenceNetwork(network, network)


def parts(network: Any) -> list[tuple[float, Network]]:
    """Return the networks that an output is the sum of, each with its factor."""
    if isinstance(network, Network):
        return [(1.0, network)]
    if not isinstance(network, DifferenceNetwork):
        raise not_a_network(network)
    factor = float(np.sqrt(0.5))
    return [(factor, network.first), (-factor, network.second)]


def together(network: AnyNetwork, trained: list[Network]) -> AnyNetwork:
    """Return a network like the first one, of these parts."""
    return trained[0] if isinstance(network, Network) else DifferenceNetwork(*trained)


def not_a_network(given: Any) -> ShapeError:
    """Make the error for what is no network."""
    return ShapeError(
        f"network is expected to be a Network, but is of type {type(given).__name__}: "
        "make one with init_network."
    ).about("network")
