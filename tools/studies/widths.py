"""Networks of several widths, trained on digits, beside the infinitely wide one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from linalg_book import datasets, numeric

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Array = NDArray[Any]

ACTIVATIONS = ("erf", "relu")
WIDTHS = {"erf": (16, 64, 256, 1024, 4096), "relu": (16, 64, 256)}
SEEDS = range(8)
EXAMPLES = 20
_LONGEST = 4  # how often the slowest direction of the examples shrinks by the factor e


class Task(NamedTuple):
    """Examples, their targets, and digits that no training sees."""

    X: Array
    y: Array
    Z: Array


def threes_and_eights() -> Task:
    """Return twenty digits 3 and 8, pixels from 0 to 1, with the targets −1 and 1, and the rest."""
    digits = datasets.digits()
    labels = np.asarray(digits.labels)
    chosen = np.isin(labels, (3, 8))
    pixels = digits.values[chosen].reshape(-1, 64) / 16
    meant = np.where(labels[chosen] == 8, 1.0, -1.0)
    order = np.random.default_rng(0).permutation(len(pixels))
    seen, rest = order[:EXAMPLES], order[EXAMPLES:]
    return Task(pixels[seen], meant[seen], pixels[rest])


def network(activation: str, width: int, seed: int) -> numeric.Network:
    """Draw the weights of one network."""
    rng = np.random.default_rng([seed, width])
    return numeric.init_network(64, [width], rng, activation=activation)


def distance(activation: str, width: int, seed: int) -> float:
    """Return how far the kernel of one network is from the limit, over the norm of the limit."""
    X = threes_and_eights().X
    limit = np.asarray(numeric.ntk(X, depth=1, activation=activation))
    before = np.asarray(numeric.empirical_ntk(network(activation, width, seed), X))
    return float(np.linalg.norm(before - limit) / np.linalg.norm(limit))


def measured(activation: str, width: int, seed: int) -> list[float]:
    """Train one network until less than 2 % of its slowest direction are left; five numbers.

    Distance of its kernel from the limit at the start, change of its kernel in training, both over
    the norm of the limit; how far all weights move together, and how far the median one of the
    first layer; and the root mean square of what its change misses of the limit's prediction.
    """
    X, y, Z = threes_and_eights()
    limit = np.asarray(numeric.ntk(X, depth=1, activation=activation))
    wide = numeric.ntk(Z, X, depth=1, activation=activation) @ np.linalg.solve(limit, y)
    start = network(activation, width, seed)
    before = np.asarray(numeric.empirical_ntk(start, X))
    values = np.linalg.eigvalsh(before)
    steps = int(_LONGEST * values[-1] / values[0])
    end: Any = numeric.train_network(start, X, y + start.predict(X), step=1 / values[-1],
                                steps=steps, every=steps).network  # fmt: skip
    after = np.asarray(numeric.empirical_ntk(end, X))
    moved = [new - old for new, old in zip(end.weights, start.weights, strict=True)]
    size = np.linalg.norm(limit)
    return [
        distance(activation, width, seed),
        float(np.linalg.norm(after - before) / size),
        float(np.sqrt(sum(np.sum(part**2) for part in moved))),
        float(np.median(np.abs(moved[0]))),
        float(np.sqrt(np.mean((end.predict(Z) - start.predict(Z) - wide) ** 2))),
    ]


def rows(
    widths: Mapping[str, Sequence[int]] = WIDTHS, seeds: Sequence[int] = SEEDS
) -> Iterator[list[float]]:
    """Yield a row for each network: number of the activation, width, seed, and what is measured."""
    for activation, sizes in widths.items():
        for width in sizes:
            for seed in seeds:
                found = measured(activation, width, seed)
                yield [ACTIVATIONS.index(activation), width, seed, *found]
