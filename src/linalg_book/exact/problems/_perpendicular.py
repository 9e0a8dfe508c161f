"""Matrices that are sums of k u vᵀ, with perpendicular u and perpendicular v."""

from collections.abc import Sequence
from random import Random

from linalg_book.exact.problems._parts import Rows, perpendicular


def perpendicular_terms(
    random: Random, m: int, n: int, rank: int
) -> list[tuple[int, Sequence[int], Sequence[int]]]:
    """Draw the terms k, u, v of a sum of k u vᵀ."""
    left, right = perpendicular(random, m), perpendicular(random, n)
    return [
        (random.choice((1, 1, 2, 3)), u, v) for u, v in zip(left[:rank], right[:rank], strict=True)
    ]


def summed(
    terms: Sequence[tuple[int, Sequence[int], Sequence[int]]], m: int, n: int, entries: int
) -> Rows | None:
    """Add the terms; None if an entry is too large."""
    A = tuple(tuple(sum(k * u[i] * v[j] for k, u, v in terms) for j in range(n)) for i in range(m))
    return A if all(abs(entry) <= entries for line in A for entry in line) else None
