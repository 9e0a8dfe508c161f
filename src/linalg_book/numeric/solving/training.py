"""Training of small networks by gradient descent, with its trajectory."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.errors import UnknownMethodError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.generators import require_generator
from linalg_book.numeric.reading.memory import require_memory
from linalg_book.numeric.reading.penalties import above_zero, at_least_zero
from linalg_book.numeric.reading.points import PointsLike, read_rows
from linalg_book.numeric.reading.symmetric import read_targets
from linalg_book.numeric.solving.difference_network import AnyNetwork, parts
from linalg_book.numeric.solving.empirical_kernels import require_slopes
from linalg_book.numeric.solving.learners import Learner
from linalg_book.numeric.solving.optimizers import OPTIMIZERS
from linalg_book.numeric.solving.trajectories import Plan, follow
from linalg_book.whole_numbers import whole_number

if TYPE_CHECKING:
    from linalg_book.numeric.reading.systems import ColumnLike, MatrixLike

__all__ = ["Training", "train_network"]

LAYERS = ("all", "last")
ChanceLike = np.random.Generator | None


@dataclass(frozen=True, eq=False)
class Training:
    """A trained network and what its outputs were on the way.

    ``steps_kept`` counts the steps made before each kept moment, from 0 to the last one; to each
    belong a row of ``outputs``, shape (kept, N), at the training points or at those that were
    asked for, and an entry of ``losses``, ½‖f(X) − y‖² at the training points.
    """

    network: AnyNetwork
    outputs: Array
    losses: Array
    steps_kept: NDArray[np.int64]


def train_network(  # noqa: PLR0913 (what training is made of)
    network: AnyNetwork,
    X: MatrixLike,
    y: ColumnLike,
    *,
    step: float,
    steps: int,
    layers: str = "all",
    Z: PointsLike = None,
    every: int = 1,
    optimizer: str = "descent",
    weight_decay: float = 0.0,
    batch: int | None = None,
    rng: ChanceLike = None,
) -> Training:
    """Train a network by gradient descent on ½‖f(X) − y‖², and keep its outputs on the way.

    Parameters
    ----------
    network : Network or DifferenceNetwork
        What is trained; it stays as it is.
    X : array_like, shape (N, d)
        Training points, one a row.
    y : array_like, shape (N,)
        What the outputs are to be there.
    step : float
        η, above 0.  Plain descent on wide networks converges below 2/λ, with λ the largest
        eigenvalue of ``empirical_ntk`` at X (of ``empirical_nngp`` for the last layer).
    steps : int
        How many steps are made, from 0 on.
    layers : str, default "all"
        Which layers learn: "all", or "last", the readout with its bias.
    Z : array_like, shape (M, d), optional
        Where ``outputs`` are wanted; at X if it is not given.
    every : int, default 1
        The start, each ``every``-th step and the last one are kept.
    optimizer : str, default "descent"
        "descent", or "adam", which divides each slope by the root of its mean square.
    weight_decay : float, default 0
        Each step multiplies all weights and biases that learn by 1 − η · weight_decay.
    batch : int, optional
        Each step sees so many points, drawn without repetition until all had their turn; all of
        them if it is not given.
    rng : numpy.random.Generator, optional
        Where the batches come from, which need one.

    Returns
    -------
    Training
        A frozen record with the trained ``network``, ``outputs`` of shape (kept, N) or (kept, M),
        ``losses`` and ``steps_kept``, both of shape (kept,).

    Raises
    ------
    EmptySystemError
        If there is no point.
    InvalidNumberError
        If an entry is NaN, infinite or no number, ``step``, ``steps``, ``every``,
        ``weight_decay`` or ``batch`` is out of its range, batches have no generator, or the
        descent diverges.
    ShapeError
        If ``network`` is none, points do not have its number of coordinates, or ``y`` not one
        number for each.
    TooLargeError
        If the kept outputs need more memory than the machine has.
    UnknownMethodError
        If ``layers`` or ``optimizer`` is none of those, or all layers are to learn behind steps,
        which no gradient passes.

    Notes
    -----
    The loss is half the sum of the squares, as in ``gradient_descent``: for their mean take N/2
    times the step.  A batch of B points stands for all: its gradient is taken N/B times.
    Gradients are by ``weights`` and ``biases`` of the network, in units of their deviation: that
    is the parametrization of the tangent kernel [1]_.  At the kink of ReLU and of the absolute
    value the slope is the mean of both sides: ½ and 0.

    Descent counts as diverged if the loss grows 10⁶ times as large as at the start, or if plain
    steps on all points end with a larger one than they had (or than ½‖y‖², if that is more).

    Adam [2]_ has the means 0.9 and 0.999 and 10⁻⁸ beside the root; decay is separate from the
    slopes.

    .. [1] A. Jacot, F. Gabriel and C. Hongler, "Neural tangent kernel: convergence and
       generalization in neural networks", *Advances in Neural Information Processing Systems* 31
       (2018).
    .. [2] D. P. Kingma and J. Ba, "Adam: a method for stochastic optimization", *International
       Conference on Learning Representations* (2015).

    Introduced in: sec-ntk

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book.numeric import init_network, train_network
    >>> network = init_network(2, [50], np.random.default_rng(1), bias_variance=1)
    >>> X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 0]
    >>> training = train_network(network, X, y, step=0.05, steps=2000, every=500)
    >>> training.steps_kept.tolist(), training.outputs.shape
    ([0, 500, 1000, 1500, 2000], (5, 4))
    >>> bool(np.allclose(training.network.predict(X), y, atol=1e-3))
    True
    """
    last = _choice("layers", layers, LAYERS) == "last"
    networks = parts(network)
    if not last:
        require_slopes(network)
    width = networks[0][1].weights[0].shape[1]
    points, seen = read_rows(X, width), None if Z is None else read_rows(Z, width, "Z")
    targets = read_targets(y, len(points), of="X")
    plan = Plan(
        above_zero(step, "step"),
        whole_number(steps, "steps", 0, remedy="give the number of steps"),
        whole_number(every, "every", 1, remedy="write 1 to keep every step"),
        _choice("optimizer", optimizer, OPTIMIZERS),
        at_least_zero(weight_decay, "weight_decay"),
        *_read_batch(batch, rng, len(points)),
    )
    _require_memory(plan, len(points if seen is None else seen))
    learner = Learner(network, points, targets, last)
    outputs, losses = follow(learner, seen, plan)
    return Training(learner.trained(), outputs, losses, plan.kept())


def _choice(name: str, given: Any, known: Iterable[str]) -> str:
    if not isinstance(given, str) or given not in known:
        raise UnknownMethodError.from_choices(name, repr(given), known)
    return given


def _read_batch(batch: Any, rng: Any, count: int) -> tuple[int | None, np.random.Generator | None]:
    """Read how many points a step sees, and where they come from."""
    if batch is None:
        return None, None
    size = whole_number(batch, "batch", 1, count, remedy="leave it out for all points")
    require_generator(rng)
    return size, rng


def _require_memory(plan: Plan, count: int) -> None:
    moments = plan.steps // plan.every + 2
    require_memory(
        moments * count, "steps", f"the outputs at {count:,} points at {moments:,} moments",
        "keep fewer of them by a larger value of every",
    )  # fmt: skip
