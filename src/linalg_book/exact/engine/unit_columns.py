"""Orthonormal columns of algebraic numbers, and their products."""

from collections.abc import Sequence

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.algebraic import Element, Numbers
from linalg_book.exact.engine.spectrum import Column


def unit_matrix(numbers: Numbers, columns: Sequence[Column], rows: int) -> sympy.ImmutableMatrix:
    """Write unit vectors as the columns of a SymPy matrix."""
    return _matrix(
        [[numbers.over_root(x, c.size, c.inverse) for x in c.entries] for c in columns], rows
    )


def plain_matrix(numbers: Numbers, columns: Sequence[Column], rows: int) -> sympy.ImmutableMatrix:
    """Write the columns as they are before they get the length 1."""
    return _matrix([[numbers.expr(x) for x in c.entries] for c in columns], rows)


def _matrix(columns: Sequence[Sequence[sympy.Expr]], rows: int) -> sympy.ImmutableMatrix:
    entries = [[entries[i] for entries in columns] for i in range(rows)]
    return sympy.ImmutableMatrix(rows, len(columns), [x for line in entries for x in line])


def lift(numbers: Numbers, A: DomainMatrix) -> list[list[Element]]:
    """Turn a rational matrix into rows of ring elements."""
    return [[numbers.ring.ground_new(x) for x in entries] for entries in A.to_list()]


def rational_column(numbers: Numbers, w: Sequence[Element]) -> Column:
    """Make a unit vector of a rational vector."""
    size = sum((x * x for x in w), QQ(0))
    new = numbers.ring.ground_new
    return Column(tuple(map(new, w)), new(size), new(1 / size))


def sum_of_products(
    numbers: Numbers,
    weights: Sequence[Element],
    left: Sequence[Column],
    right: Sequence[Column],
    shape: tuple[int, int],
) -> list[list[Element]]:
    """Add weight · left · rightᵀ over the pairs of columns; lengths are not divided out."""
    if not weights or 0 in shape:
        return [[numbers.ring.zero] * shape[1] for _ in range(shape[0])]
    above = [
        [w * c.entries[i] for w, c in zip(weights, left, strict=True)] for i in range(shape[0])
    ]
    return numbers.product(above, [list(c.entries) for c in right])
