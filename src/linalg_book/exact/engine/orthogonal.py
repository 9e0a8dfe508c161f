"""Orthogonal columns without square roots: the Gram-Schmidt process over the rationals."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.roots import multiple, ratio, square_root
from linalg_book.exact.reading.systems import column
from linalg_book.worked import Check
from linalg_book.writing.formula import row, transpose, words
from linalg_book.writing.prose import prose


@dataclass(frozen=True)
class Orthogonal:
    """A = Q R: orthogonal columns, and how the columns of A are put together from them.

    ``kept`` are the columns of A that gave a column of Q, and ``squares`` the squared lengths
    of the columns of Q.  Row k of R has its first nonzero entry, 1, in column ``kept[k]``.
    """

    Q: DomainMatrix
    R: DomainMatrix
    kept: tuple[int, ...]
    squares: tuple[Any, ...]


def orthogonalize(A: DomainMatrix) -> Orthogonal:
    """Take from each column its parts along the earlier ones; drop it if nothing remains."""
    m, n = A.shape
    kept: list[int] = []
    columns: list[list[Any]] = []
    squares: list[Any] = []
    coefficients: list[list[Any]] = []
    for j, original in enumerate(A.transpose().to_list()):
        rest = list(original)
        for k, q in enumerate(columns):
            share = _inner(q, original) / squares[k]
            coefficients[k][j] = share
            if share:
                rest = [x - share * y for x, y in zip(rest, q, strict=True)]
        if any(rest):
            kept.append(j)
            columns.append(rest)
            squares.append(_inner(rest, rest))
            coefficients.append([QQ(int(i == j)) for i in range(n)])
    Q = DomainMatrix(columns, (len(columns), m), QQ).transpose()
    return Orthogonal(
        Q, DomainMatrix(coefficients, (len(kept), n), QQ), tuple(kept), tuple(squares)
    )


def _inner(left: Sequence[Any], right: Sequence[Any]) -> Any:
    return sum((x * y for x, y in zip(left, right, strict=True)), QQ(0))


@dataclass(frozen=True)
class Factors:
    """What is given back: A = Q R, with the lengths that were divided out, 1 for none."""

    Q: sympy.ImmutableMatrix
    R: sympy.ImmutableMatrix
    lengths: tuple[sympy.Expr, ...]


def factors(found: Orthogonal, *, normalized: bool) -> Factors:
    """Move the lengths of the columns from Q to R, if that is wanted."""
    Q, R = column(found.Q), column(found.R)
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


def factor_checks(A: DomainMatrix, found: Orthogonal, given: Factors) -> tuple[Check, ...]:
    """Check A = Q R and the dot products of the columns, from the factors that are given back.

    Dividing column k of Q and row k of R by the same length leaves rational numbers.
    """
    lengths, rank = given.lengths, len(given.lengths)
    Q = _rational(given.Q, lambda i, k: ratio(given.Q[i, k], lengths[k]))
    R = _rational(given.R, lambda k, j: ratio(given.R[k, j], lengths[k]))
    divided = [QQ.from_sympy(length**2) for length in lengths]
    scaled = Q * DomainMatrix.diag(divided, QQ).to_dense() if rank else Q
    gram = (Q.transpose() * Q).to_Matrix()
    products = sympy.ImmutableMatrix(
        rank, rank, lambda k, i: gram[k, i] and gram[k, i] * (lengths[k] * lengths[i])
    )
    normalized = any(length != 1 for length in lengths)
    squares = [1 if normalized else QQ.to_sympy(square) for square in found.squares]
    below = sympy.ImmutableMatrix(
        rank, A.shape[1], lambda k, j: given.R[k, j] if j < found.kept[k] else 0
    )
    unit = "I" if all(square == 1 for square in squares) else "D"
    name = (
        prose("the columns of {Q} are perpendicular and have length 1", Q="Q")
        if unit == "I"
        else prose(
            "the columns of {Q} are perpendicular: {D} is diagonal, with their squared lengths",
            Q="Q",
            D="D",
        )
    )
    return (
        Check(
            prose("the factors give {A} back", A="A"),
            row("Q", "R", "=", "A"),
            column(scaled * R),
            column(A),
        ),
        Check(
            name,
            row(transpose("Q"), "Q", "=", unit),
            products,
            sympy.ImmutableMatrix(sympy.diag(*squares)) if rank else products,
        ),
        Check(
            prose("{R} has only zeros left of the first entry of each row", R="R"),
            row(words("R left of its pivots"), "=", 0),
            below,
            sympy.ImmutableMatrix.zeros(rank, A.shape[1]),
        ),
    )


def _rational(matrix: sympy.ImmutableMatrix, entry: Any) -> DomainMatrix:
    """Read a matrix of rational numbers; anything else raises."""
    m, n = matrix.shape
    return DomainMatrix(
        [[QQ.from_sympy(sympy.sympify(entry(i, j))) for j in range(n)] for i in range(m)],
        (m, n),
        QQ,
    )
