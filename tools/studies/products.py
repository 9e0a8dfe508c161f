"""Products of a few coordinates of ±1 inputs: kernels against networks of 256 units."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from linalg_book import numeric

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    Array = NDArray[Any]

CASES = ((2, 30, (200, 400, 800)), (3, 15, (200, 400, 1200)))
METHODS = (
    "tangent kernel without bias", "tangent kernel", "tangent kernel of two layers",
    "NNGP of two layers", "descent", "Adam", "Adam with decay",
    "polynomial kernel", "the one of 1 to 3 that leave-one-out prefers",
)  # fmt: skip
SEEDS = range(5)
PENALTIES = np.logspace(-6, 3, 28)
UNITS, STEP, DECAY, STEPS, BATCH = 256, 0.03, 0.1, 2000, 100
_UNSEEN = 2000


class Task(NamedTuple):
    """Examples of a product of coordinates, and inputs that no training sees."""

    X: Array
    y: Array
    Z: Array
    meant: Array


def product(factors: int, coordinates: int, examples: int, seed: int) -> Task:
    """Draw inputs of −1 and 1; the target is the product of the first coordinates."""
    rng = np.random.default_rng([seed, factors, coordinates, examples])
    inputs = rng.choice([-1.0, 1.0], (examples + _UNSEEN, coordinates))
    targets = np.prod(inputs[:, :factors], axis=1)
    return Task(inputs[:examples], targets[:examples], inputs[examples:], targets[examples:])


def polynomial(X: Array, Z: Array | None = None, *, degree: int) -> Array:
    """Return the powers of 1 + x · z / d for the rows of X and Z."""
    other = X if Z is None else Z
    found: Array = (1 + X @ other.T / X.shape[1]) ** degree
    return found


def by_kernel(task: Task, compute: Callable[..., Array], **how: float) -> tuple[float, Array]:
    """Fit by kernel ridge regression, with the penalty that leave-one-out prefers.

    Returns the mean square of what leave-one-out misses, and the predictions.
    """
    fit = numeric.kernel_regression(compute(task.X, **how), task.y, PENALTIES)
    best = int(np.argmin(fit.mean_square))
    return float(fit.mean_square[best]), fit.predict(compute(task.Z, task.X, **how))[best]


def by_network(task: Task, method: str, seed: int) -> Array:
    """Predict by a trained network with one hidden layer of 256 ReLUs and biases."""
    rng = np.random.default_rng([seed, 1])
    start = numeric.init_network(task.X.shape[1], [UNITS], rng, bias_variance=1)
    if method == "descent":
        largest = np.linalg.eigvalsh(numeric.empirical_ntk(start, task.X))[-1]
        end = numeric.train_network(start, task.X, task.y, step=float(1 / largest), steps=STEPS,
                                    every=STEPS)  # fmt: skip
    else:
        decay = DECAY if method == "Adam with decay" else 0.0
        end = numeric.train_network(
            start, task.X, task.y, step=STEP, steps=STEPS, every=STEPS, optimizer="adam",
            weight_decay=decay, batch=BATCH, rng=np.random.default_rng([seed, 2]),
        )  # fmt: skip
    return end.network.predict(task.Z)


def predicted(task: Task, method: str, seed: int, factors: int) -> Array:
    """Predict the unseen inputs by one of the methods."""
    kernels: dict[str, tuple[Callable[..., Array], dict[str, float]]] = {
        METHODS[0]: (numeric.ntk, {"depth": 1}),
        METHODS[1]: (numeric.ntk, {"depth": 1, "bias_variance": 1}),
        METHODS[2]: (numeric.ntk, {"depth": 2, "bias_variance": 1}),
        METHODS[3]: (numeric.nngp, {"depth": 2, "bias_variance": 1}),
        METHODS[7]: (polynomial, {"degree": factors}),
    }
    if method in kernels:
        compute, how = kernels[method]
        return by_kernel(task, compute, **how)[1]
    if method == METHODS[8]:
        fits = [by_kernel(task, kernels[name][0], **kernels[name][1]) for name in METHODS[1:4]]
        return min(fits, key=itemgetter(0))[1]
    return by_network(task, method, seed)


def error(factors: int, coordinates: int, examples: int, seed: int, method: str) -> float:
    """Return the mean square error on inputs that were not seen."""
    task = product(factors, coordinates, examples, seed)
    return float(np.mean((predicted(task, method, seed, factors) - task.meant) ** 2))


def rows(
    cases: Sequence[tuple[int, int, Sequence[int]]] = CASES,
    seeds: Sequence[int] = SEEDS,
    methods: Sequence[str] = METHODS,
) -> Iterator[list[float]]:
    """Yield a row for each case, seed and method, with the error in the last place."""
    for factors, coordinates, sizes in cases:
        for examples in sizes:
            for seed in seeds:
                for method in methods:
                    found = error(factors, coordinates, examples, seed, method)
                    numbered = METHODS.index(method)
                    yield [factors, coordinates, examples, seed, numbered, found]
