"""Training of a network's linear model around its weights, in closed form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import EPS, Array, unscale
from linalg_book.numeric.reading.penalties import at_least_zero, read_one_or_several
from linalg_book.numeric.reading.points import PointsLike, read_rows
from linalg_book.numeric.reading.symmetric import read_targets
from linalg_book.numeric.solving.difference_network import AnyNetwork, parts
from linalg_book.numeric.solving.empirical_kernels import empirical_ntk
from linalg_book.numeric.solving.networks import REMEDY
from linalg_book.numeric.solving.semidefinite import decompose

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike

__all__ = ["linearized_training"]


def linearized_training(  # noqa: PLR0913 (what training is made of)
    network: AnyNetwork,
    X: MatrixLike,
    y: ColumnLike,
    Z: PointsLike = None,
    *,
    time: float | ArrayLike | None = None,
    step: float = 0.0,
    rtol: float | None = None,
) -> Array:
    """Compute what the linear model of a network at its weights answers after it was trained.

    Parameters
    ----------
    network : Network or DifferenceNetwork
        From ``init_network`` or ``difference_network``; its weights are where the line touches.
    X : array_like, shape (N, d)
        Training points, one a row.
    y : array_like, shape (N,)
        What the outputs are to be there.
    Z : array_like, shape (M, d), optional
        Where the outputs are wanted; at X if it is not given.
    time : float, or array_like of shape (k,), optional
        How long, from 0 on, or several such times; the limit if it is not given.
    step : float, default 0
        0 follows the gradient flow.  Above 0: gradient descent with this step, below 2/λ, where λ
        is the largest eigenvalue of the kernel at X; a time is then step times a whole number,
        such as ``step * training.steps_kept``.
    rtol : float, optional
        Eigenvalues of the kernel up to ``rtol`` times the largest count as zero.  The default is
        N·eps.

    Returns
    -------
    ndarray, shape (N,) or (M,); (k, N) or (k, M) for k times
        The outputs of f(w₀) + ∇f(w₀)·(w − w₀), with the weights w at this time.

    Raises
    ------
    EmptySystemError
        If there is no point.
    InvalidNumberError
        If an entry is NaN, infinite or no number, a time is negative or no multiple of the step,
        ``step`` is negative or too large, a result overflows, or ``rtol`` is not in [0, 1).
    ShapeError
        If ``network`` is none, points do not have its number of coordinates, ``y`` not one number
        for each, or ``time`` is neither a number nor a list.
    TooLargeError
        If the kernels need more memory than the machine has.
    UnknownMethodError
        If the activation is the step, which no gradient passes.

    Notes
    -----
    With Θ = ``empirical_ntk`` the flow of ½‖f − y‖² gives f₀(z) + Θ(z, X) Θ⁺(I − e^(−Θt))(y − f₀),
    and n steps of descent I − (I − ηΘ)ⁿ in place of the bracket [1]_.  The limit is the
    least-squares solution whose weights are nearest to those of the start; where Θ is singular it
    fits y as well as the linear model can.

    .. [1] J. Lee, L. Xiao, S. S. Schoenholz, Y. Bahri, R. Novak, J. Sohl-Dickstein and J.
       Pennington, "Wide neural networks of any depth evolve as linear models under gradient
       descent", *Advances in Neural Information Processing Systems* 32 (2019).

    Introduced in: sec-ntk

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import init_network, linearized_training
    >>> network = init_network(2, [20], np.random.default_rng(1))
    >>> X, y = [[1, 0], [0, 1]], [1, -1]
    >>> linearized_training(network, X, y).round(9).tolist()
    [1.0, -1.0]
    >>> linearized_training(network, X, y, [[1, 1]], time=[0, 1, 10]).shape
    (3, 1)
    """
    width = parts(network)[0][1].weights[0].shape[1]
    points = read_rows(X, width)
    targets = read_targets(y, len(points), of="X")
    kernel = np.asarray(empirical_ntk(network, points))
    seen, across = points, kernel
    if Z is not None:
        seen = read_rows(Z, width, "Z")
        across = np.asarray(empirical_ntk(network, seen, points))
    found = decompose(kernel, rtol)
    one, kept = _kept(found.values, time, at_least_zero(step, "step"))
    gaps = found.vectors.T @ (targets - network.predict(points))
    with np.errstate(all="ignore"):  # what overflows here is refused by unscale
        moved = ((1 - kept) / found.values * gaps) @ (across @ found.vectors).T
        outputs = unscale(network.predict(seen) + moved, 0, "an output", REMEDY)
    return outputs[0] if one else outputs


def _kept(values: Array, time: Any, step: float) -> tuple[bool, Array]:
    """Return how much of each gap is left, one row for each time; whether there is one time."""
    largest = float(np.max(values, initial=0.0))
    if step * largest >= 2 - 8 * len(values) * EPS:
        raise InvalidNumberError(
            f"step is expected to be below 2/λ = {2 / largest:.6g}, where λ is the largest "
            f"eigenvalue of the kernel, but is {step!r}: beyond it descent diverges; give for "
            f"example {1 / largest:.2g}."
        ).about("step")
    if time is None:
        return True, np.zeros((1, len(values)))
    one, times = read_one_or_several(time, "time")
    if not step:
        return one, np.exp(-np.outer(times, values))
    counts = np.rint(times / step)
    if np.any(np.abs(counts * step - times) > 1e-9 * times):
        raise InvalidNumberError(
            f"time is expected to be a multiple of the step {step!r}, but is {time!r}: "
            "give for example step * training.steps_kept."
        ).about("time")
    return one, (1 - step * values) ** counts[:, np.newaxis]
