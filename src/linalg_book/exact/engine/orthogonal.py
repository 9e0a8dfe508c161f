"""Orthogonal columns without square roots: the Gram-Schmidt process over the rationals."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.roots import multiple, ratio, square_root
from linalg_book.exact.reading.conversion import to_sympy


@dataclass(frozen=True)
class Orthogonal:
    """A = Q R: orthogonal columns, and how the columns of A are put together from them.

    ``kept`` are the columns of A that gave a column of Q, and ``squares`` the squared lengths
    of the columns of Q.  Row k of R has its first nonzero entry, 1, in column ``kept[k]``.
    With ``weights`` of the rows, products of columns are weighted sums: ``squares`` too.
    """

    Q: DomainMatrix
    R: DomainMatrix
    kept: tuple[int, ...]
    squares: tuple[Any, ...]
    weights: tuple[Any, ...] | None = None


def orthogonalize(A: DomainMatrix, weights: tuple[Any, ...] | None = None) -> Orthogonal:
    """Take from each column its parts along the earlier ones; drop it if nothing remains."""
    m, n = A.shape
    kept: list[int] = []
    columns: list[list[Any]] = []
    squares: list[Any] = []
    coefficients: list[list[Any]] = []
    for j, original in enumerate(A.transpose().to_list()):
        rest, shares = without_parts(original, columns, squares, weights)
        for k, share in enumerate(shares):
            coefficients[k][j] = share
        if any(rest):
            kept.append(j)
            columns.append(rest)
            squares.append(inner_product(rest, weighed(rest, weights)))
            coefficients.append([QQ(int(i == j)) for i in range(n)])
    Q = DomainMatrix(columns, (len(columns), m), QQ).transpose()
    return Orthogonal(
        Q, DomainMatrix(coefficients, (len(kept), n), QQ), tuple(kept), tuple(squares), weights
    )


def without_parts(
    vector: Sequence[Any],
    directions: Sequence[Sequence[Any]],
    squares: Sequence[Any],
    weights: Sequence[Any] | None = None,
) -> tuple[list[Any], list[Any]]:
    """Take from a vector its parts along orthogonal directions; return what is left, and shares.

    This is the step of Gram and Schmidt; ``squares`` are the squared lengths of the directions.
    """
    rest, shares = list(vector), []
    heavy = weighed(vector, weights)
    for direction, square in zip(directions, squares, strict=True):
        share = inner_product(direction, heavy) / square
        shares.append(share)
        if share:
            rest = [x - share * y for x, y in zip(rest, direction, strict=True)]
    return rest, shares


def weighed(vector: Sequence[Any], weights: Sequence[Any] | None) -> Sequence[Any]:
    """Multiply each entry by its weight, if there are weights."""
    return vector if weights is None else [w * x for w, x in zip(weights, vector, strict=True)]


def inner_product(v: Sequence[Any], w: Sequence[Any]) -> Any:
    """Multiply two vectors over one field; they have at least one entry."""
    total = v[0] * w[0]
    for x, y in zip(v[1:], w[1:], strict=True):
        total = total + x * y
    return total


@dataclass(frozen=True)
class Factors:
    """What is given back: A = Q R, with the lengths that were divided out, 1 for none."""

    Q: sympy.ImmutableMatrix
    R: sympy.ImmutableMatrix
    lengths: tuple[sympy.Expr, ...]


def factors(found: Orthogonal, *, normalized: bool) -> Factors:
    """Move the lengths of the columns from Q to R, if that is wanted."""
    Q, R = to_sympy(found.Q), to_sympy(found.R)
    if not normalized:
        return Factors(Q, R, tuple(sympy.Integer(1) for _ in found.kept))
    squares = [QQ.to_sympy(square) for square in found.squares]
    lengths = tuple(square_root(square) for square in squares)
    return Factors(
        sympy.ImmutableMatrix(
            Q.rows, Q.cols, lambda i, k: multiple(Q[i, k] / squares[k], lengths[k])
        ),
        sympy.ImmutableMatrix(R.rows, R.cols, lambda k, j: multiple(R[k, j], lengths[k])),
        lengths,
    )


def rational_factors(given: Factors) -> tuple[DomainMatrix, DomainMatrix]:
    """Divide column k of Q and row k of R by the same length, which leaves rational numbers."""
    lengths = given.lengths
    return (
        _rational(given.Q, lambda i, k: ratio(given.Q[i, k], lengths[k])),
        _rational(given.R, lambda k, j: ratio(given.R[k, j], lengths[k])),
    )


def _rational(matrix: sympy.ImmutableMatrix, entry: Any) -> DomainMatrix:
    """Read a matrix of rational numbers; anything else raises."""
    m, n = matrix.shape
    return DomainMatrix(
        [[QQ.from_sympy(sympy.sympify(entry(i, j))) for j in range(n)] for i in range(m)],
        (m, n),
        QQ,
    )


def orthogonal_basis(vectors: Sequence[Sequence[Any]]) -> tuple[tuple[Any, ...], ...]:
    """Make independent vectors over one field orthogonal, each scaled to short numbers."""
    found: list[tuple[Any, ...]] = []
    squares: list[Any] = []
    for vector in vectors:
        rest, _ = without_parts(vector, found, squares)
        found.append(positive_multiple(rest))
        squares.append(inner_product(found[-1], found[-1]))
    return tuple(found)


def positive_multiple(w: Sequence[Any]) -> tuple[Any, ...]:
    """Scale to a positive integer as first nonzero entry and integers without common divisor."""
    first = next(x for x in w if x)
    scaled = [x / first for x in w]
    parts = [
        Fraction(int(c.numerator), int(c.denominator)) for x in scaled for c in coefficients(x)
    ]
    above, below = gcd(*(c.numerator for c in parts)), lcm(*(c.denominator for c in parts))
    return tuple(x * below / above for x in scaled)


def coefficients(x: Any) -> list[Any]:
    """List the coefficients of an element of a field, the constant one first."""
    return x.rep.to_list()[::-1] if hasattr(x, "rep") else [x]
