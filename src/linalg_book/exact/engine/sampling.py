"""The law of the mean of several draws, with replacement, from a few outcomes."""

from __future__ import annotations

from dataclasses import dataclass
from math import lcm
from operator import add
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import TooLargeError

MOST_SUMS = 20_000
"""Different sums that are still counted one by one."""
MOST_ADDITIONS = 200_000
"""Additions of an outcome to a sum: well below a second, in a page a few."""

Law = dict[tuple[Any, ...], Any]


@dataclass(frozen=True)
class Sampled:
    """Outcomes as rows, their probabilities, and what follows for one draw and for the mean.

    ``variance`` is that of one draw: the mean square of its distance from the mean.  ``law`` has
    the probability of each possible mean of all draws.
    """

    outcomes: DomainMatrix
    probabilities: DomainMatrix
    mean: DomainMatrix
    covariance: DomainMatrix
    variance: Any
    law: Law


def sampled(outcomes: DomainMatrix, weights: tuple[Any, ...], draws: int) -> Sampled:
    """Weigh the outcomes, and count what means the draws can have."""
    m, n = outcomes.shape
    total = sum(weights, QQ(0))
    shares = [QQ(weight) / total for weight in weights]
    p = DomainMatrix([[share] for share in shares], (m, 1), QQ)
    mean = outcomes.transpose() * p
    distances = outcomes - DomainMatrix([[QQ(1)]] * m, (m, 1), QQ) * mean.transpose()
    weighed = DomainMatrix(
        [[share * x for x in row] for share, row in zip(shares, distances.to_list(), strict=True)],
        (m, n),
        QQ,
    )
    covariance = distances.transpose() * weighed
    variance = sum((covariance[j, j].element for j in range(n)), QQ(0))
    one: Law = {}
    for share, row in zip(shares, outcomes.to_list(), strict=True):
        one[tuple(row)] = one.get(tuple(row), QQ(0)) + share
    return Sampled(outcomes, p, mean, covariance, variance, _mean_law(one, draws))


def tail(found: Sampled, distance: Any) -> Any:
    """Return the probability that the mean of the draws is at least so far from the mean."""
    center = found.mean.to_list_flat()
    return sum(
        (share for mean, share in found.law.items() if _square(mean, center) >= distance**2), QQ(0)
    )


def mean_of(law: Law, n: int) -> list[Any]:
    """Return the mean of a law of points with n coordinates."""
    return [sum((share * point[j] for point, share in law.items()), QQ(0)) for j in range(n)]


def spread_of(law: Law, center: list[Any]) -> Any:
    """Return the mean square of the distance from a point."""
    return sum((share * _square(point, center) for point, share in law.items()), QQ(0))


def _square(point: Any, center: Any) -> Any:
    return sum(((x - c) ** 2 for x, c in zip(point, center, strict=True)), QQ(0))


def _mean_law(one: Law, draws: int) -> Law:
    """Add the draws up one after the other, in whole numbers, and divide."""
    unit = lcm(*(int(x.denominator) for place in one for x in place))
    total = lcm(*(int(share.denominator) for share in one.values()))
    steps = [(tuple(int(x * unit) for x in place), int(p * total)) for place, p in one.items()]
    sums: dict[tuple[int, ...], int] = {(0,) * len(steps[0][0]): 1}
    additions = 0
    for _ in range(draws):
        additions += len(sums) * len(steps)
        if additions > MOST_ADDITIONS:
            raise TooLargeError(
                f"expected draws that are counted in at most {MOST_ADDITIONS:,} additions, but "
                f"{draws:,} draws take more: take fewer draws, or use the bound v/(kδ²), which "
                "needs no count."
            ).about("draws")
        longer: dict[tuple[int, ...], int] = {}
        for reached, ways in sums.items():
            for step, weight in steps:
                place = tuple(map(add, reached, step))
                longer[place] = longer.get(place, 0) + ways * weight
        if len(longer) > MOST_SUMS:
            raise TooLargeError(
                f"expected draws with at most {MOST_SUMS:,} different sums, but {draws} draws from "
                f"{len(one)} outcomes have more: take fewer draws, or fewer outcomes."
            ).about("draws")
        sums = longer
    size, every = QQ(unit * draws), QQ(total) ** draws
    return {tuple(QQ(x) / size for x in place): QQ(n) / every for place, n in sums.items()}
