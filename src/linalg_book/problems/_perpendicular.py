"""Matrices that are sums of k u vᵀ, with perpendicular u and perpendicular v."""

from collections.abc import Sequence

from linalg_book.problems._parts import Rows, Wanted, perpendicular


def perpendicular_terms(wanted: Wanted) -> list[tuple[int, Sequence[int], Sequence[int]]]:
    """Draw the terms k, u, v of a sum of k u vᵀ."""
    random, rank = wanted.random, wanted.rank
    left, right = perpendicular(random, wanted.m), perpendicular(random, wanted.n)
    return [
        (random.choice((1, 1, 2, 3)), u, v) for u, v in zip(left[:rank], right[:rank], strict=True)
    ]


def summed(
    terms: Sequence[tuple[int, Sequence[int], Sequence[int]]], wanted: Wanted
) -> Rows | None:
    """Add the terms; None if an entry is too large."""
    A = tuple(
        tuple(sum(k * u[i] * v[j] for k, u, v in terms) for j in range(wanted.n))
        for i in range(wanted.m)
    )
    return A if all(abs(entry) <= wanted.most for line in A for entry in line) else None
