"""Triangles of two blocks of rows, joined by weights: tall-skinny QR without square roots."""

from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.orthogonal import Orthogonal, orthogonalize
from linalg_book.exact.reading.conversion import to_sympy


@dataclass(frozen=True)
class Joined:
    """The factors of both blocks, their triangles below each other, and the factors of these.

    ``weights`` of the rows of ``stacked`` are the squared lengths that belong to them.
    """

    blocks: tuple[Orthogonal, Orthogonal]
    stacked: DomainMatrix
    weights: tuple[Any, ...]
    whole: Orthogonal


def join(A: DomainMatrix, k: int) -> Joined:
    """Decompose the first k rows and the others, and join their triangles."""
    rows, n = A.to_list(), A.shape[1]
    cut = (rows[:k], rows[k:])
    first, second = (orthogonalize(DomainMatrix(part, (len(part), n), QQ)) for part in cut)
    stacked = first.R.to_list() + second.R.to_list()
    table = DomainMatrix(stacked, (len(stacked), n), QQ)
    weights = first.squares + second.squares
    return Joined((first, second), table, weights, orthogonalize(table, weights or None))


def diagonal(found: Orthogonal) -> sympy.ImmutableMatrix:
    """Return the squared lengths as a diagonal matrix."""
    return sympy.ImmutableMatrix(sympy.diag(*map(QQ.to_sympy, found.squares)))


def products(found: Orthogonal) -> sympy.ImmutableMatrix:
    """Return RᵀD R."""
    R = to_sympy(found.R)
    return sympy.ImmutableMatrix(R.T * diagonal(found) * R)
